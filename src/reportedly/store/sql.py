"""Queries that more than one part of the program asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, FromClause, Row, Select, Subquery, Table, and_, case, exists, func, or_, select

from reportedly.model import WITHDRAWN, Claim, Figure, Passage, Reprint
from reportedly.store import database, moments, schema
from reportedly.store.rows import claim_from, figure_from, taking
from reportedly.store.taken import as_judged, unjudged

_LATER_PAIR = schema.reprint.alias("later_pair")
_LATER_CONTRADICTION = schema.contradiction.alias("later_contradiction")
_NOW, _WAS = schema.claim.alias("now"), schema.claim.alias("was")
_MANY = 5_000  # ids in one query
until, since, day_known = moments.until, moments.since, moments.day_known
CHUNK = 500
"""Rows fetched at once; far under every database's ceiling of values in one query."""


def first_appearance(documents: Sequence[str] | None = None) -> Subquery:
    """Return every document's appearance that was recorded first, or that of each of some."""
    first = select(func.min(schema.appearance.c.seq)).group_by(schema.appearance.c.document)
    if documents is not None:
        first = first.where(schema.appearance.c.document.in_(documents))
    return select(schema.appearance).where(schema.appearance.c.seq.in_(first)).subquery("first_appearance")


def first_of(document: Column[Any]) -> tuple[FromClause, ColumnElement[bool]]:
    """Return the appearances, and the condition that one is a document's first: where few are asked for, each is looked up."""
    place, each = schema.appearance.alias("first_of"), schema.appearance.alias("each_of")
    earliest = select(func.min(each.c.seq)).where(each.c.document == document).correlate(document.table).scalar_subquery()
    return place, and_(place.c.document == document, place.c.seq == earliest)


def words_around(reach: int) -> tuple[ColumnElement[Any], ...]:
    """Return ``words`` of a claim, and up to ``reach`` characters ``words_before`` and ``words_after``, from its document's text."""
    text, start, end = schema.document.c.text, schema.claim.c.start, schema.claim.c.end
    begin = case((start > reach, start - reach), else_=0)  # SQL counts characters from 1
    parts = {"words_before": (begin, start - begin), "words": (start, end - start), "words_after": (end, reach)}
    return tuple(func.substr(text, at + 1, length).label(name) for name, (at, length) in parts.items())


def current(
    recorded_by: str | None = None, documents: Sequence[str] | None = None, *, judged: bool = True, each: bool = False
) -> ColumnElement[bool]:
    """Return the condition that a claim is of its document's latest reading, not superseded, and not redacted.

    Args:
        recorded_by: a moment as stored, or a day, which includes all of it; what was recorded later is not seen.
        documents: only claims of these, so that no reading of another is looked at.
        judged: claims are as persons judged them: those that were rejected are gone, those that were corrected are as they were corrected.
        each: the latest reading is looked up claim by claim.
    """
    return and_(standing(schema.claim, recorded_by, documents, judged=judged, each=each), schema.claim.c.body.is_not(None))


def standing(
    claim: FromClause, recorded_by: str | None = None, documents: Sequence[str] | None = None, *, judged: bool = True, each: bool = False
) -> ColumnElement[bool]:
    """Return the condition that a claim is of its document's latest reading and not superseded, whether or not it was redacted.

    Args:
        claim: the claim table, or an alias of it.
        recorded_by: as of :func:`current`.
        documents: as of :func:`current`.
        judged: as of :func:`current`.
        each: as of :func:`current`.
    """
    reading = schema.reading.c
    own = (as_judged if judged else unjudged)(claim, recorded_by)
    if each:
        last_of = select(func.max(reading.seq)).where(reading.document == claim.c.document)
        if recorded_by is not None:
            last_of = last_of.where(until(reading.recorded, recorded_by))
        return and_(claim.c.reading == last_of.correlate(claim).scalar_subquery(), *own)
    last = select(func.max(reading.seq)).group_by(reading.document)
    if documents is not None:
        last = last.where(reading.document.in_(documents))
    if recorded_by is not None:
        last = last.where(until(reading.recorded, recorded_by))
    return and_(claim.c.reading.in_(last), *own)


def standing_pair(recorded_by: str | None = None, *, judged: bool = True, each: bool = True) -> ColumnElement[bool]:
    """Return the condition that both claims of a contradiction stand, and say what they said when it was recorded.

    A later reading may draw a claim of the same id otherwise: with another stance, time or figure. What was found between the two is
    then of the past; where it still holds it is recorded anew. ``each`` as of :func:`current`.
    """
    pair = schema.contradiction.c
    return and_(kept_pair(recorded_by), *(_says_the_same(end, pair.batch, recorded_by, judged, each) for end in (pair.a, pair.b)))


