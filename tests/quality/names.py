"""When two names of a speaker mean the same, by the example's own pack."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from reportedly.model import Speaker
from reportedly.model.pack import Pack

Same = Callable[[str, Speaker], bool]

_LITTLE = frozenset("a an and another at in its of one people's s the their two unnamed were who".split())


def words(name: str) -> frozenset[str]:
    """Return the words that tell a name from others, in lower case."""
    return frozenset(re.findall(r"\w+", name.lower())) - _LITTLE


def same_speaker(pack: Pack) -> Same:
    """Return a function that says whether a name of the gold is that of a speaker the program found.

    Two actors of the pack are the same where their ids are. A name that the pack lacks is the same where it has all the words of the
    other, or the other all of its own; one that says no more than "unnamed" is the same as any speaker without a name.
    """
    known = {words(name): actor.id for actor in pack.actors.values() for name in (actor.name, *(alias.text for alias in actor.aliases))}

    @cache
    def actor(name: str) -> str | None:
        return known.get(words(name)) or known.get(words(re.split(r"[,(]", name)[0]))

    def same(gold: str, found: Speaker) -> bool:
        ours, theirs = actor(gold), found.actor if found.actor in pack.actors else actor(found.name)
        if ours and theirs:
            return ours == theirs
        left, right = words(gold), words(found.name)
        if not left:
            return found.anonymous
        return bool(right) and (left <= right or right <= left)

    return same
