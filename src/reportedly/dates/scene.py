"""What an expression is read against: the dates it may be counted from, and the tense around it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from reportedly.dates.interval import OPEN, Interval


@dataclass(frozen=True, slots=True)
class Anchor:
    """A date that expressions are counted from.

    Attributes:
        date: None where nothing says when the words were written.
        label: what date it is, e.g. ``published``, ``segment``, ``narrative``, ``inferred``.
        origin: the contract's origin of what is counted from it.
        rival: another date that the same words may have been written on, where two statements disagree.
    """

    date: dt.date | None = None
    label: str = "published"
    origin: str = "document date"
    rival: dt.date | None = None

    @property
    def name(self) -> str | None:
        """The anchor as the contract writes it, e.g. ``published:2016-12-07``."""
        return None if self.date is None else f"{self.label}:{self.date.isoformat()}"


@dataclass(frozen=True, slots=True)
class Scene:
    """Where one expression stands.

    Attributes:
        anchor: when the words were written.
        narrative: the last day that the text before speaks of; the anchor where there is none.
        era: the month or year that the text spoke of shortly before, if that was later than a day.
        near: the day of the expression that stands before it in the same sentence, if any.
        recent: the day that the same paragraph spoke of shortly before, if any.
        beside: for a window, the day that its sentence counts it from ("in the past 24 hours, on December 7", "he said on Monday").
        future: True, False, or None where the words around do not tell.
        relative: the future is that of an earlier event ("set to begin"), not of the writing.
        until: an "until" or "by" stands before it.
        before, after: the words next to it.
        present: a present perfect is near ("have been killed").
    """

    anchor: Anchor
    narrative: Anchor
    era: Anchor | None = None
    near: Anchor | None = None
    recent: Anchor | None = None
    beside: Anchor | None = None
    future: bool | None = None
    relative: bool = False
    until: bool = False
    before: str = ""
    after: str = ""
    present: bool = False

    def rivalled(self) -> Scene | None:
        """Return the same scene seen from the anchor's rival date, or None where it has none."""
        if self.anchor.rival is None:
            return None
        other = replace(self.anchor, date=self.anchor.rival, rival=None)
        narrative = other if self.narrative == self.anchor else self.narrative
        return replace(self, anchor=other, narrative=narrative)


@dataclass(frozen=True, slots=True)
class Timed:
    """What an expression means: the TIMEX3 value and the days that it covers.

    Attributes:
        anchor: what it was counted from; None where the words say all of it.
        rival: the value by another reading of the same words.
    """

    kind: str
    value: str | None
    days: Interval = OPEN
    anchor: Anchor | None = None
    rival: str | None = None
