// Keys and the theme. Every page works without this file.
"use strict";
(() => {
  const keep = (name, value) => { try { localStorage.setItem(name, value); } catch { /* it is forgotten then */ } };
  const kept = (name) => { try { return localStorage.getItem(name); } catch { return null; } };
  const root = document.documentElement;

  const theme = document.querySelector("[data-theme-button]");
  theme.hidden = false;
  theme.addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    keep("theme", root.dataset.theme);
  });

  // where the navigation scrolls, the page that is open is in sight
  const side = document.querySelector(".side"), open = side.querySelector("[aria-current]");
  if (open) {
    side.scrollLeft = open.offsetLeft - (side.clientWidth - open.offsetWidth) / 2;
    if (side.scrollHeight > side.clientHeight) side.scrollTop = open.offsetTop - side.clientHeight / 2;
  }

  const help = document.getElementById("help");
  const ask = document.querySelector("[data-help-button]");
  ask.hidden = false;
  ask.addEventListener("click", () => help.showModal());
  const off = document.getElementById("keys-off");
  off.checked = kept("keys") === "off";
  off.addEventListener("change", () => keep("keys", off.checked ? "off" : "on"));

  const rows = [...document.querySelectorAll("[data-row]")];
  for (const row of rows) if (!row.hasAttribute("tabindex")) row.tabIndex = -1;
  const at = () => rows.findIndex((row) => row.contains(document.activeElement));
  const go = (step) => {
    const seen = rows.filter((row) => row.checkVisibility ? row.checkVisibility() : true);
    if (!seen.length) return;
    const now = seen.indexOf(rows[at()]);
    const next = seen[now < 0 ? (step > 0 ? 0 : seen.length - 1) : Math.min(seen.length - 1, Math.max(0, now + step))];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  };
  const follow = (selector, within = document) => { const link = within.querySelector(selector); if (link) link.click(); };

  // a judgement is given in the row that is focused, else on a page that has one form for it alone
  const press = (key) => {
    const within = rows[at()] ?? document.querySelector("section.judge");
    follow(`[data-key="${key}"]`, within ?? document.createElement("i"));
  };

  const keys = {
    j: () => go(1),
    k: () => go(-1),
    n: () => follow("[data-next]"),
    p: () => follow("[data-first]"),
    "?": () => help.showModal(),
    a: () => press("a"),
    x: () => press("x"),
    "/": () => document.getElementById("find")?.focus(),
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input, select, textarea, [contenteditable]");
    if (event.key === "Escape" && typing) event.target.blur();
    if (event.ctrlKey || event.metaKey || event.altKey || typing || help.open || event.isComposing) return;
    if (event.key === "Enter" && rows.includes(event.target)) follow("[data-open]", event.target);
    if (off.checked || !(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
  });
  // on a narrow screen the pages are a strip: the one that is shown is brought into sight
  const strip = document.querySelector(".side ul");
  const here = strip?.querySelector("[aria-current]");
  if (here) strip.scrollLeft = here.offsetLeft - strip.offsetLeft - 40;
  if (location.hash === "#queue" && rows.length) addEventListener("load", () => setTimeout(() => rows[0].focus({ preventScroll: true }), 0));
})();
