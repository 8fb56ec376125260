"""Places of the world in invented news: which are found, and which of a name is meant."""

from __future__ import annotations

from itertools import pairwise

import pytest

from reportedly.mark.analysis import language
from reportedly.mark.names import mark_names
from reportedly.model import PlaceMention
from reportedly.packs import load_packs


def places(text: str) -> dict[str, PlaceMention]:
    _, found = mark_names(language()(text), load_packs())
    return {text[p.start : p.end]: p for p in found}


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("A school in Paris, Texas was closed on Friday.", "Paris", "gn:4717560"),
        ("A school in Paris was closed on Friday.", "Paris", "fr-paris"),
        ("Farmers in Salem, Ore. met officials on Monday.", "Salem", "gn:5750162"),
        ("Cases were found in Alabama, Florida and Georgia, and one in Tennessee.", "Georgia", "us-ga"),
        ("Troops left Tbilisi. Officials in Georgia said that nobody was hurt.", "Georgia", "ge"),
        ("Two farms in New Mexico were searched.", "New Mexico", "us-nm"),
        ("The bridge in Innisfail, Queensland was washed away.", "Queensland", "au-qld"),
        ("The ship left Jakarta for Sumatra on Sunday.", "Sumatra", "rg-sumatra"),
    ],
)
def test_the_document_says_which_place_of_a_name_is_meant(text: str, name: str, place: str) -> None:
    found = places(text)
    assert found[name].place == place
    assert found[name].lat is not None


def test_a_pack_is_asked_alone_about_its_theatre() -> None:
    found = places("Shells fell on Hama and on Aleppo. Residents of Idlib fled to Sarmin.")
    assert {p.place for p in found.values()} <= set(load_packs().places)


def test_in_its_theatre_no_village_elsewhere_is_meant() -> None:
    found = places("Shells fell on Aleppo and Idlib. Fighters left Masaken Brookfield for Aleppo.")
    assert not any(p.place and p.place.startswith("gn:") for p in found.values())


def test_an_illness_is_no_place() -> None:
    assert not any("Marburg" in name for name in places("Nine people died of the Marburg virus, and two of West Nile fever."))


def test_a_person_named_in_full_is_a_person_under_the_surname_too() -> None:
    text = "Nurse Mary Campbell joined the hospital in May. Campbell said that two wards were closed."
    assert not any(name == "Campbell" for name in places(text))


def test_part_of_a_persons_name_is_no_place() -> None:
    found = places("The singer Paris Hilton and the player Michael Jordan met in Geneva.")
    assert set(found) == {"Geneva"}


def test_a_hamlet_far_from_all_that_is_named_is_nobody() -> None:
    found = places("Two farms in Abu Shok were searched on Monday. Officials in Khartoum and in Darfur, Sudan were told.")
    assert found["Abu Shok"].place is None


def test_half_of_a_compound_is_no_place() -> None:
    assert "Atlantic" not in places("The storm closed 9 mid-Atlantic plants.")


def test_a_district_in_another_spelling_is_the_district() -> None:
    found = places("Shells fell on Aleppo. In the Salaheddeen district two men were hurt.")
    assert found["Salaheddeen"].place == "sy-aleppo-salaheddin"


@pytest.mark.parametrize("name", ["Old", "North", "Hospital"])
def test_a_common_word_is_no_village(name: str) -> None:
    found = places(f"They went to {name} at noon, and stayed in {name}.")
    assert found.get(name) is None or found[name].place is None


def test_a_state_that_acts_is_a_metonym_in_news_and_only_an_actor_in_a_war() -> None:
    assert places("Sweden has had no case since March.")["Sweden"].role == "metonym"
    war = "Sweden has sent troops. Its troops shelled the army, and the army bombed their positions in an airstrike. Clashes went on."
    assert "Sweden" not in places(war)


def test_a_state_with_its_article_is_a_place_where_it_does_not_act() -> None:
    found = places("Nine cases were found in the United States.")
    assert found["United States"].place == "us"
    assert found["United States"].role == "place"


def test_no_mention_overlaps_another() -> None:
    text = "In Fraser Valley, British Columbia, Canada, near the Dresden Zoo of New South Wales, NSW, Paris, Texas and U.S. towns."
    _, found = mark_names(language()(text), load_packs())
    assert all(a.end <= b.start for a, b in pairwise(found))
