from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.skeleton import skeleton


@pytest.mark.parametrize(
    "spellings",
    [
        ("Mohammed al-Sharif", "Muhammad Alsharif", "Mohamed Al Sharif", "محمد الشريف"),
        ("Youssef Hussein", "Yusuf Husain"),
        ("Zahran Alloush", "Zahran Aloush"),
        ("the Harbour Council", "Harbour Council", "Harbour Council's", "HARBOUR COUNCIL", "harbour  council"),
        ("Karm al-Jabal", "Karm el Gabal", "Karm al Jabal"),
        ("Quwaires Brigade", "Kuweires Brigade"),
    ],
)
def test_spellings_of_one_name_have_one_key(spellings: tuple[str, ...]) -> None:
    assert len({skeleton(name) for name in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann Orre", "Anna Ray"),
        ("Ahmad Saleh", "Hamad Saleh"),
        ("46th Brigade", "47th Brigade"),
        ("Harbour Council", "Harbour Watch"),
        ("ISW", "USW"),
        ("Orre", "Ira"),
    ],
)
def test_names_of_two_do_not_meet(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


def test_what_holds_no_letter_has_no_key() -> None:
    assert [skeleton(text) for text in ("", " - ", "’", "…")] == [""] * 4


@given(st.text(max_size=40))
def test_a_key_is_stable_and_does_not_depend_on_case_or_space(name: str) -> None:
    key = skeleton(name)
    assert key == skeleton(f"  {name} ")
    assert not any(c.isspace() for c in key)
