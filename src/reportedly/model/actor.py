"""What an actor's id says of how it is known."""

from __future__ import annotations

PROVISIONAL = "x:"
"""How ids of actors begin that no pack knows: they are known by their name alone."""

CLASS = "x::"
"""How ids begin of people who have no name ("residents"): the noun, nobody in particular. Two of one class need not be the same people."""


def is_class_id(actor: str | None) -> bool:
    """Say whether an id means people without a name."""
    return actor is not None and actor.startswith(CLASS)


def identity(actor: str | None) -> str | None:
    """Return the id of somebody in particular, None where it is unknown who."""
    return None if is_class_id(actor) else actor


def is_provisional(actor: str | None) -> bool:
    """Say whether an id means somebody whom no pack knows, by name or not."""
    return actor is not None and actor.startswith(PROVISIONAL)
