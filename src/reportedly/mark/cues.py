"""The table of cues: which words introduce what somebody says or thinks, in which constructions, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

from reportedly import marked
from reportedly.errors import DataError
from reportedly.marked import Marked

_FILE = Path(__file__).with_name("cues.yaml")


@dataclass(frozen=True, slots=True)
class Cue:
    """What the table says of a word in a construction.

    Attributes:
        score: share of such places that are attributions in the training part of PolNeAR, smoothed towards the construction's own share.
        speech: the word tells of speech or writing, not of belief, wish or intent.
    """

    score: float
    speech: bool


class Cues(Protocol):
    """A table of cues."""

    def get(self, lemma: str, pattern: str) -> Cue | None:
        """Return what is known of ``lemma`` in ``pattern``, None where it is no cue there."""
        ...


@dataclass(frozen=True, slots=True)
class CueTable:
    """The table of ``cues.yaml``; its head tells the constructions ("patterns") and how the scores were measured."""

    rows: dict[tuple[str, str], Cue]
    spoken: frozenset[str] = frozenset()

    def speech(self, lemma: str) -> bool:
        """Say whether ``lemma`` tells of speech or writing in some construction."""
        return lemma in self.spoken

    def get(self, lemma: str, pattern: str) -> Cue | None:
        """Return what is known of ``lemma`` in ``pattern``, None where it is no cue there."""
        return self.rows.get((lemma, pattern))


@cache
def load_cues(path: Path = _FILE) -> CueTable:
    """Return the table of cues.

    Raises:
        DataError: the file has a mistake, which is named by its line.
    """
    rows: dict[tuple[str, str], Cue] = {}
    doc = marked.load(path, DataError)
    for lemma, entry in doc.expect(dict).items():
        for pattern, cue in _entry(entry):
            rows[lemma, pattern] = cue
    return CueTable(rows, frozenset(lemma for (lemma, _), cue in rows.items() if cue.speech))


def _entry(entry: Marked) -> list[tuple[str, Cue]]:
    speech = entry.need("speech").expect(bool)
    held = entry.expect(dict)
    acts = {pattern.expect(str) for pattern in held["acts"].expect(list)} if "acts" in held else set()
    out = []
    for pattern, score in held.items():
        if pattern in {"speech", "acts"}:
            continue
        value = score.expect(float)
        if not 0 < value <= 1:
            what = f"{value} is no share"
            raise score.complain(what, "give a number above 0 and at most 1")
        out.append((pattern, Cue(value, speech and pattern not in acts)))
    return out
