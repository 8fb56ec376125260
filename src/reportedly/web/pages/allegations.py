"""Allegations: a register by incident that keeps exact words and settles nothing."""

from __future__ import annotations

from dataclasses import replace

from reportedly.query.allegations import allegation_register
from reportedly.track.allegations import Incident
from reportedly.web.ask import Ask
from reportedly.web.page import VIEWED, Answer, Page, cells
from reportedly.web.pages.shared import paged

_CHARGE = ("claim", "said", "what", "words", "stance", "hedge", "by", "chain", "charged_back")
_OWN = ("place", "name", "act", "begin", "last", "state", "denied")
_COLUMNS = (*_OWN, *_CHARGE)
_SHOWN = 20


def build(ask: Ask) -> Answer:
    """Return incidents, with the names of private persons taken out; in CSV a row for each charge."""
    found = paged(ask, "allegations", allegation_register, _SHOWN)
    if ask.form != "csv":
        return found
    return replace(found, rows=[charge | {name: row[name] for name in _OWN} for row in found.rows for charge in row["charges"]])


PAGE = Page(
    "allegations",
    "/allegations",
    "Allegations",
    "What is alleged, by incident: exact words, who accuses whom, denials, findings. Nothing is settled; private names are taken out.",
    build,
    _COLUMNS,
    cells(_COLUMNS),
    takes=(*VIEWED, "lens"),
    row=Incident,
)
