"""Words that do not tell which of several things is meant."""

from __future__ import annotations

POINTING = frozenset("this that these those such".split())
"""Words for what was told before: "that road" may be another than "the road" of another page."""

SMALL = POINTING | frozenset(
    "a an the any its their his her it which what them they all of to in on for with and or how about by at from between".split()
)
"""Articles, pronouns and prepositions: two tellings that differ in these are of one thing, for all that their words say."""
