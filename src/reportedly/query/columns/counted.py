"""How many claims have which value: facets, from the columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from reportedly.query.clocks import cuts
from reportedly.query.columns.columns import Columns
from reportedly.query.columns.passing import conditions, without
from reportedly.query.columns.words import Column, Mask, Numbers, Words
from reportedly.query.facets import DAYS, KINDS, MOST, OWN, Facet, Value
from reportedly.query.filters import ClaimFilter

Counts = NDArray[np.intp]


def counted(
    columns: Columns, connection: Connection, where: ClaimFilter, names: Sequence[str] = KINDS, *, most: int = MOST, times: int = MOST
) -> Iterator[Facet] | None:
    """Return the facets of the claims that pass, each counted without its own filter; None where only the record knows.

    Args:
        columns: of the state that the connection sees.
        connection: inside a read transaction.
        where: the filter.
        names: which facets; ``day`` is one of its own.
        most: values of each.
        times: values of those of time.
    """
    if where.recorded_by is not None and cuts(connection, where.recorded_by):
        return None
    met = conditions(columns, connection, where)
    masks: dict[frozenset[str], Mask] = {}

    def mask(name: str) -> Mask:
        own = frozenset(met.keys() & set(OWN.get(name, (name,))))
        if own not in masks:
            masks[own] = without(columns, where, met, own)
        return masks[own]

    return (_facet(columns, name, mask(name), times if name in DAYS else most) for name in names)


def _facet(columns: Columns, name: str, mask: Mask, most: int) -> Facet:
    if name in DAYS:
        values = _times(columns.begin, mask, DAYS[name], most)
    elif name == "speaker":
        values = _labelled(columns.voice.words, columns.called, _counts(columns.voice, mask), most)
    elif name in {"actor", "place"}:
        pairs = columns.actors if name == "actor" else columns.places
        values = _labelled(pairs.key.words, pairs.called, _counts(pairs.each, mask[pairs.of]), most)
    else:
        column = columns.publisher if name == "publisher" else getattr(columns, name)
        counts = _counts(column, columns.document[mask] if name == "publisher" else mask)
        values = _labelled(column.words, column.words.values, counts, most)
    return Facet(name, tuple(values[:most]), more=len(values) > most)


def _counts(column: Column, rows: Mask | Numbers) -> Counts:
    """Return how many of some rows, marked or by their places, have each word."""
    counts: Counts = np.bincount(column.numbers[rows] + 1, minlength=len(column.words) + 1)[1:]
    return counts


def _top(words: Words, counts: Counts, most: int) -> list[tuple[int, int]]:
    """Return the words of the most rows, and how many; one more than are asked for. Of as many rows the word that is first stands first."""
    there = np.flatnonzero(counts)
    order = there[np.lexsort((words.order()[there], -counts[there]))][: most + 1]
    return [(int(at), int(counts[at])) for at in order]


def _times(column: Column, mask: Mask, length: int, most: int) -> list[Value]:
    words = column.words.values
    counts, found = _counts(column, mask), dict[str, int]()
    for at in np.flatnonzero(counts):
        part = words[at][:length]
        found[part] = found.get(part, 0) + int(counts[at])
    return [Value(part, part, found[part]) for part in sorted(found)[: most + 1]]


def _labelled(words: Words, called: Sequence[str], counts: Counts, most: int) -> list[Value]:
    return [Value(words.values[at], called[at], count) for at, count in _top(words, counts, most)]
