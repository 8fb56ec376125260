from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from reportedly.claim.theatre import common_holder, country_of, holders, home_of
from reportedly.model import PlaceMention
from reportedly.model.pack import Pack
from reportedly.packs import DEFAULT_PACKS, load_packs

PACK: Pack = load_packs(DEFAULT_PACKS)


def mention(place: str | None, *within: str, kind: str = "city") -> PlaceMention:
    """Return a mention of a place of an invented page."""
    return PlaceMention(0, 1, place or "?", place, kind=kind, within=within)


def test_what_holds_a_place_is_told_up_to_its_country() -> None:
    assert holders(mention("sy-aleppo-salaheddin", "sy-aleppo"), PACK) == ["sy-aleppo", "sy-gov-aleppo", "sy"]


def test_a_place_that_the_pack_does_not_know_lies_in_the_country_of_its_code() -> None:
    assert country_of(mention("gn-1", "ua-63"), PACK) == "ua"
    assert country_of(mention(None), PACK) is None


def test_what_holds_all_is_no_country() -> None:
    one, other = mention("sy-aleppo-salaheddin", "sy-aleppo"), mention("sy-manbij", "sy-gov-aleppo")
    assert getattr(common_holder([one, other], PACK), "id", None) == "sy-gov-aleppo"
    assert common_holder([one, mention("sy-hass", "sy-gov-idlib")], PACK) is None


def test_the_theatre_is_home_unless_others_are_named_more_than_twice_as_often() -> None:
    here, there = mention("sy-manbij", "sy-gov-aleppo"), mention("gn-1", "ua-63")
    assert home_of([], PACK) == "sy"
    assert home_of([here, there, there], PACK) == "sy"
    assert home_of([here, there, there, there], PACK) == "ua"


def test_of_two_countries_named_equally_often_none_is_home() -> None:
    assert home_of([mention("gn-1", "ua-63"), mention("ye", kind="country")], PACK) is None


PLACES = st.lists(
    st.sampled_from([mention("sy-manbij", "sy-gov-aleppo"), mention("gn-1", "ua-63"), mention("ye", kind="country"), mention(None)])
)


@given(PLACES.flatmap(lambda places: st.tuples(st.just(places), st.permutations(places))))
def test_home_does_not_hang_on_the_order(both: tuple[Sequence[PlaceMention], Sequence[PlaceMention]]) -> None:
    one, other = both
    assert home_of(one, PACK) == home_of(other, PACK)
