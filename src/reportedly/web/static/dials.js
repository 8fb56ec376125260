// Two sliders over the days of the ledger, one for each clock. Without this file the clocks' form does the same.
"use strict";
(() => {
  const form = document.querySelector(".clocks form");
  const button = document.querySelector("[data-dials-button]");
  const main = document.getElementById("main");
  if (!form || !button || !main) return;
  const store = (name, value) => { try { value === null ? sessionStorage.removeItem(name) : sessionStorage.setItem(name, value); } catch { /* forgotten then */ } };
  const stored = (name) => { try { return sessionStorage.getItem(name); } catch { return null; } };
  const DAY = 86400000;
  const at = (day) => Date.parse(`${day}T00:00:00Z`) / DAY;
  const iso = (number) => new Date(number * DAY).toISOString().slice(0, 10);
  const make = (tag, names = {}, ...inside) => {
    const made = tag === "svg" || tag === "path" || tag === "rect" ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
    for (const [name, value] of Object.entries(names)) made.setAttribute(name, value);
    made.append(...inside);
    return made;
  };
  const last = { as_of: "", known_by: "" };

  const go = (clock) => {
    const given = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) given.append(name, value);
    store("dial", clock);
    store("scroll", String(scrollY));
    const query = given.toString();
    location.assign(form.getAttribute("action") + (query ? `?${query}` : ""));
  };

  const dial = (clock, title, told, days) => {
    const field = form.elements[clock];
    const first = at(told.axis.first), end = at(told.axis.last);
    const counts = new Map(days.filter((row) => row[told.names[clock]]).map((row) => [row.day, row[told.names[clock]]]));
    const held = [...counts.keys()].map(at);
    // a month or a year stands for its last day; beyond the last day there is no clock
    const whole = (value) => value.length === 10 ? at(value) : value.length === 7 ? Date.UTC(+value.slice(0, 4), +value.slice(5), 0) / DAY : at(`${value}-12-31`);
    const now = () => field.value ? Math.max(first, Math.min(end, whole(field.value))) : end + 1;
    const range = make("input", { type: "range", min: first, max: end + 1, step: 1, "aria-label": title });
    const shade = make("rect", { class: "after", y: 0, height: 40, width: 720 });
    const drawn = make("svg", { viewBox: "0 0 720 40", preserveAspectRatio: "none", "aria-hidden": "true" }, make("path", { d: told.clocks[clock].path }), shade);
    const out = make("output", { class: "day" });
    const say = () => {
      const number = +range.value, day = iso(number), all = number > end;
      const count = counts.get(day) ?? 0;
      out.textContent = all ? "all days" : day;
      range.setAttribute("aria-valuetext", all ? "all days" : `${day}, ${count} ${count === 1 ? "claim" : "claims"} of that day`);
      shade.setAttribute("x", 720 * Math.min(1, (number - first + 1) / (end - first + 1)));
    };
    let waits = 0;
    const set = (number, wait) => {
      range.value = Math.max(first, Math.min(end + 1, number));
      say();
      field.value = +range.value > end ? "" : iso(+range.value);
      clearTimeout(waits);
      if (field.value !== last[clock]) waits = setTimeout(() => go(clock), wait);
    };
    const step = (number, months) => {
      const day = new Date(Math.min(number, end) * DAY);
      day.setUTCMonth(day.getUTCMonth() + months);
      return Math.round(day / DAY);
    };
    const back = make("button", { type: "button", title: "Previous day with claims", "aria-label": `${title}: previous day with claims` }, "◂");
    const on = make("button", { type: "button", title: "Next day with claims", "aria-label": `${title}: next day with claims` }, "▸");
    back.addEventListener("click", () => { const found = held.filter((day) => day < +range.value); if (found.length) set(Math.max(...found), 300); });
    on.addEventListener("click", () => { const found = held.filter((day) => day > +range.value); set(found.length ? Math.min(...found) : end + 1, 300); });
    range.addEventListener("input", say);
    let keyed = false;
    range.addEventListener("change", () => { set(+range.value, keyed ? 600 : 0); keyed = false; });
    range.addEventListener("keydown", (event) => {
      const way = { PageUp: 1, PageDown: -1 }[event.key];
      keyed = true;
      if (!way) return;
      event.preventDefault();
      set(event.shiftKey ? step(+range.value, way) : +range.value + 7 * way, 600);
    });
    range.addEventListener("pointerdown", () => { keyed = false; });
    range.value = now();
    last[clock] = field.value;
    say();
    return make("div", { class: "dial", "data-clock": clock }, make("span", { class: "dial-name" }, title), back, make("div", { class: "track" }, drawn, range), on, out);
  };

  const marks = (axis) => {
    const line = make("div", { class: "dial-marks", "aria-hidden": "true" });
    for (const [text, x] of axis.marks) {
      const mark = make("span", {}, text);
      mark.style.left = `${x}%`;
      line.append(mark);
    }
    return line;
  };

  let shown = null;
  const close = () => { shown?.remove(); shown = null; button.setAttribute("aria-expanded", "false"); };
  const open = async (focus) => {
    close();
    shown = make("section", { class: "dials", "aria-label": "Days" }, make("p", { class: "note", role: "status" }, "Counting the days…"));
    button.setAttribute("aria-expanded", "true");
    main.prepend(shown);
    const mine = shown;
    let told = null;
    for (let tries = 0; tries < 30 && mine.isConnected; tries += 1) {
      try {
        const given = form.elements.recorded_by.value;
        told = await (await fetch(`/days.json${given ? `?recorded_by=${encodeURIComponent(given)}` : ""}`)).json();
      } catch { told = null; break; }
      if (!told.late) break;
      await new Promise((done) => setTimeout(done, 1000));
    }
    if (!mine.isConnected) return;
    if (!told?.axis) { mine.firstChild.textContent = told && !told.error ? "No claim has a day." : "The days could not be counted."; return; }
    told.names = { as_of: "holds", known_by: "published" };
    mine.replaceChildren(
      dial("as_of", "Said to hold on", told, told.rows),
      dial("known_by", "Published by", told, told.rows),
      make("div", { class: "dial-foot" }, marks(told.axis)),
      make("p", { class: "note" }, `A bar is a ${told.axis.per}'s claims. Arrow keys move by a day, Page Up and Page Down by a week, with Shift by a month; ◂ ▸ go to the days with claims.`),
    );
    if (focus) mine.querySelector(`[data-clock="${focus}"] input`)?.focus({ preventScroll: true });
    if (stored("scroll") !== null) { scrollTo({ top: +stored("scroll"), behavior: "instant" }); store("scroll", null); }
  };

  button.hidden = false;
  button.addEventListener("click", () => { if (shown) { close(); store("dials", null); } else { store("dials", "on"); open("as_of"); } });
  if (stored("dials")) { const focus = stored("dial"); store("dial", null); open(focus); }
})();
