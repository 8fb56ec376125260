"""Nouns of one and of several."""

from __future__ import annotations

import re

_PLURALS = {"person": "people", "child": "children", "woman": "women", "man": "men"} | {
    f"{first}man": f"{first}men" for first in ("service", "police", "gun", "militia", "fire", "camera")
}
_SINGULARS = {many: one for one, many in _PLURALS.items()}
_ALIKE = re.compile(r"(?:ss|us|is|as|troops|forces|series|species|means)$")
_ENDS = re.compile(r"(?P<y>ies)$|(?<=ch|sh|ss)es$|(?<=x)es$|s$")


def plural(noun: str) -> str:
    """Return a noun in plural; one that is left as it is where it seems to be so already."""
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith(("s", "men", "people", "children", "troops")):
        return noun
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else noun + "s"


def singular(noun: str) -> str:
    """Return a noun in singular, as it is where that is not known."""
    if noun in _SINGULARS or _ALIKE.search(noun):
        return _SINGULARS.get(noun, noun)
    return _ENDS.sub(lambda met: "y" if met["y"] else "", noun)
