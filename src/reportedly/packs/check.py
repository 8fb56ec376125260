"""What must hold between the entries of a pack set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from reportedly.errors import PackError
from reportedly.model.pack import Actor, Alias, Pack, Role


def check_pack(pack: Pack, folders: Sequence[Path]) -> None:
    """Raise PackError on the first id that nothing has, alias that two actors claim, or time that ends before it begins."""
    where = ", ".join(str(folder) for folder in folders)
    for problem in _problems(pack):
        raise PackError(problem, where=where, remedy="correct the entry named")


def _problems(pack: Pack) -> Iterator[str]:
    yield from _actor_problems(pack)
    for place in pack.places.values():
        if place.within is not None and place.within not in pack.places:
            yield f"place {place.id} lies within {place.within!r}, which no place has as its id"
    for source in pack.sources.values():
        if source.actor is not None and source.actor not in pack.actors:
            yield f"source {source.id} names {source.actor!r}, which no actor has as its id"
    if pack.scope is not None and pack.scope not in pack.places:
        yield f"the scope {pack.scope!r} is no place's id"


def _actor_problems(pack: Pack) -> Iterator[str]:
    claimed: dict[str, str] = {}
    for actor in pack.actors.values():
        linked = (actor.part_of, actor.country, actor.forces, *(role.of for role in actor.roles))
        for other in linked:
            if other is not None and other not in pack.actors:
                yield f"actor {actor.id} names {other!r}, which no actor has as its id"
        for alias in {a.text for a in actor.aliases}:
            first = claimed.setdefault(alias, actor.id)
            if first != actor.id:
                both = f"{first} and {actor.id}; an entry with the id {first} would replace the first"
                yield f"the alias {alias!r} is claimed by two actors, {both}"
        spells: tuple[Actor | Alias | Role, ...] = (actor, *actor.aliases, *actor.roles)
        for spell in spells:
            if spell.begin and spell.until and spell.until < spell.begin:
                yield f"actor {actor.id} has a time that ends on {spell.until}, before it begins on {spell.begin}"
