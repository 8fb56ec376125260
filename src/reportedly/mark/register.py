"""The register of a pack, ready for looking names up: built once per process and pack."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from reportedly.mark.lookup import NameTrie
from reportedly.model.pack import Actor, Alias, Pack, Place


@dataclass(frozen=True, slots=True)
class Named:
    """What a name in the trie stands for: an actor by one of its aliases, or a place by one of its spellings."""

    actor: Actor | None = None
    alias: Alias | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Register:
    """Names of actors and places in one trie, and the adjectives that stand for forces and governments."""

    pack: Pack
    names: NameTrie[Named]
    adjectives: dict[str, Actor]
    governments: dict[str, Actor]


@lru_cache(maxsize=8)
def _register(digest: str, holder: _Holder) -> Register:
    del digest
    pack = holder.pack
    names: list[tuple[str, Named]] = []
    adjectives: dict[str, Actor] = {}
    governments: dict[str, Actor] = {}
    for actor in pack.actors.values():
        names += [(alias.text, Named(actor=actor, alias=alias)) for alias in actor.aliases]
        adjectives.update(dict.fromkeys((a.lower() for a in actor.adjectives), actor))
        if actor.kind == "government" and actor.country:
            governments.setdefault(actor.country, actor)
    for place in pack.places.values():
        spellings = dict.fromkeys((place.name, *place.variants, *place.arabic))
        names += [(name, Named(place=place)) for name in spellings]
    names += _with_article(names)
    return Register(pack, NameTrie(names), adjectives, governments)


def _with_article(names: list[tuple[str, Named]]) -> list[tuple[str, Named]]:
    """Return the places that an actor's name with an article is the name of too: "the United States"."""
    places = {name: named for name, named in names if named.place}
    bare = ((name, name.removeprefix("the ")) for name, named in names if named.actor)
    return [(name, places[plain]) for name, plain in bare if plain != name and plain in places and name not in places]


class _Holder:
    """Carries a pack through the cache without hashing its contents."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    def __hash__(self) -> int:
        return hash(self.pack.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Holder) and other.pack.digest == self.pack.digest


def register(pack: Pack) -> Register:
    """Return the look-up tables of ``pack``."""
    return _register(pack.digest, _Holder(pack))
