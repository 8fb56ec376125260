"""Numbers as series: of one unit, one denominator and one place, in the order of their days; nothing is summed or averaged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import inf

from reportedly.model import Figure
from reportedly.model.claim import CLAIM_TYPES, SAYING
from reportedly.text import fold
from reportedly.track.drifts import Drift, drifts
from reportedly.track.seen import Glass, Seen
from reportedly.track.track import Track

Key = tuple[str, str, str]
Around = tuple[set[str], tuple[Drift, ...]]
_DAY = 10


@dataclass(frozen=True, slots=True)
class Point:
    """A number as one claim tells it, with its operator and bounds as given; ``day`` is the one it is of."""

    day: str
    op: str
    value: float | None
    low: float | None
    high: float | None
    role: str | None
    stance: str
    by: str
    claim: str


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers of one unit, denominator and place.

    Attributes:
        place: id of the place, None where the claims have none. name: what claims call it.
        last: the newest day; age: days from then on. stale: two weeks or more have passed.
        state: ``differ`` where two numbers of one day exclude each other, ``unknown`` where too few chains for the lens stand behind those
            of the newest day, else ``told``.
        chains: independent chains behind the numbers of the newest day, at least and at most.
        differ: pairs of claims whose numbers of one day exclude each other; at a wide place, of several incidents a day, only totals
            and shares.
        denominators: others that the same unit is told of at this place: a share that seems to change may be one of something else.
        drift: numbers of one speaker and day that two texts tell with another operator, or of another denominator.
    """

    unit: str
    denominator: str | None
    place: str | None
    name: str
    as_of: str
    state: str
    last: str
    age: int
    stale: bool
    chains: tuple[int, int]
    points: tuple[Point, ...]
    differ: tuple[tuple[str, str], ...]
    denominators: tuple[str, ...]
    drift: tuple[Drift, ...]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all its claims."""
        return frozenset(point.claim for point in self.points)


STALE = 14
"""Days from which on a number is old."""


def figures(seen: Iterable[Seen], glass: Glass) -> Iterator[Series]:
    """Yield the series that claims tell numbers of, those with the most claims first."""
    found: dict[Key, list[tuple[Seen, Point]]] = defaultdict(list)
    names: dict[Key, tuple[str, str | None, str | None, str]] = {}
    told: dict[tuple[str, str], list[tuple[Seen, Figure, str]]] = defaultdict(list)
    for one in seen:
        for figure in one.claim.figures if glass.sees(one) and _tells(one) else ():
            where = _where(one)
            key = (_folded(figure.unit), _folded(figure.denominator or ""), where[0] or "")
            if not glass.of(_group(key[0], key[2])):
                continue
            names.setdefault(key, (figure.unit, figure.denominator, *where))
            point = _point(one, figure, glass)
            found[key].append((one, point))
            told[key[0], key[2]].append((one, figure, point.day))
    others: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (unit, _, place), (_, denominator, _, _) in names.items():
        others[unit, place] |= {denominator} if denominator else set()
    drift = {place: tuple(drifts(group)) for place, group in told.items()}
    rows = (
        _row(names[key], sorted(group, key=lambda p: p[1].day), (others[key[0], key[2]], drift[key[0], key[2]]), glass)
        for key, group in found.items()
    )
    yield from sorted(rows, key=lambda row: (len(row.ids), row.last), reverse=True)


def _tells(seen: Seen) -> bool:
    return seen.claim.stance in SAYING | {"denies"}


def _where(seen: Seen) -> tuple[str | None, str]:
    """Return id and name of the place that the numbers of a claim are of."""
    return next(zip(seen.claim.place_ids, seen.claim.places, strict=False), (None, ""))


def _groups(seen: Seen) -> Iterator[str]:
    """Yield what the series of a claim's numbers share with those that are told beside them: unit and place."""
    if _tells(seen):
        yield from (_group(_folded(figure.unit), _where(seen)[0] or "") for figure in seen.claim.figures)


def _group(unit: str, place: str) -> str:
    return f"{unit}|{place}"


FIGURES = Track("figures", CLAIM_TYPES, figures, groups=_groups, most=True)
"""Numbers as series: a row a unit, denominator and place."""


def _folded(text: str) -> str:
    return fold(text).casefold().strip()


def _point(seen: Seen, figure: Figure, glass: Glass) -> Point:
    day = min((figure.as_of or glass.last(seen))[:_DAY], seen.said, glass.as_of)  # of a whole year, no later than it was said
    bounds = (figure.op, figure.value, figure.low, figure.high)
    return Point(day, *bounds, figure.role, seen.claim.stance, seen.voice, seen.claim.id)


def _row(name: tuple[str, str | None, str | None, str], group: Sequence[tuple[Seen, Point]], around: Around, glass: Glass) -> Series:
    points = tuple(point for _, point in group)
    last = points[-1].day
    newest = [one for one, point in group if point.day == last]
    room = name[2] is None or glass.wide(name[2])
    pairs = ((a, b) for a, b in _of_one_day(points) if not room or name[1] or a.role == b.role == "total")
    differ = tuple(dict.fromkeys((a.claim, b.claim) for a, b in pairs if _apart(a, b)))
    chains, age = glass.chains(newest), glass.age(last)
    state = "differ" if differ else "unknown" if chains[0] < glass.need else "told"
    beside = tuple(sorted(around[0] - {name[1]}))
    told = {point.claim for point in points}
    drift = tuple(each for each in around[1] if {each.a, each.b} & told)
    return Series(*name, glass.as_of, state, last, age, age >= STALE, chains, points, differ, beside, drift)


def _of_one_day(points: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    days: dict[str, list[Point]] = defaultdict(list)
    for point in points:
        days[point.day].append(point)
    for group in days.values():
        yield from combinations(group, 2)


def _apart(one: Point, other: Point) -> bool:
    """Say whether two numbers exclude each other: no value is in the bounds of both; what is denied excludes what is said of it."""
    if one.claim == other.claim or "~" in {one.op, other.op} or one.role != other.role:
        return False
    (low, high), (least, most) = _bounds(one), _bounds(other)
    meet = max(low, least) <= min(high, most)
    return meet if (one.stance == "denies") != (other.stance == "denies") else not meet and one.stance != "denies"


def _bounds(point: Point) -> tuple[float, float]:
    low, high = (-inf if point.low is None else point.low), (inf if point.high is None else point.high)
    return (point.value, point.value) if point.op == "=" and point.value is not None else (low, high)
