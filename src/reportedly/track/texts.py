"""Texts that parties take positions on: which claims tell an act on one, and by which words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportedly.errors import DataError
from reportedly.marked import load
from reportedly.model import Argument
from reportedly.model.actor import is_provisional
from reportedly.text import words
from reportedly.track.acts import parties
from reportedly.track.positions import ACTS
from reportedly.track.seen import Seen

_DOERS = ("party", "proposer")
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
    """An act on a text as one claim tells it: its words for the text, those that tell which, and the parties whose act it is.

    ``refers``: it takes up a text that is told before it, and has no words for it of its own.
    """

    seen: Seen
    matter: str
    telling: frozenset[str]
    who: tuple[Argument, ...]
    refers: bool = False


def deed(seen: Seen) -> Deed | None:
    """Return the act on a text that a claim tells, None where it tells none, or no party whose act it is."""
    if seen.claim.frame not in text_rules().acts or not (who := tuple(parties(seen, *_DOERS))):
        return None
    matter = next((arg for role in _ROLES if (arg := seen.arg(role))), None)
    if matter is None or set(words(matter.name)) <= text_rules().references:
        known = any(arg.actor and not is_provisional(arg.actor) for arg in seen.args("party"))
        return Deed(seen, matter.name if matter else "", frozenset(), who, refers=True) if known else None
    if not (head := _head(matter)):
        return None
    telling = frozenset(head) - text_rules().nouns - text_rules().plain
    return Deed(seen, matter.name, telling, who)


def _head(matter: Argument) -> list[str]:
    """Return the words up to the head of a matter, that is a text; none where it is something else, or said not to be there."""
    rules, told = text_rules(), words(matter.name)
    if told[:1] == ["to"] and len(told) > 1 and told[1] in rules.verbs:
        told = told[3:] if told[2:3] and told[2] in rules.ends else told[2:]
    head = told[: next((at for at, word in enumerate(told) if at and word in rules.ends), len(told))]
    return head if head and head[-1] in rules.nouns and head[0] not in _ABSENT else []
