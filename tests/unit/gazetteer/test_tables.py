from __future__ import annotations

import multiprocessing
import sqlite3
from pathlib import Path

import pytest

from reportedly.gazetteer.index import Gazetteer, is_of
from reportedly.gazetteer.skeleton import skeleton
from reportedly.gazetteer.tables import write
from reportedly.model.toponym import Toponym

TARN = Toponym("x:1", "Tárn", "town", 10.0, 20.0, "xx", "xx-a", 5_000, "invented", ("Tarnovo", "تارن"))
OTHER = Toponym("x:2", "Tarn", "city", -10.0, 20.0, "yy", "yy", 90_000, "invented")
THIRD = Toponym("x:3", "Sukkarah", "village", None, None, "xx", "xx-a")


@pytest.fixture
def gazetteer(tmp_path: Path) -> Gazetteer:
    write(tmp_path / "some.gazetteer", [TARN, OTHER, THIRD], {"digest": "one"})
    return Gazetteer(tmp_path / "some.gazetteer")


def test_a_name_gives_its_places_the_larger_first(gazetteer: Gazetteer) -> None:
    assert [p.id for p in gazetteer.find("TARN")] == ["x:2", "x:1"]
    assert gazetteer.find("Tarnov") == []
    assert gazetteer.find("") == []


def test_a_place_comes_back_whole_and_says_whether_it_goes_by_the_name(gazetteer: Gazetteer) -> None:
    (found,) = gazetteer.find("تارن")
    assert (found.id, found.name, found.lat, found.within, found.population, found.main) == ("x:1", "Tárn", 10.0, "xx-a", 5_000, False)
    assert gazetteer.find("tarn")[1].main


def test_places_are_found_by_skeleton_by_id_and_by_what_holds_them(gazetteer: Gazetteer) -> None:
    assert [p.id for p in gazetteer.find_skeleton(skeleton("al-Sukara"))] == ["x:3"]
    assert gazetteer.get("x:3") is not None
    assert gazetteer.get("x:9") is None
    assert [p.id for p in gazetteer.inside("xx")] == ["x:1", "x:3"]
    assert [p.id for p in gazetteer.inside("yy")] == ["x:2"]
    assert sorted(gazetteer.keys_of("x:1")) == ["tarn", "tarnovo", "تارن"]


def test_of_places_with_one_id_the_last_counts(tmp_path: Path) -> None:
    path = tmp_path / "twice.gazetteer"
    assert write(path, [TARN, Toponym("x:1", "Renamed", "town")], {}) == 1
    assert Gazetteer(path).find("Tarn") == []
    assert [p.id for p in Gazetteer(path).find("renamed")] == ["x:1"]


def test_a_file_says_what_it_is_of_and_a_broken_one_is_of_nothing(gazetteer: Gazetteer, tmp_path: Path) -> None:
    assert is_of(gazetteer.path, "one")
    assert not is_of(gazetteer.path, "two")
    assert not is_of(tmp_path / "none", "one")
    (tmp_path / "broken").write_bytes(b"no database" * 100)
    assert not is_of(tmp_path / "broken", "one")


def test_what_fails_leaves_the_old_file_and_no_part(gazetteer: Gazetteer, tmp_path: Path) -> None:
    bad = Toponym("x:4", "Bad", "town", population=object())  # type: ignore[arg-type]
    with pytest.raises(sqlite3.Error):
        write(gazetteer.path, [bad], {})
    assert gazetteer.find("tarn")
    assert [p.name for p in tmp_path.iterdir()] == ["some.gazetteer"]


def _write(path: Path) -> None:
    write(path, [TARN, OTHER], {"digest": "one"})


def test_processes_that_write_at_once_leave_one_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "raced.gazetteer"
    crew = [multiprocessing.get_context("spawn").Process(target=_write, args=(path,)) for _ in range(3)]
    for one in crew:
        one.start()
    for one in crew:
        one.join()
    assert [one.exitcode for one in crew] == [0, 0, 0]
    assert Gazetteer(path).count() == 2
    assert [p.name for p in tmp_path.iterdir()] == ["raced.gazetteer"]
