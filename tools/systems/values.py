"""Values: how what is asked for is compared with what was drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import cast

from tools.systems.rows import Groups, Json

Check = Callable[[object, Json, Groups], bool]
"""Value asked for, what was drawn, groups -> whether it is met."""


def any_of(value: object, groups: Groups) -> tuple[object, ...]:
    """Return the values of which any will do, groups opened."""
    listed = value if isinstance(value, list) else [value]
    return tuple(one for item in listed for one in (groups[item[1:]] if isinstance(item, str) and item.startswith("$") else (item,)))


def begins(value: object, found: object, groups: Groups) -> bool:
    """Say whether ``found`` begins with one of the values; None asks for nothing there, True for anything."""
    if value is None or found is None:
        return found is value
    return any(one is True or str(found).startswith(str(one)) for one in any_of(value, groups))


def among(name: str) -> Check:
    """Return the check that a field is one of the values."""
    return lambda value, item, groups: item.get(name) in any_of(value, groups)


def beginning(*path: str) -> Check:
    """Return the check that what stands at a path of fields begins with one of the values."""
    return lambda value, item, groups: begins(value, at(item, path), groups)


def at(item: Json, path: Iterable[str]) -> object:
    """Return what stands at a path of fields, None where a step is missing."""
    found: object = item
    for step in path:
        found = cast("Json", found).get(step) if found else None
    return found
