"""Finds what the patterns match. Of matches that overlap, the first counts, then the longest, then the pattern that stands first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.dates.fields import Fields, read_fields
from reportedly.dates.grammar import Grammar, Pattern
from reportedly.dates.lexer import Tokens


@dataclass(frozen=True, slots=True)
class Match:
    """What a pattern matched: tokens ``first`` up to and not including ``last``, and what its groups stand for."""

    first: int
    last: int
    pattern: Pattern
    fields: Fields


def candidates(grammar: Grammar, tokens: Tokens) -> list[Match]:
    """Return every match of every pattern, in the order in which they are to be tried."""
    missing = frozenset(tokens.kinds).isdisjoint
    tried = (pattern for pattern in grammar.patterns if not any(map(missing, pattern.needs)))
    found = [match for pattern in tried for match in _matches(grammar, pattern, tokens)]
    return sorted(found, key=lambda match: (match.first, -match.last))


def _matches(grammar: Grammar, pattern: Pattern, tokens: Tokens) -> Iterator[Match]:
    group = "x" if "x" in pattern.regex.groupindex else 0
    for found in pattern.regex.finditer(tokens.kinds):
        first, last = found.span(group)
        yield Match(first, last, pattern, read_fields(grammar, pattern, found, tokens))
