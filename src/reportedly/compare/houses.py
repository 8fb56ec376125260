"""Who stands behind a name: an outlet under whichever of its names it is cited, and whoever speaks for a house that reports.

"AFP", "Agence France-Presse" and the page of afp.com are one; so are a monitor and its director. What no pack knows is known by its
name alone, written large or small, with or without an article.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from reportedly.model.pack import Actor, ByDigest, Pack
from reportedly.packs.identity import Names, names_of
from reportedly.text import fold

_REPORTING = frozenset({"agency", "outlet", "monitor"})
"""Kinds of body whose people speak for it: what they say is what it reports."""


@dataclass(frozen=True, slots=True)
class Houses:
    """The names that packs know.

    Attributes:
        sources: folded name, alias or domain of an outlet -> its key.
        actors: the actors by id.
        names: how actors are named.
    """

    sources: Mapping[str, str] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    names: Names = field(default_factory=lambda: Names({}, {}))

    def known(self, name: str) -> str | None:
        """Return the id of the actor or outlet that has a name, None where no pack knows it."""
        found = self.sources.get(plain(name))
        actor = None if found else self.names.find(name)
        return actor.id if actor else found

    def key(self, name: str) -> str:
        """Return what tells one voice from others: the house that an actor speaks for, else the name folded."""
        known = self.known(name)
        return self.house(known) if known else plain(name)

    def house(self, actor: str) -> str:
        """Return the house that reports whom an actor speaks for, the actor itself where it speaks for none."""
        known = self.actors.get(actor)
        for role in known.roles if known and known.kind == "person" else ():
            body = self.actors.get(role.of or "")
            if body and body.kind in _REPORTING:
                return body.id
        return actor

    def shown(self, key: str) -> str | None:
        """Return the neutral name of a key that is an actor's, None of any other."""
        known = self.actors.get(key)
        return known.name if known else None


def houses_of(pack: Pack) -> Houses:
    """Return the houses of a pack; worked out once per pack."""
    return _houses(ByDigest.of(pack))


@lru_cache(maxsize=50_000)
def plain(name: str) -> str:
    """Return a name as it is compared where no pack knows it."""
    return fold(name).casefold().removeprefix("the ")


@lru_cache(maxsize=8)
def _houses(held: ByDigest) -> Houses:
    pack = held.pack
    found: dict[str, str] = {}
    for source in pack.sources.values():
        for name in (source.id, source.name, *source.aliases, *source.domains):
            found.setdefault(plain(name), source.actor or source.id)
    return Houses(found, pack.actors, names_of(pack))
