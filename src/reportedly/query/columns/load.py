"""Reading the columns from the record: all of them, or what came since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, select

from reportedly.query.columns.columns import Columns, Pairs, Places
from reportedly.query.columns.papers import with_documents
from reportedly.query.columns.words import Column, Mask, Words
from reportedly.store import database, schema, sightings, sql

_ROWS = 50_000
_CLAIMS = (
    'SELECT seq, reading, own, proposition, type, frame, stance, speaker, actor, "begin", "until" FROM claim WHERE seq > ?'
    " ORDER BY seq LIMIT ?"
)
_NAMED = "SELECT claim, {key}, name FROM claim_{key} WHERE claim > ? AND claim <= ? ORDER BY claim, ordinal"
_WORDS = ("type", "frame", "stance", "speaker", "actor", "begin", "until")


def loaded(connection: Connection) -> Columns:
    """Return the columns of all claims."""
    column, none, few = Column.empty, np.zeros(0, np.bool_), np.zeros(0, np.int32)
    words: dict[str, Any] = {name: column() for name in (*_WORDS, "publisher", "day", "lang")}
    pairs: dict[str, Any] = {name: Pairs(few, column(), column(), few) for name in ("places", "actors")}
    marks: dict[str, Any] = {**dict.fromkeys(("judged", "drawn", "own"), none), **dict.fromkeys(("document", "withheld"), few)}
    places = Places(few, column(), column(), column(), column())
    marks |= {"said": np.zeros(0, np.uint32), "number": np.zeros(0, np.int64)}
    begun = Columns(0, np.zeros(0, np.int64), documents=Words(), appearances=places, **words, **pairs, **marks)
    return grown(connection, begun)


def grown(connection: Connection, held: Columns) -> Columns:
    """Return the columns with what was recorded since."""
    to = sightings.last_batch(connection)
    changed = sightings.changed(connection, held.batch, to) if held.batch else None
    made = with_documents(connection, _with_claims(connection, held), changed)
    before = len(held.seq)
    return replace(
        made,
        batch=to,
        judged=_stands(connection, made, held.judged, changed, judged=True),
        drawn=_stands(connection, made, held.drawn, changed, judged=False),
        places=_with_pairs(connection, made.places, made, before, "place"),
        actors=_with_pairs(connection, made.actors, made, before, "actor"),
    )


def _with_claims(connection: Connection, held: Columns) -> Columns:
    documents = dict(map(tuple, connection.execute(select(schema.reading.c.seq, schema.reading.c.document))))
    parts: dict[str, list[Any]] = {name: [getattr(held, name).numbers] for name in _WORDS}
    seq, document, own, said = [held.seq], [held.document], [held.own], [held.said]
    for rows in _chunks(connection, int(held.seq[-1]) if len(held.seq) else 0):
        number, reading, voice, sayings, *words = zip(*rows, strict=True)
        seq.append(np.array(number, np.int64))
        document.append(held.documents.numbers([documents[each] for each in reading]))
        own.append(np.array(voice, np.bool_))
        said.append(np.fromiter((crc32(each.encode()) for each in sayings), np.uint32, len(sayings)))
        for name, column in zip(_WORDS, words, strict=True):
            parts[name].append(getattr(held, name).words.numbers(column))
    columns: dict[str, Any] = {name: Column(getattr(held, name).words, np.concatenate(each)) for name, each in parts.items()}
    marks: dict[str, list[Any]] = {"seq": seq, "document": document, "own": own, "said": said}
    columns |= {name: np.concatenate(each) for name, each in marks.items()}
    return replace(held, **columns)


def _chunks(connection: Connection, last: int) -> Iterator[Sequence[Sequence[Any]]]:
    while rows := database.ask(connection, _CLAIMS, (last, _ROWS)):
        yield rows
        last = rows[-1][0]


def _stands(connection: Connection, made: Columns, before: Mask, changed: Sequence[str] | None, *, judged: bool) -> Mask:
    """Return which claims stand: those that did, but for those of documents that changed, of which it is asked again."""
    marks = np.zeros(len(made.seq), np.bool_)
    if changed is None:
        marks[made.at(_numbers(connection, None, judged=judged))] = True
        return marks
    marks[: len(before)] = before
    wanted = np.array([number for each in changed if (number := made.documents.number(each)) >= 0], np.int32)
    marks[np.isin(made.document, wanted)] = False
    for start in range(0, len(changed), sql.CHUNK):
        marks[made.at(_numbers(connection, changed[start : start + sql.CHUNK], judged=judged))] = True
    return marks


def _numbers(connection: Connection, documents: Sequence[str] | None, *, judged: bool) -> NDArray[np.int64]:
    claim = schema.claim.c
    query = select(claim.seq).where(sql.current(documents=documents, judged=judged))
    query = query if documents is None else query.where(claim.document.in_(documents))
    return np.array(database.numbers(connection, query), np.int64)


def _with_pairs(connection: Connection, held: Pairs, made: Columns, before: int, key: str) -> Pairs:
    claim, keys, names = [held.claim], [held.key.numbers], [held.name.numbers]
    for start in range(before, len(made.seq), _ROWS):
        first, last = made.seq[start - 1] if start else 0, made.seq[min(start + _ROWS, len(made.seq)) - 1]
        rows = database.ask(connection, _NAMED.format(key=key), (int(first), int(last)))
        if rows:
            number, of, name = zip(*rows, strict=True)
            claim.append(np.searchsorted(made.seq, np.array(number, np.int64)).astype(np.int32))
            keys.append(held.key.words.numbers(of))
            names.append(held.name.words.numbers(name))
    whole, of_key = np.concatenate(claim), np.concatenate(keys)
    _, once = np.unique(whole.astype(np.int64) << 32 | of_key.astype(np.uint32), return_index=True)
    return Pairs(whole, Column(held.key.words, of_key), Column(held.name.words, np.concatenate(names)), once.astype(np.int32))
