"""What must hold between the entries of packs. What does not is named, left out, and the rest stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from reportedly.marked import Marked
from reportedly.model.pack import Actor, Alias, Role, Source
from reportedly.packs.mistakes import Held, Mistake, line_of

_LINKS = ("part_of", "country", "forces")
_ID = "write an id of actors.yaml, or add an entry with this one"
S = TypeVar("S", Alias, Role)


def settle_actors(held: Mapping[str, Held[Actor]], mistakes: list[Mistake]) -> dict[str, Actor]:
    """Return the actors without what does not fit together, each such thing added to ``mistakes``.

    These are ids that nothing has, times that end before they begin, and aliases that another actor has claimed before.
    """
    claimed: dict[str, str] = {}
    out: dict[str, Actor] = {}
    for found in held.values():
        linked = _linked(found, held, mistakes)
        timed = _timed(linked, found.mark, mistakes)
        out[timed.id] = replace(timed, aliases=tuple(_own(timed, found.mark, claimed, mistakes)))
    return out


def settle_sources(held: Mapping[str, Held[Source]], actors: Mapping[str, Actor], mistakes: list[Mistake]) -> dict[str, Source]:
    """Return the outlets, those without their actor where no actor has that id."""
    out: dict[str, Source] = {}
    for source, mark in held.values():
        known = source.actor is None or source.actor in actors
        out[source.id] = source if known else replace(source, actor=None)
        if not known:
            what = f"source {source.id} names {source.actor!r}, which no actor has as its id"
            mistakes.append(Mistake(what, _at(mark, "actor"), _ID, "the outlet is read without it"))
    return out


def _linked(found: Held[Actor], held: Mapping[str, Held[Actor]], mistakes: list[Mistake]) -> Actor:
    """Return an actor without links to ids that nothing has."""
    actor, mark = found
    for key in _LINKS:
        other = getattr(actor, key)
        if other is not None and other not in held:
            what = f"actor {actor.id} names {other!r}, which no actor has as its id"
            mistakes.append(Mistake(what, _at(mark, key), _ID, f"the actor is read without {key}"))
            actor = _without(actor, key)
    roles = []
    for role, item in zip(actor.roles, _items(mark, "roles"), strict=False):
        known = role.of is None or role.of in held
        if not known:
            what = f"actor {actor.id} names {role.of!r}, which no actor has as its id"
            mistakes.append(Mistake(what, _at(item, "of"), _ID, "the role is read without it"))
        roles.append(role if known else replace(role, of=None))
    return replace(actor, roles=tuple(roles))


def _without(actor: Actor, key: str) -> Actor:
    match key:
        case "part_of":
            return replace(actor, part_of=None)
        case "country":
            return replace(actor, country=None)
        case _:
            return replace(actor, forces=None)


def _timed(actor: Actor, mark: Marked, mistakes: list[Mistake]) -> Actor:
    """Return an actor without times that end before they begin."""
    if _is_backward(actor):
        mistakes.append(_backward(actor.id, actor, mark, "the actor is read without its times"))
        actor = replace(actor, begin=None, until=None)
    name, *aliases = actor.aliases
    kept = _forward(actor.id, aliases, _items(mark, "aliases"), mistakes)
    roles = _forward(actor.id, actor.roles, _items(mark, "roles"), mistakes)
    return replace(actor, aliases=(name, *kept), roles=tuple(roles))


def _forward(actor: str, spells: list[S] | tuple[S, ...], items: list[Marked], mistakes: list[Mistake]) -> list[S]:
    out = []
    for spell, item in zip(spells, items, strict=False):
        if _is_backward(spell):
            mistakes.append(_backward(actor, spell, item, "the name or role is skipped"))
        else:
            out.append(spell)
    return out


def _is_backward(spell: Actor | Alias | Role) -> bool:
    return spell.begin is not None and spell.until is not None and spell.until < spell.begin


def _backward(actor: str, spell: Actor | Alias | Role, mark: Marked, done: str) -> Mistake:
    what = f"actor {actor} has a time that ends on {spell.until}, before it begins on {spell.begin}"
    return Mistake(what, _at(mark, "until"), "exchange the two dates, or correct one", done)


def _own(actor: Actor, mark: Marked, claimed: dict[str, str], mistakes: list[Mistake]) -> Iterator[Alias]:
    """Yield the aliases that no actor before has claimed."""
    lines = {_text(item): line_of(item) for item in _items(mark, "aliases")}
    for alias in actor.aliases:
        first = claimed.setdefault(alias.text, actor.id)
        if first == actor.id:
            yield alias
            continue
        what = f"the alias {alias.text!r} is claimed by two actors, {first} and {actor.id}"
        remedy = f"keep it with one of them; an entry with the id {first} would replace the first"
        mistakes.append(Mistake(what, lines.get(alias.text) or _at(mark, "name"), remedy, f"it stays with {first}"))


def _text(item: Marked) -> str:
    return str(item.value) if not isinstance(item.value, dict) else str(getattr(item.get("text"), "value", ""))


def _items(mark: Marked, key: str) -> list[Marked]:
    found = mark.get(key)
    return [] if found is None else list(found.items())


def _at(mark: Marked, key: str) -> str:
    found = mark.get(key) if isinstance(mark.value, dict) else None
    return line_of(found or mark)
