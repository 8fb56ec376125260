"""Who belongs to whom: forces and offices to their government, a government to its state, a person to the office held last.

A coalition belongs to the state that leads it.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportedly.model.pack import Actor

_OF_A_STATE = frozenset({"government", "armed-force", "agency", "body", "coalition"})


def superior(actor: Actor, actors: Mapping[str, Actor]) -> str | None:
    """Return the id of the actor that ``actor`` speaks and acts for; None where it stands for itself."""
    if actor.part_of:
        return actor.part_of
    if actor.roles:
        return next((role.of for role in reversed(actor.roles) if role.of), None)
    return actor.country if actor.kind in _OF_A_STATE and actor.country in actors and actor.country != actor.id else None
