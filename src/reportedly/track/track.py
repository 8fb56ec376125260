"""What a view is: which claims it is of, how they fall into groups, and how the rows of a group are made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from reportedly.track.outline import Outline
from reportedly.track.seen import Glass, Row, Seen

R = TypeVar("R", bound=Row)


def one_group(_seen: Seen) -> tuple[str, ...]:
    """Put every claim into one group."""
    return ("",)


def _none(_seen: Seen) -> tuple[str, ...]:
    return ()


def _last(seen: Seen) -> str:
    return seen.last


def _begin(seen: Seen) -> str:
    return seen.begin


@dataclass(frozen=True, slots=True)
class Near(Generic[R]):
    """How near to each other the claims of a row lie, for a view that puts the rows of the latest days first.

    Attributes:
        days: claims whose first days lie further apart are of one row only through claims between them. The first day is the one from which
            on what a claim tells of is valid, else the last one, else the day on which it was said.
        end: the day that a row is put in order by, later than no claim's last day.
        early: the first day of claims of a frame and stance is that on which they were said, where that is earlier.
    """

    days: int
    end: Callable[[R], str]
    early: Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Track(Generic[R]):
    """A view.

    Attributes:
        name: its own, and that of its command.
        types: claim types that it is of. frames: their frames, all of them where none is named.
        build: makes the rows of whole groups, from where it is looked. It is given one group at a time (:attr:`Glass.of`) or all of them.
        groups: names of the groups that a claim is in, by the claim alone; none for a claim that no row can have. Rows of different
            groups need nothing of each other, so that a few of them can be made without looking at the claims of the rest.
        beside: names of groups that it stands beside: their rows need it, but it makes none by itself.
        since: the day from which on a claim is seen. It may be earlier than the one that ``build`` takes, and never later.
        rank: the day that a claim is put in order by: groups with the newest claim come first, and of a group its newest claims.
        most: groups of most claims come first.
        single: every group makes one row, which has all its claims.
        later: a row tells of claims, too, that are seen from a later day than the one that is looked from.
        near: how near claims of a row lie, for a view of one group of which a page is made by the claims of its days.
        outline: how its rows are found by numbers, for a view of which any claims may make a row together.
    """

    name: str
    types: tuple[str, ...]
    build: Callable[[Sequence[Seen], Glass], Iterable[R]]
    frames: tuple[str, ...] = ()
    groups: Callable[[Seen], Iterable[str]] = one_group
    beside: Callable[[Seen], Iterable[str]] = _none
    since: Callable[[Seen], str] = _begin
    rank: Callable[[Seen], str] = _last
    most: bool = False
    single: bool = False
    later: bool = False
    near: Near[R] | None = None
    outline: Outline[R] | None = None

    @property
    def whole(self) -> bool:
        """Whether all its claims are one group."""
        return self.groups is one_group

    @property
    def stands_beside(self) -> bool:
        """Whether claims may stand beside its groups."""
        return self.beside is not _none

    def takes(self, seen: Seen) -> bool:
        """Say whether it is of a claim."""
        return seen.claim.type in self.types and (not self.frames or seen.claim.frame in self.frames)
