"""Tables pasted as text: each of their rows is read by itself, not as a line of a wrapped paragraph."""

from __future__ import annotations

import re

_FEWEST = 4
_LONGEST = 200
_MARKS = ("\t", "|", ":", ";", ",")
_GAP = re.compile(r"\S[ ]{2,}(?=\S)")
_LINE = re.compile(r"[^\n]*\n?")


def row_starts(text: str) -> list[int]:
    """Return the offsets at which rows of tables begin, and what follows the last row of each.

    Rows are four lines or more, one after the other, that hold a figure each and are parted alike: by as many tabs, bars, colons,
    semicolons, commas or gaps of two spaces.
    """
    out: list[int] = []
    run: list[int] = []
    like: tuple[int, ...] | None = None
    for match in _LINE.finditer(text):
        parted = _parted(match.group())
        if parted is None or parted != like:
            out += _kept(run, match.start())
            run, like = [], parted
        if parted is not None:
            run.append(match.start())
    return [at for at in (*out, *_kept(run, len(text))) if at < len(text)]


def _kept(run: list[int], after: int) -> list[int]:
    return [*run, after] if len(run) >= _FEWEST else []


def _parted(line: str) -> tuple[int, ...] | None:
    """Return how often each mark parts a line; None where it is no row: without a figure, too long, a sentence, or not parted at all."""
    words = line.strip()
    if not words or len(words) > _LONGEST or not any(sign.isdigit() for sign in words) or ". " in words:
        return None
    counts = (*(words.count(mark) for mark in _MARKS), len(_GAP.findall(words)))
    commas = counts[_MARKS.index(",")]
    return counts if sum(counts) > commas or commas > 1 else None
