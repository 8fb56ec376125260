"""Control, frozen: who is said to hold what if the line is frozen at a moment, and what is told of later."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import lru_cache

from reportedly.export.contract import Json
from reportedly.track.frozen import Frozen, frozen_at
from reportedly.web.ask import Ask
from reportedly.web.page import VIEWED, Answer, Page, cells
from reportedly.web.pages.shared import viewed

_COLUMNS = ("place", "name", "at", "state", "holder", "extent", "since", "last", "fresh", "chains", "by", "claims", "siege_state", "later")
_HELD = {"holder": "name", **{name: name for name in ("extent", "since", "last", "chains", "by", "claims")}}
_SHOWN = 200
_ALONE = frozenset({"one party", "part only"})
_REST = {"contested": "contested", "several": "of several"}


def _moment(ask: Ask) -> str:
    return ask.given.get("frozen_at") or ask.view.as_of


_line = lru_cache(64)(frozen_at)


def build(ask: Ask) -> Answer:
    """Return the places; in CSV a row for each party that is said to hold one; for a person by side."""
    moment = _moment(ask)
    found = viewed(ask, _line(moment), _SHOWN)
    if ask.form == "csv":
        return replace(found, rows=[_flat(row, held) for row in found.rows for held in row["holders"] or [{}]])
    if ask.form == "json":
        return replace(found, told={**found.told, "frozen_at": moment})
    rows = list(found.rows)
    return replace(found, rows=rows, shown={**found.shown, "moment": moment, "sides": _sides(rows)})


def _flat(row: Json, held: Json) -> Json:
    later = [f"{each['day']} {each['kind']} {each['party']}" for each in row["later"]]
    return row | {name: held.get(key) for name, key in _HELD.items()} | {"last": row["last"], "later": later}


def _sides(rows: list[Json]) -> list[tuple[str | None, str, list[Json]]]:
    """Return the places by who alone is said to hold them, those of the most first; then what is not of one side."""
    found: dict[tuple[str | None, str], list[Json]] = defaultdict(list)
    for row in rows:
        alone = row["state"] in _ALONE and row["holders"]
        who: Json = row["holders"][0] if alone else {"actor": None, "name": _REST.get(row["state"], "nobody named")}
        found[who["actor"], who["name"]].append(row)
    order = sorted(found, key=lambda key: (key[0] is None, -len(found[key]), key[1]))
    return [(key, name, found[key, name]) for key, name in order]


PAGE = Page(
    "frozen",
    "/control/frozen",
    "The line, frozen",
    "Who is said to hold what, and what is besieged, if a truce begins at one moment; disputes are kept, and what came later is told.",
    build,
    _COLUMNS,
    cells(_COLUMNS),
    takes=(*(name for name in VIEWED if name != "as_of"), "lens", "frozen_at"),
    row=Frozen,
    asks={"frozen_at": "The moment, as 2031-01-31 or 2031-01-31T18:00; the end of today where none is given."},
    listed=False,
    pinned=lambda ask: {"frozen_at": _moment(ask)},
    within="control",
    mode="Frozen at a moment",
)
