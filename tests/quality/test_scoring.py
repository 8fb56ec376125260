"""The scoring itself, on invented stretches of text: what is right scores 100, and nothing counts twice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly import example
from reportedly.model import Attribution, Claim, Figure, Span, Speaker
from reportedly.packs import load_packs
from tests.quality import scoring
from tests.quality.gold import GoldAttribution, GoldClaim, GoldPair, GoldReprint, Side
from tests.quality.names import same_speaker

pytestmark = pytest.mark.quality

SPEAKER = Speaker("Orla Venn")
CLAIM = Claim("claim:1", 10, 30, "attack", "attacks", "", (), "asserts", SPEAKER, (), own=False, proposition="p", places=("Mill",))
GOLD = GoldClaim(Span(10, 30), "attack", "Orla Venn", own=False, polarity="asserted", number=None, places=frozenset({"Mill"}))
TOLD = Attribution("a1", "indirect", (Span(10, 30),), (Span(40, 44),), (Span(45, 54),), speaker_name="Orla Venn")
HEARD = GoldAttribution((Span(10, 30),), (Span(45, 54),), "Orla Venn")
AGAINST = GoldPair(Side("a", Span(0, 10)), Side("b", Span(0, 10)), look_alike=False)


def same(gold: str, found: Speaker) -> bool:
    return gold == found.name


def moved(name: str, start: int, end: int) -> Claim:
    return replace(CLAIM, id=name, start=start, end=end)


def scored(*drawn: Claim, gold: GoldClaim = GOLD) -> scoring.Figures:
    return scoring.claims({"a": [gold]}, {"a": drawn, "not coded": [CLAIM]}, same)


def test_a_claim_just_as_coded_is_complete() -> None:
    assert scored(CLAIM) == dict.fromkeys(("found", "type", "speaker", "own", "stance", "place", "complete", "complete_f1"), 100.0) | {
        "figure": 0.0
    }


@pytest.mark.parametrize(
    ("wrong", "fields"),
    [
        (replace(CLAIM, type="contact"), {"type"}),
        (replace(CLAIM, speaker=Speaker("Ada Brook")), {"speaker"}),
        (replace(CLAIM, own=True), {"own"}),
        (replace(CLAIM, stance="denies"), {"stance"}),
        (replace(CLAIM, places=("Mill", "Ford", "Weir")), {"place"}),
    ],
)
def test_a_field_that_is_wrong_counts_as_wrong(wrong: Claim, fields: set[str]) -> None:
    figures = scored(wrong)
    assert {name for name, value in figures.items() if value == 0.0} - {"figure", "complete", "complete_f1"} == fields
    assert figures["complete"] == (100.0 if fields == {"place"} else 0.0)


def test_what_is_drawn_too_much_costs_precision_and_not_recall() -> None:
    figures = scored(CLAIM, moved("claim:2", 100, 120), moved("claim:3", 10, 30))
    assert (figures["complete"], figures["complete_f1"]) == (100.0, 50.0)


def test_of_two_claims_in_one_place_the_one_that_agrees_is_paired() -> None:
    assert scored(replace(moved("claim:2", 10, 30), stance="denies"), moved("claim:3", 12, 29))["complete"] == 100.0


def test_a_claim_that_hardly_overlaps_is_not_found() -> None:
    assert scored(moved("claim:2", 24, 60))["found"] == 0.0


def test_the_bounds_of_a_figure_count_as_its_value() -> None:
    figure = Figure(None, "~", "people", 20.0, 25.0)
    gold = replace(GOLD, number=20.0)
    assert [scored(replace(CLAIM, figures=found), gold=gold)["figure"] for found in ((), (figure,))] == [0.0, 100.0]


def test_attributions_are_scored_by_content_then_source_then_speaker() -> None:
    other = replace(TOLD, source=(Span(60, 70),), speaker_name="Ada Brook")
    belief = replace(TOLD, speech=False)
    for found, figures in (([TOLD], (100.0,) * 3), ([other], (100.0, 0.0, 0.0)), ([belief], (0.0,) * 3), ([TOLD, other], (66.7,) * 3)):
        assert tuple(scoring.attributions({"a": [HEARD]}, {"a": found}, same).values()) == figures


def test_only_pairs_that_were_coded_count_as_reprints() -> None:
    gold = [GoldReprint(frozenset("ab"), "reprint"), GoldReprint(frozenset("ac"), "unrelated"), GoldReprint(frozenset("bc"), "reprint")]
    labels = {frozenset("ab"): "reprint", frozenset("ac"): "reprint", frozenset("xy"): "reprint"}
    assert scoring.reprints(gold, labels, "reprint") == {"precision": 50.0, "recall": 50.0, "f1": 50.0}


@pytest.mark.parametrize(
    ("linked", "found", "left_alone"), [(frozenset[frozenset[str]](), 0.0, 100.0), (frozenset({frozenset({"1", "2"})}), 50.0, 0.0)]
)
def test_contradictions_and_look_alikes(linked: frozenset[frozenset[str]], found: float, left_alone: float) -> None:
    drawn = {"a": [moved("1", 0, 10)], "b": [moved("2", 2, 40)], "c": []}
    gold = [AGAINST, replace(AGAINST, b=Side("c", Span(0, 5))), replace(AGAINST, look_alike=True)]
    figures = scoring.contradictions(gold, drawn, linked)
    assert figures == {"drawn": 50.0, "found": found, "found_of_drawn": 2 * found, "left_alone": left_alone}


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 5), st.integers(0, 5))))
def test_nothing_is_paired_twice_and_nothing_that_could_be_is_left(options: list[tuple[float, int, int]]) -> None:
    pairs = list(scoring.one_to_one(options))
    left, right = {i for i, _ in pairs}, {j for _, j in pairs}
    assert len(left) == len(right) == len(pairs)
    assert all(i in left or j in right for _, i, j in options)


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_f1_is_a_percentage_and_full_only_where_all_is_right(right: int, more: int, missed: int) -> None:
    value = scoring.f1(right, right + more, right + missed)
    assert 0.0 <= value <= 100.0
    assert (value == 100.0) == (right > 0 and more == missed == 0)


@pytest.mark.parametrize(
    ("gold", "found", "equal"),
    [
        ("Marek Tolland, Corvanian military spokesman", Speaker("Marek Tolland", "TOLLAND"), True),
        ("Marek Tolland", Speaker("Corvanian army", "COR-ARMY"), False),
        ("Valley Defence Council", Speaker("the Council"), True),
        ("unnamed field source", Speaker("A field source", anonymous=True), True),
        ("unnamed field source", Speaker("A diplomatic source", anonymous=True), False),
        ("unnamed", Speaker("somebody", anonymous=True), True),
        ("unnamed", Speaker("Corvanian army", "COR-ARMY"), False),
        ("Relatives of eleven men", Speaker(""), False),
    ],
)
def test_names_are_compared_through_the_pack(gold: str, found: Speaker, *, equal: bool) -> None:
    assert same_speaker(load_packs((example.pack(),)))(gold, found) is equal
