"""When a term binds: its window, as far as the clocks that it is counted by have started."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from reportedly.truce.agreement import Agreement, Moment, Term
from reportedly.truce.found import Found, both, unknown
from reportedly.truce.times import Interval
from reportedly.truce.value import Value

Clock = Callable[[str], Found]
STARTED = Found(Value.KEPT)


@dataclass(frozen=True, slots=True)
class When:
    """When a term binds.

    Attributes:
        start: whether everything that it is counted from has come about.
        window: from when to when. deadline: by when an act is to be done; None where that is not stated.
    """

    start: Found
    window: Interval
    deadline: dt.datetime | None


def when_of(term: Term, agreement: Agreement, trigger: Found, clock: Clock) -> When:
    """Return when a term binds.

    Args:
        term: the term.
        agreement: whose term it is; its own window bounds that of the term.
        trigger: what the term hangs on, and since when that is so.
        clock: whether a clock has started, and when.
    """
    own = term.window
    starts = [trigger, *(clock(m.clock) for m in (own.opens, own.closes, own.deadline) if m is not None and m.clock)]
    start = both(starts)
    whole = span_of_agreement(agreement, clock)
    opens = begin(own.opens, clock) or _latest(trigger.since, whole.begin)
    closes = end(own.closes, clock) or (own.lasting.after(opens) if own.lasting and opens else None)
    closes = closes if whole.until is None or (closes is not None and closes < whole.until) else whole.until
    deadline = end(own.deadline, clock) or (own.within.after(trigger.since) if own.within and trigger.since else None) or closes
    if start.value is Value.KEPT and own.within and trigger.since is None and not own.deadline:
        start = both((start, unknown("when that came about which the term is counted from")))
    return When(start, Interval(opens, closes), deadline)


def span_of_agreement(agreement: Agreement, clock: Clock) -> Interval:
    """Return when an agreement is meant to be in force."""
    opens, closes = begin(agreement.window.opens, clock), end(agreement.window.closes, clock)
    lasting = agreement.window.lasting
    return Interval(opens, closes or (lasting.after(opens) if lasting and opens else None))


def begin(moment: Moment | None, clock: Clock) -> dt.datetime | None:
    """Return when a moment begins; None where there is none, or where its clock has not started."""
    return _by_clock(moment, clock) if moment and moment.clock else moment.at.begin if moment and moment.at else None


def end(moment: Moment | None, clock: Clock) -> dt.datetime | None:
    """Return when a moment ends: a day with its last minute, the time of a clock at once."""
    return _by_clock(moment, clock) if moment and moment.clock else moment.at.until if moment and moment.at else None


def _by_clock(moment: Moment, clock: Clock) -> dt.datetime | None:
    since = clock(moment.clock or "").since
    return moment.plus.after(since) if since is not None and moment.plus else since


def _latest(*moments: dt.datetime | None) -> dt.datetime | None:
    return max((moment for moment in moments if moment is not None), default=None)
