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


@dataclass(frozen=True, slots=True)
class CompareRules:
    """The tables of ``rules.yaml``: word -> class for units, and sets of words for the rest."""

    who: dict[str, str]
    outcome: dict[str, str]
    shares: frozenset[str]
    doer: frozenset[str]
    holder: frozenset[str]
    loser: frozenset[str]
    held: frozenset[str]
    lost: frozenset[str]

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
    root.only("who", "outcome", "shares", "roles", "control")
    roles, control = root.need("roles"), root.need("control")
    return CompareRules(
        _classes(root.need("who")),
        _classes(root.need("outcome")),
        frozenset(root.strings("shares")),
        frozenset(roles.strings("doer")),
        frozenset(roles.strings("holder")),
        frozenset(roles.strings("loser")),
        frozenset(control.strings("held")),
        frozenset(control.strings("lost")),
    )


def _classes(table: Marked) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in table.expect(dict):
        for word in table.strings(name):
            if found.setdefault(word, name) != name:
                what = f"{word!r} stands in two classes, {found[word]!r} and {name!r}"
                raise table.complain(what, "keep it in one")
    return found
