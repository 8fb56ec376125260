"""Where the places of claims lie: as the packs say, else as the reading of the claim found it in a gazetteer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from reportedly.mark.placed import AREAS
from reportedly.model.pack import Pack
from reportedly.store import Ledger, schema


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
        found |= {place: _of_claim(connection, place, claim) for place, claim in wanted.items() if place not in found}
    return found


def _of_pack(place: str, pack: Pack) -> Spot:
    held = pack.places[place]
    if held.lat is None:
        upper = pack.places.get(held.within or "")
        return Spot(kind=held.kind, within=None if upper is None else upper.name)
    return Spot(held.lat, held.lon, held.kind, "area" if held.kind in AREAS else "point")


def _of_claim(connection: Connection, place: str, claim: str) -> Spot:
    mention = schema.place_mention.c
    query = (
        select(mention.lat, mention.lon, mention.kind, mention.precision)
        .join(schema.claim, schema.claim.c.reading == mention.reading)
        .where(schema.claim.c.id == claim, mention.place == place)
        .order_by(mention.ordinal)
    )
    row = connection.execute(query.limit(1)).first()
    return Spot() if row is None or row.lat is None else Spot(row.lat, row.lon, row.kind, row.precision)
