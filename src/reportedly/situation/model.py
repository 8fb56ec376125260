"""A situation report as data: sections of sentences, each with the notes that it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportedly.truce.view import View


@dataclass(frozen=True, slots=True)
class Question:
    """What a report is asked for.

    Attributes:
        begin, until: first and last day of the window, ISO.
        places: ids or names of places; everywhere where there are none. publishers: names or ids; all where there are none.
        agreements: ids of agreements; those that the window tells of where there are none.
        view: from where it is looked. unmask: names of private persons are left.
        most: sentences of each section that are given.
    """

    begin: str
    until: str
    view: View
    places: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()
    unmask: bool = False
    most: int = 12


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a sentence: ``plain`` words of the program, ``name`` or ``number`` of the ledger, exact words in ``quote``."""

    text: str
    kind: str = "plain"


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence: its parts, the numbers of its notes, and the list of claims that bears it out where no notes do.

    Attributes:
        listed: filters of a list of claims; empty where notes are enough. level: 0 of its own, 1 under the one before.
    """

    parts: tuple[Part, ...]
    notes: tuple[int, ...] = ()
    listed: Mapping[str, str] = field(default_factory=dict)
    level: int = 0

    @property
    def text(self) -> str:
        """The sentence as plain text."""
        return "".join(f"“{part.text}”" if part.kind == "quote" else part.text for part in self.parts)


@dataclass(frozen=True, slots=True)
class Section:
    """A section; ``rest`` is how many sentences more there are, in the list of claims that ``listed`` filters."""

    id: str
    title: str
    lines: tuple[Line, ...]
    rest: Line | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """What a sentence rests on: a claim, where it stands, and its exact words; None where they were redacted."""

    number: int
    claim: str
    publisher: str
    published: str | None
    title: str
    url: str | None
    path: str
    document: str
    chain: tuple[str, ...]
    words: str | None


@dataclass(frozen=True, slots=True)
class Report:
    """A situation report."""

    question: Question
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    head: str
    version: str
