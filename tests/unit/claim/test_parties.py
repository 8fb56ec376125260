from __future__ import annotations

import pytest

from tests.drawing import claims, only


def actors(text: str, frame: str, role: str) -> list[str | None]:
    """Return the ids of those in a role of the one claim of a frame."""
    return [a.actor for name, a in only(text, frame).args if name.rpartition("_")[0] == role or name == role]


@pytest.mark.parametrize(
    "text",
    [
        "The militant group Islamic State shelled the village of Odrivar.",
        "Islamic State militants shelled the village of Odrivar.",
        "Militants affiliated with Islamic State shelled the village of Odrivar.",
        "Militants of the so-called Islamic State shelled the village of Odrivar.",
    ],
)
def test_a_general_noun_gives_way_to_the_name_that_goes_with_it(text: str) -> None:
    assert actors(text, "attacks", "attacker") == ["ISIL"]


def test_two_that_are_joined_stay_two() -> None:
    assert set(actors("Russian and Turkish forces shelled the village of Odrivar.", "attacks", "attacker")) == {"RUS-ARMY", "TUR-ARMY"}


def test_forces_loyal_to_the_head_of_a_state_are_its_forces() -> None:
    text = "Forces loyal to Bashar al-Assad shelled the village of Odrivar."
    assert actors(text, "attacks", "attacker") == ["SYR-ARMY"]


def test_residents_houses_are_no_residents() -> None:
    (target,) = (a for name, a in only("The army shelled residents' houses in Odrivar.", "attacks").args if name == "target")
    assert target.actor is None
    assert target.name.endswith("houses")


def test_a_part_takes_what_it_is_a_part_of_along() -> None:
    text = "The army destroyed a number of vehicles in Odrivar."
    assert [a.name for name, a in only(text, "attacks").args if name == "target"] == ["a number of vehicles"]


def test_a_commander_is_not_his_group() -> None:
    (victim,) = (a for name, a in only("An Islamic State commander was killed in Odrivar.", "killed").args if name == "victims")
    assert (victim.actor, victim.name) == ("ISIL", "an Islamic State commander")


@pytest.mark.parametrize(
    ("text", "frame", "doer"),
    [
        ("Turkish jets targeted Islamic State positions in Raqqa province killing nine militants.", "killed", "TUR-ARMY"),
        ("The Turkish army foiled an Islamic State attack near Odrivar.", "attacks", "ISIL"),
        ("The attack of Islamic State was repelled near Odrivar.", "attacks", "ISIL"),
    ],
)
def test_who_does_it_is_not_the_nearest_noun(text: str, frame: str, doer: str) -> None:
    role = "perpetrator" if frame == "killed" else "attacker"
    assert actors(text, frame, role) == [doer]


def test_whoever_repels_an_attack_is_its_target() -> None:
    assert actors("The Turkish army foiled an Islamic State attack near Odrivar.", "attacks", "target") == ["TUR-ARMY"]


@pytest.mark.parametrize(
    "text",
    [
        "Turkish soldiers clashed with Islamic State fighters near Odrivar.",
        "Turkish soldiers won the battle against Islamic State near Odrivar.",
        "Turkish soldiers are fighting Islamic State near Odrivar.",
    ],
)
def test_fighting_has_both_its_sides(text: str) -> None:
    assert sorted(filter(None, actors(text, "clashes", "side"))) == ["ISIL", "TUR-ARMY"]


def test_fighting_with_one_side_named_is_not_between() -> None:
    assert only("Turkish soldiers battled near Odrivar.", "clashes").gloss.startswith("Fighting with ")


def test_others_beside_a_woman_are_people() -> None:
    text = "One woman was killed and four others were injured in Odrivar."
    assert [a.actor for _, a in only(text, "injured").args] == ["x::people"]
    assert claims(text, "killed")


def test_a_country_in_capitals_is_not_us() -> None:
    assert [a.actor for _, a in only("The ball is now in the US court.", "next-move").args] == [None]


@pytest.mark.parametrize(
    ("text", "frame", "role", "ids"),
    [
        ("The village of Odrivar has been under Turkish siege for a year.", "besieges", "besieger", ["TUR-ARMY"]),
        ("Two US-backed groups clashed near Odrivar.", "supports", "supporter", ["USA"]),
        ("Turkish-backed rebels left Odrivar.", "supports", "supporter", ["TUR"]),
        ("The village of Odrivar has been under a harsh government siege for a year.", "besieges", "besieger", ["SYR-ARMY"]),
        (
            "The village of Odrivar is targeted in the Turkish strikes and was hit by the US army.",
            "attacks",
            "attacker",
            ["TUR-ARMY", "USA-ARMY"],
        ),
        ("The council agreed to a Turkish army inspection.", "accepts", "matter", ["TUR-ARMY"]),
        ("Three rescue workers from the Syrian Civil Defence were killed in Odrivar.", "killed", "victims", ["WHITE-HELMETS"]),
        (
            "A total of ten Islamic State militants (a terrorist group banned in Russia) were killed.",
            "killed",
            "victims",
            ["ISIL"],
        ),
        ("The Turkish army advanced inflicting heavy losses on Islamic State militants.", "casualties", "victims", ["ISIL"]),
        ("Militants of the extremist group Islamic State shelled the mill.", "attacks", "attacker", ["ISIL"]),
        ("Two women and a boy were killed in Odrivar.", "killed", "victims", ["WOMEN", "x::boy"]),
    ],
)
def test_who_is_meant(text: str, frame: str, role: str, ids: list[str]) -> None:
    found = {a.actor for claim in claims(text, frame) for name, a in claim.args if name.partition("_")[0] == role}
    assert found == set(ids)


def test_the_militant_group_is_the_one_named_last() -> None:
    text = "Islamic State shelled the mill on Monday. The militant group also kidnapped ten farmers."
    assert actors(text, "captured", "perpetrator") == ["ISIL"]


def test_an_assault_that_only_dates_does_not_say_who_killed() -> None:
    text = "At least 40 farmers have been killed in Odrivar since the rebel assault began on Sunday."
    assert actors(text, "killed", "perpetrator") == []


def test_a_clash_has_its_side_though_a_participle_follows() -> None:
    text = "The army unit clashed with the rebels killing and injuring a number of them."
    assert set(actors(text, "clashes", "side")) == {"SYR-ARMY", "OPP-ARMED"}
