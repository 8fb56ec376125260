"""Roads and sieges: which way is said to be open, cut or used by whom, which place besieged, and who says otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.model import Argument
from reportedly.model.claim import SAYING
from reportedly.text import words
from reportedly.track.seen import Glass, Seen, ids, voices
from reportedly.track.small import POINTING, SMALL
from reportedly.track.track import Track

SAYS = {
    **dict.fromkeys(("cuts-route", "route-closed"), "cut"),
    "opens-route": "open",
    "supplies-by": "in use",
    "route-exposed": "exposed",
    "besieges": "besieged",
    "siege-goes-on": "besieged",
    "nears-encirclement": "nearly encircled",
    "breaks-siege": "siege broken",
}
"""Frame -> what it says of a road or place."""
OPPOSED = frozenset({frozenset({"cut", "open"}), frozenset({"cut", "in use"}), frozenset({"besieged", "siege broken"})})
"""Words that exclude each other for one road or place on one day."""
WINDOW = 7
"""Days within which opposed words count as said of the same time."""
_ROLES = ("route", "place", "siege")
_BY = ("actor", "besieger", "breaker", "user", "threat")
_GENERAL = SMALL | frozenset("city citys town towns village area region besieged siege blockade".split())
_PLAIN = SMALL - POINTING | frozenset("main last only supply".split())


@dataclass(frozen=True, slots=True)
class Word:
    """What is said of a road or place, since when, how freshly, naming whom, on whose word, and by which claims.

    ``since`` is the first day after the last word to the contrary. ``against`` are the claims that deny it.
    """

    says: str
    actors: tuple[str, ...]
    since: str
    last: str
    age: int
    chains: tuple[int, int]
    by: tuple[str, ...]
    claims: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """A road, or a place that is besieged; what is said of it, the newest first.

    ``kind`` is ``route`` or ``siege``. ``state`` is the newest word; ``contested`` where an opposed word is said within a week of it, or
    it is denied; ``unknown`` where too few chains stand behind it for the lens.
    """

    kind: str
    place: str | None
    name: str
    as_of: str
    state: str
    words: tuple[Word, ...]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all its claims."""
        return frozenset[str]().union(*((*word.claims, *word.against) for word in self.words))


def routes(seen: Iterable[Seen], glass: Glass) -> Iterator[Route]:
    """Yield roads and sieges, those told of last first."""
    found: dict[tuple[str, str], list[tuple[Seen, Argument]]] = defaultdict(list)
    for one in seen:
        at = _at(one)
        if at is not None and glass.sees(one):
            found[one.claim.type, _key(one, at)].append((one, at))
    rows = (_row(kind, sorted(group, key=lambda each: glass.last(each[0])), glass) for (kind, _), group in found.items())
    yield from sorted((row for row in rows if row.words), key=lambda row: (row.words[0].last, len(row.ids)), reverse=True)


def _at(seen: Seen) -> Argument | None:
    """Return the road or place that a claim tells something of, None where it tells nothing."""
    if seen.claim.frame not in SAYS or seen.claim.stance not in SAYING | {"denies"}:
        return None
    return next((each for role in _ROLES if (each := seen.arg(role))), None)


def _groups(seen: Seen) -> Iterator[str]:
    at = _at(seen)
    if at is not None:
        yield f"{seen.claim.type}|{_key(seen, at)}"


def besieged(seen: Seen) -> str:
    """Return the id of the road or place that a claim tells something of, else words that no id has; empty where it tells nothing."""
    at = _at(seen)
    return "" if at is None else _key(seen, at)


ROUTES = Track("routes", ("route", "siege"), routes, tuple(SAYS), _groups, single=True)
"""Roads and sieges: a row each."""


def _key(seen: Seen, at: Argument) -> str:
    """Return what two tellings of one road share: its id, else its words and where it is; "the besieged area" is where it is."""
    if _id(seen, at):
        return _id(seen, at) or ""
    inside = seen.claim.place_ids[0] if seen.claim.place_ids else ""
    return f"{' '.join(part for part in words(at.name) if part not in _PLAIN)}|{inside}"


def _id(seen: Seen, at: Argument) -> str | None:
    """Return the id of the road or place; where its words have none of their own, that of the place that the claim is about."""
    claim = seen.claim
    if at.place or not claim.place_ids or not claim.places:
        return at.place
    own = [part for part in words(at.name) if part not in (_GENERAL if claim.type == "siege" else frozenset())]
    return claim.place_ids[0] if not own or own == words(claim.places[0]) else None


def _row(kind: str, group: Sequence[tuple[Seen, Argument]], glass: Glass) -> Route:
    newest, at = group[-1]
    place = _id(newest, at)
    by_word: dict[str, list[Seen]] = defaultdict(list)
    for one, _ in group:
        by_word[SAYS[one.claim.frame]].append(one)
    told = sorted((_word(says, by_word, glass) for says in by_word), key=lambda word: (word.last, word.says), reverse=True)
    kept = tuple(word for word in told if word.claims or word.against)
    around = newest.claim.places[0] if newest.claim.places else ""
    where = at.name if at.place or not around else around if place else f"{at.name}, {around}"
    return Route(kind, place, where, glass.as_of, _state(kept, glass), kept)


def _word(says: str, by_word: Mapping[str, Sequence[Seen]], glass: Glass) -> Word:
    found = by_word[says]
    claims = [one for one in found if one.claim.stance in SAYING]
    against = [one for one in found if one.claim.stance not in SAYING]
    days = claims or against
    names = dict.fromkeys(each.name for one in claims for role, each in one.claim.args if role.partition("_")[0] in _BY)
    last = max(glass.last(one) for one in days)
    chains = glass.chains(claims) if claims else (0, 0)
    opposed = (one for other, told in by_word.items() if frozenset({says, other}) in OPPOSED for one in told if one.claim.stance in SAYING)
    broken = max((day for one in opposed if (day := glass.last(one)) < last), default="")
    since = min(one.begin for one in days if glass.last(one) > broken)
    return Word(says, tuple(names), since, last, glass.age(last), chains, voices(days), ids(claims), ids(against))


def _state(told: Sequence[Word], glass: Glass) -> str:
    said = [word for word in told if word.claims]
    if not said:
        return "denied"
    newest = said[0]
    near = (word for word in said[1:] if word.age - newest.age <= WINDOW)
    if newest.against or any(frozenset({newest.says, word.says}) in OPPOSED for word in near):
        return "contested"
    return newest.says if newest.chains[0] >= glass.need else "unknown"
