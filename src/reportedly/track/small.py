"""Words that do not tell which of several things is meant."""

from __future__ import annotations

SMALL = frozenset(
    "a an the this that these those any such its their his her it which what them they all "
    "of to in on for with and or how about by at from between".split()
)
"""Articles, pronouns and prepositions: two tellings that differ in these are of one thing, for all that their words say."""
