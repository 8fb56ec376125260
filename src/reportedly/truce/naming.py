"""Whether a claim speaks of an agreement: by one of its names, or by a pronoun where its document names it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from reportedly.model import Claim
from reportedly.truce.agreement import Agreement
from reportedly.truce.rules import Rules
from reportedly.truce.times import span_of
from reportedly.truce.told import Told

_MATTERS = frozenset({"matter", "agreement", "plan"})
_AGREED = frozenset({"agreement", "declaration", "reported-understanding"})
"""Kinds of texts that something may be agreed by; after one of them, "the truce" is no earlier one. A proposal ends no truce."""

_LONG = dt.timedelta(days=30)
"""An agreement that was reached so long after another one had begun is not that one."""


class Naming:
    """Says which claims speak of an agreement."""

    def __init__(self, agreement: Agreement, others: Sequence[Agreement], table: Rules) -> None:
        self._agreed = agreement.kind in {"agreement", "declaration"}
        self._zone, self._pronouns, self._general = agreement.zone_info, table.pronouns, table.general
        self._called = tuple(name.lower() for name in agreement.called or table.called)
        self.since, self._opens = _begin(agreement), _opens(agreement)
        self._next = min((day for day in _later(agreement, others) if self.since and day > self.since), default=None)
        replacing = (_opens(other) for other in others if agreement.id in other.replaces)
        self.replaced = min((day for day in replacing if day), default=None)
        self._context: frozenset[str] = frozenset()

    def look(self, told: Iterable[Told]) -> None:
        """Note which documents name the agreement, so that "rejected it" can be taken for it there."""
        self._context = frozenset(one.document for one in told if one.document and self.named(one.claim) and self.in_time(one))

    def in_time(self, one: Told) -> bool:
        """Say whether a claim can be about the time of the agreement: the last of it, or of the day it was told, comes after.

        One without any day may be about what was agreed, since nobody knows when it was said; of a mere proposal that would be a guess.
        """
        if not one.dated:
            return self._agreed
        days = [span_of(day, self._zone) for day in (one.claim.valid.until, one.claim.asserted or one.published) if day]
        ends = [day.until for day in days if day and day.until]
        return self.since is None or not ends or min(ends) > self.since

    def is_about(self, one: Told) -> bool:
        """Say whether a claim names the agreement, or means it by a pronoun in a document that names it."""
        if self._is_past(one):
            return False
        if self.named(one.claim):
            return True
        matters = [argument.name.lower() for role, argument in one.claim.args if role in _MATTERS]
        return one.document in self._context and any(name in self._pronouns or name.rpartition(" ")[2] in self._general for name in matters)

    def named(self, claim: Claim) -> bool:
        """Say whether the words of a claim name the agreement, by one of its names."""
        words = " ".join((*(argument.name for _, argument in claim.args), claim.gloss)).lower()
        return any(name in words for name in self._called)

    def is_later(self, one: Told) -> bool:
        """Say whether what a claim tells of began long after the agreement did."""
        begin = span_of(one.claim.valid.begin or "", self._zone)
        return self._opens is not None and begin is not None and begin.begin is not None and begin.begin > self._opens + _LONG

    def _is_past(self, one: Told) -> bool:
        """Say whether a claim was made when there was a later agreement between the same parties."""
        day = span_of(one.claim.asserted or one.published or "", self._zone)
        return self._next is not None and day is not None and day.begin is not None and day.begin >= self._next


def _later(agreement: Agreement, others: Sequence[Agreement]) -> Iterator[dt.datetime]:
    agreed = agreement.kind in _AGREED
    for other in others:
        day = other.dated.begin if other.dated else None
        if day is not None and set(other.parties) & set(agreement.parties) and (other.kind in _AGREED or not agreed):
            yield day


def _begin(agreement: Agreement) -> dt.datetime | None:
    opens = agreement.window.opens
    dated = agreement.dated or (opens.at if opens else None)
    return dated.begin if dated else None


def _opens(agreement: Agreement) -> dt.datetime | None:
    opens = agreement.window.opens
    return opens.at.begin if opens and opens.at else _begin(agreement)
