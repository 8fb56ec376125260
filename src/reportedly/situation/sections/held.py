"""Who is said to hold what, which roads are open or cut, and numbers as series; from the views as of the end of the window."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportedly.export.phrases import bounds, number
from reportedly.situation.facts import Facts
from reportedly.situation.model import Line
from reportedly.situation.notes import Notes
from reportedly.situation.phrases import Parts, name, opened, phrases, plain, quote, say
from reportedly.situation.telling import chains
from reportedly.text import clean, excerpt
from reportedly.track.control import Control, Holder
from reportedly.track.figures import Point, Series
from reportedly.track.routes import Route, Word

_FEW, _SHORT, _NUMBERS = 3, 110, 6
_PLAIN = frozenset({"one party", "part only"})
"""States that the sentences on holders tell already."""


def names(facts: Facts, found: Sequence[str]) -> list[Parts]:
    """Return a few names, and how many more there are."""
    shown = [facts.named(each) for each in found[:_FEW]]
    return [*shown, plain(f"{len(found) - _FEW} more")] if len(found) > _FEW else shown


def control(notes: Notes, rows: Sequence[Control]) -> Iterator[list[Line]]:
    """Yield for each place the sentences on its holders, and what claims come to together."""
    for row in rows:
        place = name(clean(row.name))
        ids = [each for one in row.holders for each in (*one.claims, *one.against)] + list(row.divided)
        lines = [line for one in row.holders for line in _holder(notes, one, place)]
        if row.state not in _PLAIN or len(row.holders) > 1:
            state = say("holder-state" if row.holders else "nobody", place=place, state=phrases().states.get(row.state, row.state))
            lines.append(notes.line(opened(state), ids, {"type": "control", "place": row.place}))
        yield lines


def _holder(notes: Notes, one: Holder, place: Parts) -> Iterator[Line]:
    part = plain(phrases().lines["part"]) if one.extent == "part" else plain("")
    told = {"by": names(notes.facts, one.by), "holder": notes.facts.named(one.name), "part": part, "place": place}
    yield notes.line(opened(say("holder", **told, day=one.last, chains=chains(one.chains))), one.claims)
    if one.against:
        yield notes.line(say("against"), one.against, level=1)


def roads(notes: Notes, rows: Sequence[Route]) -> Iterator[list[Line]]:
    """Yield for each road or besieged place what is said of it."""
    for row in rows:
        called, _, around = row.name.rpartition(", ")
        road = name(clean(row.name)) if row.place else quote(excerpt(clean(called or around), _SHORT))
        told = {"road": road, "where": name(clean(around)) if called and not row.place else None}
        lines = [line for word in row.words for line in _word(notes, word, told)]
        state = opened(say("road-state", **told, state=row.state))
        yield [*lines, notes.line(state, sorted(row.ids), {"type": row.kind})] if len(row.words) > 1 else lines


def _word(notes: Notes, word: Word, told: Mapping[str, Parts | None]) -> Iterator[Line]:
    by = names(notes.facts, word.by)
    if word.claims:
        more = {"actors": names(notes.facts, word.actors), "day": word.last, "chains": chains(word.chains)}
        yield notes.line(opened(say("road", by=by, state=word.says, **told, **more)), word.claims)
    if word.against:
        denied = say("against") if word.claims else opened(say("road-denied", by=by, state=word.says, **told))
        yield notes.line(denied, word.against, level=int(bool(word.claims)))


def numbers(facts: Facts, notes: Notes, rows: Sequence[Series]) -> Iterator[list[Line]]:
    """Yield each series: its numbers one by one, whose they are, and whether some exclude each other."""
    for row in rows:
        points: dict[object, list[Point]] = {}
        for point in row.points:
            if point.claim in facts.claims:
                points.setdefault((point.day, point.by, point.op, point.value, point.low, point.high, point.role), []).append(point)
        unit, told = quote(clean(row.unit)), row.denominator and excerpt(clean(row.denominator), _SHORT)
        whole = quote(told) if told and told.casefold() != row.unit.casefold() else None
        head = say(
            "series" if row.name else "series-nowhere", unit=unit, denominator=whole, place=name(clean(row.name)) if row.name else None
        )
        where = {"place": row.place} if row.place else {}
        lines = [Line(head, listed=facts.listed(**where))]
        shown = list(points.values())[-_NUMBERS:]
        lines += [notes.line(_number(facts, same[0]), [each.claim for each in same], level=1) for same in shown]
        if row.differ:
            own = [each for pair in row.differ for each in pair if each in facts.claims]
            lines += [notes.line(say("differ"), own, level=1)] if own else []
        if row.denominators:
            others = [quote(excerpt(clean(each), _SHORT)) for each in row.denominators[:_FEW]]
            lines.append(Line(say("other-wholes", others=others), listed=facts.listed(**where), level=1))
        yield lines


def _number(facts: Facts, point: Point) -> Parts:
    words = phrases().operators
    amount = f"{words[point.op]}{number(point.value)}"
    if point.value is None:  # bounds alone: two numbers, or one that is open to one side
        amount = bounds("=", None, point.low, point.high) if point.high is not None else f"{words['>=']}{number(point.low)}"
    told = {"by": facts.named(point.by), "number": amount, "day": point.day}
    return opened(say("number-denied", **told) if point.stance == "denies" else say("number", **told, role=point.role))
