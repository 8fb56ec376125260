"""Running heads, running feet and page numbers: lines that come again at one height of many pages, or count them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby

from reportedly.model import LeftOut
from reportedly.read.pdf.words import Bit

_FIGURES = re.compile(r"\d+|\b[ivxl]+\b")
_NUMBER = re.compile(r"\W*(?:page\s+)?\d{1,4}(?:\s*(?:of|/|von|sur)\s*\d{1,4})?\W*", re.IGNORECASE)
_BAND = 0.12  # of the height of a page, above and below
_NEAR = 4.0  # points
_OUTER = 4  # lines from the edge that may be running ones
_FEW_PAGES = 4


def running(pages: Sequence[Sequence[Bit]], heights: Sequence[float]) -> tuple[set[tuple[int, int]], tuple[LeftOut, ...]]:
    """Return which lines, as (page, index), run along, and what they are.

    Args:
        pages: the pieces of lines of each page.
        heights: of the pages, in points.
    """
    groups: defaultdict[tuple[bool, str], list[tuple[int, int]]] = defaultdict(list)
    for number, (found, height) in enumerate(zip(pages, heights, strict=True)):
        for foot, at in _outer(found, height):
            groups[foot, _FIGURES.sub("#", found[at].text.casefold())].append((number, at))
    taken: set[tuple[int, int]] = set()
    left: list[LeftOut] = []
    for (foot, _), places in groups.items():
        kept = _again(places, pages, heights, foot=foot)
        if kept:
            taken.update(kept)
            left.append(_left_out(kept, pages, foot=foot))
    return taken, tuple(left)


def _outer(found: Sequence[Bit], height: float) -> list[tuple[bool, int]]:
    """Return the outermost pieces of a page as (at its foot, index)."""
    order = sorted(range(len(found)), key=lambda at: found[at].middle)
    heads = [(False, at) for at in order[:_OUTER] if found[at].bottom < _BAND * height]
    feet = [(True, at) for at in order[-_OUTER:] if found[at].top > (1 - _BAND) * height]
    return heads + feet


def _again(places: list[tuple[int, int]], pages: Sequence[Sequence[Bit]], heights: Sequence[float], *, foot: bool) -> list[tuple[int, int]]:
    """Return those of like lines that stand at one height on as many pages as running ones do."""
    bits = [pages[number][at] for number, at in places]
    edge = [heights[number] - bit.middle if foot else bit.middle for (number, _), bit in zip(places, bits, strict=True)]
    most = max(([at for at, value in enumerate(edge) if abs(value - mark) < _NEAR] for mark in edge), key=len)
    kept = [places[at] for at in most]
    on = {number for number, _ in kept}
    number_only = all(_NUMBER.fullmatch(bits[at].text) for at in most)
    if len(pages) == 1:
        return kept if number_only and re.findall(r"\d+", bits[0].text)[0] == "1" else []
    return kept if len(on) >= (2 if len(pages) <= _FEW_PAGES or number_only else 3) else []


def _left_out(kept: Sequence[tuple[int, int]], pages: Sequence[Sequence[Bit]], *, foot: bool) -> LeftOut:
    words = list(dict.fromkeys(pages[number][at].text for number, at in kept))
    counts = all(_NUMBER.fullmatch(each) for each in words)
    why = "page-number" if counts else "running-foot" if foot else "running-head"
    return LeftOut(why, " · ".join(words), numbers([number for number, _ in kept]))


def numbers(found: Sequence[int]) -> str:
    """Return pages, counted from 0, in words: ``page 3``, ``pages 1-4, 7``."""
    own = sorted(set(found))
    runs = [[page + 1 for _, page in run] for _, run in groupby(enumerate(own), key=lambda pair: pair[1] - pair[0])]
    told = ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
    return f"page{'s' if len(own) > 1 else ''} {told}"
