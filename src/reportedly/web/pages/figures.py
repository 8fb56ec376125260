"""Figures: numbers as series, with operators, denominators and whose they are; nothing is averaged."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from reportedly.track.figures import FIGURES, Series
from reportedly.web.ask import Ask
from reportedly.web.chart import chart
from reportedly.web.page import VIEWED, Answer, Page, cells
from reportedly.web.pages.shared import spread, viewed

_COLUMNS = ("unit", "denominator", "place", "name", "day", "op", "value", "low", "high", "role", "stance", "by", "claim", "state")
_SHOWN = 20


def build(ask: Ask) -> Answer:
    """Return the series; in CSV a row for each number."""
    found = spread(ask, viewed(ask, FIGURES, _SHOWN), "points")
    if ask.form != "html":
        return found
    rows = list(found.rows)
    charts: list[Any] = [chart(row) for row in rows]
    return replace(found, rows=rows, shown={**found.shown, "charts": charts})


PAGE = Page(
    "figures",
    "/figures",
    "Figures",
    "Numbers as series of one unit, denominator and place. Nothing is summed or averaged; each says whose it is.",
    build,
    _COLUMNS,
    cells(_COLUMNS),
    takes=(*VIEWED, "lens"),
    row=Series,
    mode="As series",
)
