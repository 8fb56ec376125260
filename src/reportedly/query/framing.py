"""The words of the ledger's texts for actors and acts, each with whose words it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from sqlalchemy import Connection

from reportedly.model.pack import Pack
from reportedly.query.asked import clocks_in
from reportedly.query.conditions import numbers, selection
from reportedly.query.filters import ClaimFilter
from reportedly.query.groups import EVER
from reportedly.query.left import Left
from reportedly.query.source import last_day, ordinal, standing
from reportedly.query.spoken import spoken
from reportedly.query.uttered import uttered
from reportedly.query.worded import Asked, Worded
from reportedly.store import Ledger, database, schema
from reportedly.track.framing import Framing, framing, shortened
from reportedly.truce.view import View

_OF_ROWS = frozenset({"actor", "frame", "as_of", "known_by", "recorded_by", "judgements", "limit", "offset"})
"""Fields of a filter that choose rows, and no documents."""


def framings(
    ledger: Ledger, where: ClaimFilter, *, asked: View, pack: Pack, left: Left | None = None, most: int | None = None
) -> Iterator[Framing]:
    """Yield who and what the texts have words for, from the documents of which a claim passes the filter.

    Args:
        ledger: the open ledger.
        where: which documents; ``actor`` and ``frame`` choose rows by the actor and the act that words are for.
        asked: the day, what was known and recorded by then, and the lens.
        pack: the names by which actors are told; else those that the ledger holds.
        left: is told how many rows are left out.
        most: so many sources and voices of each row, the first of them; all where None.
    """
    found, more = _kept(ledger, where, asked, most) or _whole(ledger, where, asked)
    if left is not None:
        left.rows = more
    yield from (shortened(called(row, pack), most) for row in found)


def _kept(ledger: Ledger, where: ClaimFilter, asked: View, most: int | None) -> tuple[list[Framing], int] | None:
    """Return the rows by what is kept, and how many there are beyond them; None where it is of another state than what is asked for."""
    with standing(ledger, asked) as connection:
        if connection is None:
            return None
        claims = frozenset(database.numbers(connection, numbers(_of_documents(where)))) if _given(where) else None
        day = min(ordinal(asked.as_of), EVER if asked.known_by is None else ordinal(asked.known_by))
        chosen = Asked(last_day(asked.as_of), day, claims, where.actor, where.frame, asked.chains, most)
        return Worded(connection, uttered(ledger, connection), chosen).rows(where.offset, where.limit)


def _whole(ledger: Ledger, where: ClaimFilter, asked: View) -> tuple[list[Framing], int]:
    rows = [row for row in unnamed(ledger, where, asked) if framed(row, where)]
    stop = len(rows) if where.limit is None else where.offset + where.limit
    return rows[where.offset : stop], max(0, len(rows) - stop)


def unnamed(ledger: Ledger, where: ClaimFilter, asked: View) -> list[Framing]:
    """Return all rows of the documents of which a claim passes, whoever and whatever they are for, with names as the texts have them."""
    with ledger.reading() as connection:
        clocks = clocks_in(asked)
        words = list(spoken(connection, clocks, _documents(connection, where, clocks)))
    return list(framing(words, last_day(asked.as_of), asked.chains))


def called(row: Framing, pack: Pack) -> Framing:
    """Return a row with the name that the packs have for its actor."""
    known = pack.actors.get(row.actor or "")
    return row if known is None else replace(row, name=known.name)


def framed(row: Framing, where: ClaimFilter) -> bool:
    """Say whether words are for the actor, or the act, that a filter names."""
    wanted = where.actor.casefold() if where.actor else ""
    named = not wanted or row.actor == where.actor or wanted in row.name.casefold()
    return named and (not where.frame or row.act in where.frame)


def _documents(connection: Connection, where: ClaimFilter, clocks: ClaimFilter) -> set[str] | None:
    if not _given(where):
        return None
    narrowed = replace(_of_documents(where), known_by=clocks.known_by, recorded_by=clocks.recorded_by, judgements=clocks.judgements)
    return set(connection.scalars(selection(narrowed).with_only_columns(schema.claim.c.document)))


def _given(where: ClaimFilter) -> bool:
    """Say whether a filter chooses documents."""
    return bool({field.name for field in fields(where) if getattr(where, field.name) not in {None, ()}} - _OF_ROWS)


def _of_documents(where: ClaimFilter) -> ClaimFilter:
    clocks: dict[str, Any] = dict.fromkeys(("as_of", "known_by", "recorded_by", "judgements"))
    return replace(where, **clocks, limit=None, offset=0, actor=None, frame=())
