"""A theatre as data: actors with their names, places with theirs, and the outlets that report on it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

ACTOR_KINDS = tuple(
    "state government armed-force armed-group coalition alliance body agency ngo outlet think-tank company person population party "
    "monitor".split()
)
"""Kinds of actor."""

PLACE_KINDS = tuple(
    "country governorate district city town village neighbourhood quarter road square street crossing camp base institution mosque "
    "hospital airport region river area building".split()
)
"""Kinds of place."""


@dataclass(frozen=True, slots=True)
class Alias:
    """One way an actor is named.

    Attributes:
        label: a loaded word, kept in this table and nowhere else.
        metonym: the name of a place that may stand for the actor ("Moscow").
        begin, until: days between which the name was in use, None open.
    """

    text: str
    label: bool = False
    metonym: bool = False
    begin: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """An office that a person held, and when."""

    title: str
    of: str | None
    begin: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts or speaks, under a neutral name.

    Attributes:
        adjectives: words that before a force noun mean its forces ("Syrian jets").
        forces: id of the actor that such words mean.
    """

    id: str
    name: str
    kind: str
    part_of: str | None = None
    country: str | None = None
    adjectives: tuple[str, ...] = ()
    forces: str | None = None
    aliases: tuple[Alias, ...] = ()
    roles: tuple[Role, ...] = ()
    begin: dt.date | None = None
    until: dt.date | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its names; coordinates in degrees (WGS 84), None where unknown."""

    id: str
    name: str
    kind: str
    within: str | None = None
    lat: float | None = None
    lon: float | None = None
    variants: tuple[str, ...] = ()
    arabic: tuple[str, ...] = ()
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet, agency, blog or office that publishes."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Pack:
    """One or more packs laid over each other; later ones win where ids are equal.

    Attributes:
        id: the ids of the packs, joined by ``+``.
        digest: hash of all their files, so that a claim can say what it was grounded in.
        scope: id of the place that the theatre centres on.
        gazetteer: whether names that the pack does not know are looked for in the world; not in an invented one.
    """

    id: str
    digest: str
    actors: dict[str, Actor]
    places: dict[str, Place]
    sources: dict[str, Source]
    time_zone: str = "UTC"
    scope: str | None = None
    gazetteer: bool = True


@dataclass(frozen=True, slots=True)
class ByDigest:
    """A pack as the key of a cache: compared by its digest alone, without looking through what it holds."""

    digest: str
    pack: Pack = field(compare=False, repr=False)

    @classmethod
    def of(cls, pack: Pack) -> ByDigest:
        """Return the key of ``pack``."""
        return cls(pack.digest, pack)
