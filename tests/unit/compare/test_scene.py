from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.compare.contradictions import find_contradictions
from reportedly.compare.scene import scene_of, topics_before
from reportedly.model import Figure
from tests.unit.compare.build import WORLD, Said, held, toll


def test_a_scene_is_of_the_sentence_of_a_claim_and_of_no_other() -> None:
    said = Said("a", before="Planes bombed the market. Later, ", words="mortar shells killed nine", at=40)
    one = replace(held(said), after=" near the clinic. A car bomb went off elsewhere.")
    scene = scene_of(one)
    assert scene.sentence == "later, mortar shells killed nine near the clinic."
    assert (sorted(scene.means), sorted(scene.targets), scene.aside) == (["shells"], ["medical"], True)
    assert topics_before(one) == {"market"}
    assert scene.alike(scene) == 1.0
    assert scene_of(held(Said("b"))).alike(scene) == 0.0


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("the toll rose to nine", "revised"),
        ("the town is regularly shelled", "habit"),
        ("three more civilians died", "another"),
        ("elsewhere nine died", "aside"),
        ("the page was updated at nine", None),
        ("nine civilians died", None),
    ],
)
def test_signs_are_read_from_the_words(words: str, sign: str | None) -> None:
    scene = scene_of(held(Said("a", words=words)))
    assert [name for name in ("another", "aside", "habit", "revised") if getattr(scene, name)] == ([sign] if sign else [])


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("After the gas attack artillery hit a clinic", ["shells"]),
        ("40 were hurt following a shelling attack", ["shells"]),
        ("air strikes hit a depot of chlorine", ["air"]),
        ("air strikes dropped chlorine", ["air", "gas"]),
    ],
)
def test_what_was_done_before_and_what_was_stored_is_not_what_it_was_done_with(words: str, means: list[str]) -> None:
    assert sorted(scene_of(held(Said("a", words=words))).means) == means


def told(*figures: Figure, words: tuple[str, str], document: str = "", by: str = "") -> list[tuple[str, bool]]:
    said = (
        Said(name, by=by or f"Speaker {name}", figures=(figure,), words=text, document=document)
        for name, figure, text in zip("ab", figures, words, strict=True)
    )
    return [(entry.kind, entry.look_alike) for entry in find_contradictions([held(one) for one in said], world=WORLD)]


def test_two_numbers_of_one_sentence_and_a_part_of_a_whole_are_no_rivals() -> None:
    words = "Nine guards and 20 sailors were killed on the quay"
    both = (Figure(9, "=", "people killed", start=0), Figure(20, "=", "people killed", start=16))
    assert told(*both, words=(words, words), document="d", by="the mayor") == []
    assert told(*both, words=("The mayor put it at nine while the port said 20",) * 2, document="d") == [("figure", False)]
    part = (Figure(1, "=", "bombers", denominator="the bombers"), Figure(3, "=", "bombers"))
    assert told(*part, words=("one of the bombers", "three bombers")) == []


def test_a_revised_toll_only_looks_like_a_contradiction() -> None:
    counts = (Figure(5, "=", "people killed"), Figure(8, "=", "people killed"))
    assert told(*counts, words=("an earlier toll of five", "the toll rose to eight")) == [("figure", True)]


def test_villages_are_one_place_only_where_they_are_near() -> None:
    world = replace(WORLD, points={"quay": (10.0, 20.0), "mill": (10.05, 20.0), "pier": (10.9, 20.0)})
    words = "The League raid on the fish market before dawn killed many sailors and their families"
    one, near, far = (
        replace(toll(name, value, places=(place,), words=words, args=(("attacker", "LEAGUE"),)), publisher=name)
        for name, value, place in (("a", 40, "quay"), ("b", 45, "mill"), ("c", 49, "pier"))
    )
    found = find_contradictions([one, near, far], world=replace(world, within={"quay": "coast", "mill": "coast", "pier": "coast"}))
    assert [(entry.a, entry.b) for entry in found] == [("a", "b")]
