"""Spans drawn on a text as HTML, by offsets in code points, whatever overlaps."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from markupsafe import Markup, escape


@dataclass(frozen=True, slots=True)
class Ink:
    """A span that is drawn: its offsets, element and attributes; of two with the same span, that of the lower rank lies outside.

    ``link`` is where its words lead, where no span inside it leads elsewhere; ``tip`` and ``card`` are what is told of it there: words,
    and the id of the element that tells it whole.
    """

    start: int
    end: int
    tag: str
    rank: int
    attributes: Mapping[str, str] = field(default_factory=dict)
    link: Mapping[str, str] | None = None
    tip: str = ""
    card: str = ""


@dataclass(slots=True)
class Begun:
    """What was begun on a page that is drawn piece by piece: an id stands once, and a link is one stop of the keyboard."""

    inks: set[int] = field(default_factory=set)
    links: set[int] = field(default_factory=set)


ONCE = frozenset({"id", "data-who"})
"""Attributes of the first piece of a span alone."""


def draw(text: str, start: int, end: int, inks: Sequence[Ink], begun: Begun | None = None) -> Markup:
    """Return ``text[start:end]`` with inks on it; without its tags it is that text, whatever overlaps."""
    begun = begun or Begun()
    inside = sorted(
        (ink for ink in inks if ink.start < end and ink.end > max(start, ink.start)), key=lambda ink: (ink.start, -ink.end, ink.rank)
    )
    edges = sorted({start, end, *(min(max(at, start), end) for ink in inside for at in (ink.start, ink.end))})
    out: list[str] = []
    stack: list[Ink] = []
    coming = deque(inside)
    for left, right in pairwise(edges):
        covering = [ink for ink in stack if ink.end > left]
        while coming and coming[0].start <= left:
            covering.append(coming.popleft())
        kept = next((n for n, (a, b) in enumerate(zip(stack, covering, strict=False)) if a is not b), min(len(stack), len(covering)))
        out += [f"</{ink.tag}>" for ink in reversed(stack[kept:])]
        out += [_opened(ink, first=id(ink) not in begun.inks) for ink in covering[kept:]]
        begun.inks |= {id(ink) for ink in covering[kept:]}
        stack = covering
        out.append(_words(text[left:right], stack, begun.links))
    out += [f"</{ink.tag}>" for ink in reversed(stack)]
    return Markup("".join(out))  # noqa: S704 - every value in it was escaped


def _opened(ink: Ink, *, first: bool) -> str:
    kept = {name: value for name, value in ink.attributes.items() if first or name not in ONCE}
    return f"<{ink.tag}{_attributes(kept)}>"


def _words(words: str, stack: Sequence[Ink], linked: set[int]) -> str:
    leading = [ink for ink in reversed(stack) if ink.link is not None]
    if not leading or not words.strip():
        return str(escape(words))
    told = {**(leading[0].link or {}), "data-tip": "\n".join(ink.tip for ink in leading if ink.tip)}
    if id(leading[0]) in linked:
        told["tabindex"] = "-1"
    else:
        told["aria-describedby"] = " ".join(ink.card for ink in leading if ink.card)
    linked.add(id(leading[0]))
    return f"<a{_attributes({name: value for name, value in told.items() if value})}>{escape(words)}</a>"


def _attributes(values: Mapping[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in values.items())
