from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.gazetteer.match import Scope, without_place_words
from reportedly.model.toponym import Toponym


def place(id_: str, *names: str) -> Toponym:
    return Toponym(id_, names[0], "neighbourhood", names=names[1:])


SCOPE = Scope(
    [
        place("zahr", "al-Zahriyah", "Zahriyya", "الزهرية"),
        place("qasim", "Sheikh Qasim"),
        place("east", "eastern Tarn"),
        place("west", "western Tarn"),
        place("block-12", "Block 12 houses"),
        place("block-17", "Block 17 houses"),
        place("karim", "Karm Nour"),
        place("karma", "Karam Noura"),
    ]
)


@pytest.mark.parametrize(
    ("spelling", "found", "why"),
    [
        ("Zahriyya", "zahr", "name"),
        ("AL ZAHRIYAH", "zahr", "name"),
        ("az-Zahriyeh", "zahr", "skeleton"),
        ("Zahriyah district", "zahr", "skeleton"),
        ("the neighbourhood of al-Zahriyah", "zahr", "name"),
        ("الزهريه", "zahr", "name"),
        ("Shaykh Kassem", "qasim", "skeleton"),
        ("الشيخ قاسم", "qasim", "skeleton"),
        ("Sheikh Qasima", "qasim", "skeleton"),
        ("Sheikh Qasimi", "qasim", "skeleton"),
        ("Sheikh Qasimt", "qasim", "spelling"),
    ],
)
def test_a_spelling_means_the_place_whose_name_it_is_like(spelling: str, found: str, why: str) -> None:
    match = SCOPE.one(spelling)
    assert match is not None
    assert (match.place.id, match.why) == (found, why)
    assert 0 <= match.distance < 0.5
    assert why != "name" or match.distance == 0


@pytest.mark.parametrize("spelling", ["southern Tarn", "Block 14 houses", "Ramla", "", "1", "Sheikh"])
def test_what_is_like_no_name_or_differs_in_what_tells_is_nothing(spelling: str) -> None:
    assert SCOPE.match(spelling) == []


def means(scope: Scope, name: str) -> str | None:
    match = scope.one(name)
    return None if match is None else match.place.id


def test_long_vowels_tell_names_of_one_skeleton_apart_in_another_script() -> None:
    scope = Scope([place("pass", "al-Akabeh"), place("stars", "al-Kawakibi")])
    assert [means(scope, name) for name in ("العقبة", "الكواكبي")] == ["pass", "stars"]


def test_a_part_of_a_town_is_no_village_of_that_name() -> None:
    village = Toponym("v", "Tarnab", "village")
    both = Scope([village, place("q", "al-Tarnab")])
    assert [means(both, name) for name in ("Tarnab", "Tarnab quarter", "حي ترنب")] == ["v", "q", "q"]
    assert means(Scope([village]), "Tarnab quarter") is None


def test_two_that_are_as_likely_are_both_given_and_neither_is_meant() -> None:
    found = SCOPE.match("Karam Nour")
    assert {m.place.id for m in found} == {"karim", "karma"}
    assert all(m.tied for m in found)
    assert SCOPE.one("Karam Nour") is None


def test_only_words_that_say_nothing_are_left_off() -> None:
    assert without_place_words("Karm Nour district") == "Karm Nour"
    assert without_place_words("Karm Nour street") == "Karm Nour street"
    assert without_place_words("district") == "district"


@given(st.text(max_size=30))
def test_any_text_is_answered_without_a_place_twice(name: str) -> None:
    ids = [m.place.id for m in SCOPE.match(name)]
    assert len(ids) == len(set(ids))
