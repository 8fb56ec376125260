"""Where the words of an extract stand in the text that it was taken from: line by line, in order, what was left out skipped."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

_RUN = 3
_STARTS = 8
"""Words at the beginning of a line of which one run of three must be found."""
_NEAR = 60
"""Words behind the last match in which a line of one or two words is looked for."""
_SKIP = 40
"""Words that the text may hold between two of the extract: a link, a label, a footnote's sign."""


def held(text: Sequence[str], extract: Sequence[Sequence[str]]) -> bytearray:
    """Return for each word of ``text`` 1 where the extract has it at that place, else 0.

    Args:
        text: all words in order.
        extract: the words of each line of the extract, in order; a line may lack words of the text and have some of its own.
    """
    places: dict[tuple[str, ...], list[int]] = {run: [] for line in extract for run in zip(line, line[1:], line[2:], strict=False)}
    for at, run in enumerate(zip(text, text[1:], text[2:], strict=False)):
        if run in places:
            places[run].append(at)
    marks = bytearray(len(text))
    at = 0
    for line in extract:
        at = _short(text, line, at, marks) if len(line) < _RUN else _line(text, line, at, places, marks)
    return marks


def _short(text: Sequence[str], line: Sequence[str], at: int, marks: bytearray) -> int:
    size = len(line)
    for start in range(at, min(at + _NEAR, len(text) - size + 1)) if size else ():
        if text[start : start + size] == line:
            marks[start : start + size] = b"\1" * size
            return start + size
    return at


def _line(text: Sequence[str], line: Sequence[str], at: int, places: dict[tuple[str, ...], list[int]], marks: bytearray) -> int:
    """Mark the words of one line, from the nearest place behind ``at`` where it begins, else from its first; return where it ends."""
    for begin in range(min(_STARTS, len(line) - _RUN + 1)):
        found = places.get(tuple(line[begin : begin + _RUN]))
        if found:
            number = bisect_left(found, at)
            start = found[number] if number < len(found) else found[0]
            return _along(text, line[begin:], start, places, marks)
    return at


def _along(text: Sequence[str], line: Sequence[str], at: int, places: dict[tuple[str, ...], list[int]], marks: bytearray) -> int:
    """Mark the words of ``line`` from ``at`` on; where the two part, go on at the next run of three that both have."""
    here = 0
    while here < len(line) and at < len(text):
        if text[at] == line[here]:
            marks[at] = 1
            at, here = at + 1, here + 1
            continue
        following = _resume(line, here, at, places)
        if following is None:
            break
        here, at = following
    return at


def _resume(line: Sequence[str], here: int, at: int, places: dict[tuple[str, ...], list[int]]) -> tuple[int, int] | None:
    for step in range(min(_STARTS, len(line) - here)):
        run = tuple(line[here + step : here + step + _RUN])
        found = places.get(run, ()) if len(run) == _RUN else ()
        number = bisect_left(found, at)
        if number < len(found) and found[number] - at <= _SKIP:
            return here + step, found[number]
    return None
