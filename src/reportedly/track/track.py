"""What a view is: which claims it is of, how they fall into groups, and how the rows of a group are made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from reportedly.track.seen import Glass, Row, Seen

R = TypeVar("R", bound=Row)


def one_group(_seen: Seen) -> tuple[str, ...]:
    """Put every claim into one group."""
    return ("",)


@dataclass(frozen=True, slots=True)
class Track(Generic[R]):
    """A view.

    Attributes:
        name: its own, and that of its command.
        types: claim types that it is of. frames: their frames, all of them where none is named.
        build: makes the rows of whole groups, from where it is looked. It is given one group at a time or all of them.
        groups: names of the groups that a claim is in, by the claim alone; none for a claim that no row can have. Rows of different
            groups need nothing of each other, so that a few of them can be made without looking at the claims of the rest.
    """

    name: str
    types: tuple[str, ...]
    build: Callable[[Sequence[Seen], Glass], Iterable[R]]
    frames: tuple[str, ...] = ()
    groups: Callable[[Seen], Iterable[str]] = one_group
