from __future__ import annotations

import pytest

from tests.drawing import claims, only

FAR = "The weather was mild. Bread was sold. Nobody spoke. "


def test_a_place_that_says_where_another_lies_is_not_the_scene() -> None:
    text = "A mine which exploded in Manbij city in the countryside of Azaz claimed a life and injured six cousins."
    assert only(text, "injured").places == ("Manbij",)


def test_of_several_places_that_the_sentence_before_names_the_claim_has_what_holds_them() -> None:
    text = "Shells fell on the neighbourhoods of Salaheddin and Bustan al-Qasr. The attack killed four civilians."
    assert only(text, "killed").places == ("Aleppo",)


def test_of_a_city_and_its_district_before_the_claim_has_the_district() -> None:
    text = "Jets were seen over Aleppo's Salaheddin district. The attack killed four civilians."
    assert only(text, "killed").places == ("Salaheddin", "Aleppo")


@pytest.mark.parametrize("words", ["The war has killed a million people.", "Nearly half of the country's people fled."])
def test_the_whole_war_and_the_whole_country_play_in_the_country(words: str) -> None:
    found = claims(f"Shells fell on Manbij in Syria. {words}")
    assert found[-1].places == ("Syria",)


def test_where_people_met_abroad_is_not_where_the_next_sentence_plays() -> None:
    text = "Shells fell on Manbij in Syria. Talks in Geneva failed last week. The attack killed four civilians."
    assert "Geneva" not in claims(text, "killed")[-1].places


def test_a_place_in_the_name_of_who_speaks_is_not_the_scene() -> None:
    text = "Shells fell on Manbij in Syria. All 18 killed were listed by the Azaz Today group which said that more were missing."
    assert "Azaz" not in claims(text, "killed")[-1].places


def test_what_sort_of_park_it_is_is_no_name() -> None:
    assert "Public Park" in only("A shell fell on the Public Park in Aleppo.", "attacks").places


def test_where_criticism_comes_from_is_not_the_scene() -> None:
    assert only("Raids killed six farmers near Manbij, triggering criticism from Moscow.", "killed").places == ("Manbij",)


def test_a_place_in_brackets_that_tell_of_another_event_is_not_the_scene() -> None:
    text = "Shells fell on Manbij in Syria. From June (when Azaz fell to the army) to date jets have bombed rebel positions."
    assert claims(text, "attacks")[-1].places == ("Manbij",)


def test_what_an_operation_is_called_is_not_the_scene() -> None:
    text = "Shells fell on Manbij in Syria. The army killed four civilians of Euphrates Shield."
    assert claims(text, "killed")[0].places == ("Manbij",)


def test_a_war_crime_is_not_the_war() -> None:
    assert claims("Shells fell on Manbij. The army killed four civilians in a war crime.", "killed")[0].places == ("Manbij",)


def test_a_short_report_plays_where_it_opens() -> None:
    assert only(f"Shells fell on Manbij in Syria. {FAR}The army killed four civilians.", "killed").places == ("Manbij",)


def test_a_long_page_plays_in_its_country() -> None:
    assert only(f"Shells fell on Manbij in Syria. {FAR * 100}The army killed four civilians.", "killed").places == ("Syria",)


def test_a_place_that_stands_before_the_sentence_is_not_told_by_it() -> None:
    before = only("Shells fell on the town of Manbij. The army killed four civilians.", "killed")
    assert (before.places, before.places_told) == (("Manbij",), False)
    own = only("The army killed four civilians in Manbij.", "killed")
    assert (own.places, own.places_told) == (("Manbij",), True)


def test_where_no_place_is_named_none_is_made_up() -> None:
    assert only("The army killed four civilians.", "killed").places == ()


def test_a_report_of_another_war_plays_there() -> None:
    text = f"Fighting went on in Ukraine, and in Kharkiv and Odesa shells fell. {FAR * 100}The army killed four civilians."
    assert only(text, "killed").places == ("Ukraine",)


def test_a_statement_has_the_scene_of_its_report() -> None:
    text = f"Shells fell on Manbij in Syria. {FAR}Russia said the Turkish government was tired of winter."
    assert only(text, "says").places == ("Manbij",)


def test_what_came_of_an_attack_has_all_places_of_its_list() -> None:
    text = "Rockets fell on Salaheddin and Bustan al-Qasr neighborhoods, killing four civilians."
    assert set(only(text, "killed").places) == {"Salaheddin", "Bustan al-Qasr"}


