"""What five published articles do: no fewer rows hold than before. The articles do not come with the program."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tools.systems.__main__ import drawn_from
from tools.systems.judge import held, judge
from tools.systems.load import PATH, load

pytestmark = [pytest.mark.quality, pytest.mark.slow]


def test_no_fewer_rows_hold_than_before() -> None:
    folder = os.environ.get("REPORTEDLY_DATA")
    if not folder:
        pytest.skip("REPORTEDLY_DATA is not set: it names the folder whose `seeds` holds the articles")
    rows = load(PATH)
    judged = judge(rows, drawn_from(Path(folder) / "seeds"))
    missing = [f"{one.row.number}: {'; '.join(one.missing)}" for one in judged if one.missing]
    assert held(judged) >= rows.floor, "\n".join(missing)
