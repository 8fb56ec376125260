"""Who belongs to whom: forces and offices to their government, a government to its state, a person to the office held last.

A coalition belongs to the state that leads it, where its name says so: others have their country only as where they are.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportedly.model.pack import Actor

_OF_A_STATE = frozenset({"government", "armed-force", "agency", "body"})


def superior(actor: Actor, actors: Mapping[str, Actor]) -> str | None:
    """Return the id of the actor that ``actor`` speaks and acts for; None where it stands for itself."""
    if actor.part_of:
        return actor.part_of
    if actor.roles:
        return next((role.of for role in reversed(actor.roles) if role.of), None)
    of_state = actor.kind in _OF_A_STATE or (actor.kind == "coalition" and "-led " in actor.name)
    return actor.country if of_state and actor.country in actors and actor.country != actor.id else None
