"""A place as a gazetteer knows it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place of a gazetteer, with its names where it is being read in.

    Attributes:
        id: what it is called by, unique within its gazetteer.
        kind: one of :data:`reportedly.model.pack.PLACE_KINDS`.
        lat, lon: degrees (WGS 84), None where unknown.
        country: ISO 3166-1 code in lower case, which is the id of the country too.
        within: id of the next larger place.
        population: people who live there, 0 where unknown.
        names: other spellings, in any script; empty where the place was looked up.
        main: whether it was looked up by the name that it goes by.
    """

    id: str
    name: str
    kind: str
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    within: str | None = None
    population: int = 0
    source: str | None = None
    names: tuple[str, ...] = ()
    main: bool = True
