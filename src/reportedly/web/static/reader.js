// The chain of a claim where it is pointed at, and its card beside the text. Without this file the links and titles tell the same.
"use strict";
(() => {
  const tip = document.getElementById("tip");
  const text = document.querySelector(".reader .text");
  if (!tip || !text) return;
  const cards = new Map([...document.querySelectorAll("[data-card]")].map((card) => [card.dataset.card, card]));
  const marks = (id) => text.querySelectorAll(`mark[data-c="${CSS.escape(id)}"]`);
  const ids = (node) => {
    const found = [];
    for (let mark = node.closest("mark[data-c]"); mark; mark = mark.parentElement.closest("mark[data-c]")) found.push(mark.dataset.c);
    return found;
  };
  document.documentElement.classList.add("scripted");  // the sheet then leaves the telling to this file
  let shown = [];
  const hide = () => {
    for (const id of shown) { for (const mark of marks(id)) mark.classList.remove("lit"); cards.get(id)?.classList.remove("lit"); }
    shown = [];
    tip.hidden = true;
  };
  const show = (found, place) => {
    hide();
    shown = found;
    tip.replaceChildren();
    for (const id of found) {
      for (const mark of marks(id)) mark.classList.add("lit");
      const card = cards.get(id);
      if (!card) continue;
      card.classList.add("lit");
      const part = document.createElement("div");
      for (const piece of card.querySelectorAll(".kind, h3, .by")) part.append(piece.cloneNode(true));
      for (const link of part.querySelectorAll("a")) link.replaceWith(...link.childNodes);
      tip.append(part);
    }
    if (!tip.childNodes.length) return;
    tip.hidden = false;
    const box = place.getClientRects()[0];
    const left = Math.max(8, Math.min(box.left, innerWidth - tip.offsetWidth - 8));
    const above = box.bottom + tip.offsetHeight + 12 > innerHeight;
    tip.style.left = `${left + scrollX}px`;
    tip.style.top = `${(above ? box.top - tip.offsetHeight - 6 : box.bottom + 6) + scrollY}px`;
    const panel = document.querySelector(".cards");
    const first = cards.get(found[0]);
    if (panel && first && panel.scrollHeight > panel.clientHeight) panel.scrollTop = first.offsetTop - 60;
  };
  text.addEventListener("pointerover", (event) => {
    const found = ids(event.target);
    if (found.length) show(found, event.target); else hide();
  });
  text.addEventListener("pointerleave", hide);
  text.addEventListener("focusin", (event) => { const found = ids(event.target); if (found.length) show(found, event.target); });
  text.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  const steps = document.querySelector("[data-steps]");
  const stops = [...text.querySelectorAll("mark[id]")];
  let last = -1;
  if (steps) steps.hidden = false;
  for (const button of document.querySelectorAll("[data-step]")) {
    button.addEventListener("click", () => {
      const step = Number(button.dataset.step);
      const edge = 124;
      const seen = last >= 0 && stops[last].getBoundingClientRect();
      const near = seen && seen.bottom > 0 && seen.top < innerHeight;
      const after = stops.findIndex((mark) => mark.getBoundingClientRect().top > edge);
      const to = near ? last + step : step > 0 ? after : (after < 0 ? stops.length : after) - 1;
      last = Math.max(0, Math.min(stops.length - 1, to));
      const link = stops[last].querySelector("a");
      stops[last].scrollIntoView({ block: "center" });
      if (link) link.focus({ preventScroll: true });
      button.focus({ preventScroll: true });
      show([stops[last].dataset.c], stops[last]);
    });
  }
  for (const [id, card] of cards) {
    const light = (on) => { for (const mark of marks(id)) mark.classList.toggle("lit", on); };
    card.addEventListener("pointerenter", () => light(true));
    card.addEventListener("pointerleave", () => light(false));
    card.addEventListener("focusin", () => light(true));
    card.addEventListener("focusout", () => light(false));
  }
})();
