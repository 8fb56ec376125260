"""How many claims have which value: facets, from the columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from reportedly.query.columns.columns import Columns, Pairs
from reportedly.query.columns.passing import passing
from reportedly.query.columns.words import Column, Mask, Numbers, Words
from reportedly.query.facets import DAYS, KINDS, MANY, MOST, OWN, Facet, Value
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
    whole = passing(columns, connection, where)
    if whole is None:
        return None
    masks: dict[ClaimFilter, Mask] = {where: whole}

    def mask(name: str) -> Mask:
        without: dict[str, Any] = {each: () if each in MANY else None for each in OWN.get(name, (name,))}
        key = replace(where, **without)
        if key not in masks:
            found = passing(columns, connection, key)
            masks[key] = whole if found is None else found
        return masks[key]

    return (_facet(columns, name, mask(name), times if name in DAYS else most) for name in names)


def _facet(columns: Columns, name: str, mask: Mask, most: int) -> Facet:
    if name in DAYS:
        values = _times(columns.begin, mask, DAYS[name], most)
    elif name == "speaker":
        values = _speakers(columns, mask, most)
    elif name in {"actor", "place"}:
        values = _named(columns.actors if name == "actor" else columns.places, mask, most)
    else:
        column = columns.publisher if name == "publisher" else getattr(columns, name)
        numbers = column.numbers[columns.document[mask]] if name == "publisher" else column.numbers[mask]
        words = column.words
        values = [Value(words.values[at], words.values[at], count) for at, count in _top(words, _counts(numbers, len(words)), most)]
    return Facet(name, tuple(values[:most]), more=len(values) > most)


def _counts(numbers: Numbers, length: int) -> Counts:
    return np.bincount(numbers[numbers >= 0], minlength=length)


def _top(words: Words, counts: Counts, most: int) -> list[tuple[int, int]]:
    """Return the words of the most rows, and how many; one more than are asked for. Of as many rows the word that is first stands first."""
    there = np.flatnonzero(counts)
    order = there[np.lexsort((words.order()[there], -counts[there]))][: most + 1]
    return [(int(at), int(counts[at])) for at in order]


def _times(column: Column, mask: Mask, length: int, most: int) -> list[Value]:
    words = column.words.values
    counts, found = _counts(column.numbers[mask], len(words)), dict[str, int]()
    for at in np.flatnonzero(counts):
        part = words[at][:length]
        found[part] = found.get(part, 0) + int(counts[at])
    return [Value(part, part, found[part]) for part in sorted(found)[: most + 1]]


def _speakers(columns: Columns, mask: Mask, most: int) -> list[Value]:
    """Return who speaks: by id, else by name."""
    actor, name = columns.actor.numbers[mask], columns.speaker.numbers[mask]
    both, ids = Words(), columns.actor.words.values
    key_of_id, key_of_name = both.numbers(ids), both.numbers(columns.speaker.words.values)
    keys = np.where(actor >= 0, np.append(key_of_id, np.int32(-1))[actor], np.append(key_of_name, np.int32(-1))[name])
    return _labelled(Column(both, keys), Column(columns.speaker.words, name), _counts(keys, len(both)), most)


def _named(pairs: Pairs, mask: Mask, most: int) -> list[Value]:
    rows = mask[pairs.claim]
    once = pairs.once[rows[pairs.once]]
    counts = _counts(pairs.key.numbers[once], len(pairs.key.words))
    return _labelled(pairs.key.chosen(rows), pairs.name.chosen(rows), counts, most)


def _labelled(keys: Column, names: Column, counts: Counts, most: int) -> list[Value]:
    """Return the keys of the most claims, each called by the first of its names in the order of words."""
    top = _top(keys.words, counts, most)
    place = np.full(len(keys.words) + 1, -1, np.int32)
    place[[at for at, _ in top]] = np.arange(len(top), dtype=np.int32)
    rows = (place[keys.numbers] >= 0) & names.known()
    order = names.words.order()
    first = np.full(len(top), len(order), np.int32)
    np.minimum.at(first, place[keys.numbers[rows]], order[names.numbers[rows]])
    words = [*(names.words.values[at] for at in np.argsort(order)), None]
    return [Value(keys.words.values[at], words[name] or keys.words.values[at], count) for (at, count), name in zip(top, first, strict=True)]
