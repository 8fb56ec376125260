"""Texts that parties take positions on: which claims are of one, by its words, by the plan that a page tells, and by time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

from reportedly.errors import DataError
from reportedly.marked import load
from reportedly.model import Argument
from reportedly.model.actor import is_provisional
from reportedly.text import words
from reportedly.track.joined import joined
from reportedly.track.positions import ACTS
from reportedly.track.seen import Glass, Seen

APART = 3
"""Days between two claims of "the ceasefire" from which on it may be another one."""
NEAR = 1000
"""Characters within which a text told before is taken up."""
LONG = 31
"""Days that claims of "the ceasefire" may lie from the first, and claims that tell which one from each other."""
_ROLES = ("matter", "plan", "agreement")
_ABSENT = frozenset({"no", "any"})


@dataclass(frozen=True, slots=True)
class TextRules:
    """The tables of ``texts.yaml``; ``acts`` are those of positions, too: frame -> sign and name."""

    nouns: frozenset[str]
    references: frozenset[str]
    plain: frozenset[str]
    ends: frozenset[str]
    verbs: frozenset[str]
    acts: dict[str, tuple[int, str]]
    charges: dict[str, str]


@cache
def text_rules() -> TextRules:
    """Return the rules of the program. Raises DataError where the file has a mistake; the line is named."""
    root = load(Path(__file__).with_name("texts.yaml"), DataError)
    root.only("nouns", "references", "plain", "ends", "verbs", "acts", "charges")
    nouns, references, plain, ends, verbs = (frozenset(root.strings(name)) for name in ("nouns", "references", "plain", "ends", "verbs"))
    acts = {frame: (side, frame) for frame, side in ACTS.items()}
    table, charges = root.need("acts"), root.need("charges")
    for frame in table.expect(dict):
        side, name = table.need(frame).items()
        acts[frame] = (int(side.expect(int)), str(name.expect(str)))
    return TextRules(
        nouns, references, plain, ends, verbs, acts, {frame: name for name in charges.expect(dict) for frame in charges.strings(name)}
    )


@dataclass(frozen=True, slots=True)
class Deed:
    """An act on a text as one claim tells it: its words for the text, those that tell which, and the narrow place that it is of.

    ``refers``: it takes up a text that is told before it, and has no words for it of its own.
    """

    seen: Seen
    matter: str
    telling: frozenset[str]
    place: str
    refers: bool = False

    @property
    def day(self) -> date:
        """The day of the act."""
        return date.fromisoformat(self.seen.begin)


def deed(seen: Seen, glass: Glass) -> Deed | None:
    """Return the act on a text that a claim tells, None where it tells none."""
    matter = next((arg for role in _ROLES if (arg := seen.arg(role))), None)
    if seen.claim.frame not in text_rules().acts:
        return None
    if matter is None or set(words(matter.name)) <= text_rules().references:
        known = any(arg.actor and not is_provisional(arg.actor) for arg in seen.args("party"))
        return Deed(seen, matter.name if matter else "", frozenset(), "", refers=True) if known else None
    if not (head := _head(matter)):
        return None
    telling = frozenset(head) - text_rules().nouns - text_rules().plain
    place = next((key for key in seen.claim.place_ids if seen.claim.places_told and not glass.wide(key)), "")
    return Deed(seen, matter.name, telling, place)


def _head(matter: Argument) -> list[str]:
    """Return the words up to the head of a matter, that is a text; none where it is something else, or said not to be there."""
    rules, told = text_rules(), words(matter.name)
    if told[:1] == ["to"] and len(told) > 1 and told[1] in rules.verbs:
        told = told[3:] if told[2:3] and told[2] in rules.ends else told[2:]
    head = told[: next((at for at, word in enumerate(told) if at and word in rules.ends), len(told))]
    return head if head and head[-1] in rules.nouns and head[0] not in _ABSENT else []


def texts(found: Sequence[Deed]) -> list[list[Deed]]:
    """Return acts by text, those of one in the order of their days.

    Acts are on one text where their pages tell one plan, where the same words tell which one it is within a month, and, where no words
    do, where they are of one place and follow each other within days, for a month at most.
    """
    told = sorted(found, key=lambda each: (each.seen.begin, each.seen.claim.id))
    groups = ([told[at] for at in each] for each in joined(len(told), (*_pairs(told), *_taken_up(told))))
    return [group for group in groups if not all(each.refers for each in group)]


def _taken_up(told: Sequence[Deed]) -> Iterator[tuple[int, int]]:
    """Yield what takes up a text, with the last act on one that is told before it in its page, near enough."""
    pages: dict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(told):
        pages[each.seen.held.document].append(at)
    for page in pages.values():
        last: int | None = None
        for at in sorted(page, key=lambda at: (told[at].seen.claim.start, told[at].refers)):
            if not told[at].refers:
                last = at
            elif last is not None and told[at].seen.claim.start - told[last].seen.claim.start <= NEAR:
                yield last, at


def _pairs(told: Sequence[Deed]) -> Iterator[tuple[int, int]]:
    shelves: dict[tuple[str, str | frozenset[str]], list[int]] = defaultdict(list)
    for at, each in enumerate(told):
        if each.refers:
            continue
        if each.seen.claim.agreement:
            shelves["plan", each.seen.claim.agreement].append(at)
        shelves[("words", each.telling) if each.telling else ("place", each.place)].append(at)
    for (kind, _), shelf in shelves.items():
        first = shelf[0]
        for at, later in pairwise(shelf):
            gap, since = (told[later].day - told[at].day).days, (told[later].day - told[first].day).days
            if kind == "plan" or (gap <= LONG if kind == "words" else gap <= APART and since <= LONG):
                yield at, later
            else:
                first = later
