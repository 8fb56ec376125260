"""Which claims pass a filter."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

import numpy as np
from sqlalchemy import Connection, select

from reportedly.query.clocks import cuts
from reportedly.query.columns.columns import Columns, Pairs
from reportedly.query.columns.words import Column, Mask, met, since, until
from reportedly.query.conditions import lies_at, same
from reportedly.query.filters import ClaimFilter
from reportedly.store import database, schema
from reportedly.store.matching import matching

_RECENT = 4
"""Filters of which it is kept what meets them: a page asks for its rows and its facets by the same one."""


def passing(columns: Columns, connection: Connection, where: ClaimFilter) -> Mask | None:
    """Return which claims stand and pass a filter, limit, offset and chains aside; None where only the record knows, as of earlier.

    Args:
        columns: of the state that the connection sees.
        connection: inside a read transaction.
        where: the filter.
    """
    if where.recorded_by is not None and cuts(connection, where.recorded_by):
        return None
    return _all_of(columns, where, conditions(columns, connection, where).values())


def conditions(columns: Columns, connection: Connection, where: ClaimFilter) -> dict[str, Mask]:
    """Return which claims meet each part of a filter, by its name; the clock of recording, limit, offset and chains aside."""
    key, recent = replace(where, recorded_by=None, limit=None, offset=0, min_chains=None), columns.recent
    found = recent.get(key)
    if found is None:
        for old in list(recent)[: 1 - _RECENT]:
            recent.pop(old, None)
        recent[key] = found = _conditions(columns, connection, key)
    return found


def _conditions(columns: Columns, connection: Connection, where: ClaimFilter) -> dict[str, Mask]:
    found: dict[str, Mask] = {}
    for name, mask in (*_of_words(columns, where), *_of_time(columns, where), *_of_sides(columns, connection, where)):
        found[name] = found[name] & mask if name in found else mask
    for name, document in _of_documents(columns, connection, where):
        found[name] = document[columns.document]
    if where.text is not None:
        words, marks = matching("claim", where.text), np.zeros(len(columns.seq), np.bool_)
        if words is not None:
            marks[columns.at(np.sort(np.array(database.numbers(connection, words), np.int64)))] = True
        found["text"] = marks
    return found


def without(columns: Columns, where: ClaimFilter, met: Mapping[str, Mask], names: Collection[str]) -> Mask:
    """Return which claims stand and meet all of these conditions but those of some names."""
    return _all_of(columns, where, (mask for name, mask in met.items() if name not in names))


def _all_of(columns: Columns, where: ClaimFilter, masks: Iterable[Mask]) -> Mask:
    found = (columns.judged if where.judged else columns.drawn).copy()
    for mask in masks:
        found &= mask
    return found


def following(
    columns: Columns, mask: Mask, after: int | None, count: int | None, *, by_day: bool = False, homes: int = 0
) -> dict[int, int]:
    """Return so many claims of those that are marked: their numbers, each with the cursor of what follows it.

    Args:
        columns: of the claims.
        mask: which pass.
        after: the cursor of the claim before them: its number; of claims by their days, how many came before.
        count: how many, at most; None for all.
        by_day: by the days on which they are said to hold, those that tell none left out; else as they were recorded.
        homes: from so many publishers at least is there a claim that says the same; others are passed over.
    """
    if by_day:
        order, begin = columns.by_day, after or 0
        at = order[mask[order]][begin:]
        cursors = np.arange(begin + 1, begin + 1 + len(at))
    else:
        begin = int(np.searchsorted(columns.seq, after or 0, side="right"))
        at = begin + np.flatnonzero(mask[begin:])
        cursors = columns.seq[at]
    if homes > 1:
        kept = columns.homes[at] >= homes
        at, cursors = at[kept], cursors[kept]
    return dict(zip(columns.seq[at[:count]].tolist(), cursors[:count].tolist(), strict=True))


def documents_passing(columns: Columns, connection: Connection, where: ClaimFilter, after: int, count: int) -> list[int] | None:
    """Return the numbers of so many documents that pass and follow a number; None where only the record knows: by words, or as of earlier.

    Args:
        columns: of the state that the connection sees.
        connection: inside a read transaction.
        where: the filter; what is asked of claims does not matter.
        after: the number of the document before them.
        count: how many, at most.
    """
    if where.text is not None or (where.recorded_by is not None and cuts(connection, where.recorded_by)):
        return None
    found = columns.day.known()
    for _, mask in _of_documents(columns, connection, where):
        found = found & mask
    numbers = np.sort(columns.number[found])
    return list(map(int, numbers[np.searchsorted(numbers, after, side="right") :][:count]))


Named = Iterator[tuple[str, Mask]]
"""Masks, each with the name of the filter that it is of."""


def _of_words(columns: Columns, where: ClaimFilter) -> Named:
    for name in ("type", "frame", "stance"):
        if getattr(where, name):
            yield name, getattr(columns, name).among(getattr(where, name))
    if where.own is not None:
        yield "own", columns.own == where.own


def _of_time(columns: Columns, where: ClaimFilter) -> Named:
    known = columns.begin.known() | columns.until.known()
    for name, limit in (("since", where.since), ("as_of", where.as_of)):
        if limit:
            yield name, known & columns.until.meeting(partial(since, limit), none=True)
    for name, limit in (("until", where.until), ("as_of", where.as_of)):
        if limit:
            yield name, known & columns.begin.meeting(partial(until, limit), none=True)


def _of_sides(columns: Columns, connection: Connection, where: ClaimFilter) -> Named:
    """Yield which claims are said by, name, or are of a place; names are compared by the database, which knows of small and large."""
    if where.speaker is not None:
        yield "speaker", _named(connection, columns.actor, columns.speaker, where.speaker)
    if where.actor is not None:
        pairs = columns.actors
        yield "actor", _claims(columns, pairs, _named(connection, pairs.key, pairs.name, where.actor))
    if where.place is not None:
        pairs, wanted = columns.places, where.place
        name = pairs.name.having(met(connection, pairs.name.words.values, lambda name: same(name, wanted)))
        yield "place", _claims(columns, pairs, pairs.key.among([wanted]) | name)


def _named(connection: Connection, key: Column, name: Column, wanted: str) -> Mask:
    found = met(connection, name.words.values, lambda each: each.icontains(wanted, autoescape=True))
    return key.among([wanted]) | name.having(found)


def _claims(columns: Columns, pairs: Pairs, rows: Mask) -> Mask:
    marks = np.zeros(len(columns.seq), np.bool_)
    marks[pairs.claim[rows]] = True
    return marks


def _of_documents(columns: Columns, connection: Connection, where: ClaimFilter) -> Named:
    """Yield which documents pass: each condition may be met by another appearance."""
    seen, wanted = columns.appearances, where.publisher
    if where.known_by is not None:
        yield "known_by", columns.day.meeting(partial(until, where.known_by))
    if wanted is not None:
        name = seen.publisher.having(met(connection, seen.publisher.words.values, lambda each: same(each, wanted)))
        yield "publisher", _documents(columns, seen.publisher_id.among([wanted]) | name)
    if where.published_since is not None:
        yield "published_since", _documents(columns, seen.published.meeting(partial(since, where.published_since)))
    if where.published_until is not None:
        yield "published_until", _documents(columns, seen.published.meeting(partial(until, where.published_until)))
    if where.doc is not None:
        begin = f"sha256:{where.doc.removeprefix('sha256:')}".lower()
        yield "doc", np.fromiter((each.lower().startswith(begin) for each in columns.documents.values), np.bool_)
    place = schema.appearance.c
    tests = (("path", where.path, lambda value: lies_at(place.path, value)), ("ref", where.ref, lambda value: place.ref == value))
    for told, value, test in tests:
        if value is not None:
            marks = np.zeros(len(columns.documents), np.bool_)
            ids = connection.scalars(select(place.document).where(test(value)).distinct())
            marks[[number for each in ids if (number := columns.documents.number(each)) >= 0]] = True
            yield told, marks


def _documents(columns: Columns, rows: Mask) -> Mask:
    marks = np.zeros(len(columns.documents), np.bool_)
    marks[columns.appearances.document[rows]] = True
    return marks
