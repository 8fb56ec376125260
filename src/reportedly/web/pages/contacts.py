"""Contacts: meetings, calls and talks, planned, held or called off; and what each side says that they were about."""

from __future__ import annotations

from reportedly.track.contacts import CONTACTS, Contact
from reportedly.web.ask import Ask
from reportedly.web.page import VIEWED, Answer, Page, cells
from reportedly.web.pages.shared import spread, viewed

_OWN = ("begin", "until", "sides", "name", "places", "state", "apart")
_COLUMNS = (*_OWN, "says", "last", "chains", "by", "own", "claims")


def build(ask: Ask) -> Answer:
    """Return meetings; in CSV a row for each thing that is said of one."""
    return spread(ask, viewed(ask, CONTACTS), "words")


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
