"""What is claimed, by type: claims that say the same are one sentence, the most disputed and best attested first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.export.contract import Json
from reportedly.situation.facts import Facts
from reportedly.situation.model import Line
from reportedly.situation.notes import Notes
from reportedly.situation.telling import claim_sentence

TYPES = {
    "fighting": ("attack", "casualty", "movement"),
    "access": ("humanitarian",),
    "positions": ("position", "contact", "proposal"),
    "others": ("support", "coverage", "denial", "compliance", "statement"),
}
"""Section -> claim types that it is of."""


def claimed(facts: Facts, notes: Notes, said: Sequence[Sequence[Json]]) -> Iterator[Line]:
    """Yield a sentence for each group of claims that say the same."""
    for group in said:
        yield notes.line(claim_sentence(facts, group), (row["id"] for row in group))


def groups(facts: Facts, types: Sequence[str]) -> list[list[Json]]:
    """Return the claims of types, those of one sentence together: of one thing said, with one stance and number."""
    found: dict[object, list[Json]] = {}
    for row in facts.claims.values():
        if row["type"] in types:
            key = row["id"] if _loose(row) else (row["frame"], row["proposition"], row["stance"], _amount(row))
            found.setdefault(key, []).append(row)
    order = {claim: number for number, claim in enumerate(facts.claims)}
    return sorted(found.values(), key=lambda group: (*_rank(facts, group), order[group[0]["id"]]))


def _rank(facts: Facts, group: Sequence[Json]) -> tuple[bool, int, int, bool, float]:
    disputed = sum(facts.disputed[row["id"]] for row in group)
    vague = not any(each["actor"] or each["place"] for each in group[0]["args"].values()) and not group[0]["figures"]
    return not disputed, -group[0]["chains"][0], -len(group), vague, -_size(group[0])


def _size(row: Json) -> float:
    """Return the number that a claim of casualties tells, at least."""
    told = row["figures"][0] if row["type"] == "casualty" and row["figures"] else {}
    return float(told.get("low") or told.get("value") or 0.0)


def _loose(row: Json) -> bool:
    return row["proposition"] is None or not row["args"]


def _amount(row: Json) -> object:
    return [(one["op"], one["value"], one["low"], one["high"], one["unit"]) for one in row["figures"]].__repr__()
