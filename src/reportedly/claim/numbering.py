"""Names of roles that several fill: ``target``, ``target_2``."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.model import Argument


def plain(role: str) -> str:
    """Return the name of a role without the number of its filler: ``target_2`` is a ``target``."""
    name, _, number = role.rpartition("_")
    return name if number.isdecimal() else role


def numbered(args: Sequence[tuple[str, Argument]]) -> tuple[tuple[str, Argument], ...]:
    """Return arguments with plain role names numbered from the second of each on: ``target``, ``target_2``."""
    seen: dict[str, int] = {}
    out = []
    for role, argument in args:
        seen[role] = seen.get(role, 0) + 1
        out.append((role if seen[role] == 1 else f"{role}_{seen[role]}", argument))
    return tuple(out)
