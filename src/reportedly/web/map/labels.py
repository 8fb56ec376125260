"""Names on the drawing, where there is room: none lies on another, nor on a mark."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from reportedly.web.map.frame import WIDTH

_LETTER, _TALL, _GAP = 6.5, 13.0, 3.0
"""Of a letter, of a line, and between a mark and its name, in steps of the drawing."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name: where it begins, ends or has its middle (``anchor``), and the height of its line's foot."""

    x: float
    y: float
    anchor: str
    text: str


@dataclass(slots=True)
class Room:
    """What of a drawing is taken."""

    height: float
    taken: list[tuple[float, float, float, float]] = field(default_factory=list)

    def take(self, x: float, y: float, half: float, tall: float | None = None) -> None:
        """Mark what is around a point as taken."""
        up = half if tall is None else tall
        self.taken.append((x - half, y - up, x + half, y + up))

    def free(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Say whether nothing lies there, and all of it is on the drawing."""
        if left < 0 or top < 0 or right > WIDTH or bottom > self.height:
            return False
        return not any(left < r and l < right and top < b and t < bottom for l, t, r, b in self.taken)  # noqa: E741 - left

    def beside(self, x: float, y: float, half: float, text: str) -> Label | None:
        """Return a name to the right, to the left, above or below of what is around a point, and take its place; None without room."""
        wide = _LETTER * len(text)
        spots = (
            (x + half + _GAP, y - _TALL / 2, "start"),
            (x - half - _GAP - wide, y - _TALL / 2, "end"),
            (x - wide / 2, y - half - _TALL, "middle"),
            (x - wide / 2, y + half, "middle"),
        )
        for left, top, anchor in spots:
            if self.free(left, top, left + wide, top + _TALL):
                self.taken.append((left, top, left + wide, top + _TALL))
                at = {"start": left, "end": left + wide, "middle": x}[anchor]
                return Label(round(at, 1), round(top + _TALL - 3, 1), anchor, text)
        return None

    def on(self, x: float, y: float, text: str, letter: float) -> Label | None:
        """Return a name whose middle is at a point, and take its place; None without room."""
        wide = letter * len(text)
        if not self.free(x - wide / 2, y - _TALL / 2, x + wide / 2, y + _TALL / 2):
            return None
        self.take(x, y, wide / 2, _TALL / 2)
        return Label(round(x, 1), round(y + 4, 1), "middle", text)


def written(found: Iterable[Label | None]) -> list[Label]:
    """Return the labels that there was room for."""
    return [label for label in found if label is not None]
