"""The register of a pack, ready for looking names up: built once per process and pack."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from reportedly.mark.lookup import NameTrie
from reportedly.model import ActorMention
from reportedly.model.pack import Actor, Alias, ByDigest, Pack, Place


@dataclass(frozen=True, slots=True)
class Named:
    """What a name in the trie stands for: an actor by one of its aliases, or a place by one of its spellings."""

    actor: Actor | None = None
    alias: Alias | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Home:
    """The government and the forces of the country that the theatre lies in, None where the pack names none."""

    government: Actor | None = None
    forces: Actor | None = None

    def as_mention(self, kind: str) -> ActorMention | None:
        """Return the one of a kind ("government" or "armed-force") as a mention without a place in a text."""
        actor = self.government if kind == "government" else self.forces
        return None if actor is None else ActorMention(0, 0, actor.id, actor.name, "", actor.kind)


@dataclass(frozen=True, slots=True)
class Register:
    """Names of actors and places in one trie, and the adjectives that stand for forces and governments."""

    pack: Pack
    names: NameTrie[Named]
    adjectives: dict[str, Actor]
    governments: dict[str, Actor]
    home: Home


@lru_cache(maxsize=8)
def _register(held: ByDigest) -> Register:
    pack = held.pack
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
    return Register(pack, NameTrie(names), adjectives, governments, _home(pack, governments))


def _home(pack: Pack, governments: dict[str, Actor]) -> Home:
    """Return whom "the government" and "the army" mean in the theatre: those of the state named like the country of its scope."""
    place = pack.places.get(pack.scope or "")
    for _ in range(len(pack.places)):
        if place is None or place.kind == "country":
            break
        place = pack.places.get(place.within or "")
    name = place.name if place is not None else None
    state = next((a for a in pack.actors.values() if a.kind == "state" and a.name == name), None)
    return Home() if state is None else Home(governments.get(state.id), pack.actors.get(state.forces or ""))


def government_of(actor: Actor, table: Register) -> Actor | None:
    """Return the government that an actor is, or that a person heads or has headed, None where there is none."""
    if actor.kind == "government":
        return actor
    for role in actor.roles if actor.kind == "person" else ():
        body = table.pack.actors.get(role.of or "")
        if body is not None and body.kind in {"government", "state"}:
            return table.governments.get(body.id if body.kind == "state" else body.country or "", body)
    return None


def forces_of(actor: Actor, table: Register) -> str | None:
    """Return the id of the forces of an actor: its own, or those of the country of a government or of its head; else None."""
    government = government_of(actor, table)
    country = table.pack.actors.get(government.country or "") if government is not None else None
    return actor.forces or (country.forces if country is not None else None)


def _with_article(names: list[tuple[str, Named]]) -> list[tuple[str, Named]]:
    """Return the places that an actor's name with an article is the name of too: "the United States"."""
    places = {name: named for name, named in names if named.place}
    bare = ((name, name.removeprefix("the ")) for name, named in names if named.actor)
    return [(name, places[plain]) for name, plain in bare if plain != name and plain in places and name not in places]


def register(pack: Pack) -> Register:
    """Return the look-up tables of ``pack``."""
    return _register(ByDigest.of(pack))
