"""How expectations and what was drawn are shown where one does not meet the other."""

from __future__ import annotations

from typing import cast

from tools.systems.claims import args_of
from tools.systems.rows import Json, Wanted
from tools.systems.values import at


def kind_of(kind: str, item: Json) -> str:
    """Return what a drawn thing is: a claim by type and frame."""
    return f"{item['type']}/{item['frame']}" if kind == "claim" else kind


def asked(wanted: Wanted) -> str:
    """Return what is asked for, in a line."""
    return ", ".join(f"{name} {value}" for name, value in wanted.items()) or "one"


def value_of(kind: str, name: str, item: Json) -> object:
    """Return what stands where a field is asked for, short enough to be read."""
    if kind == "doc":
        return item.get(name)
    if name in {"args", "actors", "nobody"}:
        return {role: argument.get("actor") or argument.get("place") or argument["name"] for role, argument in args_of(item).items()}
    if kind == "claim" and name in {"speaker", "anonymous"}:
        return at(item, ("speaker", "actor" if name == "speaker" else name))
    if name == "figure":
        return [(figure["op"], figure["value"], figure["unit"], figure["denominator"]) for figure in cast("list[Json]", item["figures"])]
    if name in {"begin", "until", "until_by"} and kind == "claim":
        return at(item, ("valid", "edtf"))
    return item.get("gloss" if name == "no_gloss" else name)
