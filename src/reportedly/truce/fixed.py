"""The part of a term's window that the text alone fixes, so that what lies outside it is not taken for a bearing on it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from reportedly.truce.agreement import Agreement, Moment, Term
from reportedly.truce.found import Found, unknown
from reportedly.truce.times import Interval, span_of
from reportedly.truce.told import Told
from reportedly.truce.value import Value
from reportedly.truce.windows import STARTED, span_of_agreement, when_of


@dataclass(frozen=True, slots=True)
class Fixed:
    """When claims may bear on a term, as far as the text fixes it.

    Attributes:
        window: from when to when. deadline: after which an act is too late.
        strict: what speaks against it must lie in the window too; else that an act is still not done may be told for ever after.
    """

    window: Interval
    deadline: dt.datetime | None
    strict: bool

    def holds(self, when: Interval, sign: int) -> bool:
        """Say whether a claim of a time may bear on the term."""
        if not when.meets(Interval(self.window.begin, None)):
            return False
        if sign > 0 and self.deadline is not None and when.begin is not None and when.begin >= self.deadline:
            return False
        return not self.strict or when.meets(self.window)


def fixed(term: Term, agreement: Agreement) -> Fixed:
    """Return what the text of an agreement fixes of the window of a term; what hangs on something that is to come about is open."""

    def clock(name: str) -> Found:
        starts = agreement.clocks.get(name)
        at = starts.at if isinstance(starts, Moment) else None
        return Found(Value.KEPT, since=at.begin) if at else unknown(name)

    when = when_of(term, agreement, STARTED, clock)
    stage = next(stage for stage in agreement.stages if stage.id == term.stage)
    moments = (term.window.opens, term.window.closes, term.window.deadline)
    waits = bool(term.when or stage.when) or any(m is not None and m.clock and clock(m.clock).since is None for m in moments)
    until = span_of_agreement(agreement, clock).until if waits else when.window.until
    deadline = None if waits or term.mood != "must" else when.deadline
    at = term.window.closes is not None and term.window.closes == term.window.deadline
    return Fixed(Interval(when.window.begin, until), deadline, term.mood != "must" or at)


def time_of(one: Told, agreement: Agreement) -> Interval:
    """Return when what a claim tells was so: open where it has no day, and never after it was told."""
    zone, claim = agreement.zone_info, one.claim
    begin, until, said = (
        span_of(day, zone) if day else None for day in (claim.valid.begin, claim.valid.until, claim.asserted or one.published)
    )
    return Interval(begin.begin if begin else None, until.until if until else None).cut(said.until if said else None)
