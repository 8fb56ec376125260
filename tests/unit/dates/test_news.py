"""The tagger on invented sentences of general news, coded by hand: how many it finds, with their extents, types and values."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from importlib import resources

import pytest
import yaml

from reportedly import dates

_CODED = re.compile(r"\[(?P<words>[^\]=]+) = (?P<type>[A-Z]+) (?P<value>[^\]]+)\]")
_FLOORS = {"strict": 97.5, "relaxed": 99.0, "type": 98.5, "value": 97.5}
"""In percent, as F1 over what is coded and what is found; `value` and `type` count over relaxed matches, as TempEval-3 does."""

Coded = tuple[int, int, str, str | None]


def _rows() -> Iterator[tuple[dt.date, str, list[Coded]]]:
    file = resources.files("tests.unit.dates").joinpath("news.yaml")
    for published, block in yaml.safe_load(file.read_text(encoding="utf-8")).items():
        for line in block.strip().split("\n"):
            yield published, *_read(line)


def _read(line: str) -> tuple[str, list[Coded]]:
    text, at = "", 0
    coded: list[Coded] = []
    for match in _CODED.finditer(line):
        text += line[at : match.start()]
        coded.append((len(text), len(text) + len(match["words"]), match["type"], match["value"]))
        text += match["words"]
        at = match.end()
    return text + line[at:], coded


def _measured() -> dict[str, float]:
    counts: Counter[str] = Counter()
    for published, text, coded in _rows():
        found: list[Coded] = [(time.start, time.end, time.type, time.value) for time in dates.tag(text, published)]
        counts["total"] += len(coded) + len(found)
        for row in coded:
            counts.update(_agreement(row, found))
    return {figure: 200 * counts[figure] / counts["total"] for figure in _FLOORS}


def _agreement(row: Coded, found: list[Coded]) -> dict[str, int]:
    met = [other for other in found if other[0] < row[1] and row[0] < other[1]]
    if not met:
        return {}
    best = max(met, key=lambda other: (other[:2] == row[:2], min(other[1], row[1]) - max(other[0], row[0])))
    return {"relaxed": 1, "strict": best[:2] == row[:2], "type": best[2] == row[2], "value": best[3] == row[3]}


@pytest.fixture(scope="module")
def measured() -> dict[str, float]:
    return _measured()


def test_the_sentences_are_many_and_of_all_types() -> None:
    types = Counter(kind for _, _, coded in _rows() for _, _, kind, _ in coded)
    assert sum(types.values()) >= 250
    assert set(types) == {"DATE", "TIME", "DURATION", "SET"}


@pytest.mark.parametrize("figure", _FLOORS)
def test_no_figure_falls_below_its_floor(figure: str, measured: dict[str, float]) -> None:
    assert measured[figure] >= _FLOORS[figure], measured