def kept_pair(recorded_by: str | None = None) -> ColumnElement[bool]:
    """Return the condition that a pair of claims is as it was found last, and not withdrawn."""
    pair, later = schema.contradiction.c, _LATER_CONTRADICTION.c
    kind = later.kind.concat("")  # so that nobody looks through all pairs of a kind: those of a claim are few
    replaced = exists().where(later.a == pair.a, later.b == pair.b, kind == pair.kind, later.seq > pair.seq)
    known = []
    if recorded_by is not None:
        replaced = replaced.where(until(later.recorded, recorded_by))
        known = [until(pair.recorded, recorded_by)]
    return and_(pair.why != WITHDRAWN, ~replaced, *known)


def _says_the_same(
    end: ColumnElement[Any],
    batch: ColumnElement[Any],
    recorded_by: str | None,
    judged: bool,  # noqa: FBT001
    each: bool,  # noqa: FBT001
) -> ColumnElement[bool]:
    now, then = _NOW, _WAS
    changed = or_(*(now.c[name] != then.c[name] for name in ("type", "stance", "proposition", "details")))
    other = exists().where(then.c.id == now.c.id, then.c.batch <= batch, now.c.batch > batch, changed).correlate_except(then)
    return exists().where(now.c.id == end, standing(now, recorded_by, judged=judged, each=each), ~other)


def standing_reprint(recorded_by: str | None = None) -> ColumnElement[bool]:
    """Return the condition that a pair of documents is as it was found last, and not withdrawn; whichever of the two came first then."""
    pair, later = schema.reprint.c, _LATER_PAIR
    same = or_(and_(later.c.a == pair.a, later.c.b == pair.b), and_(later.c.a == pair.b, later.c.b == pair.a))
    replaced = exists().where(same, later.c.seq > pair.seq)
    known = []
    if recorded_by is not None:
        replaced = replaced.where(until(later.c.recorded, recorded_by))
        known = [until(pair.recorded, recorded_by)]
    return and_(pair.label != WITHDRAWN, ~replaced, *known)


def reprints(connection: Connection, *where: ColumnElement[bool], recorded_by: str | None = None, bare: bool = False) -> Iterator[Reprint]:
    """Yield the pairs of documents that stand, the smaller id first, in the order they were recorded; ``bare`` leaves passages out."""
    table, part = schema.reprint, schema.passage
    query = select(table).where(standing_reprint(recorded_by), *where).order_by(table.c.seq)
    for rows in database.parts(connection, query, CHUNK):
        passages: dict[int, list[Passage]] = defaultdict(list)
        numbers = [] if bare else [row.seq for row in rows]
        for row in connection.execute(select(part).where(part.c.reprint.in_(numbers)).order_by(part.c.reprint, part.c.ordinal)):
            passages[row.reprint].append(Passage(row.a_start, row.a_end, row.b_start, row.b_end))
        for row in rows:
            yield Reprint(row.a, row.b, row.label, row.containment, tuple(passages[row.seq])).ordered()


def present(connection: Connection, table: Table, ids: Sequence[str]) -> set[str]:
    """Return those of the ids that rows of a table have."""
    found: set[str] = set()
    for start in range(0, len(ids), _MANY):
        found.update(connection.scalars(select(table.c.id).where(table.c.id.in_(ids[start : start + _MANY]))))
    return found


def claims(
    connection: Connection, query: Select[Any], values: Mapping[str, object] | None = None, *, lean: bool = False
) -> Iterator[tuple[Row[Any], Claim]]:
    """Yield the rows of a query that selects all columns of the claim table, each with its claim, figures and all.

    Args:
        connection: inside a transaction.
        query: with the parameters ``values``.
        values: see there.
        lean: without the explanation of a claim.
    """
    for rows in database.parts(connection, query, CHUNK, values):
        yield from with_figures(connection, rows, lean=lean)


def with_figures(connection: Connection, rows: Sequence[Row[Any]], *, lean: bool = False) -> Iterator[tuple[Row[Any], Claim]]:
    """Yield rows of the claim table, a few hundred at most, each with its claim, figures and all."""
    if not rows:
        return
    names = rows[0]._fields
    take, at = taking(names), names.index("seq")
    figures = _figures(connection, [row[at] for row in rows])
    for row in rows:
        yield row, claim_from(take(row), figures.get(row[at], ()), lean=lean)


def _figures(connection: Connection, numbers: list[int]) -> dict[int, list[Figure]]:
    table = schema.figure.c
    found: dict[int, list[Figure]] = defaultdict(list)
    query = select(schema.figure).where(database.among(table.claim, numbers)).order_by(table.claim, table.ordinal)
    for row in connection.execute(query):
        found[row[0]].append(figure_from(row))
    return found
