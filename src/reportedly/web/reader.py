"""A document drawn as HTML on the server: claims as marks, attributions as they nest, by offsets in code points."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from markupsafe import Markup, escape

from reportedly.text import trim

Json = Mapping[str, Any]

FOLDED = frozenset({"navigation", "comment", "disclaimer", "licence"})
"""Kinds of segments that are folded away."""


@dataclass(frozen=True, slots=True)
class Ink:
    """A span that is drawn: its offsets, element and attributes; of two with the same span, that of the lower rank lies outside.

    ``link`` is where its words lead, where no span inside it leads elsewhere.
    """

    start: int
    end: int
    tag: str
    rank: int
    attributes: Mapping[str, str] = field(default_factory=dict)
    link: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A segment: its kind, whether it is folded away, its words with what is drawn on them, and the white space that ends it."""

    kind: str
    folded: bool
    dated: str | None
    speaker: str | None
    html: Markup
    gap: str


def read(found: Json, claims: Sequence[Json], at: tuple[int, int] | None = None) -> list[Drawn]:
    """Return the segments of a document, as the contract has it, with its attributions, ``claims`` and the span ``at`` drawn on them."""
    text = found["text"]
    inks = [*_attributed(found["attributions"]), *_claimed(claims)]
    if at is not None:
        inks.append(Ink(*at, "span", 3, {"id": "here", "class": "here"}))
    whole = found["doc"]["segments"] or [{"kind": "body", "start": 0, "end": len(text), "dated": None, "speaker": None}]
    return [_segment(text, s, inks) for s in whole]


def _segment(text: str, told: Json, inks: Sequence[Ink]) -> Drawn:
    start, end = told["start"], told["end"]
    last = max(start, trim(text, start, end)[1])
    kind, gap = told["kind"], text[last:end]
    return Drawn(kind, kind in FOLDED, told.get("dated"), told.get("speaker"), draw(text, start, last, inks), gap)


def draw(text: str, start: int, end: int, inks: Sequence[Ink]) -> Markup:
    """Return ``text[start:end]`` with inks on it; without its tags it is that text, whatever overlaps."""
    inside = sorted(
        (ink for ink in inks if ink.start < end and ink.end > max(start, ink.start)), key=lambda ink: (ink.start, -ink.end, ink.rank)
    )
    edges = sorted({start, end, *(min(max(at, start), end) for ink in inside for at in (ink.start, ink.end))})
    out: list[str] = []
    stack: list[Ink] = []
    begun: set[int] = set()
    linked: set[int] = set()
    coming = deque(inside)
    for left, right in pairwise(edges):
        covering = [ink for ink in stack if ink.end > left]
        while coming and coming[0].start <= left:
            covering.append(coming.popleft())
        kept = next((n for n, (a, b) in enumerate(zip(stack, covering, strict=False)) if a is not b), min(len(stack), len(covering)))
        out += [f"</{ink.tag}>" for ink in reversed(stack[kept:])]
        out += [_opened(ink, first=id(ink) not in begun) for ink in covering[kept:]]
        begun |= {id(ink) for ink in covering[kept:]}
        stack = covering
        out.append(_words(text[left:right], stack, linked))
    out += [f"</{ink.tag}>" for ink in reversed(stack)]
    return Markup("".join(out))  # noqa: S704 - every value in it was escaped


def _opened(ink: Ink, *, first: bool) -> str:
    kept = {name: value for name, value in ink.attributes.items() if first or name != "id"}
    return f"<{ink.tag}{_attributes(kept)}>"


def _words(words: str, stack: Sequence[Ink], linked: set[int]) -> str:
    leading = next((ink for ink in reversed(stack) if ink.link is not None), None)
    if leading is None or leading.link is None or not words.strip():
        return str(escape(words))
    again = {"tabindex": "-1"} if id(leading) in linked else {}
    linked.add(id(leading))
    return f"<a{_attributes({**leading.link, **again})}>{escape(words)}</a>"


def _attributes(values: Mapping[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in values.items())


def _attributed(found: Sequence[Json]) -> Iterator[Ink]:
    for one in found:
        speaker = one["speaker_name"] or "nobody named"
        told = {"data-a": one["id"], "title": f"{one['kind']}: {speaker}"}
        for start, end in one["content"]:
            yield Ink(start, end, "span", 0, {"class": f"said {one['kind']}", **told})
        for part in ("source", "cue"):
            for start, end in one[part]:
                yield Ink(start, end, "span", 1, {"class": part, "data-a": one["id"]})


def _claimed(claims: Sequence[Json]) -> Iterator[Ink]:
    for claim in claims:
        chain = " → ".join(claim["chain"] or [claim["speaker"]["name"]])
        link = {"href": f"#c-{claim['id']}", "title": f"{claim['gloss']} — {chain}", "data-c": claim["id"]}
        yield Ink(claim["start"], claim["end"], "mark", 2, {"id": f"m-{claim['id']}", "data-c": claim["id"]}, link)


def edited(text: str, other: str, shared: Json) -> tuple[Markup, Markup]:
    """Return two texts with the passages that they share, and what was edited from the first to the second."""
    sides = []
    for side, words, (begin, until) in (("a", text, (0, 1)), ("b", other, (2, 3))):
        against = "b" if side == "a" else "a"
        inks = [Ink(part[begin], part[until], "span", 0, {"class": "shared"}) for part in shared["passages"]]
        for number, edit in enumerate(shared["edits"] or ()):
            start, end = edit[side]
            there = edit[against][0] < edit[against][1]
            link = {"href": f"#e{number}-{against}", "title": f"{edit['kind']}: see what stands there instead"} if there else None
            known = {"class": f"edit {edit['kind']}", "id": f"e{number}-{side}"}
            inks.append(Ink(start, end, "mark", 1, known, link))
        sides.append(draw(words, 0, len(words), inks))
    return sides[0], sides[1]
