"""Which places lie within one that is named: as the packs have it, and as the texts of the ledger were read."""

from __future__ import annotations

import json

from sqlalchemy import Connection, select

from reportedly.model.pack import Pack
from reportedly.store import schema


def area(connection: Connection, pack: Pack, named: str) -> frozenset[str]:
    """Return the ids of a place, by its id or a name of it, and of all that lies within it; none where no pack and no text has it."""
    own = {each.id for each in pack.places.values() if named.casefold() in {each.id.casefold(), each.name.casefold()}}
    at, mention = schema.claim_place.c, schema.place_mention.c
    known = connection.scalars(select(at.place).where((at.place == named) | (at.name == named), at.place.is_not(None)).distinct())
    own |= set(known) if not own else set()
    around = {each.id: each.within for each in pack.places.values()}
    found = {each for each in around if _lies(each, own, around)} | own
    query = select(mention.place, mention.within).where(mention.place.is_not(None), mention.within != "[]").distinct()
    return frozenset(found | {row.place for row in connection.execute(query) if found & set(json.loads(row.within))})


def _lies(place: str, own: set[str], around: dict[str, str | None]) -> bool:
    seen: set[str] = set()
    at: str | None = place
    while at is not None and at not in seen:
        if at in own:
            return True
        seen.add(at)
        at = around.get(at)
    return False
