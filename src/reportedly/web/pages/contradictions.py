"""Contradictions: matters in dispute, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from reportedly.errors import OptionError
from reportedly.export.contract import Json
from reportedly.export.phrases import Row
from reportedly.query.briefly import heads
from reportedly.query.clocks import clocks_of
from reportedly.query.disputes import HEADINGS, denies, ids_of
from reportedly.query.paging import claims_by_id
from reportedly.web.ask import Ask
from reportedly.web.chosen import disputes
from reportedly.web.page import FILTERS, Answer, Page, cells
from reportedly.web.pages.shared import cut, pairs_of

_COLUMNS = ("id", "kind", "a", "b", "why", "not")
_MATTERS, _CLAIMS, _ALL = 12, 6, 120
_FIGURES = frozenset({"figure", "internal", "denominator"})


def build(ask: Ask) -> Answer:
    """Return the pairs of claims that contradict each other; for a person by matter, each claim once."""
    chosen, alike = replace(ask.where, limit=None, offset=0), _alike(ask)

    pairs = disputes(ask, chosen, look_alikes=alike)
    kinds = pairs.counts()
    kind = ask.given.get("kind")
    if kind is not None:
        pairs = pairs.of_kind(kind)
    of = ask.given.get("matter")
    if of is not None:
        pairs = pairs.matters().of_claim(of)
    if ask.form != "html":
        rows, following = cut(ask, pairs)
        return Answer(rows, told={"total": len(pairs)}, next=following)
    matters = ask.kept(("matters", chosen, alike, kind, of), pairs.matters)
    groups, following = cut(ask, matters, _MATTERS)
    shown = {"matters": matters_of(ask, groups, _CLAIMS if of is None else _ALL), "kinds": kinds, "headings": HEADINGS, "total": len(pairs)}
    return Answer([], shown, next=following)


def matters_of(ask: Ask, groups: Sequence[Sequence[Row]], most: int = _CLAIMS) -> list[dict[str, Any]]:
    """Return matters in dispute, each with what it is about and its claims, so many at most: those that say it, then those that deny it."""
    chosen, clocks = [_spread(ids_of(pairs), 4 * most) for pairs in groups], clocks_of(ask.where)
    known = heads(ask.ledger, chain.from_iterable(chosen), clocks)
    few = [_shown([known[key] | {"id": key} for key in ids if key in known], most) for ids in chosen]
    found = claims_by_id(ask.ledger, chain.from_iterable(few), clocks, pairs_of(ask))
    return [_matter(pairs, [found[key] for key in ids if key in found]) for pairs, ids in zip(groups, few, strict=True)]


def _spread(ids: Sequence[str], most: int) -> list[str]:
    """Return so many of the claims that each side may be heard, from the whole of a long matter."""
    step = max(1, len(ids) // most)
    return list(ids[::step][:most])


def _shown(claims: Sequence[Json], most: int) -> list[str]:
    """Return the ids of the claims that are shown, of both sides, of as many publishers as there are."""
    sides = [[claim for claim in claims if denies(claim) == side] for side in (False, True)]
    each = max(most // 2, most - min(map(len, sides)))
    return [claim["id"] for side in sides for claim in _varied(side)[:each]][:most]


def _matter(pairs: Sequence[Row], shown: Sequence[Json]) -> dict[str, Any]:
    kind, total = pairs[0]["kind"], len(ids_of(pairs))
    told = {"kind": kind, "heading": HEADINGS.get(kind, kind), "not": pairs[0]["not"], "figures": kind in _FIGURES}
    why = pairs[0]["why"] if len(pairs) == 1 or pairs[0]["not"] else None
    claims = sorted(shown, key=lambda claim: (denies(claim), _value(claim)))
    told |= {"all": len(shown) > _CLAIMS}
    return told | {"claims": claims, "left": max(0, total - len(shown)), "why": why, "denies": denies}


def _varied(claims: Sequence[Json]) -> list[Json]:
    """Return claims with those of publishers not yet heard first."""
    seen: set[str] = set()
    rank: list[tuple[bool, int]] = []
    for at, claim in enumerate(claims):
        home = claim["doc"]["publisher"] or claim["doc"]["path"]
        rank.append((home in seen, at))
        seen.add(home)
    return [claims[at] for _, at in sorted(rank)]


def _value(claim: Json) -> float:
    return next((value for found in claim["figures"][:1] for value in (found["value"], found["low"]) if value is not None), 0.0)


def _alike(ask: Ask) -> bool:
    value = ask.given.get("not", "false").lower()
    if value not in {"true", "false"}:
        what = f"{value!r:.40} is not understood"
        raise OptionError(what, where="not", remedy="give true for look-alikes too, or false")
    return value == "true"


PAGE = Page(
    "contradictions",
    "/contradictions",
    "Contradictions",
    "Claims that cannot both hold as they are worded. Nothing here says which one does.",
    build,
    _COLUMNS,
    cells(_COLUMNS),
    takes=(*FILTERS, "kind", "matter", "not"),
    asks={
        "kind": ("Of this kind.", HEADINGS),
        "matter": "Those of the matter that the claim with this id is of.",
        "not": ("true: look-alikes too, with why they are none.", ("true", "false")),
    },
)
