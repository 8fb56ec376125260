"""In words: why claims are of one chain, and what may yet join chains that are told apart."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, func, select

from reportedly.compare.houses import Houses
from reportedly.compare.origins import Origin
from reportedly.export.contract import Json
from reportedly.store import schema, sql

_SHOWN = 3  # documents or names of one reason


def origin_rows(connection: Connection, origins: Sequence[Origin], houses: Houses) -> list[Json]:
    """Return the independent chains behind a claim as rows.

    Each has its ``claims``, ``publishers``, ``shared`` (the nodes that join its claims), ``why`` (the same in words), ``unresolved``
    (hops that may be anybody) and ``open`` (those in words).
    """
    names = _names(connection, [claim for origin in origins for claim in origin.claims], houses)
    paths = _paths(connection, {node.split(":", 1)[1] for origin in origins for node in origin.shared if node.startswith("document:")})
    paths |= _paths(connection, {_of_passage(node) for origin in origins for node in origin.shared if node.startswith("passage:")})
    return [
        {
            "claims": list(one.claims),
            "publishers": sorted(one.publishers),
            "shared": list(one.shared),
            "why": list(_reasons(one.shared, names, paths)),
            "unresolved": sorted(one.unresolved),
            "open": sorted({hop.partition("|")[2] or "a source that is not named" for hop in one.unresolved}),
        }
        for one in origins
    ]


def _reasons(shared: Iterable[str], names: Mapping[str, str], paths: Mapping[str, str]) -> list[str]:
    kinds: dict[str, list[str]] = {}
    for node in shared:
        kind, _, key = node.partition(":")
        kinds.setdefault(kind, []).append(key)
    found = [f"go back to {_listed(names.get(key, key) for key in kinds['by'])}"] if "by" in kinds else []
    if "document" in kinds:
        found.append(f"stand in one document, {_listed(paths.get(key) for key in kinds['document'])}")
    elif "family" in kinds:
        found.append("stand in copies of one text")
    elif "passage" in kinds:
        found.append(f"stand in words that are found in {_listed(paths.get(_of_passage(f'passage:{key}')) for key in kinds['passage'])}")
    return found


def _listed(parts: Iterable[str | None]) -> str:
    """Return names or paths in a row; rows of one table name it once."""
    known = sorted({part for part in parts if part})
    more = f" and {len(known) - _SHOWN} more" if len(known) > _SHOWN else ""
    shown = known[:_SHOWN]
    table = shown[0].rpartition("#")[0] if shown else ""
    if table and all(part.rpartition("#")[0] == table for part in shown):
        shown = [shown[0], *(part.removeprefix(table) for part in shown[1:])]
    return ", ".join(shown) + more


def _of_passage(node: str) -> str:
    """Return the document of a node like ``passage:sha256:…:12-90``."""
    return node.partition(":")[2].rpartition(":")[0]


def _names(connection: Connection, claims: Sequence[str], houses: Houses) -> dict[str, str]:
    """Return the keys of all who have a part in the chains of claims -> the names to show."""
    claim, (place, first) = schema.claim, sql.first_of(schema.claim.c.document)
    publisher = func.coalesce(place.c.publisher, place.c.publisher_id).label("publisher")
    found: dict[str, str] = {}
    query = select(claim.c.body, claim.c.speaker, claim.c.actor, publisher, place.c.byline).where(first)
    for start in range(0, len(claims), sql.CHUNK):
        for row in connection.execute(query.where(claim.c.id.in_(claims[start : start + sql.CHUNK]))):
            hands = (row.publisher, row.speaker, *json.loads(row.body)["chain"], *json.loads(row.byline))
            for name in filter(None, hands):
                key = houses.key(name)
                found.setdefault(key, houses.shown(key) or name)
            if row.actor:
                key = houses.house(row.actor)
                found.setdefault(key, houses.shown(key) or row.speaker)
    return found


def _paths(connection: Connection, documents: set[str]) -> dict[str, str]:
    place = schema.appearance.c
    wanted, found = sorted(documents), dict[str, str]()
    for start in range(0, len(wanted), sql.CHUNK):
        query = select(place.document, place.path).where(place.document.in_(wanted[start : start + sql.CHUNK])).order_by(place.seq)
        for row in connection.execute(query):
            found.setdefault(row.document, row.path)
    return found
