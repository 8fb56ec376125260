"""Forecasts: what was said to come, by when, and what was claimed since."""

from __future__ import annotations

from reportedly.track.forecasts import FORECASTS, Told
from reportedly.web.ask import Ask
from reportedly.web.page import VIEWED, Answer, Page, cells
from reportedly.web.pages.shared import viewed

_COLUMNS = ("claim", "gloss", "by", "said", "deadline", "as_of", "state", "why", "chains", "settled", "against")


def build(ask: Ask) -> Answer:
    """Return the forecasts."""
    return viewed(ask, FORECASTS)


PAGE = Page(
    "forecasts",
    "/forecasts",
    "Forecasts",
    "Who said what was to come and by when, and which claims since bear on it. Nothing says which came true; claims do.",
    build,
    _COLUMNS,
    cells(_COLUMNS),
    takes=(*VIEWED, "lens"),
    row=Told,
)
