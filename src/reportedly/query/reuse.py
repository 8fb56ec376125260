"""Documents that share words, as rows of the contract: pairs with what was edited, families with the earliest form, versions of one URL."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import combinations, pairwise, product
from typing import Any

from sqlalchemy import Connection, Row, and_, or_, select

from reportedly.compare.background import Background
from reportedly.compare.edits import edits
from reportedly.compare.reprints import families
from reportedly.compare.side import Edit
from reportedly.compare.versions import change
from reportedly.compare.words import split
from reportedly.export.contract import Json
from reportedly.model import Reprint
from reportedly.packs import load_packs
from reportedly.query.claims import ANY, document_rows
from reportedly.query.clocks import appeared, was_there
from reportedly.query.copies import changed
from reportedly.query.filters import ClaimFilter
from reportedly.store import Ledger, schema, sql

_TEXTS = 128  # kept at hand
_NO_STEP: Json = {"change": "first", "edits": [], "changed": []}


def reprints(ledger: Ledger) -> Iterator[Json]:
    """Yield the pairs of paths whose documents share words; paths of the same bytes are pairs, too.

    ``a`` and ``b`` are paths, the one published first before the other; ``edits`` are what was changed from ``a`` to ``b``, null where the
    words were redacted; ``earliest`` is the path of the one that was published first, null where that is unknown. ``background`` says that
    they share no more than paragraphs which pages repeat over months; ``docs`` has id, publisher, day and URL of both.
    """
    with ledger.reading() as connection:
        places, text = _places(connection), _texts(connection)
        for row in connection.execute(select(schema.document.c.id, schema.document.c.chars).order_by(schema.document.c.seq)):
            for first, second in combinations(sorted(places[row.id], key=_day), 2):
                whole = {
                    "label": "reprint",
                    "containment": 1.0,
                    "passages": [[0, row.chars, 0, row.chars]],
                    "edits": [],
                    "background": False,
                }
                yield _pair(first, second, whole)
        known, days = Background(), {document: _first_day(found) for document, found in places.items()}
        for pair in sql.reprints(connection, schema.reprint.c.label != "reprint"):
            known.take(pair, days.get(pair.a), days.get(pair.b))
        for pair in sql.reprints(connection):
            turned, shown = pair.turned(), dict[str, Json]()
            told = {"background": known.only(pair, days.get(pair.a), days.get(pair.b))}
            for first, second in product(places[pair.a], places[pair.b]):
                one, a, b = (turned, second, first) if _day(second) < _day(first) else (pair, first, second)
                if one.a not in shown:
                    shown[one.a] = _shared(one, text(one.a), text(one.b)) | told
                yield _pair(a, b, shown[one.a])


def beside(ledger: Ledger, document: str, other: str, clocks: ClaimFilter = ANY) -> Json | None:
    """Return what two documents share, as :func:`reprints` has it, with offsets of the first as ``a``; None where they share nothing."""
    table = schema.reprint.c
    ends = or_(and_(table.a == document, table.b == other), and_(table.a == other, table.b == document))
    with ledger.reading() as connection:
        text = _texts(connection)
        for pair in sql.reprints(connection, ends, recorded_by=clocks.recorded_by):
            one = pair if pair.a == document else pair.turned()
            return _shared(one, text(document), text(other))
    return None


def neighbours(ledger: Ledger, document: str, clocks: ClaimFilter = ANY) -> list[Json]:
    """Return the documents that share words with one: ``label``, ``containment`` and ``doc`` of each, those that share most first."""
    with ledger.reading() as connection:
        return sorted(sharing(connection, document, clocks), key=lambda row: -row["containment"])


def sharing(connection: Connection, document: str, clocks: ClaimFilter) -> list[Json]:
    """Return the same of one state of the ledger, from the clocks of ``clocks``, in the order in which the pairs were recorded."""
    table = schema.reprint.c
    pairs = sql.reprints(connection, or_(table.a == document, table.b == document), recorded_by=clocks.recorded_by, bare=True)
    others = {pair.b if pair.a == document else pair.a: pair for pair in pairs}
    there = schema.document.c.id
    known = set(connection.scalars(select(there).where(there.in_(others), *was_there(there, clocks))))
    rows = document_rows(connection, known, clocks.recorded_by)
    return [{"label": pair.label, "containment": pair.containment, "doc": rows[other]} for other, pair in others.items() if other in known]


def _shared(pair: Reprint, left: str | None, right: str | None) -> Json:
    """Return what two documents share and what was changed from the first to the second; edits are null where words were redacted."""
    known = left is not None and right is not None
    found = edits(left or "", right or "", pair.passages, actors(), whole=pair.label == "reprint") if known else None
    spans = [[p.a_start, p.a_end, p.b_start, p.b_end] for p in pair.passages]
    shared = {"label": pair.label, "containment": pair.containment, "passages": spans}
    return shared | {"edits": None if found is None else [_edit(edit) for edit in found]}


def reprint_families(ledger: Ledger, clocks: ClaimFilter = ANY) -> Iterator[Json]:
    """Yield the families of reprints, the largest first: ``documents`` (paths, in order of publication), ``publishers``, and ``earliest``.

    ``earliest`` is the path of the earliest form that is held, null where the first day is shared by several, or no day is known.
    The clocks of ``clocks`` say from when it is looked.
    """
    with ledger.reading() as connection:
        places = _places(connection, clocks)
        groups: dict[str, list[Row[Any]]] = defaultdict(list)
        pairs = sql.reprints(connection, recorded_by=clocks.recorded_by, bare=True)
        member = families(pair for pair in pairs if pair.a in places and pair.b in places)
        for document, found in places.items():
            if document in member or len(found) > 1:
                groups[member.get(document, document)] += found
    for key, found in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        ordered = sorted(found, key=lambda place: (_day(place), place.path))
        first = ordered[0] if ordered[0].published and _day(ordered[0]) < _day(ordered[1]) else None
        known = {"earliest": first.path if first else None, "published": first.published if first else None}
        publishers = sorted({place.publisher or place.publisher_id for place in ordered} - {None})
        yield {"family": key, "documents": [place.path for place in ordered], "publishers": publishers} | known


def versions(ledger: Ledger) -> Iterator[Json]:
    """Yield every URL of which several texts are held: its ``versions`` in order, and from each to the next the ``change`` and ``edits``.

    The order is that of publication, else that in which they were recorded; ``order`` says which. ``changed`` has the edits in words.
    """
    with ledger.reading() as connection:
        text = _texts(connection)
        for url, found in versions_by_url(connection).items():
            dated = [place.published for place in found]
            steps = [_step(text(before.document), text(after.document)) for before, after in pairwise(found)]
            rows = [
                {"doc": place.document, "path": place.path, "published": place.published, **step}
                for place, step in zip(found, [_NO_STEP, *steps], strict=True)
            ]
            yield {"url": url, "order": "published" if all(dated) and len(set(dated)) == len(dated) else "recorded", "versions": rows}


def versions_by_url(connection: Connection, url: str | None = None, clocks: ClaimFilter = ANY) -> dict[str, list[Row[Any]]]:
    """Return URL -> the first appearance there of each text, in order, where there are several."""
    table = schema.appearance.c
    found: dict[str, dict[str, Row[Any]]] = defaultdict(dict)
    query = select(schema.appearance).where(table.url.is_not(None) if url is None else table.url == url, *appeared(clocks))
    for row in connection.execute(query.order_by(table.seq)):
        found[row.url].setdefault(row.document, row)
    return {key: sorted(rows.values(), key=lambda row: (_day(row), row.seq)) for key, rows in found.items() if len(rows) > 1}


@cache
def actors() -> Mapping[str, frozenset[str]]:
    """Return folded names and labels of actors -> the actors of the packs that ship which they may stand for."""
    found: dict[str, set[str]] = defaultdict(set)
    for key, actor in load_packs().actors.items():
        for name in (actor.name, *(alias.text for alias in actor.aliases)):
            found[" ".join(split(name).keys)].add(key)
    return {name: frozenset(keys) for name, keys in found.items() if name}


def _step(before: str | None, after: str | None) -> Json:
    if before is None or after is None:
        return {"change": "redacted", "edits": None, "changed": None}
    label, found = change(before, after, actors())
    rows = [_edit(edit) for edit in found]
    return {"change": label, "edits": rows, "changed": changed(rows, before, after, (0, len(before)))}


def _edit(edit: Edit) -> Json:
    return {"kind": edit.kind, "a": list(edit.a), "b": list(edit.b)}


def _texts(connection: Connection) -> Any:  # noqa: ANN401 - a function kept by functools
    document = schema.document.c
    return lru_cache(_TEXTS)(lambda key: connection.scalar(select(document.text).where(document.id == key)))


def _places(connection: Connection, clocks: ClaimFilter = ANY) -> dict[str, list[Row[Any]]]:
    table = schema.appearance.c
    found: dict[str, dict[str, Row[Any]]] = defaultdict(dict)
    for row in connection.execute(select(schema.appearance).where(*appeared(clocks)).order_by(table.seq)):
        found[row.document].setdefault(row.path, row)
    return defaultdict(list, {key: list(rows.values()) for key, rows in found.items()})


def _day(place: Row[Any]) -> str:
    return place.published or "9999"


def _first_day(places: list[Row[Any]]) -> str | None:
    return min((place.published for place in places if place.published), default=None)


def _pair(a: Row[Any], b: Row[Any], shared: Json) -> Json:
    earliest = a.path if a.published and b.published and a.published != b.published else None
    docs = [
        {"id": place.document, "publisher": place.publisher or place.publisher_id, "published": place.published, "url": place.url}
        for place in (a, b)
    ]
    return {"a": a.path, "b": b.path} | shared | {"earliest": earliest, "docs": docs}
