"""Timeline: claims in the order of the days on which they are said to hold."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from reportedly.export.flat import COLUMNS, flat
from reportedly.query.paging import HELD, claims_page
from reportedly.web.ask import Ask
from reportedly.web.chosen import picking
from reportedly.web.opening import earlier
from reportedly.web.page import CLAIM, Answer, Page
from reportedly.web.pages.days import days_of
from reportedly.web.pages.shared import pairs_of

_SHOWN, _ALL = 80, 10**9
_LATER = {"known_by", "recorded_by", "judgements"}
"""What may be asked for without a part of the days being chosen."""


def build(ask: Ask) -> Answer:
    """Return the claims that pass and tell a time, the earliest first; for a person who asks for none, those of the ledger's last days."""
    opened = _opened(ask) if ask.form == "html" and set(ask.given) <= _LATER else None
    ask = opened or ask
    size = (_SHOWN if ask.where.limit is None and ask.form == "html" else ask.size) or _ALL
    found = claims_page(ask.ledger, ask.where, size, after=ask.after, pairs=pairs_of(ask), order=HELD, pick=picking(ask, size, by_day=True))
    days = [
        (day, list(rows)) for day, rows in groupby(found.rows, key=lambda row: str(row["valid"]["begin"] or row["valid"]["until"])[:10])
    ]
    return Answer(found.rows, {"days": days, "opened": opened is not None, "before": _before(ask)}, next=found.next, ask=opened)


def _opened(ask: Ask) -> Ask | None:
    """Return the same asked from the day on from which there are enough claims up to the last; None where all of them are few."""
    since = earlier(days_of(ask).holds, ask.view.as_of, _SHOWN)
    return None if since is None else replace(ask, given={**ask.given, "since": since})


def _before(ask: Ask) -> str | None:
    """Return the day from which on a page of claims comes before those that are shown; None where none does, or a filter chooses."""
    since = ask.given.get("since")
    if ask.form != "html" or since is None or set(ask.given) - {*_LATER, "since"}:
        return None
    counts = {day: count for day, count in days_of(ask).holds.items() if day < since}
    return earlier(counts, since, _SHOWN) or next(iter(counts), None)


PAGE = Page(
    "timeline", "/timeline", "Timeline", "Claims in the order of the days on which they are said to hold.", build, COLUMNS, flat, row=CLAIM
)
