"""Routes: roads and sieges, what is said of them, and who says otherwise."""

from __future__ import annotations

from dataclasses import replace

from reportedly.track.routes import ROUTES, Route
from reportedly.web.ask import Ask
from reportedly.web.page import VIEWED, Answer, Page, cells
from reportedly.web.pages.shared import viewed

_COLUMNS = ("kind", "place", "name", "state", "says", "actors", "since", "last", "age", "chains", "by", "claims", "against")


def build(ask: Ask) -> Answer:
    """Return roads and besieged places; in CSV a row for each thing that is said of one."""
    found = viewed(ask, ROUTES)
    return replace(found, rows=[row | word for row in found.rows for word in row["words"]]) if ask.form == "csv" else found


PAGE = Page(
    "routes",
    "/routes",
    "Routes",
    "Roads and sieges: what is said to be open, cut or besieged, naming whom, and who says otherwise.",
    build,
    _COLUMNS,
    cells(_COLUMNS),
    takes=(*VIEWED, "lens"),
    row=Route,
)
