"""Where the places of claims lie: as the packs say, else as the reading of the claim found it in a gazetteer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from reportedly.mark.placed import AREAS
from reportedly.model.pack import Pack
from reportedly.store import Ledger, database, schema, sql


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a place lies, in degrees; ``precision`` is ``point``, ``area`` (somewhere in it), or ``unknown`` where nobody says.

    ``within`` is what the place lies in, by name, where that is all that is known.
    """

    lat: float | None = None
    lon: float | None = None
    kind: str | None = None
    precision: str = "unknown"
    within: str | None = None


def located(ledger: Ledger, wanted: Mapping[str, str], pack: Pack) -> dict[str, Spot]:
    """Return where places lie, by their ids.

    Args:
        ledger: the open ledger.
        wanted: id of a place -> id of a claim that names it.
        pack: the packs.
    """
    found = {place: _of_pack(place, pack) for place in wanted if place in pack.places}
    with ledger.reading() as connection:
        told = _of_claims(connection, {place: claim for place, claim in wanted.items() if place not in found})
    return found | {place: told.get((claim, place), Spot()) for place, claim in wanted.items() if place not in found}


def _of_pack(place: str, pack: Pack) -> Spot:
    held = pack.places[place]
    if held.lat is None:
        upper = pack.places.get(held.within or "")
        return Spot(kind=held.kind, within=None if upper is None else upper.name)
    return Spot(held.lat, held.lon, held.kind, "area" if held.kind in AREAS else "point")


def _of_claims(connection: Connection, wanted: Mapping[str, str]) -> dict[tuple[str, str], Spot]:
    """Return where the readings of claims found places to lie, by claim and place: where the first mention of each does."""
    mention, claim = schema.place_mention.c, schema.claim.c
    places, found = list(wanted), dict[tuple[str, str], Spot]()
    for start in range(0, len(places), sql.CHUNK):
        part = places[start : start + sql.CHUNK]
        query = (
            select(claim.id, mention.place, mention.lat, mention.lon, mention.kind, mention.precision)
            .join(schema.claim, claim.reading == mention.reading)
            .where(database.among(claim.id, [wanted[place] for place in part]), database.among(mention.place, part))
            .order_by(mention.ordinal)
        )
        for row in connection.execute(query):
            spot = Spot() if row.lat is None else Spot(row.lat, row.lon, row.kind, row.precision)
            found.setdefault((row.id, row.place), spot)
    return found
