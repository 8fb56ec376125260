"""Numbering what sentences rest on: one note for each claim, in the order in which they are first cited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reportedly.situation.facts import Facts
from reportedly.situation.model import Line, Note
from reportedly.situation.phrases import Parts
from reportedly.situation.telling import outlet
from reportedly.text import clean

MOST = 8
"""Notes of one sentence: the newest claims."""


@dataclass
class Notes:
    """The notes of a report."""

    facts: Facts
    _numbers: dict[str, int] = field(default_factory=dict)

    def line(self, parts: Parts, ids: Iterable[str], listed: Mapping[str, str] | None = None, *, level: int = 0) -> Line:
        """Return a sentence with its notes; where these are not all claims behind it, or none, with the list of all."""
        wanted = list(dict.fromkeys(ids))
        self.facts.call(wanted)
        known = [each for each in wanted if self.facts.get(each)]
        shown = known[-MOST:]
        numbers = tuple(sorted(self._numbers.setdefault(each, len(self._numbers) + 1) for each in shown))
        return Line(parts, numbers, {} if numbers and len(known) <= MOST else self.facts.listed(**(listed or {})), level)

    def all(self) -> tuple[Note, ...]:
        """Return the notes, in their order."""
        return tuple(self._note(number, claim) for claim, number in self._numbers.items())

    def _note(self, number: int, claim: str) -> Note:
        row = self.facts.get(claim)
        if row is None:
            raise KeyError(claim)
        document = row["doc"]["id"]
        known = self.facts.documents[document]
        words = None if row["quote"] is None else clean(self.facts.masked(document, row["quote"]))
        title, hops = clean(known["title"] or ""), tuple(map(clean, row["chain"]))
        published = row["doc"]["published"]
        return Note(number, claim, outlet(row), published, title, known["url"], clean(row["doc"]["path"]), document, hops, words)
