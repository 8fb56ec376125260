"""Floors on coded data that does not come with the program."""

from __future__ import annotations

import os
from pathlib import Path
from typing import cast

import pytest

from tools import floors, scores
from tools.runs import Program
from tools.scores import Bench

pytestmark = [
    pytest.mark.quality,
    pytest.mark.slow,
    pytest.mark.filterwarnings(
        "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
    ),  # a scorer may leave files open
]

FOLDERS = ("REPORTEDLY_DATA", "REPORTEDLY_EVAL")
HELD = floors.load(floors.PATH)["outside"]


@pytest.fixture(scope="module", name="bench")
def _bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    missing = [variable for variable in FOLDERS if not os.environ.get(variable)]
    if missing:
        pytest.skip(f"{' and '.join(missing)} not set: they name the folders of the coded data and of the scorers")
    data, scorers = (Path(os.environ[variable]).resolve() for variable in FOLDERS)
    work = tmp_path_factory.mktemp("outside")
    return Bench(data, scorers, work, Program(work))


@pytest.mark.parametrize("name", HELD)
def test_no_score_falls_below_its_floor(name: str, bench: Bench) -> None:
    score, _, figure = name.rpartition(".")
    value = dict(scores.SCORES)[score](bench)[figure]
    f1 = value[-1] if isinstance(value, list | tuple) else value
    measured, floor = cast("float", f1), HELD[name] or 0.0
    assert measured >= floor, f"{name}: measured {measured}, floor {floor}"
