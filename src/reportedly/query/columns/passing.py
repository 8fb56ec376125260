"""Which claims pass a filter."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np
from sqlalchemy import Connection, select

from reportedly.query.clocks import cuts
from reportedly.query.columns.columns import Columns, Pairs
from reportedly.query.columns.words import Column, Mask, met, since, until
from reportedly.query.conditions import lies_at, same
from reportedly.query.filters import ClaimFilter
from reportedly.store import schema
from reportedly.store.matching import matching


def passing(columns: Columns, connection: Connection, where: ClaimFilter) -> Mask | None:
    """Return which claims stand and pass a filter, limit, offset and chains aside; None where only the record knows, as of earlier.

    Args:
        columns: of the state that the connection sees.
        connection: inside a read transaction.
        where: the filter.
    """
    if where.recorded_by is not None and cuts(connection, where.recorded_by):
        return None
    found = (columns.judged if where.judged else columns.drawn).copy()
    for each in (*_of_words(columns, where), *_of_time(columns, where), *_of_sides(columns, connection, where)):
        found &= each
    for document in _of_documents(columns, connection, where):
        found &= document[columns.document]
    if where.text is not None:
        words, marks = matching("claim", where.text), np.zeros(len(found), np.bool_)
        if words is not None:
            marks[columns.at(np.array(connection.scalars(words).all(), np.int64))] = True
        found &= marks
    return found


def following(columns: Columns, mask: Mask, after: int | None, count: int, *, by_day: bool = False) -> list[int]:
    """Return the numbers of so many claims of those that are marked.

    Args:
        columns: of the claims.
        mask: which pass.
        after: the number of the claim before them; of claims by their days, how many came before.
        count: how many, at most.
        by_day: by the days on which they are said to hold, those that tell none left out; else as they were recorded.
    """
    if by_day:
        order = columns.by_day
        return list(map(int, columns.seq[order[mask[order]][after or 0 :][:count]]))
    begin = int(np.searchsorted(columns.seq, after or 0, side="right"))
    return list(map(int, columns.seq[begin:][np.flatnonzero(mask[begin:])[:count]]))


def _of_words(columns: Columns, where: ClaimFilter) -> Iterator[Mask]:
    for column, values in ((columns.type, where.type), (columns.frame, where.frame), (columns.stance, where.stance)):
        if values:
            yield column.among(values)
    if where.own is not None:
        yield columns.own == where.own


def _of_time(columns: Columns, where: ClaimFilter) -> Iterator[Mask]:
    known = columns.begin.known() | columns.until.known()
    for limit in filter(None, (where.since, where.as_of)):
        yield known & columns.until.meeting(partial(since, limit), none=True)
    for limit in filter(None, (where.until, where.as_of)):
        yield known & columns.begin.meeting(partial(until, limit), none=True)


def _of_sides(columns: Columns, connection: Connection, where: ClaimFilter) -> Iterator[Mask]:
    """Yield which claims are said by, name, or are of a place; names are compared by the which knows of small and large."""
    if where.speaker is not None:
        yield _named(connection, columns.actor, columns.speaker, where.speaker)
    if where.actor is not None:
        pairs = columns.actors
        yield _claims(columns, pairs, _named(connection, pairs.key, pairs.name, where.actor))
    if where.place is not None:
        pairs, wanted = columns.places, where.place
        name = pairs.name.having(met(connection, pairs.name.words.values, lambda name: same(name, wanted)))
        yield _claims(columns, pairs, pairs.key.among([wanted]) | name)


def _named(connection: Connection, key: Column, name: Column, wanted: str) -> Mask:
    found = met(connection, name.words.values, lambda each: each.icontains(wanted, autoescape=True))
    return key.among([wanted]) | name.having(found)


def _claims(columns: Columns, pairs: Pairs, rows: Mask) -> Mask:
    marks = np.zeros(len(columns.seq), np.bool_)
    marks[pairs.claim[rows]] = True
    return marks


def _of_documents(columns: Columns, connection: Connection, where: ClaimFilter) -> Iterator[Mask]:
    """Yield which documents pass: each condition may be met by another appearance."""
    seen, wanted = columns.appearances, where.publisher
    if where.known_by is not None:
        yield columns.day.meeting(partial(until, where.known_by))
    if wanted is not None:
        name = seen.publisher.having(met(connection, seen.publisher.words.values, lambda each: same(each, wanted)))
        yield _documents(columns, seen.publisher_id.among([wanted]) | name)
    if where.published_since is not None:
        yield _documents(columns, seen.published.meeting(partial(since, where.published_since)))
    if where.published_until is not None:
        yield _documents(columns, seen.published.meeting(partial(until, where.published_until)))
    if where.doc is not None:
        begin = f"sha256:{where.doc.removeprefix('sha256:')}".lower()
        yield np.fromiter((each.lower().startswith(begin) for each in columns.documents.values), np.bool_)
    place = schema.appearance.c
    for value, test in ((where.path, lambda value: lies_at(place.path, value)), (where.ref, lambda value: place.ref == value)):
        if value is not None:
            marks = np.zeros(len(columns.documents), np.bool_)
            ids = connection.scalars(select(place.document).where(test(value)).distinct())
            marks[[number for each in ids if (number := columns.documents.number(each)) >= 0]] = True
            yield marks


def _documents(columns: Columns, rows: Mask) -> Mask:
    marks = np.zeros(len(columns.documents), np.bool_)
    marks[columns.appearances.document[rows]] = True
    return marks
