"""How each field of an expectation is checked."""

from __future__ import annotations

from typing import cast

from tools.systems import claims
from tools.systems.values import Check, any_of, at, beginning

CHECKS: dict[str, dict[str, Check]] = {
    "claim": {
        "speaker": lambda value, item, groups: at(item, ("speaker", "actor")) in any_of(value, groups),
        "anonymous": lambda value, item, _: at(item, ("speaker", "anonymous")) is value,
        "hedge": lambda value, item, _: bool(item.get("hedge")) is value,
        "about": claims.about,
        "gloss": lambda value, item, _: str(value) in str(item["gloss"]),
        "no_gloss": lambda value, item, _: str(value) not in str(item["gloss"]),
        "chain": claims.chain,
        "args": claims.roles,
        "actors": claims.actors,
        "nobody": lambda value, item, _: (not claims.ids_of(item)) is value,
        "places": claims.places,
        "begin": beginning("valid", "begin"),
        "until": beginning("valid", "until"),
        "until_by": claims.until_by,
        "figure": claims.figure,
    },
    "attribution": {},
    "time": {name: beginning(name) for name in ("value", "begin", "until", "rival")},
    "place": {},
    "actor": {},
    "segment": {"dated": beginning("dated"), "speaker": beginning("speaker")},
    "doc": {
        "published": beginning("published", "value"),
        "byline": lambda value, item, _: value in cast("list[str]", item["byline"]),
        "original_source": beginning("original_source", "name"),
    },
}
"""Kind -> field -> how it is checked; a field that is not named here must be one of the values asked for."""
