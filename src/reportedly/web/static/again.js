// A page that is still being counted is asked for again, once in a while; without scripts its link does that.
"use strict";
if (document.querySelector("[data-again]")) setTimeout(() => location.reload(), 1000);
