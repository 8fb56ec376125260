"""Contacts: meetings, calls and talks, planned, held or called off; and what each side says that they were about."""

from __future__ import annotations

from dataclasses import replace

from reportedly.track.contacts import CONTACTS, Contact
from reportedly.web.ask import Ask
from reportedly.web.page import VIEWED, Answer, Page, cells
from reportedly.web.pages.shared import viewed

_OWN = ("begin", "until", "sides", "name", "places", "state", "apart")
_COLUMNS = (*_OWN, "says", "last", "chains", "by", "own", "claims")


def build(ask: Ask) -> Answer:
    """Return meetings; in CSV a row for each thing that is said of one."""
    found = viewed(ask, CONTACTS)
    return replace(found, rows=[row | word for row in found.rows for word in row["words"]]) if ask.form == "csv" else found


PAGE = Page(
    "contacts",
    "/contacts",
    "Contacts",
    "Meetings, calls and talks: said to come, to be held, put off, called off or denied; and what each side says they were about.",
    build,
    _COLUMNS,
    cells(_COLUMNS),
    takes=(*VIEWED, "lens"),
    row=Contact,
)
