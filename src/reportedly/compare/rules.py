"""The lexicon of ``rules.yaml``: classes of units, roles and frames that comparison goes by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportedly.errors import DataError
from reportedly.marked import Marked, load
from reportedly.model import Claim
from reportedly.model.actor import identity

_NUMBER = re.compile(r"_\d+$")  # a second filler of a role has a number: attacker_2
_CLASSES = ("means", "targets", "zones", "doing")
_SIGNS = (
    "another",
    "aside",
    "dated",
    "off",
    "whole",
    "alone",
    "revised",
    "charge",
    "foiled",
    "habit",
    "intended",
    "pointing",
    "that",
    "none",
    "halted",
    "hedged",
    "still",
    "after",
    "stored",
    "old",
    "unsaid",
)

Patterns = tuple[tuple[re.Pattern[str], str], ...]
"""Patterns, each with the class of what it finds."""


@dataclass(frozen=True, slots=True)
class CompareRules:
    """The tables of ``rules.yaml``: word -> class for units, sets of roles and frames, patterns of beginnings of words for the rest."""

    who: dict[str, str]
    outcome: dict[str, str]
    shares: frozenset[str]
    doer: frozenset[str]
    holder: frozenset[str]
    loser: frozenset[str]
    accused: frozenset[str]
    accuser: frozenset[str]
    patient: frozenset[str]
    held: frozenset[str]
    lost: frozenset[str]
    opposites: dict[tuple[str, str], str]
    opposed: frozenset[str]
    means: Patterns
    targets: Patterns
    zones: Patterns
    doing: Patterns
    another: re.Pattern[str]
    aside: re.Pattern[str]
    dated: re.Pattern[str]
    off: re.Pattern[str]
    whole: re.Pattern[str]
    alone: re.Pattern[str]
    revised: re.Pattern[str]
    charge: re.Pattern[str]
    foiled: re.Pattern[str]
    habit: re.Pattern[str]
    intended: re.Pattern[str]
    pointing: re.Pattern[str]
    that: re.Pattern[str]
    none: re.Pattern[str]
    halted: re.Pattern[str]
    hedged: re.Pattern[str]
    still: re.Pattern[str]
    after: re.Pattern[str]
    stored: re.Pattern[str]
    old: re.Pattern[str]
    unsaid: re.Pattern[str]

    def actors(self, claim: Claim, roles: frozenset[str]) -> frozenset[str]:
        """Return the known actors that fill one of ``roles``; words that no register knows are nobody in particular."""
        return frozenset(actor for role, arg in claim.args if (actor := identity(arg.actor)) and _NUMBER.sub("", role) in roles)


@cache
def rules() -> CompareRules:
    """Return the rules of the program.

    Raises:
        DataError: the file has a mistake; the line is named.
    """
    return load_rules(Path(__file__).with_name("rules.yaml"))


def load_rules(path: Path) -> CompareRules:
    """Return the rules of ``path``.

    Raises:
        DataError: the file has a mistake; the line is named.
    """
    root = load(path, DataError)
    root.only("who", "outcome", "shares", "roles", "control", "opposites", *_CLASSES, *_SIGNS)
    roles, control = root.need("roles"), root.need("control")
    opposites = _opposites(root.get("opposites"))
    return CompareRules(
        who=_classes(root.need("who")),
        outcome=_classes(root.need("outcome")),
        shares=frozenset(root.strings("shares")),
        doer=frozenset(roles.strings("doer")),
        holder=frozenset(roles.strings("holder")),
        loser=frozenset(roles.strings("loser")),
        accused=frozenset(roles.strings("accused")),
        accuser=frozenset(roles.strings("accuser")),
        patient=frozenset(roles.strings("patient")),
        held=frozenset(control.strings("held")),
        lost=frozenset(control.strings("lost")),
        opposites=opposites,
        opposed=frozenset(frame for pair in opposites for frame in pair),
        means=_patterns(root.get("means")),
        targets=_patterns(root.get("targets")),
        zones=_patterns(root.get("zones")),
        doing=_patterns(root.get("doing")),
        another=_pattern(root.strings("another")),
        aside=_pattern(root.strings("aside")),
        dated=_pattern(root.strings("dated")),
        off=_pattern(root.strings("off")),
        whole=_pattern(root.strings("whole")),
        alone=_pattern(root.strings("alone")),
        revised=_pattern(root.strings("revised")),
        charge=_pattern(root.strings("charge")),
        foiled=_pattern(root.strings("foiled")),
        habit=_pattern(root.strings("habit")),
        intended=_pattern(root.strings("intended")),
        pointing=_pattern(root.strings("pointing")),
        that=_pattern(root.strings("that")),
        none=_pattern(root.strings("none")),
        halted=_pattern(root.strings("halted")),
        hedged=_pattern(root.strings("hedged")),
        still=_pattern(root.strings("still")),
        after=_pattern(root.strings("after")),
        stored=_pattern(root.strings("stored")),
        old=_pattern(root.strings("old")),
        unsaid=_pattern(root.strings("unsaid")),
    )


def _classes(table: Marked) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in table.expect(dict):
        for word in table.strings(name):
            if found.setdefault(word, name) != name:
                what = f"{word!r} stands in two classes, {found[word]!r} and {name!r}"
                raise table.complain(what, "keep it in one")
    return found


def _patterns(table: Marked | None) -> Patterns:
    return () if table is None else tuple((_pattern(table.strings(name)), name) for name in table.expect(dict))


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})" if words else "(?!)")


def _opposites(table: Marked | None) -> dict[tuple[str, str], str]:
    """Return both orders of each pair of frames -> the kind of contradiction."""
    found: dict[tuple[str, str], str] = {}
    for kind in table.expect(dict) if table else ():
        for pair in table.need(kind).items() if table else ():
            one, other = ([str(frame.expect(str)) for frame in side.items()] for side in pair.items())
            found |= {ends: kind for left in one for right in other for ends in ((left, right), (right, left))}
    return found
