"""Running totals: each set against the one before and what is told to be added since."""

from __future__ import annotations

from dataclasses import replace

from reportedly.track.running import RUNNING, Running
from reportedly.web.ask import Ask
from reportedly.web.page import VIEWED, Answer, Page, cells
from reportedly.web.pages.shared import viewed

_STEP = ("day", "low", "high", "added", "missing", "step", "totals", "additions")
_COLUMNS = ("by", "unit", "denominator", "name", "state", *_STEP)
_SHOWN = 20


def build(ask: Ask) -> Answer:
    """Return series of totals; in CSV a row for each total."""
    found = viewed(ask, RUNNING, _SHOWN)
    if ask.form != "csv":
        return found
    return replace(found, rows=[row | step | {"step": step["state"], "state": row["state"]} for row in found.rows for step in row["steps"]])


PAGE = Page(
    "running",
    "/figures/running",
    "Running totals",
    "Totals of one voice over days, each against the one before and what it says was added. A sum that is not the total is a finding.",
    build,
    _COLUMNS,
    cells(_COLUMNS),
    takes=(*VIEWED, "lens"),
    row=Running,
    listed=False,
    within="figures",
    mode="Running totals",
)
