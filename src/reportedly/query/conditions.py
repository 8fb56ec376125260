"""A filter as conditions on the claim table."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, and_, exists, false, func, or_, select

from reportedly.query.clocks import was_there
from reportedly.query.filters import ClaimFilter
from reportedly.store import database, schema, sql
from reportedly.store.matching import matching

_HASH, _WHOLE = re.compile("sha256:[0-9a-f]+"), 71


def selection(where: ClaimFilter, *, each: bool = False) -> Select[Any]:
    """Return the query of all columns of the claims that pass, in the order they were recorded; limit and offset are not in it.

    ``each``: whether a claim stands is looked up claim by claim, which is soon done where few are taken.
    """
    return select(schema.claim).where(*lens(where, each=each), *conditions(where)).order_by(schema.claim.c.seq)


def numbers(where: ClaimFilter, among: Collection[int] | None = None) -> Select[Any]:
    """Return the query of the numbers of claims that pass, whether or not they stand; no clock is in it.

    Where all that is asked for is a place or an actor, no claim is looked at.

    Args:
        where: the filter.
        among: only these claims are looked at, one by one: for a few.
    """
    of_sides, rest = list(_of_sides(where)), list(_beside_sides(where))
    if among is not None:
        each = database.each_of(among, Integer()).c.value
        own = [side.where(side.selected_columns.claim == each).exists() for side in of_sides]
        return select(each).where(*own, *([exists().where(schema.claim.c.seq == each, *rest)] if rest else ()))
    if len(of_sides) == 1 and not rest:
        return of_sides[0]
    claim = schema.claim.c.seq
    return select(claim).where(*(claim.in_(each) for each in of_sides), *rest)


def lens(where: ClaimFilter, documents: Sequence[str] | None = None, *, each: bool = False) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions that say as of when the ledger is looked at: current claims, as recorded and known by a day.

    Args:
        where: only its clocks matter, and whether judgements do.
        documents: only claims of these, so that no reading of another is looked at.
        each: as of :func:`selection`.
    """
    yield sql.current(where.recorded_by, documents, judged=where.judged, each=each)
    if where.recorded_by is not None:
        yield sql.until(schema.claim.c.recorded, where.recorded_by)
    if where.known_by is not None:
        yield from was_there(schema.claim.c.document, where)


def conditions(where: ClaimFilter) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions of a filter beside its clocks of publication and recording."""
    yield from (schema.claim.c.seq.in_(each) for each in _of_sides(where))
    yield from _beside_sides(where)


def _beside_sides(where: ClaimFilter) -> Iterator[ColumnElement[bool]]:
    claim = schema.claim.c
    for column, values in ((claim.type, where.type), (claim.frame, where.frame), (claim.stance, where.stance)):
        if values:
            yield column.in_(values)
    if where.speaker is not None:
        yield named(claim.actor, claim.speaker, where.speaker)
    if where.own is not None:
        yield claim.own.is_(where.own)
    if where.text is not None:
        found = matching("claim", where.text)
        yield false() if found is None else claim.seq.in_(found)
    yield from _of_document(where)
    yield from _of_time(where)


def repeated(least: int) -> Iterator[ColumnElement[bool]]:
    """Yield the condition that there are so many claims at least that say the same, without which there are not so many chains."""
    said = schema.claim.alias("repeated").c.proposition
    if least > 1:
        yield schema.claim.c.proposition.in_(select(said).group_by(said).having(func.count() >= least))


def named(key: ColumnElement[Any], name: ColumnElement[Any], wanted: str) -> ColumnElement[bool]:
    """Return the condition that an actor has the id ``wanted``, or has it in the name."""
    return or_(key == wanted, name.icontains(wanted, autoescape=True))


def same(column: ColumnElement[Any], wanted: str) -> ColumnElement[bool]:
    """Return the condition that a name is ``wanted``, in whatever case."""
    return func.lower(column).in_((func.lower(wanted), wanted.lower()))  # the database's own knows the letters of ASCII only


def lies_at(path: ColumnElement[Any], wanted: str) -> ColumnElement[bool]:
    """Return the condition that a path is ``wanted``, or lies in that folder or table."""
    return or_(path == wanted, *(path.startswith(f"{wanted.rstrip('/')}{sign}", autoescape=True) for sign in "/#"))


def of_document(key: ColumnElement[Any], wanted: str) -> ColumnElement[bool]:
    """Return the condition that a document's id begins with ``wanted``, with or without its kind."""
    begin = f"sha256:{wanted.removeprefix('sha256:')}"
    if _HASH.fullmatch(begin):  # which an index finds; no id has a sign after f
        return key == begin if len(begin) == _WHOLE else and_(key >= begin, key < f"{begin}g")
    return key.startswith(begin, autoescape=True)


def _of_sides(where: ClaimFilter) -> Iterator[Select[Any]]:
    """Yield queries of the numbers of claims that name an actor, or a place: by the index of its id, and of its name."""
    actor, place = schema.claim_actor.c, schema.claim_place.c
    if where.actor is not None:
        yield select(actor.claim).where(named(actor.actor, actor.name, where.actor))
    if where.place is not None:
        yield select(place.claim).where(or_(place.place == where.place, same(place.name, where.place)))


def _of_document(where: ClaimFilter) -> Iterator[ColumnElement[bool]]:
    place = schema.appearance.c
    if where.publisher is not None:
        yield _appears(where, or_(place.publisher_id == where.publisher, same(place.publisher, where.publisher)))
    if where.path is not None:
        yield _appears(where, lies_at(place.path, where.path))
    if where.ref is not None:
        yield _appears(where, place.ref == where.ref)
    if where.doc is not None:
        yield of_document(schema.claim.c.document, where.doc)
    if where.published_since is not None:
        yield _appears(where, sql.since(place.published, where.published_since))
    if where.published_until is not None:
        yield _appears(where, sql.until(place.published, where.published_until))


def _appears(where: ClaimFilter, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    place = schema.appearance.c
    seen = [condition, place.document == schema.claim.c.document]
    if where.recorded_by is not None:
        seen.append(sql.until(place.recorded, where.recorded_by))
    return exists().where(*seen)


def _of_time(where: ClaimFilter) -> Iterator[ColumnElement[bool]]:
    begin, until = schema.claim.c.begin, schema.claim.c.until
    known = or_(begin.is_not(None), until.is_not(None))
    for limit in filter(None, (where.since, where.as_of)):
        yield and_(known, or_(until.is_(None), sql.since(until, limit)))
    for limit in filter(None, (where.until, where.as_of)):
        yield and_(known, or_(begin.is_(None), sql.until(begin, limit)))
