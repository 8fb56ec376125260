"""Control: who is said to hold which place, on whose word, and who says otherwise."""

from __future__ import annotations

from dataclasses import replace

from reportedly.track.control import CONTROL, Control
from reportedly.web.ask import Ask
from reportedly.web.page import VIEWED, Answer, Page, cells
from reportedly.web.pages.shared import viewed

_HELD = {"holder": "name", "holder_id": "actor", **{name: name for name in "extent since last age chains by claims against".split()}}
_COLUMNS = ("place", "name", "as_of", "state", *_HELD)


def build(ask: Ask) -> Answer:
    """Return the places; in CSV a row for each party that is said to hold one."""
    found = viewed(ask, CONTROL)
    if ask.form != "csv":
        return found
    return replace(found, rows=[row | {name: held[key] for name, key in _HELD.items()} for row in found.rows for held in row["holders"]])


PAGE = Page(
    "control",
    "/control",
    "Control",
    "Who is said to hold which place, since when, on whose word, and who says otherwise. Nothing here says who does.",
    build,
    _COLUMNS,
    cells(_COLUMNS),
    takes=(*VIEWED, "lens"),
    row=Control,
    mode="As told last",
)
