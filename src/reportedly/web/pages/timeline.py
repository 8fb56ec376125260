"""Timeline: claims in the order of the days on which they are said to hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby

from reportedly.errors import OptionError
from reportedly.export.flat import COLUMNS, flat
from reportedly.query.paging import HELD, claims_page
from reportedly.web.ask import Ask
from reportedly.web.chosen import picking
from reportedly.web.opening import earlier
from reportedly.web.page import CLAIM, FILTERS, Answer, Page
from reportedly.web.pages.shared import pairs_of

_SHOWN, _ALL = 80, 10**9
_LATER = {"known_by", "recorded_by", "judgements"}
"""What may be asked for without a part of the days being chosen."""


def build(ask: Ask) -> Answer:
    """Return the claims that pass and tell a time, the earliest first; for a person who asks for none, those of the ledger's last days."""
    opened = _opened(ask) if ask.form == "html" and set(ask.given) <= _LATER else None
    ask = opened or ask
    size = (_SHOWN if ask.where.limit is None and ask.form == "html" else ask.size) or _ALL
    pick, first = picking(ask, size, by_day=True), _first(ask)
    found = claims_page(ask.ledger, ask.where, size, after=ask.after, pairs=pairs_of(ask), order=HELD, first=first, pick=pick)
    days = [
        (day, list(rows)) for day, rows in groupby(found.rows, key=lambda row: str(row["valid"]["begin"] or row["valid"]["until"])[:10])
    ]
    return Answer(found.rows, {"days": days, "opened": opened is not None, "before": _before(ask)}, next=found.next, ask=opened)


def _first(ask: Ask) -> str | None:
    """Return the day that is listed first. Raises OptionError where it is none."""
    day = ask.given.get("first")
    try:
        return day and date.fromisoformat(day).isoformat()
    except ValueError as error:
        what = f"{day!r:.40} is no day"
        raise OptionError(what, where="first", remedy="write it as 2031-01-31") from error


def _opened(ask: Ask) -> Ask | None:
    """Return the same asked from the day on from which there are enough claims up to the last; None where there are no claims."""
    following = (date.fromisoformat(ask.view.as_of) + timedelta(days=1)).isoformat()
    first = earlier(ask.ledger, following, _SHOWN)
    return None if first is None else replace(ask, given={**ask.given, "first": first})


def _before(ask: Ask) -> str | None:
    """Return the day from which on a page of claims comes before those that are shown; None where none does, or a filter chooses."""
    first = ask.given.get("first")
    if first is None or ask.form != "html" or set(ask.given) - {*_LATER, "first", "after"}:
        return None
    return earlier(ask.ledger, first, _SHOWN)


PAGE = Page(
    "timeline",
    "/timeline",
    "Timeline",
    "Claims in the order of the days on which they are said to hold.",
    build,
    COLUMNS,
    flat,
    takes=(*FILTERS, "first"),
    row=CLAIM,
    asks={"first": "The day before which none of those given begins; for a page that asks for nothing, one shortly before the last."},
)
