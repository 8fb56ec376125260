"""Spans that were tied to the calendar, the map and the register of actors."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3 with its interval.

    Attributes:
        type: DATE, TIME, DURATION or SET.
        value: TIMEX3 value, or None where the words are no possible date.
        begin, until: ISO date or moment, both inclusive; None is open or unknown.
        granularity: minute, hour, part, day, week, month, season or year.
        anchor: what it was counted from, e.g. ``published:2016-12-07``.
        rival: the reading from another anchor, where a byline or segment disagrees.
        origin: text, document date, inferred or pack.
    """

    start: int
    end: int
    type: str
    value: str | None
    begin: str | None = None
    until: str | None = None
    granularity: str = "day"
    anchor: str | None = None
    rival: str | None = None
    origin: str = "text"


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A mention of a place. ``place`` is None where no gazetteer knows it (a provisional place, by name only)."""

    start: int
    end: int
    name: str
    place: str | None
    lat: float | None = None
    lon: float | None = None
    kind: str | None = None
    within: tuple[str, ...] = ()
    precision: str = "unknown"
    role: str = "place"
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A mention of an actor. ``label`` is the words used; ``name`` is neutral; ``actor`` is None where unknown.

    ``by`` is how it is named: by a name, or as one named before by a description, a pronoun, or a word for a pair ("both").
    """

    start: int
    end: int
    actor: str | None
    name: str
    label: str
    kind: str | None = None
    by: str = "name"
