from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.model.pack import Pack, Place
from reportedly.packs import SHIPPED, load_packs, read_packs
from reportedly.packs.actors import load_actors
from reportedly.packs.places import load_places

ALEPPO = SHIPPED / "aleppo"
SOUTH, NORTH, WEST, EAST = 31.0, 38.0, 35.0, 43.0


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_packs()


def around(pack: Pack, place: Place) -> Iterator[Place]:
    """Yield what ``place`` lies within, innermost first; stop with an error where the chain runs in a circle."""
    seen = {place.id}
    while place.within is not None:
        place = pack.places[place.within]
        assert place.id not in seen
        seen.add(place.id)
        yield place


def spellings(place: Place) -> tuple[str, ...]:
    return (place.name, *place.variants, *place.arabic)


def test_both_packs_load_and_the_scope_is_the_city_of_aleppo(pack: Pack) -> None:
    assert pack.id == "world+aleppo"
    assert pack.scope is not None
    assert pack.places[pack.scope].kind == "city"
    assert pack.places[pack.scope].name == "Aleppo"


def test_aleppo_knows_enough_actors_and_places() -> None:
    assert len(load_places(ALEPPO / "places.csv", [])) >= 250
    assert len(load_actors(ALEPPO / "actors.yaml", [])) >= 80


def test_every_place_lies_within_others_up_to_an_end(pack: Pack) -> None:
    ends = {(place, *around(pack, place))[-1].kind for place in pack.places.values()}
    assert "country" in ends
    assert "village" not in ends


def test_every_place_in_syria_has_its_point_there(pack: Pack) -> None:
    points = 0
    for place in pack.places.values():
        if place.lat is None or place.lon is None or "sy" not in {p.id for p in (place, *around(pack, place))}:
            continue
        points += 1
        assert SOUTH <= place.lat <= NORTH, place
        assert WEST <= place.lon <= EAST, place
    assert points > 500


def test_every_district_of_aleppo_has_its_point_near_the_city(pack: Pack) -> None:
    city = pack.places["sy-aleppo"]
    assert city.lat is not None
    assert city.lon is not None
    for place in pack.places.values():
        if place.within == city.id and place.lat is not None and place.lon is not None:
            assert abs(place.lat - city.lat) < 0.12, place
            assert abs(place.lon - city.lon) < 0.15, place


def test_no_two_places_of_one_kind_and_parent_share_their_name(pack: Pack) -> None:
    names = Counter((place.name, place.kind, place.within) for place in pack.places.values())
    assert [name for name, count in names.items() if count > 1] == []


def test_no_place_of_aleppo_lists_a_spelling_twice() -> None:
    twice = [place.id for place, _ in load_places(ALEPPO / "places.csv", []).values() if len(set(spellings(place))) < len(spellings(place))]
    assert twice == []


def test_syria_has_its_fourteen_governorates_each_with_a_name_that_says_so(pack: Pack) -> None:
    found = [place for place in pack.places.values() if place.kind == "governorate" and place.within == "sy"]
    assert len(found) == 14
    for place in found:
        assert any(name.endswith((" governorate", " province")) for name in spellings(place)), place


@pytest.mark.parametrize("name", ["Aleppo", "Idlib", "Homs", "Hama", "Raqqa", "Daraa", "Deir Ezzor", "Damascus"])
def test_a_city_and_its_governorate_share_a_name_and_lie_in_each_other(pack: Pack, name: str) -> None:
    by_kind = {place.kind: place for place in pack.places.values() if place.name == name and "sy" in {p.id for p in around(pack, place)}}
    assert by_kind["city"].within == by_kind["governorate"].id


def test_a_street_named_after_a_group_is_a_street(pack: Pack) -> None:
    [street] = [place for place in pack.places.values() if place.name == "Nour Eddin al-Zanki Street"]
    assert street.kind == "street"
    assert street.within == pack.scope


def test_every_place_says_where_it_comes_from(pack: Pack) -> None:
    assert [place.id for place in pack.places.values() if not place.source] == []


def test_a_place_without_a_point_claims_no_gazetteer_as_its_source() -> None:
    for place, _ in load_places(ALEPPO / "places.csv", []).values():
        if place.lat is None:
            assert place.source in {"general knowledge", "the reports themselves"}, place


def test_shipped_packs_are_read_once(pack: Pack) -> None:
    assert load_packs() is pack
    assert Path(SHIPPED, "world", "places.csv").is_file()


def test_no_shipped_pack_has_a_mistake() -> None:
    assert read_packs().mistakes == ()
