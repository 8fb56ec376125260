"""Rows of claims without the names of private persons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportedly.export.contract import Json
from reportedly.model.actor import is_provisional
from reportedly.track.masking import Mask

_WORDS = "gloss quote prefix suffix hedge figure figures about terms plan markers forecast checks".split()
"""What of a row may hold a name; who speaks, and through whom, is left."""
_TOLD = frozenset({"id", "op", "kind", "mood", "stance", "type", "frame", "role", "place", "agreement"})
"""Fields that hold words of ours or ids, and no names."""


def unnamed(row: Json, names: Mapping[str, str]) -> Json:
    """Return a row of a claim, each private name in it replaced by a number that stands for one person within the row.

    Args:
        row: of the contract, with words and ``masked``.
        names: names of private persons as the text has them, and words of them -> who each is.
    """
    if not names:
        return row
    mask = Mask(names)
    found = row | {name: _over(mask, row.get(name)) for name in _WORDS if name in row}
    found["args"] = {role: _argument(mask, told) for role, told in row["args"].items()}
    left = {row["speaker"]["actor"], *(told["actor"] for told in found["args"].values())}
    found["actor_kinds"] = {actor: kind for actor, kind in row["actor_kinds"].items() if actor in left}
    found["doc"] = row["doc"] | {"title": _over(mask, row["doc"]["title"])}
    found["masked"] = any(found[name] != row[name] for name in (*_WORDS, "args", "doc") if name in row)
    return found


def _argument(mask: Mask, told: Json) -> Json:
    name = mask.over(told["name"])
    hidden = name != told["name"] and is_provisional(told["actor"])
    return told | {"name": name, "actor": None if hidden else told["actor"]}


def _over(mask: Mask, value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, str):
        return mask.over(value)
    if isinstance(value, list | tuple):
        return [_over(mask, each) for each in value]
    if isinstance(value, Mapping):
        return {name: each if name in _TOLD else _over(mask, each) for name, each in value.items()}
    return value
