"""What is asked of a claim beyond fields that are compared as they are: roles, actors, places, chain, figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from tools.systems.rows import Groups, Json, Wanted
from tools.systems.values import any_of, at, begins


def ids_of(item: Json) -> set[object]:
    """Return the ids of the actors in the roles of a claim."""
    return {argument.get("actor") for argument in args_of(item).values()} - {None}


def args_of(item: Json) -> Mapping[str, Json]:
    """Return the roles of a claim with what fills them."""
    return cast("Mapping[str, Json]", item["args"])


def _fills(value: object, argument: Json | None, groups: Groups) -> bool:
    """Say whether an argument is what is asked for: anything, a name of which a part is given, other words than these, an id."""
    if argument is None:
        return False
    name = str(argument["name"]).lower()
    if isinstance(value, Mapping):
        told = cast("Mapping[str, str]", value)
        return told["name"].lower() in name if "name" in told else name != told["not"].lower()
    asked = any_of(value, groups)
    return "any" in asked or argument.get("actor") in asked or argument.get("place") in asked


def roles(value: object, item: Json, groups: Groups) -> bool:
    """Say whether every role is filled as asked; a second filler of a role may stand before the first."""
    args = args_of(item)
    for role, asked in cast("Wanted", value).items():
        first = role.removesuffix("_2")
        fillers = [argument for name, argument in args.items() if name in {role, first} or name.rpartition("_")[0] == first]
        if (role != first and len(fillers) < int(role[-1])) or not any(_fills(asked, one, groups) for one in fillers):
            return False
    return True


def actors(value: object, item: Json, groups: Groups) -> bool:
    """Say whether each of the actors fills some role."""
    return all(set(any_of(one, groups)) & ids_of(item) for one in cast("list[object]", value))


def places(value: object, item: Json, _: Groups) -> bool:
    """Say whether all places are those of the claim or of its arguments."""
    found = {*cast("list[str]", item.get("place_ids") or ()), *cast("list[str]", item["places"])}
    found |= {str(argument.get("place")) for argument in args_of(item).values()}
    return set(cast("list[str]", value)) <= found


def chain(value: object, item: Json, _: Groups) -> bool:
    """Say whether the parts stand in the names of the chain, in their order."""
    names = iter(cast("list[str]", item["chain"]))
    return all(any(part in name for name in names) for part in cast("list[str]", value))


def figure(value: object, item: Json, groups: Groups) -> bool:
    """Say whether one figure of the claim is as asked."""
    asked = cast("Wanted", value)
    return any(all(_figured(name, one, figure, groups) for name, one in asked.items()) for figure in cast("list[Json]", item["figures"]))


def _figured(name: str, value: object, figure: Json, groups: Groups) -> bool:
    found = figure.get(name)
    if name in {"unit", "denominator"}:
        return str(value) in str(found or "")
    return begins(value, found, groups) if name == "as_of" else found == value


def about(value: object, item: Json, _: Groups) -> bool:
    """Say whether the claim tells what it is about, or is about what is asked."""
    about = item.get("about")
    if not isinstance(value, Mapping):
        return bool(about) is value
    return bool(about) and all(cast("Json", about).get(name) == one for name, one in value.items())


def until_by(value: object, item: Json, _: Groups) -> bool:
    """Say whether what is claimed is said to hold until a day at the latest."""
    until = at(item, ("valid", "until"))
    return until is not None and str(until) <= str(value)
