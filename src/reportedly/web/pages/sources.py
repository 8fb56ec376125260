"""Sources: who takes from whom, and which documents are one text."""

from __future__ import annotations

from collections import Counter
from typing import Any

from reportedly.export.contract import Json
from reportedly.query import citation_graph, reprint_families
from reportedly.query.clocks import clocks_of
from reportedly.query.filters import ClaimFilter
from reportedly.web.ask import Ask
from reportedly.web.graph import graph
from reportedly.web.page import Answer, Page, cells
from reportedly.web.pages.shared import cut

_COLUMNS = ("from", "from_kind", "relation", "to", "to_kind", "resolved", "claims", "documents")
_WEIGHT = {"cites": 0, "credits": 1, "reprints": 2}
_FAMILIES, _SHOWN = 12, 60


def build(ask: Ask) -> Answer:
    """Return the edges, those that the most claims and documents run along first; ``relation`` chooses a kind, ``name`` whose they are."""
    clocks = clocks_of(ask.where)
    edges, odd = ask.kept(("citations", clocks), lambda: _found(ask, clocks))
    asked, name = ask.given.get("relation"), ask.given.get("name", "").casefold()
    passing = [row for row in edges if (asked is None or row["relation"] == asked) and _has(row, name)]
    rows, following = cut(ask, passing, _SHOWN)
    if ask.form != "html":
        return Answer(rows, told={"total": len(passing)}, next=following)
    families = ask.kept(("families", clocks), lambda: list(reprint_families(ask.ledger, clocks)))
    counts = Counter(row["relation"] for row in edges)
    voices = [row for row in passing if row["relation"] in _WEIGHT and "page" not in {row["from_kind"], row["to_kind"]}]
    shown: dict[str, Any] = {"graph": graph(voices)}
    shown |= {
        "total": len(passing),
        "kinds": {kind: counts[kind] for kind in _WEIGHT},
        "families": families[:_FAMILIES],
        "more": max(0, len(families) - _FAMILIES),
        "odd": odd,
    }
    return Answer(rows, shown, next=following)


def _found(ask: Ask, clocks: ClaimFilter) -> tuple[list[dict[str, Any]], list[Json]]:
    """Return the edges in order, and what is odd about them."""
    found = list(citation_graph(ask.ledger, clocks))
    return [_flat(row) for row in sorted((row for row in found if "relation" in row), key=_order)], [row for row in found if "odd" in row]


def _order(row: Json) -> tuple[int, int, int, str]:
    return _WEIGHT.get(row["relation"], len(_WEIGHT)), -row["claims"], -len(row["documents"]), row["from"]["name"]


def _flat(row: Json) -> dict[str, Any]:
    ends = {end: row[end]["name"] for end in ("from", "to")} | {f"{end}_kind": row[end]["kind"] for end in ("from", "to")}
    return ends | {name: row[name] for name in ("relation", "resolved", "claims", "documents")}


def _has(row: Json, name: str) -> bool:
    return not name or any(name in row[end].casefold() for end in ("from", "to"))


PAGE = Page(
    "sources",
    "/sources",
    "Sources",
    "Who takes from whom, and which documents are one text. Copies of one text are one voice.",
    build,
    _COLUMNS,
    cells(_COLUMNS),
    takes=("relation", "name", "as_of", "known_by", "recorded_by", "limit", "after"),
    asks={"relation": ("Edges of this kind.", _WEIGHT), "name": "A part of the name at either end."},
)
