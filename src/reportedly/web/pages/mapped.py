"""Map: who is said to hold which place, as of a day, by whose word; and which roads and sieges there are said to be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reportedly.export.contract import Json
from reportedly.model.pack import Actor, Place
from reportedly.query.groups import Depth
from reportedly.query.holders import holders
from reportedly.query.mapped import Mapped, mapped
from reportedly.web.ask import Ask
from reportedly.web.map import geojson
from reportedly.web.map.drawing import Drawing, Ground, drawn, ground
from reportedly.web.map.frame import Box, Frame, around, box_of
from reportedly.web.map.glyphs import SHAPES, SLOTS
from reportedly.web.map.marks import OTHER, Mark, marks_of, slot_of, slots_of, why_not
from reportedly.web.page import VIEWED, Answer, Page, cells

MOST = 500
"""Rows of each view that are drawn, those told of last."""
_DEPTH = Depth(100, 4)
"""Claims of these rows that a drawing is made of: of a row at most, and of all, so many a row."""
_KINDS = ("city", "town", "village", "neighbourhood")
_SAID = "extent since last age chains by claims against".split()
_COLUMNS = (*"what place name kind lat lon precision within unmarked as_of state says party actor".split(), *_SAID)
TAKES = (*(name for name in VIEWED if name not in {"limit", "offset", "after"}), "lens", "box")


def build(ask: Ask) -> Answer:
    """Return the rows of control, roads and sieges with where they lie; in CSV a row for each party or word."""
    if ask.form == "base":
        return Answer((), text=ask.kept("base", lambda: geojson.base(ask.site.base)))
    chosen, asked = ask.where, ask.view
    named = box_of(ask.given["box"]) if "box" in ask.given else None
    depth = _DEPTH if ask.form == "html" else None

    def make() -> Mapped:
        return mapped(ask.ledger, chosen, asked=asked, pack=ask.site.pack, most=MOST, depth=depth)

    held = ask.kept(("map", chosen, asked, depth), make)
    rows = [row | {"unmarked": why_not(row)} for row in held.rows]
    told = {"as_of": asked.as_of, "known_by": asked.known_by, "recorded_by": asked.recorded_by, "chains": asked.chains, "left": held.left}
    if ask.form == "geojson":
        marks = marks_of(rows, _slots(ask))
        return Answer((), text=geojson.marks(marks, lambda mark: ask.link(mark.leads, place=mark.place)))
    if ask.form != "html":
        return Answer(_lines(rows) if ask.form == "csv" else rows, told=told)
    return Answer(rows, {"view": asked, "left": held.left, "older": held.older, **_shown(ask, rows, named)}, told)


def _shown(ask: Ask, rows: Sequence[Json], named: Box | None) -> dict[str, Any]:
    slots = _slots(ask)
    marks = marks_of(rows, slots)
    whole = around(((mark.lat, mark.lon) for mark in marks), whole=True)
    fit = around((mark.lat, mark.lon) for mark in marks if not mark.wide)
    box = named or fit or whole
    drawing = _drawn(ask, marks, box) if box and rows else None
    return {
        "drawing": drawing,
        "shapes": SHAPES,
        "base": ask.site.base,
        "legend": _legend(rows, slots, ask.site.pack.actors),
        "outside": [mark for mark in marks if drawing and not drawing.frame.box.has(mark.lat, mark.lon)],
        "whole": whole,
        "unmarked": _unmarked(rows),
        "contested": [row for row in rows if row["state"] == "contested" and row["what"] == "control"],
        "roads": [row for row in rows if row["what"] != "control"],
        "kinds": _present(marks),
    }


def _drawn(ask: Ask, marks: Sequence[Mark], box: Box) -> Drawing:
    frame, base = Frame.of(box), ask.site.base
    under: Ground = ask.kept(("ground", frame), lambda: ground(base, frame))
    named = {mark.place for mark in marks}
    others = sorted((each for each in ask.site.pack.places.values() if each.id not in named and each.kind in _KINDS), key=_rank)
    return drawn(marks, frame, base, under, others)


def _rank(place: Place) -> int:
    return _KINDS.index(place.kind)


def _slots(ask: Ask) -> dict[str, int]:
    """Return the slots of parties, by how many claims say that they hold something, whatever the day: they keep their colours."""
    by = ask.where.recorded_by
    return ask.kept(("slots", by), lambda: slots_of(holders(ask.ledger, by, SLOTS)))


def _legend(rows: Iterable[Json], slots: Mapping[str, int], known: Mapping[str, Actor]) -> list[Json]:
    """Return the parties that are said to hold something: slot, name, places in all, and those of them that are contested."""
    found: dict[str, Json] = {}
    for row in rows:
        for holder in row["holders"] if row["what"] == "control" else ():
            key = holder["actor"] or holder["name"]
            name = known[key].name if key in known else holder["name"]
            fresh = {"slot": slot_of(holder, slots), "name": name, "actor": holder["actor"], "places": 0, "contested": 0}
            line = found.setdefault(key, fresh)
            line["places"] += 1
            line["contested"] += row["state"] == "contested"
    return sorted(found.values(), key=lambda line: (line["slot"] == OTHER, -line["places"], line["name"]))


def _unmarked(rows: Iterable[Json]) -> dict[str, list[Json]]:
    found: dict[str, list[Json]] = {}
    for row in rows:
        if row["unmarked"]:
            found.setdefault(row["unmarked"], []).append(row)
    return found


def _present(marks: Iterable[Mark]) -> set[str]:
    """Return which signs the legend explains: those that are drawn."""
    found: set[str] = set()
    for mark in marks:
        signs = {"part": mark.part, "wide": mark.wide, "siege": bool(mark.siege), "road": bool(mark.road), mark.state: not mark.road}
        found |= {sign for sign, is_there in signs.items() if is_there}
    return found


def _lines(rows: Iterable[Json]) -> Iterable[Json]:
    for row in rows:
        for party in row["holders"] or [{}] if row["what"] == "control" else row["words"]:
            said = {"party": party.get("name"), "says": party.get("says", "holds" if party else None), "actor": party.get("actor")}
            yield row | said | {name: party.get(name) for name in _SAID}


PAGE = Page(
    "map",
    "/map",
    "Map",
    "Who is said to hold which place, on whose word, as of a day; roads and sieges with it. A mark is a claim, and never a fact.",
    build,
    _COLUMNS,
    cells(_COLUMNS),
    takes=TAKES,
    row=("what", "place", "name", "kind", "lat", "lon", "precision", "within", "unmarked", "as_of", "state"),
    asks={"box": "A part of the map: west,south,east,north in degrees."},
    more={"geojson": "application/geo+json", "base": "application/geo+json"},
)
