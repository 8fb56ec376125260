"""Which hand-coded claims bear on what in the agreements that ship, as a person coded it; no words of any report.

Claims of three reports are read from the gold where it is at hand. Those of two others are not in it: their days and offsets stand here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from reportedly.truce.evidence import Bearing, chain_of

COH, PLAN = "coh-2016-02-27", "staged-plan-2016-09"
FIVE, EVACUATION = "five-day-request-2016-12-07", "evacuation-2016-12-13"

Row = tuple[str, str, str, int, str]
GOLD: tuple[Row, ...] = (
    ("002-20", COH, "exists", 1, ""),
    ("004-18", COH, "exists", 1, ""),
    ("004-01", COH, "S1.a-RUS@RUS-GOV", 1, ""),
    ("004-12", COH, "S1.a-RUS@RUS-GOV", -1, "strike_colocated"),
    ("004-03", COH, "S1.a-SYR@SYR-GOV", -1, ""),
    ("004-11", COH, "S1.a-OPP@OPP-ARMED", -1, ""),
    ("004-21", COH, "S1.a-AHRAR@AHRAR", -1, ""),
    ("004-10", COH, "S2.a@USA-GOV", -1, ""),
    ("004-25", COH, "S2.a@USA-GOV", -1, ""),
    ("000-26", PLAN, "accepted@RUS-GOV", -1, "rejects"),
    ("000-22", PLAN, "accepted@RUS-GOV", -1, "ends"),
)
OTHERS: tuple[Row, ...] = (
    ("001-43", FIVE, "accepted@SYR-GOV", -1, "rejects"),
    ("003-05", EVACUATION, "exists", 1, ""),
    ("003-09", EVACUATION, "exists", 1, ""),
    ("003-17", EVACUATION, "exists", -1, ""),
    ("003-12", EVACUATION, "S1.a", 1, ""),
    ("003-14", EVACUATION, "S2.a@OPP-ARMED-ALEPPO", -1, ""),
    ("003-15", EVACUATION, "S2.a@OPP-ARMED-ALEPPO", -1, ""),
    ("003-21", EVACUATION, "departure_blocked", 1, ""),
    ("003-22", EVACUATION, "departure_blocked", -1, ""),
)
_DAYS = {"001": ("2016-12-07", "2016-12-07"), "003": ("2016-12-14", "2016-12-14")}
_EVENING = {"003-05", "003-09", "003-12", "003-17"}
_SPANS = {
    "001-43": (9635, 9683),
    "003-05": (1198, 1350),
    "003-09": (2913, 3157),
    "003-12": (3555, 3626),
    "003-14": (3758, 3775),
    "003-15": (3777, 3838),
    "003-17": (4155, 4243),
    "003-21": (4922, 5126),
    "003-22": (5129, 5286),
}
DAYS = {"004": "2016-06-15"}
"""When reports are of that name no day, or no year, of their own, as the person who coded them found out."""
_SPEAKERS = {"Valery Gerasimov": "RUS-GOV", "Sergey Lavrov": "RUS-GOV", "John Kerry": "USA-GOV", "US-GOV (unnamed officials)": "USA-GOV"}


class Coded(NamedTuple):
    """A bearing as a person coded it, and where its claim stands: how the report's name begins, and the span."""

    bearing: Bearing
    report: str
    start: int
    end: int


def others() -> Iterator[Coded]:
    """Yield the bearings of the claims that stand here."""
    for name, agreement, atom, sign, act in OTHERS:
        report = name[:3]
        day, said = _DAYS[report]
        begin = "2016-12-13" if name in _EVENING else day
        chain = (report,)
        bearing = Bearing(name, agreement, atom, sign, act, begin, begin, said, said, chain=chain, confirmed=True)
        yield Coded(bearing, report, *_SPANS[name])


def gold(path: Path) -> Iterator[Coded]:
    """Yield the bearings of the claims of the gold."""
    rows = {row["id"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    for name, agreement, atom, sign, act in GOLD:
        row = rows[name]
        begin, until = _ends(row["date_valid"])
        said = _ends(row["date_asserted"])[1]
        chain = chain_of((row["doc"], row["speaker"], *row["via"]))
        speaker = _SPEAKERS.get(row["speaker"])
        bearing = Bearing(name, agreement, atom, sign, act, begin, until, said, said, chain=chain, speaker=speaker, confirmed=True)
        yield Coded(bearing, name[:3], row["start"], row["end"])


def _ends(edtf: str) -> tuple[Any, Any]:
    begin, _, until = edtf.partition("/")
    return tuple(None if end in {"..", ""} else end for end in (begin, until or begin))  # type: ignore[return-value]  # two of them
