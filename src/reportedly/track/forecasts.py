"""Forecasts: what was said to come, by when, what was claimed since that bears on it, and which cannot be scored as worded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportedly.model.claim import CLAIM_TYPES, SAYING
from reportedly.track.seen import Glass, Seen, ids
from reportedly.track.track import Track

_DAY = 10
Matter = tuple[str, str, str]
_ALIKE = {"takes-control": "holds-control"}
"""Frame -> one that tells the same outcome."""
_WORDS = {"unscorable": "unscorable", "never": "unscorable", "on-condition": "on condition"}


@dataclass(frozen=True, slots=True)
class Told:
    """A forecast as a claim told it.

    Attributes:
        state: ``open``, its deadline is to come or it has none; ``due``, the deadline passed and no claim bears on it;
            ``said to have come``, ``said not to have come``, ``disputed``, by claims since; ``on condition``; ``unscorable``, as worded;
            ``unknown``, where too few chains for the lens stand behind claims that settle it.
        why: the reason where it cannot be scored, or the condition.
        settled: claims that it came about by the deadline; against: that it did not.
    """

    claim: str
    gloss: str
    by: str
    said: str
    deadline: str | None
    as_of: str
    state: str
    why: str | None
    chains: tuple[int, int]
    settled: tuple[str, ...]
    against: tuple[str, ...]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all its claims."""
        return frozenset({self.claim, *self.settled, *self.against})


def forecasts(seen: Iterable[Seen], glass: Glass) -> Iterator[Told]:
    """Yield forecasts, those said last first; those that cannot be scored come after the rest."""
    known = [one for one in seen if one.said <= glass.as_of]
    told: dict[Matter, list[Seen]] = defaultdict(list)
    for one in known:
        frame = _ALIKE.get(one.claim.frame, one.claim.frame)
        for place in one.claim.place_ids if one.claim.stance in SAYING | {"denies"} and one.claim.forecast is None else ():
            told[one.claim.type, frame, place].append(one)
    rows = (_row(one, told, glass) for one in known if any(glass.of(name) for name in _groups(one)))
    yield from sorted(rows, key=lambda row: (row.state != "unscorable", row.said), reverse=True)


def _groups(seen: Seen) -> Iterator[str]:
    """Yield the matter of a forecast; its own id where claims cannot bear on it."""
    forecast, about = seen.claim.forecast, seen.claim.about
    if forecast is not None:
        open_ = about is None or about.place is None or _WORDS.get(forecast.verdict) == "unscorable"
        yield seen.claim.id if open_ or about is None else _matter(about.type, about.frame, about.place or "")


def _rank(seen: Seen) -> str:
    """Return the day on which it was said; of what cannot be scored one of the first millennium, which comes after the rest."""
    forecast = seen.claim.forecast
    return f"0{seen.said[1:]}" if forecast is not None and _WORDS.get(forecast.verdict) == "unscorable" else seen.said


def _beside(seen: Seen) -> Iterator[str]:
    """Yield the matters that a claim may settle."""
    claim = seen.claim
    if claim.forecast is None and claim.stance in SAYING | {"denies"}:
        yield from (_matter(claim.type, claim.frame, place) for place in claim.place_ids)


def _matter(kind: str, frame: str, place: str) -> str:
    return f"{kind}|{_ALIKE.get(frame, frame)}|{place}"


FORECASTS = Track("forecasts", CLAIM_TYPES, forecasts, groups=_groups, beside=_beside, since=lambda seen: seen.said, rank=_rank)
"""Forecasts and what bears on them: a row a forecast."""


def _row(one: Seen, told: dict[Matter, list[Seen]], glass: Glass) -> Told:
    claim, forecast = one.claim, one.claim.forecast
    if forecast is None:
        message = f"{claim.id} has no forecast"
        raise ValueError(message)
    deadline = forecast.deadline[:_DAY] if forecast.deadline else None
    bearing = [] if _WORDS.get(forecast.verdict) == "unscorable" else list(_bearing(one, told, deadline, glass))
    settled = [each for each in bearing if each.claim.stance in SAYING]
    against = [each for each in bearing if each.claim.stance == "denies"]
    chains = glass.chains(settled or against) if bearing else (0, 0)
    state = _WORDS.get(forecast.verdict) or _state(bool(settled), bool(against), deadline, glass)
    state = "unknown" if state.startswith("said") and chains[0] < glass.need else state
    why = forecast.condition or forecast.why
    return Told(claim.id, claim.gloss, one.voice, one.said, deadline, glass.as_of, state, why, chains, ids(settled), ids(against))


def _state(settled: bool, against: bool, deadline: str | None, glass: Glass) -> str:  # noqa: FBT001 - two sides of one thing
    if settled and against:
        return "disputed"
    if settled or against:
        return "said to have come" if settled else "said not to have come"
    return "due" if deadline is not None and deadline <= glass.as_of else "open"


def _bearing(one: Seen, told: dict[Matter, list[Seen]], deadline: str | None, glass: Glass) -> Iterator[Seen]:
    """Yield claims of what was forecast, made since then, up to the deadline: of its frame, place, and actors if it names any."""
    about = one.claim.about
    if about is None or about.place is None:
        return
    actors = {argument.actor for _, argument in one.claim.args if argument.actor}
    for other in told.get((about.type, _ALIKE.get(about.frame, about.frame), about.place), ()):
        theirs = {argument.actor for _, argument in other.claim.args if argument.actor}
        same = not actors or any(glass.related(mine, their) for mine in actors for their in theirs)
        if same and other.claim.id != one.claim.id and other.begin >= one.said and (deadline is None or other.begin <= deadline):
            yield other
