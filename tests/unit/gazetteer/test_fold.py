from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.gazetteer.fold import fold_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bogotá", "BOGOTA"),
        ("Al-Minya", "al Minya"),
        ("N'Djamena", "N’Djamena"),
        ("U.S.", "US"),
        ("Łódź", "Lodz"),
        ("Æbeltoft", "aebeltoft"),
        ("إدلب", "ادلب"),
        ("الكلاسة", "الكلاسه"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


def test_names_stay_apart() -> None:
    assert len({fold_name(name) for name in ("Halab", "Halap", "Baleh", "حلب", "Халеб")}) == 5


@given(st.text(max_size=40))
def test_a_key_is_its_own_key(name: str) -> None:
    once = fold_name(name)
    assert fold_name(once) == once
