"""Short forms of divisions: some are known wherever they stand, most only after the name of a town ("Salem, Ore.")."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

_TABLE = Path(__file__).parent / "abbreviations.csv"


class Short(NamedTuple):
    """What a short form stands for: ids of divisions, and whether it is known without the name of a town before it."""

    ids: tuple[str, ...]
    alone: bool


def shortened(text: str) -> Short | None:
    """Return what ``text`` is the short form of, with or without its last dot; None where it is none."""
    return _forms().get(text.rstrip("."))


@cache
def _forms() -> dict[str, Short]:
    forms: dict[str, Short] = {}
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for short in row["short"].split("|"):
                key = short.rstrip(".")
                before = forms.get(key, Short((), alone=False))
                forms[key] = Short((*before.ids, row["id"]), before.alone or row["alone"] == "yes")
    return forms
