from __future__ import annotations

from reportedly.mark.spelled import by_spelling
from reportedly.model import PlaceMention
from reportedly.packs import load_packs

ALEPPO = PlaceMention(0, 6, "Aleppo", "sy-aleppo", 36.2, 37.16, "city")


def settled(name: str, *others: PlaceMention) -> str | None:
    return by_spelling(load_packs(), [*others, PlaceMention(10, 10 + len(name), name, None)])[-1].place


def test_another_spelling_of_a_district_is_the_district() -> None:
    assert settled("Bustaan el-Qasr", ALEPPO) == "sy-aleppo-bustan-al-qasr"
    assert settled("Salaheddeen", ALEPPO) == "sy-aleppo-salaheddin"


def test_elsewhere_or_where_nothing_is_like_it_nobody_is_meant() -> None:
    assert settled("Bustaan el-Qasr") is None
    assert settled("Bustaan el-Qasr", PlaceMention(0, 5, "Paris", "fr-paris")) is None
    assert settled("Zorvanet", ALEPPO) is None
