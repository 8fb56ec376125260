"""What a view is: which claims it is of, how they fall into groups, and how the rows of a group are made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

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


class Brief(NamedTuple):
    """What is told of a claim in few words.

    Attributes:
        day: the one that it is looked up by.
        told: values that JSON has.
        shelves: names of those that it is looked up on; claims of one row stand on one, or comparison joins them.
    """

    day: str
    told: list[Any]
    shelves: tuple[str, ...] = ()


Tell = Callable[[Seen, Callable[[Seen], str | None]], Brief | None]
"""Tells a claim in few words, and may ask for its exact ones; None for one that no row can have."""


@dataclass(frozen=True, slots=True)
class Briefly(Generic[R]):
    """How the rows of a view are told apart by few words of each claim, so that of all its claims only those of a page are read.

    Attributes:
        rows: the claims of each row, by their numbers, in the order of the rows; of claims by their numbers, each with what is told of it.
        row: makes a row of its claims.
    """

    rows: Callable[[Iterable[tuple[int, list[Any]]], Glass], list[tuple[int, ...]]]
    row: Callable[[Sequence[Seen], Glass], R]


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
        few: a type of which few claims are in its rows, and what tells by the arguments of one, as JSON, whether it may be.
        tell: tells its claims in few words, which rows can be told apart by. briefly: how they are, for a view of one group.
        outline: how they are, for one of which any claims may make a row together.
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
    few: tuple[str, Callable[[str], bool]] | None = None
    tell: Tell | None = None
    briefly: Briefly[R] | None = None
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
