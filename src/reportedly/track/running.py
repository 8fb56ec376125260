"""Running totals across documents: whether a total is the one before and what was told to be added since. A mismatch is a finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import inf, isinf

from reportedly.model import Figure
from reportedly.model.claim import CLAIM_TYPES, SAYING
from reportedly.text import fold
from reportedly.track.seen import Glass, Seen
from reportedly.track.track import Track

GAP = 31
"""Days between two totals from which on the later one begins a series of its own."""
OTHER = 0.5
"""Share of the total before under which a total is one of something else, and not one that fell."""
_DAY, _DAYS_OF_ONE = 10, 1
Bounds = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Count:
    """A number of one claim: its bounds, its day, and the day that its window begins on."""

    seen: Seen
    figure: Figure
    bounds: Bounds
    day: str
    begin: str


@dataclass(frozen=True, slots=True)
class Step:
    """A total, and how it follows from the one before.

    Attributes:
        day: of the total. low, high: its bounds, None where it is open; added: bounds of what is told to be added since the one before,
            None where nothing is.
        missing: days since the one before of which no addition is told.
        state: ``first``; ``agrees``; ``differs``, the sum cannot be the total; ``falls``, the total is lower than the one before;
            ``not told``, not for every day it is told what was added, and what is told fits.
        totals, additions: ids of claims.
    """

    day: str
    low: float | None
    high: float | None
    added: tuple[float | None, float | None] | None
    missing: int
    state: str
    totals: tuple[str, ...]
    additions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Running:
    """Totals of one unit by one voice; ``state`` is the gravest of its steps."""

    by: str
    unit: str
    denominator: str | None
    name: str
    as_of: str
    state: str
    steps: tuple[Step, ...]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all its claims."""
        return frozenset(claim for step in self.steps for claim in (*step.totals, *step.additions))


_GRAVE = ("differs", "falls", "not told", "agrees", "first")


def running(seen: Iterable[Seen], glass: Glass) -> Iterator[Running]:
    """Yield totals of several days by one voice that tells of additions, too; of one group of claims those that do not agree first."""
    totals: dict[tuple[str, ...], list[Count]] = defaultdict(list)
    more: dict[tuple[str, ...], list[Count]] = defaultdict(list)
    for one in seen:
        for figure in one.claim.figures if glass.sees(one) and one.claim.stance in SAYING else ():
            found = _count(one, figure, glass)
            key = _key(one, figure) if found is not None else ()
            if found is not None and glass.of("|".join(key)):
                (totals if figure.role == "total" else more)[key].append(found)
    told = [(group, more[key]) for key, group in totals.items() if key in more]  # else nobody tells what was added
    rows = [row for group, added in told for row in _rows(group, added, glass)]
    yield from sorted(rows, key=lambda row: (_GRAVE.index(row.state), -len(row.steps), row.by, row.unit, row.steps[0].day))


def _groups(one: Seen) -> Iterator[str]:
    return _named(one, total=True)


def _beside(one: Seen) -> Iterator[str]:
    return _named(one, total=False)


def _named(one: Seen, *, total: bool) -> Iterator[str]:
    if one.claim.stance in SAYING:
        yield from ("|".join(_key(one, figure)) for figure in one.claim.figures if (figure.role == "total") is total)


RUNNING = Track("running", CLAIM_TYPES, running, groups=_groups, beside=_beside)
"""Running totals: a row a voice, unit and denominator."""


def _key(one: Seen, figure: Figure) -> tuple[str, ...]:
    """Return what totals and additions of one series share. A bulletin's own totals are of the area that it is on, however it is told."""
    place = "" if one.claim.own else next(iter(one.claim.place_ids), "")
    who = one.voice if one.claim.own else one.claim.speaker.actor or one.claim.speaker.name
    return who, _folded(figure.unit), _folded(figure.denominator or ""), place


@lru_cache(5_000)
def _folded(words: str) -> str:
    return fold(words).casefold()


