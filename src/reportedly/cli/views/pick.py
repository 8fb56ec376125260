"""Which claims and pairs are worth showing first. Nothing here knows the example."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reportedly.cli.views.disputes import matters_in_dispute
from reportedly.cli.views.parts import Row

_SHARES = 4


def shares(claims: Sequence[Row]) -> list[tuple[Row, Row]]:
    """Return the shares of the document that gives the most different ones, each with its claim; none where no document gives two."""
    found: dict[str, dict[object, tuple[Row, Row]]] = defaultdict(dict)
    for claim in claims:
        for share in claim["figures"]:
            if share["unit"] == "percent" and not share["derived"]:  # what nobody said is no share of a report
                found[claim["doc"]["id"]].setdefault((share["value"], share["denominator"]), (claim, share))
    best = max(found.values(), key=len, default={})
    return list(best.values())[:_SHARES] if len(best) > 1 else []


def varied(pairs: Sequence[Row], claims: Mapping[str, Row], most: int) -> list[Row]:
    """Return pairs between different publishers, one of each matter in dispute, one of each kind first."""
    across = [pair for pair in pairs if _publisher(claims.get(pair["a"])) != _publisher(claims.get(pair["b"]))]
    matters = [group[0] for group in matters_in_dispute(across)]
    kinds: dict[str, Row] = {}
    for pair in matters:
        kinds.setdefault(pair["kind"], pair)
    first = list(kinds.values())
    return (first + [pair for pair in matters if pair not in first])[:most]


def forecast(claims: Sequence[Row]) -> Row | None:
    """Return the prediction that later claims have the most to say of, None where none has been spoken of again."""
    told = [claim for claim in claims if claim["stance"] == "predicts" and claim["place_ids"] and claim["about"]]
    best = max(told, key=lambda claim: len(outcomes(claim, claims)), default=None)
    return best if best is not None and outcomes(best, claims) else None


def outcomes(told: Row, claims: Sequence[Row]) -> list[Row]:
    """Return the claims of the type that a prediction is about, on the same places and published after it, in order of their date."""
    kind = told["about"]["type"]
    places, day = set(told["place_ids"]), told["doc"]["published"] or ""
    later = [
        claim for claim in claims if claim["type"] == kind and set(claim["place_ids"]) & places and (claim["doc"]["published"] or "") > day
    ]
    return sorted(later, key=lambda claim: str(claim["doc"]["published"]))


def _publisher(claim: Row | None) -> object:
    return claim["doc"]["publisher"] if claim else None
