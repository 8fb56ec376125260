"""Positions: what each party is said to have done about each matter, act by act."""

from __future__ import annotations

from dataclasses import replace

from reportedly.track.positions import POSITIONS, Position
from reportedly.web.ask import Ask
from reportedly.web.page import VIEWED, Answer, Page, cells
from reportedly.web.pages.shared import viewed

_ACT = ("day", "act", "whose", "stance", "by", "claim")
_COLUMNS = ("actor", "party", "matter", "state", *_ACT)


def build(ask: Ask) -> Answer:
    """Return parties with matters; in CSV a row for each act."""
    found = viewed(ask, POSITIONS)
    if ask.form != "csv":
        return found
    return replace(found, rows=[row | act | {"whose": "own" if act["own"] else "others"} for row in found.rows for act in row["acts"]])


PAGE = Page(
    "positions",
    "/positions",
    "Positions",
    "What each party is said to have done about each matter, by its own word and by that of others. Neither counts for more.",
    build,
    _COLUMNS,
    cells(_COLUMNS),
    takes=(*VIEWED, "lens"),
    row=Position,
    mode="By party",
)
