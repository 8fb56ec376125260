"""The lexicon of ``abuse.yaml``: classes of what is alleged, words of a finding, and who is one to verify."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportedly.errors import DataError
from reportedly.marked import load


@dataclass(frozen=True, slots=True)
class AbuseRules:
    """The tables of ``abuse.yaml``; ``protects`` is the pattern of the class of what is protected."""

    acts: tuple[tuple[re.Pattern[str], str], ...]
    protected: str
    found: re.Pattern[str]
    verifiers: frozenset[str]
    protects: re.Pattern[str]

    def act(self, words: str) -> str:
        """Return the class of what words allege, empty where they are of none."""
        folded = words.casefold()
        return next((name for pattern, name in self.acts if pattern.search(folded)), "")


@cache
def abuse_rules() -> AbuseRules:
    """Return the rules of the program. Raises DataError where the file has a mistake; the line is named."""
    root = load(Path(__file__).with_name("abuse.yaml"), DataError)
    root.only("acts", "protected", "found", "verifiers")
    acts = root.need("acts")
    return AbuseRules(
        tuple((_pattern(acts.strings(name)), name) for name in acts.expect(dict)),
        root.text("protected"),
        _pattern(root.strings("found")),
        frozenset(root.strings("verifiers")),
        _pattern(acts.strings(root.text("protected"))),
    )


def _pattern(beginnings: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, beginnings))})")
