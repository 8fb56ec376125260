"""Claims as a view sees them: from a day, with the clocks that they are asked by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import Protocol

from reportedly.model import Argument, Claim, HeldClaim

_DAY = 10


class Row(Protocol):
    """A row of a view."""

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all its claims, of those for it and of those against."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A claim of the ledger, the day on which it was published (else captured), and the authors of its page.

    Attributes:
        said: the day on which it was said, at the latest.
        begin: the day from which on it is said to hold; the day on which it was said, where it tells none.
        last: the last day on which it surely says that something was so: a report tells nothing of what lies after it. Of a whole month
            or year it tells no day: the first one stands for it.
    """

    held: HeldClaim
    known: str
    authors: tuple[str, ...] = ()
    said: str = field(init=False)
    begin: str = field(init=False)
    last: str = field(init=False)

    def __post_init__(self) -> None:
        """Work out the days once: views ask for them again and again."""
        valid, said = self.claim.valid, (self.claim.asserted or self.known)[:_DAY]
        begin = min((valid.begin or valid.until or said)[:_DAY], said)
        until = valid.until and valid.until[:_DAY]
        told = until is not None and not _whole(begin, until)
        last = max(begin, min(until or said, said)) if told else begin if valid.begin else said
        for name, day in (("said", said), ("begin", begin), ("last", last)):
            object.__setattr__(self, name, day)

    @property
    def claim(self) -> Claim:
        """The claim itself."""
        return self.held.claim

    @property
    def voice(self) -> str:
        """Whose word it is: the speaker, and for a page's own voice its publisher."""
        page = self.held.publisher or self.held.path.rpartition("/")[2]
        return page if self.claim.own else self.claim.speaker.name

    def arg(self, role: str) -> Argument | None:
        """Return what fills a role first."""
        return next((found for name, found in self.claim.args if name == role), None)

    def args(self, *roles: str) -> Iterator[Argument]:
        """Yield all that fills one of these roles; a second filler's role has a number behind it."""
        return (found for name, found in self.claim.args if name.partition("_")[0] in roles)


@dataclass(frozen=True, slots=True)
class Glass:
    """From where is looked, and what is known of places and actors.

    Attributes:
        as_of: ISO day that a view is given for. need: independent chains that something definite needs.
        chains: how many independent chains stand behind claims that say the same, at least and at most.
        related: two ids of actors are of one actor, or of one side that they belong to.
        wide: the place of this id is so wide that several parties may hold some of it.
        kind: the kind of an actor or place by its id, None where no pack knows it.
        of: rows of the group of this name are asked for; a claim may be of several groups, and all of its own are not at hand.
        vague: the actor of this id stands for somebody or other of a kind.
        side: who a side is told by: ids of two who are related have the same, unless one of them is vague.
    """

    as_of: str
    need: int = 1
    chains: Callable[[Sequence[Seen]], tuple[int, int]] = field(default=lambda found: (min(1, len(found)), len(found)))
    related: Callable[[str, str], bool] = field(default=lambda one, other: one == other)
    wide: Callable[[str], bool] = field(default=lambda _: False)
    kind: Callable[[str], str | None] = field(default=lambda _: None)
    of: Callable[[str], bool] = field(default=lambda _: True)
    vague: Callable[[str], bool] = field(default=lambda _: False)
    side: Callable[[str], str] = field(default=lambda _: "")

    def surely(self, one: str, other: str) -> bool:
        """Say whether two ids are of one actor or side, and not only may be because one of them is of somebody or other."""
        return one == other or (self.related(one, other) and not self.vague(one) and not self.vague(other))

    def age(self, day: str) -> int:
        """Return how many days lie between a day and the one that is looked from."""
        return (date.fromisoformat(self.as_of) - date.fromisoformat(day)).days

    def last(self, found: Seen) -> str:
        """Return the last day on which a claim says that something was so, as far as the day that is looked from."""
        return min(found.last, self.as_of)

    def sees(self, found: Seen) -> bool:
        """Say whether a claim tells of a time that has begun."""
        return found.begin <= self.as_of


@lru_cache(maxsize=10_000)
def _whole(begin: str, until: str) -> bool:
    """Say whether an interval is a month, a season or a year of the calendar, and not one that begins or ends with what happened."""
    first, last = date.fromisoformat(begin), date.fromisoformat(until)
    return first.day == 1 and (last + timedelta(days=1)).day == 1 and last > first


def ids(found: Iterable[Seen]) -> tuple[str, ...]:
    """Return the ids of claims, in their order, each once."""
    return tuple(dict.fromkeys(one.claim.id for one in found))


def voices(found: Iterable[Seen]) -> tuple[str, ...]:
    """Return whose word claims are, each once."""
    return tuple(dict.fromkeys(one.voice for one in found))
