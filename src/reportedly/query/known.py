"""Which values of a filter the ledger has never met: a mistyped name must not look like an answer."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, select

from reportedly.query.conditions import lies_at, named, of_document, same
from reportedly.query.filters import ClaimFilter
from reportedly.store import Ledger, schema

_CUTOFF = 0.7


@dataclass(frozen=True, slots=True)
class Unmet:
    """A value that nothing in the ledger has.

    Attributes:
        name: of the filter.
        value: as it was given.
        near: a value that the ledger has and that is written much like it; None where there is none.
    """

    name: str
    value: str
    near: str | None


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a filter looks at: whether a row has the value, and the columns of names that may have been meant."""

    has: Callable[[str], ColumnElement[bool]]
    names: tuple[Column[Any], ...] = ()


def unmet(ledger: Ledger, where: ClaimFilter) -> Iterator[Unmet]:
    """Yield the values of ``where`` that nothing in the ledger has, whatever else is asked for; in the order of the filters."""
    with ledger.reading() as connection:
        for name, kind in _kinds().items():
            given = getattr(where, name)
            for value in given if isinstance(given, tuple) else filter(None, (given,)):
                if connection.execute(select(1).where(kind.has(value)).limit(1)).first() is None:
                    yield Unmet(name, value, _near(connection, kind, value))


def _near(connection: Connection, kind: _Kind, value: str) -> str | None:
    columns = reversed(kind.names)  # where a name and an id differ in case only, the name is told
    known = {str(name).lower(): str(name) for column in columns for name in connection.scalars(select(column).distinct()) if name}
    found = difflib.get_close_matches(value.lower(), known, n=1, cutoff=_CUTOFF)
    return known[found[0]] if found else None


def _kinds() -> dict[str, _Kind]:
    claim, actor, place, at, document = (
        table.c for table in (schema.claim, schema.claim_actor, schema.claim_place, schema.appearance, schema.document)
    )
    return {
        "frame": _Kind(lambda value: claim.frame == value, (claim.frame,)),
        "speaker": _Kind(lambda value: named(claim.actor, claim.speaker, value), (claim.speaker, claim.actor)),
        "actor": _Kind(lambda value: named(actor.actor, actor.name, value), (actor.name, actor.actor)),
        "place": _Kind(lambda value: (place.place == value) | same(place.name, value), (place.name, place.place)),
        "publisher": _Kind(lambda value: (at.publisher_id == value) | same(at.publisher, value), (at.publisher, at.publisher_id)),
        "path": _Kind(lambda value: lies_at(at.path, value), (at.path,)),
        "ref": _Kind(lambda value: at.ref == value, (at.ref,)),
        "doc": _Kind(lambda value: of_document(document.id, value)),
    }