def _count(one: Seen, figure: Figure, glass: Glass) -> Count | None:
    if figure.derived or figure.vague or figure.role in {"challenged", "complement"} or figure.universe is not None:
        return None
    low = figure.low if figure.low is not None else figure.value
    high = figure.high if figure.high is not None else None if figure.op in {">", ">="} else figure.value
    if low is None and high is None:
        return None
    begin, until = (moment[:_DAY] if moment else None for moment in figure.window or (None, None))
    day = min((until or figure.as_of or one.last)[:_DAY], one.said, glass.as_of)
    bounds = (-inf if low is None or figure.op in {"<", "<="} else low, inf if high is None else high)
    return Count(one, figure, bounds, day, min(begin or day, day))


def _rows(totals: Sequence[Count], more: Sequence[Count], glass: Glass) -> Iterator[Running]:
    days: dict[str, list[Count]] = defaultdict(list)
    for each in totals:
        days[each.day].append(each)
    for run in _runs([days[day] for day in sorted(days)]):
        steps = tuple(_step(run[at - 1] if at else None, group, more) for at, group in enumerate(run))
        if any(step.additions for step in steps):
            first, claim = run[0][0].figure, run[0][0].seen.claim
            state = min((step.state for step in steps), key=_GRAVE.index)
            name = claim.places[0] if claim.places else ""
            yield Running(run[-1][0].seen.voice, first.unit, first.denominator, name, glass.as_of, state, steps)


def _runs(groups: Sequence[list[Count]]) -> list[list[list[Count]]]:
    """Return totals by series: one that is far lower, or far later, than the one before is of something else."""
    runs: list[list[list[Count]]] = []
    for group in groups:
        last = runs[-1][-1] if runs else None
        near = last is not None and _apart(last[0].day, group[0].day) <= GAP
        if last is None or not near or _span(group)[1] < OTHER * _span(last)[0]:
            runs.append([group])
        else:
            runs[-1].append(group)
    return runs


def _step(before: Sequence[Count] | None, group: Sequence[Count], more: Sequence[Count]) -> Step:
    day, (low, high) = group[0].day, _span(group)
    totals = tuple(dict.fromkeys(each.seen.claim.id for each in group))
    if before is None:
        return Step(day, *_closed((low, high)), None, 0, "first", totals, ())
    since, (least, most) = before[0].day, _span(before)
    found = _additions(since, group, more)
    told = sum(max(_DAYS_OF_ONE, _apart(max(each.begin, since), each.day)) for each in found)
    missing = max(0, _apart(since, day) - told)
    added = (sum(each.bounds[0] for each in found), sum(each.bounds[1] for each in found)) if found else None
    state = _state((low, high), (least, most), added, missing)
    claims = tuple(each.seen.claim.id for each in found)
    return Step(day, *_closed((low, high)), None if added is None else _closed(added), missing, state, totals, claims)


def _state(total: Bounds, before: Bounds, added: Bounds | None, missing: int) -> str:
    if total[1] < before[0]:
        return "falls"
    least, most = (before[at] + (added[at] if added else 0) for at in (0, 1))
    if total[1] < least or (not missing and added is not None and most < total[0]):
        return "differs"
    return "agrees" if not missing and added is not None else "not told"


def _additions(since: str, group: Sequence[Count], more: Sequence[Count]) -> list[Count]:
    """Return what is told to be added after a day, each day once: counts of a window, and a plain count beside the total in its text."""
    texts = {each.seen.held.document for each in group}
    beside = [each for each in more if each.figure.role is None and each.seen.held.document in texts]
    plain = beside if len({each.bounds for each in beside}) == 1 else []
    windows = [each for each in more if each.figure.role == "increment" and since <= each.begin and since < each.day <= group[0].day]
    found: dict[tuple[str, str], Count] = {}
    for each in windows or plain[:1]:
        found.setdefault((each.begin, each.day), each)
    return list(found.values())


def _closed(bounds: Bounds) -> tuple[float | None, float | None]:
    low, high = (None if isinf(bound) else bound for bound in bounds)
    return low, high


def _span(group: Sequence[Count]) -> Bounds:
    return min(each.bounds[0] for each in group), max(each.bounds[1] for each in group)


def _apart(day: str, other: str) -> int:
    return (date.fromisoformat(other) - date.fromisoformat(day)).days
