"""The sides of a matter in dispute: which claims answer it alike, and which of each to show. No side is given more room than another."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.cli.out import clean
from reportedly.cli.views.parts import Row, figure
from reportedly.query.disputes import denies
from reportedly.text import excerpt

Side = tuple[str, list[Row]]

SIDES = 6
"""Sides of one matter that are shown."""

_NUMBERS = frozenset({"figure", "internal", "denominator"})
_ACTS = frozenset({"position", "truce", "meeting"})
_DOERS = ("perpetrator", "attacker", "accused", "breaker", "actor", "party", "doer")
_LABEL = 26


def sides(pairs: Sequence[Row], claims: Sequence[Row]) -> list[Side]:
    """Return the answers to a matter with the claims that give them: numbers by size, else what is said before what is denied."""
    kind = pairs[0]["kind"]
    found: dict[str, list[Row]] = {}
    for claim in claims:
        found.setdefault(label(claim, kind), []).append(claim)
    if len(found) == 1:
        ((name, group),) = found.items()
        one = _opposed(pairs)
        parts = [[claim for claim in group if (claim["id"] in one) is first] for first in (True, False)]
        return list(zip(("one side", "other side"), parts, strict=True)) if all(parts) else [(name, group)]
    order = (lambda side: (_value(side[1][0]), side[0])) if kind in _NUMBERS else (lambda side: (denies(side[1][0]), side[0]))
    return sorted(found.items(), key=order)


def kept(found: Sequence[Side]) -> list[Side]:
    """Return the sides to show: all, or those that most claims are on, in the order given."""
    most = sorted(found, key=lambda side: -len(side[1]))[:SIDES]
    return [side for side in found if side in most]


def spread(group: Sequence[Row], most: int) -> tuple[list[Row], list[Row]]:
    """Return so many claims of a side, of other speakers and outlets before more of the same, the earliest first; and the rest."""
    ordered = sorted(group, key=lambda claim: (claim["doc"]["published"] or "9999", claim["doc"]["path"], claim["start"]))
    seen: dict[str, int] = {}
    ranks = []
    for at, claim in enumerate(ordered):
        hands = (f"speaker {claim['speaker']['name']}", f"outlet {claim['doc']['publisher'] or claim['doc']['path']}")
        ranks.append(([seen.get(hand, 0) for hand in hands], at))
        for hand in hands:
            seen[hand] = seen.get(hand, 0) + 1
    chosen = sorted(at for _, at in sorted(ranks)[:most])
    return [ordered[at] for at in chosen], [claim for at, claim in enumerate(ordered) if at not in chosen]


def label(claim: Row, kind: str) -> str:
    """Return what sets a claim apart from its rivals: its number, who is named, or whether it denies."""
    if kind in _NUMBERS and claim["figures"]:
        return figure(claim["figures"][0])
    if denies(claim):
        return "denied"
    if kind == "hedge":
        return "hedged" if claim["hedge"] else "not hedged"
    if kind == "control":
        roles = claim["args"]
        return _named(roles, ("controller",)) or ("lost by " + _named(roles, ("loser",)) if _named(roles, ("loser",)) else "said")
    if kind in _ACTS:
        return str(claim["frame"]).replace("-", " ")
    if kind in {"cause", "mirror"}:
        doer = _named(claim["args"], _DOERS)
        return f"by {doer}" if doer else "said"
    return "said"


def _named(roles: Row, wanted: Sequence[str]) -> str:
    names = (clean(roles[role]["name"]) for role in wanted if role in roles)
    return excerpt(next(names, ""), _LABEL)


def _opposed(pairs: Sequence[Row]) -> set[str]:
    """Return the claims of one of two sides, where each stands against claims of the other."""
    against: dict[str, list[str]] = {}
    for pair in pairs:
        against.setdefault(pair["a"], []).append(pair["b"])
        against.setdefault(pair["b"], []).append(pair["a"])
    colour: dict[str, bool] = {}
    for start in against:
        stack = [(start, True)]
        while stack:
            found, side = stack.pop()
            if found not in colour:
                colour[found] = side
                stack += [(other, not side) for other in against[found]]
    return {found for found, side in colour.items() if side}


def _value(claim: Row) -> float:
    return next((value for found in claim["figures"][:1] for value in (found["value"], found["low"]) if value is not None), 0.0)
