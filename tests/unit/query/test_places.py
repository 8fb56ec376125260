from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.errors import UnknownIdError
from reportedly.gazetteer import Gazetteer
from reportedly.gazetteer.tables import write
from reportedly.model.toponym import Toponym
from reportedly.packs import load_packs
from reportedly.query.places import Candidate, look_up


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    path = tmp_path_factory.mktemp("own") / "own.gazetteer"
    places = [
        Toponym("o:land", "Ahl", "region", 1.0, 1.0, "xx"),
        Toponym("o:tarn", "Tarnasir", "town", 1.1, 1.1, "xx", "o:land", 900, names=("Tarn Nasir",)),
        Toponym("o:mill", "Mill of Tarn", "village", 1.12, 1.12, "xx", "o:land"),
        Toponym("o:far", "Tarnasir", "village", 50.0, 50.0, "yy"),
    ]
    write(path, places, {"digest": "x"})
    return Gazetteer(path)


def found(name: str, own: Gazetteer, within: str | None = None) -> list[Candidate]:
    return look_up(name, load_packs(), (own,), None, within)


def test_a_pack_answers_first_and_other_spellings_in_its_scope() -> None:
    (one,) = look_up("Salaheddeen", load_packs(), (), None)
    assert (one.match.place.id, one.origin, one.match.why) == ("sy-aleppo-salaheddin", "pack", "skeleton")
    (same,) = look_up("Salaheddin", load_packs(), (), None, "sy-aleppo")
    assert (same.match.distance, same.match.why) == (0.0, "name")
    assert same.km is not None
    assert same.km < 10


def test_a_name_of_two_places_gives_both_the_larger_first(own: Gazetteer) -> None:
    two = found("Tarnasir", own)
    assert [c.match.place.id for c in two] == ["o:tarn", "o:far"]
    assert all(c.match.tied and c.origin == "user" for c in two)


def test_of_spellings_that_are_as_likely_the_more_populous_place_comes_first(tmp_path: Path) -> None:
    places = [
        Toponym("o:land", "Ahl", "region", 1.0, 1.0, "xx"),
        Toponym("o:small", "Karam Noura", "village", 1.1, 1.1, "xx", "o:land", 10),
        Toponym("o:large", "Karm Nour", "town", 3.2, 3.2, "xx", "o:land", 9_000),
    ]
    write(tmp_path / "two.gazetteer", places, {"digest": "x"})
    large, small = look_up("Karam Nour", load_packs(), (Gazetteer(tmp_path / "two.gazetteer"),), None, "o:land")
    assert (large.match.place.id, large.match.tied, small.match.tied) == ("o:large", True, True)
    assert small.match.distance < large.match.distance


def test_inside_a_place_only_what_lies_there_is_meant_in_any_spelling(own: Gazetteer) -> None:
    assert [c.match.place.id for c in found("Tarnasir", own, "o:land")] == ["o:tarn"]
    assert [(c.match.place.id, c.match.why) for c in found("at-Tarnassir", own, "o:land")] == [("o:tarn", "skeleton")]
    assert [c.match.place.id for c in found("Mill of Tarn", own, "o:tarn")] == ["o:mill"]


def test_what_nobody_knows_is_nothing(own: Gazetteer) -> None:
    assert found("Zzyzzx", own) == []
    assert found("Tarnasir", own, "sy-aleppo") == []


def test_an_id_that_nobody_knows_is_named(own: Gazetteer) -> None:
    with pytest.raises(UnknownIdError, match="o:none"):
        found("Tarnasir", own, "o:none")
