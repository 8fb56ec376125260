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


def test_what_a_place_word_makes_a_village_is_no_district() -> None:
    village = PlaceMention(10, 24, "Salaheddeen", None, kind="village")
    district = PlaceMention(30, 44, "Salaheddeen", None, kind="neighbourhood")
    found = by_spelling(load_packs(), [ALEPPO, village, district], parts=True)
    assert [p.place for p in found] == ["sy-aleppo", None, "sy-aleppo-salaheddin"]
    assert by_spelling(load_packs(), [ALEPPO, village])[-1].place is None


def test_elsewhere_or_where_nothing_is_like_it_nobody_is_meant() -> None:
    assert settled("Bustaan el-Qasr") is None
    assert settled("Bustaan el-Qasr", PlaceMention(0, 5, "Paris", "fr-paris")) is None
    assert settled("Zorvanet", ALEPPO) is None
