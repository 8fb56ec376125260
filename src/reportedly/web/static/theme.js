// Light or dark as the reader chose last, before anything is drawn; without a choice it is the system's.
"use strict";
try {
  const chosen = localStorage.getItem("theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch { /* a browser that keeps nothing shows the system's theme */ }
