from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.gazetteer.skeleton import bare, skeleton, skeletons


@pytest.mark.parametrize(
    "spellings",
    [
        ("al-Zahira", "az-Zahira", "Zahirah", "Zahireh", "الزاهرة"),
        ("Sheikh Qasim", "Shaykh Kasem", "Cheikh Qassem", "الشيخ قاسم"),
        ("Bab an-Nahr", "Bab al-Nahr", "Bab Nahr", "باب النهر"),
        ("Jabal Ward", "Gabal Ward", "جبل ورد"),
        ("Nour ad-Din", "Nureddin", "Noureddin", "نور الدين"),
        ("Owayna", "Uwaina", "Oueina", "العوينة"),
    ],
)
def test_ways_of_writing_one_name_share_a_skeleton(spellings: tuple[str, ...]) -> None:
    assert len({skeleton(name) for name in spellings}) == 1, {name: skeleton(name) for name in spellings}


def test_names_that_differ_in_a_consonant_stay_apart() -> None:
    assert len({skeleton(name) for name in ("Marja", "Marsa", "Marda", "Maska", "Masha")}) == 5


def test_a_glued_article_gives_a_second_key() -> None:
    assert skeletons("Alsukkara") == (skeleton("Alsukkara"), skeleton("Sukkara"))
    assert skeletons("Sukkara") == (skeleton("Sukkara"),)


def test_bare_names_have_no_article() -> None:
    assert bare("al-Sukkara") == "sukkara"
    assert bare("As-Sukkara") == "sukkara"


@given(st.text(max_size=30))
def test_any_text_has_a_key_without_spaces(name: str) -> None:
    assert " " not in skeleton(name)
