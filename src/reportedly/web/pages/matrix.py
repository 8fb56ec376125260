"""Positions by text: who is said to be for or against it, by whose word, act by act."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from reportedly.export.contract import Json
from reportedly.track.matrix import Text, matrix_of
from reportedly.web.ask import Ask
from reportedly.web.page import VIEWED, Answer, Page, cells
from reportedly.web.pages.shared import viewed

_COLUMNS = ("title", "begin", "last", "state", "party", "actor", "position", "day", "act", "whose", "stance", "by", "claim")
_SHOWN, _PARTIES = 15, 5
_BY_TEXT = matrix_of()


def build(ask: Ask) -> Answer:
    """Return texts, each with its parties; in CSV a row for each act of each party."""
    found = viewed(ask, _BY_TEXT, _SHOWN)
    if ask.form == "csv":
        return replace(found, rows=[line for row in found.rows for line in _lines(row)])
    if ask.form == "json":
        return found
    rows = list(found.rows)
    told = Counter(cell["party"] for row in rows for cell in row["cells"] if cell["known"])
    return replace(found, rows=rows, shown={**found.shown, "parties": [name for name, _ in told.most_common(_PARTIES)]})


def _lines(row: Json) -> list[Json]:
    own = {name: row[name] for name in ("title", "begin", "last", "state")}
    return [
        own
        | {"party": cell["party"], "actor": cell["actor"], "position": cell["state"]}
        | {name: act[name] for name in ("day", "act", "stance", "by", "claim")}
        | {"whose": "own" if act["own"] else "others"}
        for cell in row["cells"]
        for act in cell["acts"]
    ]


PAGE = Page(
    "matrix",
    "/positions/texts",
    "Positions by text",
    "Texts, and who is said to be for or against each: by its own word, by that of others, act by act. Neither counts for more.",
    build,
    _COLUMNS,
    cells(_COLUMNS),
    takes=(*VIEWED, "lens"),
    row=Text,
    listed=False,
    within="positions",
    mode="By text",
)
