"""Figures with a new value, positions with a new act, forecasts that fell due or that claims now bear on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import func, select

from reportedly.changes.change import Change
from reportedly.changes.rows import Shelf
from reportedly.export.phrases import bounds
from reportedly.query.sightings import edition
from reportedly.query.tracks import TRACKS
from reportedly.store import schema, sightings, sql
from reportedly.store.sightings import sighting
from reportedly.text import bare
from reportedly.track.figures import FIGURES, Point, Series
from reportedly.track.forecasts import FORECASTS, Told
from reportedly.track.positions import POSITIONS, Position

_SIDES = {"own word": "", "others' word": "", "agree": "", "matter not stated": "", "differ": "; the two differ"}
"""States of a position that the words before them tell, and how that of two words is told; others are told in brackets."""


def numbers(shelf: Shelf) -> Iterator[Change]:
    """Yield series that have a number which they did not have, against the newest one before: with its operator, and whose it is."""
    for before, after in shelf.rows(FIGURES):
        then = {_series(row): row for row in before}
        for row in after:
            old = then.get(_series(row))
            known = {_point(point) for point in old.points} if old else set()
            fresh = [point for point in row.points if _point(point) not in known]
            if fresh:
                day = max(point.day for point in fresh)
                last = next((point for point in reversed(old.points) if point.day <= day), None) if old else None
                of = f" of “{row.denominator}”" if row.denominator else ""
                what = f"“{row.unit}”{of}, {row.name or 'place not told'}"
                by = tuple(dict.fromkeys(point.by for point in fresh))
                query = {"place": row.place} if row.place else {}
                claims = tuple(dict.fromkeys(point.claim for point in fresh))
                yield Change("figure", what, _value(last) if last else None, _values(fresh), by, claims, "/figures", query, day)


def _series(row: Series) -> tuple[str, str | None, str | None]:
    return row.unit.casefold(), row.denominator and row.denominator.casefold(), row.place


def _point(point: Point) -> tuple[Any, ...]:
    return point.day, point.op, point.value, point.low, point.high, point.by, point.stance


def _value(point: Point) -> str:
    denied = ", denied" if point.stance == "denies" else ""
    return f"{bounds(point.op, point.value, point.low, point.high)} ({point.by}, {point.day}{denied})"


_MOST = 3


def _values(points: list[Point]) -> str:
    more = f"; and {len(points) - _MOST} more" if len(points) > _MOST else ""
    return "; ".join(_value(point) for point in points[-_MOST:]) + more


def stands(shelf: Shelf) -> Iterator[Change]:
    """Yield parties and matters with an act that was not told before."""
    for before, after in shelf.rows(POSITIONS):
        was, now = next(iter(before), None), next(iter(after), None)
        old = {act.claim for act in was.acts} if was else set()
        fresh = [act for act in now.acts if act.claim not in old] if now else []
        if now is None or not fresh or _stand(was) == _stand(now):
            continue
        what = f"{now.party} on “{bare(now.matter)}”" if now.matter else f"{now.party}, matter not stated"
        by = tuple(dict.fromkeys(act.by for act in fresh))
        query = {"type": "position", **({"actor": now.actor} if now.actor else {})}
        yield Change("position", what, _stand(was), _stand(now), by, tuple(act.claim for act in fresh), "/claims", query, fresh[-1].day)


def _stand(row: Position | None) -> str | None:
    if row is None:
        return None
    sides = [f"{act} ({word})" for word, act in (("own word", row.own), ("told by others", row.others)) if act]
    state = _SIDES.get(row.state, f" ({row.state})")
    return f"{'; '.join(sides) or f'last act: {row.acts[-1].act}'}{state}"


def foretold(shelf: Shelf) -> Iterator[Change]:
    """Yield forecasts whose state changed: their day came, or claims since bear on them; and those that are new."""
    for before, after in shelf.rows(FORECASTS, _fallen_due(shelf)):
        then = {row.claim: row for row in before}
        for row in after:
            was = then.get(row.claim)
            if was is None and row.state == "unscorable":
                continue
            if was is None or (was.state, was.settled, was.against) != (row.state, row.settled, row.against):
                old = was.ids if was else frozenset()
                fresh = tuple(each for each in (row.claim, *row.settled, *row.against) if each not in old) or (row.claim,)
                day = row.deadline or row.said
                yield Change("forecast", row.gloss, was.state if was else None, _due(row), (row.by,), fresh, "/forecasts", {}, day)


def _due(row: Told) -> str:
    return f"{row.state}, by {row.deadline}" if row.deadline else row.state


def _fallen_due(shelf: Shelf) -> frozenset[int]:
    """Return the numbers of claims whose forecast had its last day between the two looks."""
    claim, stretch = schema.claim.c, shelf.stretch
    then, now = stretch.before.view.as_of, stretch.after.view.as_of
    if then == now:
        return frozenset()
    deadline = func.substr(func.json_extract(claim.body, "$.forecast.deadline"), 1, 10)
    query = select(claim.seq).where(sql.current(), claim.body.contains('"deadline":"'), deadline > then, deadline <= now)
    if sightings.is_fresh(stretch.connection, edition()):  # then forecasts are known, and nothing else is looked at
        told = select(sighting.c.claim).where(sighting.c.track == TRACKS.index(FORECASTS))
        query = select(claim.seq).where(claim.seq.in_(told), claim.body.is_not(None), deadline > then, deadline <= now)
    return frozenset(stretch.connection.scalars(query))
