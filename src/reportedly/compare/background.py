"""Background: paragraphs that pages repeat over months, whatever they report. Who shares no more than these did not take from the other."""

from __future__ import annotations

import datetime as dt
from bisect import insort
from collections import defaultdict
from collections.abc import Iterator

from reportedly.model import Reprint

_PAGES, _APART, _LONG, _SAME = 3, 31, 40, 0.5
"""Pages that hold a passage, days between the first and the last of them, code points of a passage that counts, share that is the same."""

_Held = tuple[int, int, str]


class Background:
    """Which passages stand in pages of many weeks.

    Feed it all pairs that share passages; then it can be asked of each.
    """

    def __init__(self) -> None:
        self._held: dict[str, list[_Held]] = defaultdict(list)

    def take(self, pair: Reprint, day: str | None, other_day: str | None) -> None:
        """Take a pair with the days on which its two documents were published, as ISO days or months, None where unknown."""
        for part in _long(pair):
            insort(self._held[pair.a], (part[0], part[1], other_day or ""))
            insort(self._held[pair.b], (part[2], part[3], day or ""))

    def only(self, pair: Reprint, day: str | None, other_day: str | None) -> bool:
        """Say whether all that two documents share is background; never of a whole reprint."""
        parts = list(_long(pair))
        if pair.label == "reprint" or not parts:
            return False
        return all(self._told(pair.a, part[0], part[1], day) or self._told(pair.b, part[2], part[3], other_day) for part in parts)

    def _told(self, document: str, start: int, end: int, day: str | None) -> bool:
        spans = self._held[document]
        same = (found for left, right, found in spans if min(end, right) - max(start, left) >= _SAME * (end - start))
        days = sorted(known for known in map(_date, (*same, day or "")) if known)
        return len(days) >= _PAGES and (days[-1] - days[0]).days >= _APART


def _long(pair: Reprint) -> Iterator[tuple[int, int, int, int]]:
    for part in pair.passages:
        if part.a_end - part.a_start >= _LONG:
            yield part.a_start, part.a_end, part.b_start, part.b_end


def _date(day: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(day[:10])
    except ValueError:
        return None
