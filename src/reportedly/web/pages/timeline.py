"""Timeline: claims in the order of the days on which they are said to hold."""

from __future__ import annotations

from itertools import groupby

from reportedly.export.flat import COLUMNS, flat
from reportedly.query.paging import HELD, claims_page
from reportedly.web.ask import Ask
from reportedly.web.chosen import picking
from reportedly.web.page import CLAIM, Answer, Page
from reportedly.web.pages.shared import pairs_of

_SHOWN, _ALL = 80, 10**9


def build(ask: Ask) -> Answer:
    """Return the claims that pass and tell a time, the earliest first."""
    size = (_SHOWN if ask.where.limit is None and ask.form == "html" else ask.size) or _ALL
    found = claims_page(ask.ledger, ask.where, size, after=ask.after, pairs=pairs_of(ask), order=HELD, pick=picking(ask, size, by_day=True))
    days = [
        (day, list(rows)) for day, rows in groupby(found.rows, key=lambda row: str(row["valid"]["begin"] or row["valid"]["until"])[:10])
    ]
    return Answer(found.rows, {"days": days}, next=found.next)


PAGE = Page(
    "timeline", "/timeline", "Timeline", "Claims in the order of the days on which they are said to hold.", build, COLUMNS, flat, row=CLAIM
)
