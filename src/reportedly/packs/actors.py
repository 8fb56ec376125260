"""``actors.yaml`` of a pack."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from reportedly.marked import Marked
from reportedly.model.pack import ACTOR_KINDS, Actor, Alias, Role
from reportedly.packs.entries import load_entries
from reportedly.packs.mistakes import Held, Mistake

_KEYS = ("id", "name", "kind", "part_of", "country", "adjectives", "forces", "aliases", "roles", "begin", "until", "source", "note")


def load_actors(path: Path, mistakes: list[Mistake]) -> dict[str, Held[Actor]]:
    """Return the actors of ``path`` by id, with where they stand; what is wrong is added to ``mistakes``."""
    return load_entries(path, _actor, mistakes)


def _actor(entry: Marked) -> Actor:
    entry.only(*_KEYS)
    kind = entry.text("kind")
    if kind not in ACTOR_KINDS:
        what = f"{kind!r} is no kind of actor"
        raise entry.need("kind").complain(what, f"use one of: {', '.join(ACTOR_KINDS)}")
    name = entry.text("name")
    if not entry.text("id").strip() or not name.strip():
        what = "an actor needs an id and a name"
        raise entry.complain(what)
    aliases = entry.get("aliases")
    roles = entry.get("roles")
    return Actor(
        id=entry.text("id"),
        name=name,
        kind=kind,
        part_of=entry.maybe("part_of"),
        country=entry.maybe("country"),
        adjectives=entry.strings("adjectives"),
        forces=entry.maybe("forces"),
        aliases=(Alias(name), *(_alias(item) for item in (aliases.items() if aliases else ()))),
        roles=tuple(_role(item) for item in (roles.items() if roles else ())),
        begin=day(entry, "begin"),
        until=day(entry, "until"),
        source=entry.maybe("source"),
    )


def _alias(item: Marked) -> Alias:
    if isinstance(item.value, str):
        return Alias(item.value)
    item.only("text", "label", "metonym", "used_by", "begin", "until", "source", "note")
    flags = {name: bool((found := item.get(name)) and found.expect(bool)) for name in ("label", "metonym")}
    return Alias(item.text("text"), begin=day(item, "begin"), until=day(item, "until"), **flags)


def _role(item: Marked) -> Role:
    item.only("title", "of", "begin", "until", "source", "note")
    return Role(item.text("title"), item.maybe("of"), day(item, "begin"), day(item, "until"))


def day(entry: Marked, key: str) -> dt.date | None:
    """Return the ISO date under ``key``, None where there is none. Raises PackError where it is no date."""
    found = entry.get(key)
    if found is None:
        return None
    try:
        return dt.date.fromisoformat(str(found.value))
    except ValueError as problem:
        what = f"{found.value!r} is no date"
        raise found.complain(what, "write it as YYYY-MM-DD") from problem
