// Progress of an upload and of its reading. Without this file the form is sent as it is, and the page of a job comes anew every few seconds.
"use strict";
(() => {
  const form = document.querySelector("[data-upload]");
  if (form) form.addEventListener("submit", (event) => {
    event.preventDefault();
    const bar = form.querySelector("[data-sent]");
    const sending = new XMLHttpRequest();
    bar.hidden = false;
    sending.upload.addEventListener("progress", (told) => { if (told.lengthComputable) { bar.max = told.total; bar.value = told.loaded; } });
    sending.addEventListener("error", () => { bar.hidden = true; form.submit(); });
    sending.addEventListener("load", () => {
      if (sending.status < 400) location.assign(sending.responseURL); else form.submit();  // which shows what is wrong
    });
    sending.open("POST", form.action);
    sending.send(new FormData(form));
  });
  const bar = document.querySelector("[data-job]");
  if (!bar) return;
  const ask = async () => {
    try {
      const told = await (await fetch(bar.dataset.job)).json();
      bar.value = told.rows.filter((file) => file.state !== "waiting").length;
      if (told.over) { location.reload(); return; }
    } catch { /* it is asked again */ }
    setTimeout(ask, 1000);
  };
  setTimeout(ask, 1000);
})();
