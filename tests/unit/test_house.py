from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import house


def test_a_function_is_measured_from_its_first_line_to_its_last(tmp_path: Path) -> None:
    source = 'def outer() -> None:\n    """Do it."""\n\n    def inner() -> None:\n        pass\n\n    inner()\n'
    (tmp_path / "part.py").write_text(source, encoding="utf-8")
    measured = house.measure([tmp_path])
    assert sorted(m.lines for m in measured.functions) == [2, 7]
    assert [m.lines for m in measured.files] == [7]


def test_what_is_over_a_measure_is_named(tmp_path: Path) -> None:
    body = "    pass\n" * house.FILE_MAX
    (tmp_path / "long.py").write_text(f"def endless() -> None:\n{body}", encoding="utf-8")
    faults = house.measure([tmp_path]).faults()
    assert len(faults) == 4
    assert all("long.py" in fault for fault in faults)


def test_nothing_to_measure_is_no_pass(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no Python file"):
        house.measure([tmp_path])


@given(st.lists(st.integers(0, 100), min_size=1), st.integers(1, 100))
def test_percentile_is_the_smallest_value_that_covers_its_share(values: list[int], share: int) -> None:
    found = house.percentile(values, share)
    covered = sum(value <= found for value in values)
    below = sum(value < found for value in values)
    assert found in values
    assert covered * 100 >= share * len(values) > below * 100
