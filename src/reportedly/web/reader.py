"""A document drawn as HTML on the server: claims as marks, attributions as they nest; a long one in parts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from reportedly.text import clean, excerpt, trim
from reportedly.web.ink import Begun, Ink, draw

Json = Mapping[str, Any]

FOLDED = frozenset({"navigation", "comment", "disclaimer", "licence"})
"""Kinds of segments that are folded away, unless a claim was drawn from one."""
PART = 60_000
"""Characters from which on a text is shown in parts, and of each part at least, but for the last."""
_OVER = 20_000  # characters up to which the last part may be longer
_FIRST = 70  # characters of a folded segment that are shown
_WHO = 30  # characters of a speaker's name above the words
_DEEP = 3  # attributions within each other that are drawn apart


@dataclass(frozen=True, slots=True)
class Drawn:
    """A segment: its kind, whether it is folded away, its words with what is drawn on them, and the white space that ends it.

    ``first`` are its first words; ``chars`` how many characters it has.
    """

    kind: str
    folded: bool
    dated: str | None
    speaker: str | None
    html: Markup
    gap: str
    first: str
    chars: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What is drawn beside the claims: a span that was asked for, the claims that something stands against, and attributions."""

    at: tuple[int, int] | None = None
    against: Collection[str] = ()
    said: bool = True


def parts(found: Json) -> list[tuple[int, int]]:
    """Return the parts in which a text is shown, each from and to; one where it is not long. Parts end where a line does."""
    text, begin, made = found["text"], 0, list[tuple[int, int]]()
    while len(text) - begin > PART + _OVER:
        ends = (text.find(sign, begin + PART, begin + PART + _OVER) + 1 for sign in "\n ")
        end = next(filter(None, ends), begin + PART)
        made.append((begin, end))
        begin = end
    return [*made, (begin, len(text))]


def read(found: Json, claims: Sequence[Json], part: tuple[int, int], shown: Shown = Shown()) -> list[Drawn]:
    """Return the segments of a part of a document, as the contract has it, with its attributions and ``claims`` drawn on them."""
    text = found["text"]
    inks = [*(_attributed(found["attributions"]) if shown.said else ()), *_claimed(claims, shown.against)]
    inks = [ink for ink in inks if ink.start < part[1] and ink.end > part[0]]
    if shown.at is not None:
        inks.append(Ink(*shown.at, "span", 3, {"id": "here", "class": "here"}))
    whole = found["doc"]["segments"] or [{"kind": "body", "start": 0, "end": len(text), "dated": None, "speaker": None}]
    begun = Begun()
    return [_segment(text, each, part, inks, begun) for each in whole if each["start"] < part[1] and each["end"] > part[0]]


def _segment(text: str, told: Json, part: tuple[int, int], inks: Sequence[Ink], begun: Begun) -> Drawn:
    start, end = max(told["start"], part[0]), min(told["end"], part[1])
    last = max(start, trim(text, start, end)[1])
    kind, gap = told["kind"], text[last:end]
    own = [ink for ink in inks if ink.start < last and ink.end > start]
    folded = kind in FOLDED and not any(ink.tag == "mark" for ink in own)
    first = excerpt(" ".join(text[start : min(last, start + 4 * _FIRST)].split()), _FIRST)
    return Drawn(kind, folded, told.get("dated"), told.get("speaker"), draw(text, start, last, own, begun), gap, first, last - start)


def _attributed(found: Sequence[Json]) -> Iterator[Ink]:
    parents = {one["id"]: one["parent"] for one in found}
    for one in found:
        who = one["speaker_name"] or "nobody named"
        depth = min(_depth(one["id"], parents), _DEEP)
        told = {"data-a": one["id"], "data-who": excerpt(clean(who), _WHO), "class": f"said {one['kind']} deep{depth}"}
        for start, end in one["content"]:
            yield Ink(start, end, "span", 0, told)
        for piece in ("source", "cue"):
            for start, end in one[piece]:
                yield Ink(start, end, "span", 1, {"class": piece, "data-a": one["id"]})


def _depth(key: str, parents: Mapping[str, str | None]) -> int:
    """Return how many attributions one lies within; a circle ends."""
    met = {key}
    while (above := parents.get(key)) is not None and above in parents and above not in met:
        met.add(above)
        key = above
    return len(met) - 1


def _claimed(claims: Sequence[Json], against: Collection[str]) -> Iterator[Ink]:
    for claim in claims:
        key, chain = claim["id"], " → ".join(claim["chain"] or [claim["speaker"]["name"]])
        link = {"href": f"#c-{key}", "data-c": key}
        tip = f"{claim['stance'].replace('-', ' ')} · {claim['type']} · {claim['gloss']}\n{chain}"
        known = {"id": f"m-{key}", "data-c": key, **({"class": "against"} if key in against else {})}
        yield Ink(claim["start"], claim["end"], "mark", 2, known, link, tip, f"c-{key}")
