"""Routes: roads and sieges, what is said of them, and who says otherwise."""

from __future__ import annotations

from reportedly.track.routes import ROUTES, Route
from reportedly.web.ask import Ask
from reportedly.web.page import VIEWED, Answer, Page, cells
from reportedly.web.pages.shared import spread, viewed

_COLUMNS = ("kind", "place", "name", "state", "says", "actors", "since", "last", "age", "chains", "by", "claims", "against")


def build(ask: Ask) -> Answer:
    """Return roads and besieged places; in CSV a row for each thing that is said of one."""
    return spread(ask, viewed(ask, ROUTES), "words")


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
