"""Mistakes in a pack: what, where, what to do, and what was done with the entry, so that the rest can be used meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from reportedly.errors import DataError, PackError
from reportedly.marked import Marked

T = TypeVar("T")

SKIPPED = "the entry is skipped"


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake.

    Attributes:
        what: what is wrong.
        where: file and line, as ``actors.yaml:12``.
        remedy: what to do about it.
        done: what the program does meanwhile.
        code: the code of the error (docs/errors.md).
    """

    what: str
    where: str
    remedy: str
    done: str
    code: str = PackError.code

    def __str__(self) -> str:
        return f"{self.code} [{self.where}]: {self.what} — {self.remedy}; {self.done}"


class Held(NamedTuple, Generic[T]):
    """An entry and where it stands."""

    value: T
    mark: Marked


def mistake_of(error: DataError, done: str = SKIPPED) -> Mistake:
    """Return an error that was met in reading an entry as a mistake."""
    return Mistake(error.what, error.where or "", error.remedy or "correct the entry", done, error.code)


def line_of(mark: Marked) -> str:
    """Return the file and line of a value."""
    return f"{mark.file}:{mark.line}"
