"""The order in which a page is read: column by column, and across where something stands over several columns.

A column begins where several pieces of lines begin, with running text on both sides that stands beside each other; what crosses
that line cuts the page into bands. Tables have no such text beside each other: they are read row by row.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from statistics import median

from reportedly.read.pdf.words import Bit, joined

Column = list[Bit]
_FEW = 3
_EMS = 9
_DEEP = 6
_SLACK = 2.0
_NEAR = 3.0


def in_order(pages: Sequence[Sequence[Bit]]) -> list[list[Column]]:
    """Return the columns of each page in the order in which they are read, each with its lines from top to bottom.

    Where a column begins on one page, another with too few lines to tell may have one, too.
    """
    edges = {edge for found in pages if (edge := _edge(found)) is not None}
    return [columns(found, edges) for found in pages]


def columns(found: Sequence[Bit], known: Collection[float] = (), depth: int = 0) -> list[Column]:
    """Return the columns of a page; ``known`` are edges of columns on other pages."""
    edge = (_edge(found) or _like(found, known)) if depth < _DEEP else None
    if edge is None:
        return [_rows(found)] if found else []
    left = [bit for bit in found if bit.right <= edge]
    right = [bit for bit in found if bit.left >= edge]
    across = _rows([bit for bit in found if bit.left < edge < bit.right])
    made: list[Column] = []
    above = float("-inf")
    for line in [*across, None]:
        below = line.middle if line else float("inf")
        for side in (left, right):
            made += columns([bit for bit in side if above <= bit.middle < below], known, depth + 1)
        if line:
            _append(made, line, new=above == float("-inf") or any(above <= bit.middle < below for bit in (*left, *right)))
        above = below
    return made


def _append(made: list[Column], line: Bit, *, new: bool) -> None:
    if new or not made:
        made.append([line])
    else:
        made[-1].append(line)


def _edge(found: Sequence[Bit]) -> float | None:
    """Return where the right one of two columns begins; None where there is one column."""
    if len(found) < 2 * _FEW:
        return None
    least = min(bit.left for bit in found)
    starts = sorted({round(bit.left - 1) for bit in found if bit.left > least + _SLACK})
    best: tuple[int, float] | None = None
    for edge in starts:
        left = [bit for bit in found if bit.right <= edge]
        right = [bit for bit in found if bit.left >= edge]
        if min(len(left), len(right)) < _FEW or not _beside(left, right):
            continue
        crossing = len(found) - len(left) - len(right)
        if best is None or crossing < best[0]:
            best = crossing, float(edge)
    return best[1] if best else None


def _like(found: Sequence[Bit], known: Collection[float]) -> float | None:
    """Return the edge of a column on another page that several lines begin at here, and that none crosses."""
    for edge in known:
        begins = sum(-_NEAR < bit.left - edge < 2 * bit.size for bit in found)
        beside = sum(bit.right <= edge for bit in found)
        if begins > 1 and beside > 1 and not any(bit.left < edge < bit.right for bit in found):
            return edge
    return None


def _beside(left: Sequence[Bit], right: Sequence[Bit]) -> bool:
    """Say whether there is running text on both sides, and on either beside the other's."""
    low, high = max(_top(left), _top(right)), min(_bottom(left), _bottom(right))
    sides = [[bit for bit in side if low <= bit.middle <= high] for side in (left, right)]
    return all(len(side) >= _FEW and _running(side) for side in sides)


def _running(side: Sequence[Bit]) -> bool:
    return median(bit.width for bit in side) >= _EMS * median(bit.size for bit in side)


def _top(side: Sequence[Bit]) -> float:
    return min(bit.top for bit in side)


def _bottom(side: Sequence[Bit]) -> float:
    return max(bit.bottom for bit in side)


def _rows(found: Sequence[Bit]) -> Column:
    """Return pieces as lines: those that stand at one height are one, from left to right."""
    rows: list[list[Bit]] = []
    for bit in sorted(found, key=lambda bit: (bit.middle, bit.left)):
        last = rows[-1][0] if rows else None
        if last is not None and abs(bit.middle - last.middle) < 0.5 * min(bit.size, last.size):
            rows[-1].append(bit)
        else:
            rows.append([bit])
    return [joined(sorted(row, key=lambda bit: bit.left), "\t") if len(row) > 1 else row[0] for row in rows]
