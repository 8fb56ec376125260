"""Mirror pairs: two sides that charge each other with the same."""

from __future__ import annotations

from dataclasses import replace

from reportedly.track.mirrors import Mirror, mirror_track
from reportedly.web.ask import Ask
from reportedly.web.page import VIEWED, Answer, Page, cells
from reportedly.web.pages.shared import viewed

_COLUMNS = ("kind", "a", "b", "state", "near", "charged_by", "day", "what", "by", "page", "claim")
_SHOWN = 20
_MIRRORS = mirror_track()


def build(ask: Ask) -> Answer:
    """Return the pairs; in CSV a row for each charge."""
    found = viewed(ask, _MIRRORS, _SHOWN)
    if ask.form != "csv":
        return found
    ends = (("a", "by_a"), ("b", "by_b"))
    return replace(found, rows=[row | charge | {"charged_by": row[end]} for row in found.rows for end, key in ends for charge in row[key]])


PAGE = Page(
    "mirrors",
    "/positions/mirrors",
    "Charge and counter-charge",
    "Two sides that each charge the other with the same, side by side. Neither's charges count for more.",
    build,
    _COLUMNS,
    cells(_COLUMNS),
    takes=(*VIEWED, "lens"),
    row=Mirror,
    listed=False,
    within="positions",
    mode="Charge and counter-charge",
)
