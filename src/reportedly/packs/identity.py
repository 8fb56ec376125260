"""Who a name stands for: an actor of the pack, also where it is spelt otherwise, else a provisional actor known by that name alone.

A provisional actor's id is made of its name's key, so that it is the same in every document, on every machine and in every spelling
that keeps the key. Nobody is dropped for want of an entry, and a pack grows from what is met (``reportedly pack show``).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from reportedly.model.actor import CLASS, PROVISIONAL
from reportedly.model.pack import Actor, ByDigest, Pack
from reportedly.skeleton import skeleton

_SURE = 5
"""Letters of a key from which on it may stand for a name of the pack that is spelt otherwise."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a pack's actors, as written and by their keys; keys that two actors share are left out."""

    written: dict[str, Actor]
    keys: dict[str, Actor]

    def find(self, name: str) -> Actor | None:
        """Return the actor of the pack that ``name`` names, None where it names none or more than one."""
        said = " ".join(name.split())
        known = self.written.get(said)
        if known is not None:
            return known
        key = skeleton(said)
        return self.keys.get(key) if "-" in key and len(key) > _SURE else None


@lru_cache(maxsize=8)
def _names(held: ByDigest) -> Names:
    written: dict[str, Actor] = {}
    owners: dict[str, set[str]] = {}
    actors = held.pack.actors
    for actor in actors.values():
        for alias in actor.aliases:
            if any(c.isupper() for c in alias.text):  # what is written small is a description, not a name
                written.setdefault(alias.text, actor)
                owners.setdefault(skeleton(alias.text), set()).add(actor.id)
    return Names(written, {key: actors[next(iter(ids))] for key, ids in owners.items() if len(ids) == 1})


def names_of(pack: Pack) -> Names:
    """Return the names of the actors of ``pack``; worked out once per pack."""
    return _names(ByDigest.of(pack))


def provisional(name: str) -> str | None:
    """Return the id of somebody known by name alone, None where the name holds no letter or figure."""
    key = skeleton(name)
    return f"{PROVISIONAL}{key}" if key else None


def unnamed(noun: str) -> str:
    """Return the id of people of whom nothing is told but a noun ("residents"): a class, nobody in particular."""
    return f"{CLASS}{noun.lower()}"
