"""Views whose rows are found by what is kept of their claims."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from reportedly.track.outline import Outline
from reportedly.track.seen import Row, Seen
from reportedly.track.track import Brief, Track

R = TypeVar("R", bound=Row)


def outlined(name: str, types: tuple[str, ...], frames: tuple[str, ...], outline: Outline[R]) -> Track[R]:
    """Return a view of this name, of claims of these types and frames."""

    def tell(seen: Seen, _words: Callable[[Seen], str | None]) -> Brief | None:
        told = outline.mark(seen)
        return None if told is None else Brief(seen.begin, list(told))

    return Track(name, types, outline.build, frames, tell=tell, outline=outline)
