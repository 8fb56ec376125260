"""Reading the columns of documents: where they appeared, in which language they are, and what was withheld of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from sqlalchemy import Connection

from reportedly.query.columns.columns import Columns, Places
from reportedly.query.columns.words import Column, Numbers
from reportedly.store import database, sql

_PLACES = (
    "SELECT a.document, a.publisher, a.publisher_id, a.published, coalesce(a.published, substr(a.recorded, 1, 10)) FROM appearance a"
    " {which} ORDER BY a.seq"
)
_LANGS = "SELECT a.id, a.lang, a.seq FROM document a {which}"
_WITHHELD = (
    "SELECT a.document, a.layers FROM reading a WHERE a.layers LIKE '%\"withheld\"%' AND a.seq IN (SELECT max(seq) FROM reading GROUP BY"
    " document) {which}"
)
_THESE = " IN (SELECT CAST(value AS TEXT) FROM json_each(?))"
_NAMES = ("publisher", "publisher_id", "published", "day")


def with_documents(connection: Connection, made: Columns, changed: Sequence[str] | None) -> Columns:
    """Return the columns with those of documents; of some of them that changed, or all where it is None."""
    asked = list(_asked(connection, _PLACES, "WHERE a.document", changed))
    document, *words = zip(*asked, strict=True) if asked else ((), (), (), (), ())
    own, held = made.documents.numbers(document), made.appearances
    kept = np.zeros(len(held.document), np.bool_) if changed is None else ~np.isin(held.document, made.documents.numbers(changed))
    columns = {name: getattr(held, name).chosen(kept).with_rows(each) for name, each in zip(_NAMES, words, strict=True)}
    places = Places(np.concatenate((held.document[kept], own)), **columns)
    langs = [row for row in _asked(connection, _LANGS, "WHERE a.id", changed) if made.documents.number(row[0]) >= 0]
    lang, withheld = (np.full(len(made.documents), none, np.int32) for none in (-1, 0))
    lang[: len(made.lang.numbers)], withheld[: len(made.withheld)] = made.lang.numbers, made.withheld
    number = np.zeros(len(made.documents), np.int64)
    number[: len(made.number)] = made.number
    at = [made.documents.number(key) for key, *_ in langs]
    lang[at], number[at] = made.lang.words.numbers([each for _, each, _ in langs]), [each for *_, each in langs]
    withheld[made.documents.numbers(changed or ())] = 0
    for key, layers in _asked(connection, _WITHHELD, "AND a.document", changed):
        if made.documents.number(key) >= 0:
            withheld[made.documents.number(key)] = sum(json.loads(layers)["withheld"].values())
    return replace(
        made,
        appearances=places,
        publisher=_first_publisher(made, places),
        day=_first_day(made, places),
        lang=Column(made.lang.words, lang),
        number=number,
        withheld=withheld,
    )


def _asked(connection: Connection, statement: str, key: str, documents: Sequence[str] | None) -> Iterator[Sequence[Any]]:
    """Yield the rows of a statement, of some documents or of all."""
    if documents is None:
        yield from database.ask(connection, statement.format(which=""), ())
        return
    for start in range(0, len(documents), sql.CHUNK):
        part = json.dumps(list(documents[start : start + sql.CHUNK]))
        yield from database.ask(connection, statement.format(which=key + _THESE), (part,))


def _first_publisher(made: Columns, places: Places) -> Column:
    """Return the publisher of the first appearance of each document, its id where it has no name."""
    words, found = made.publisher.words, np.full(len(made.documents), -1, np.int32)
    order = np.argsort(places.document, kind="stable")  # of those of a document the first was recorded first
    document, first = np.unique(places.document[order], return_index=True)
    own, ids = (words.numbers(each.words.values) for each in (places.publisher, places.publisher_id))
    at = order[first]
    name, of_id = places.publisher.numbers[at], places.publisher_id.numbers[at]
    found[document] = np.where(name >= 0, _taken(own, name), _taken(ids, of_id))
    return Column(words, found)


def _taken(values: Numbers, at: Numbers) -> Numbers:
    return np.append(values, np.int32(-1))[at]


def _first_day(made: Columns, places: Places) -> Column:
    order = places.day.words.order()
    found = np.full(len(made.documents), len(order), np.int32)
    np.minimum.at(found, places.document, order[places.day.numbers])
    return Column(places.day.words, np.append(np.argsort(order).astype(np.int32), np.int32(-1))[found])