def test_the_district_is_the_last_one_named_before() -> None:
    text = f"Rebels hold Bustan al-Qasr. Rebels hold Salaheddin. {FAR}Shells fell on Manbij. In the district, two farmers were killed."
    assert only(text, "killed").places == ("Salaheddin",)


def test_where_those_who_fire_are_is_not_where_the_shells_fall() -> None:
    text = "Fighters positioned in Azaz shelled the town of Manbij, killing four civilians."
    assert only(text, "killed").places == ("Manbij",)


def test_the_place_of_a_source_counts_only_where_no_other_is_named() -> None:
    there = "A reporter in Aleppo said four civilians were killed"
    assert only(f"{there} in Manbij.", "killed").places == ("Manbij",)
    assert only(f"{there}.", "killed").places == ("Aleppo",)


def test_a_country_abroad_is_passed_over_where_the_report_plays_elsewhere() -> None:
    text = "Shells fell on Manbij in Syria. The army clashed with a group that is banned in Russia."
    assert only(text, "clashes").places == ("Manbij",)


def test_a_position_that_names_no_place_is_about_the_country() -> None:
    text = f"Shells fell on Manbij in Syria. {FAR}The government rejected the truce."
    assert only(text, "rejects").places == ("Syria",)


def test_a_total_of_years_is_that_of_the_country() -> None:
    text = "Shells fell on Manbij in Syria. More than 300,000 people have been killed since March 2011."
    assert claims(text, "killed")[-1].places == ("Syria",)


@pytest.mark.parametrize(
    ("text", "frame", "places"),
    [
        (
            "Shells fell on the town of Manbij north of Aleppo city. They hit houses in the town, injuring a girl.",
            "injured",
            "Manbij",
        ),
        (
            "Shells fell on Manbij. Shells fell on Salaheddin in Aleppo city. They say four civilians were killed.",
            "killed",
            "Salaheddin|Aleppo",
        ),
        ("Shells fell on Manbij in Syria. The army has killed thousands of civilians.", "killed", "Syria"),
        ("Shells fell on Manbij in Syria. Russia condemned the shelling.", "condemns", "Manbij"),
        ("Shells fell on Manbij in Syria. Its commander fought against the army in Afghanistan.", "clashes", "Afghanistan"),
        ("Shells fell on Manbij. Homes burnt, a resident Malik Kasab said. The army killed four civilians.", "killed", "Manbij"),
        (
            "Jets flew over Aleppo and Nubl. The army has besieged the country's industrial hub.",
            "besieges",
            "Aleppo",
        ),
        (
            "Shells fell on Aleppo. Ten districts of the city's eastern part are under control of the army.",
            "holds-control",
            "eastern Aleppo",
        ),
        (
            "Shells fell on Salaheddin. The fighters have taken shelter in the large district after they escaped from Manbij.",
            "shelters",
            "Salaheddin",
        ),
        ("Shells fell on Eastern Ghouta near Damascus in Syria. The army killed four civilians.", "killed", "Eastern Ghouta"),
        ("Shells fell on Salaheddin in Aleppo. Four civilians were killed when a rocket hit a queue there.", "killed", "Salaheddin"),
        ("Shells fell on Aleppo. Officers met in Homs. Jets bombed Salaheddin. The army withdrew from the city.", "withdraws", "Aleppo"),
    ],
)
def test_an_event_without_a_place_of_its_own_has_that_of_the_event_it_is_told_with(text: str, frame: str, places: str) -> None:
    assert "|".join(claims(text, frame)[-1].places) in {places, f"{places} city", f"{places}|Aleppo"}


@pytest.mark.parametrize("words", ["the envoy told reporters in Geneva", "the minister said in Tehran on Friday"])
def test_what_is_told_abroad_happened_at_home(words: str) -> None:
    found = claims(f"Shells fell on Manbij in Syria. The army shelled a clinic, {words}. Four people were killed.")
    assert [claim.places for claim in found[1:]] == [("Manbij",), ("Manbij",)]


def test_where_a_group_has_its_branch_is_not_the_scene() -> None:
    assert only("Fighters of the Levant Front (the branch in Idlib) shelled Manbij.", "attacks").places == ("Manbij",)
