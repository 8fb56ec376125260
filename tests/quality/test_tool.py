"""The tool that shows floors and lifts them: a floor falls only where it is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import floors

pytestmark = pytest.mark.quality

MEASURED = {"all": {"found": 50.0, "left": 80.0, "shown": 10.0}}
FLOORS: floors.Floors = {"all": {"found": 60.0, "left": 70.0, "shown": None}, "outside": {"score": 20.0}}
FIGURES = st.dictionaries(st.sampled_from("abc"), st.floats(0, 100))


@pytest.fixture(name="path")
def _path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "floors.yaml"
    path.write_text("# why\n# they stand\n", encoding="utf-8")
    floors.save(FLOORS, path)
    monkeypatch.setattr(floors, "measured_now", lambda: MEASURED)
    monkeypatch.setattr(floors, "PATH", path)
    return path


def test_a_file_keeps_its_comment_and_its_floors(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# why\n# they stand\nall:\n")
    assert floors.load(path) == FLOORS


def test_showing_changes_nothing_and_tells_what_is_short(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = path.read_bytes()
    assert floors.main([]) == 1
    assert path.read_bytes() == before
    shown = capsys.readouterr()
    assert all(word in shown.out for word in ("all.found", "50.0", "60.0", "-10.0"))
    assert shown.err == "below their floor: all.found\n"


def test_raising_lowers_none(path: Path) -> None:
    assert floors.main(["--raise"]) == 1
    assert floors.load(path) == {"all": {"found": 60.0, "left": 79.0, "shown": None}, "outside": {"score": 20.0}}


def test_a_floor_is_lowered_by_name_with_a_warning(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert floors.main(["--lower", "all.found"]) == 0
    assert floors.load(path)["all"] == {"found": 49.0, "left": 70.0, "shown": None}
    assert "WARNING: the floor of all.found" in capsys.readouterr().err


def test_an_unknown_name_is_a_usage_error(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(SystemExit) as caught:
        floors.main(["--lower", "all.nothing"])
    assert caught.value.code == 2
    assert path.read_bytes() == before


@given(FIGURES, FIGURES)
def test_raised_floors_are_never_lower_and_hold_what_is_measured_unless_they_did_not(
    held: dict[str, float], measured: dict[str, float]
) -> None:
    before: floors.Floors = {"all": dict(held)}
    after = floors.raised(before, {"all": measured})
    assert all((after["all"][name] or 0.0) >= floor for name, floor in held.items())
    assert set(floors.short(after, {"all": measured})) == set(floors.short(before, {"all": measured}))
