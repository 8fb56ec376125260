from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.compare.contradictions import find_contradictions
from reportedly.limits import limits
from reportedly.model import Figure, HeldClaim
from tests.unit.compare.build import DAY, LATER, WORLD, Said, held, holds, share, toll


def told(*claims: HeldClaim) -> list[tuple[str, bool]]:
    return [(entry.kind, entry.look_alike) for entry in find_contradictions(claims, world=WORLD)]


def test_two_tolls_of_one_day_and_place_contradict_each_other_and_both_are_named() -> None:
    [entry] = find_contradictions([toll("a", 40), toll("b", 45, publisher="Mill Mail")], world=WORLD)
    assert (entry.kind, entry.a, entry.b, entry.look_alike) == ("figure", "a", "b", False)
    assert (
        entry.why
        == "40 civilians killed (Speaker a (Harbour Courier)) against 45 civilians killed (Speaker b (Mill Mail)), quay, on 2031-05-02."
    )


@pytest.mark.parametrize(
    "other",
    [
        toll("b", 45, places=("mill",)),
        toll("b", 45, places=("saltgate",)),
        toll("b", 45, places=()),
        toll("b", 45, valid=(LATER, LATER)),
        toll("b", 45, valid=(None, None)),
        toll("b", 45, valid=(DAY, None)),
        toll("b", 45, unit="civilians injured"),
        toll("b", 45, unit="children killed"),
        toll("b", 40, unit="people killed"),
        toll("b", 45, stance="predicts"),
        toll("b", 30, op=">="),
    ],
)
def test_tolls_of_other_things_do_not(other: HeldClaim) -> None:
    assert told(toll("a", 40), other) == []


def test_at_least_thirteen_and_at_least_fifteen_do_not_contradict_each_other() -> None:
    assert told(toll("a", 13, ">="), toll("b", 15, ">=")) == []


def test_a_copy_says_the_same_and_a_reworded_copy_with_another_number_does_not() -> None:
    assert told(toll("a", 40), toll("b", 40)) == []
    assert told(toll("a", 40), toll("b", 40), toll("c", 41)) == [("figure", False)] * 2


def test_derived_figures_are_not_compared() -> None:
    derived = Said("b", figures=(Figure(45, "=", "civilians killed", derived=True),))
    assert told(toll("a", 40), held(derived)) == []


def test_in_a_town_other_doers_make_another_incident() -> None:
    one = toll("a", 40, places=("saltgate",), args=(("perpetrator", "LEAGUE"),))
    assert told(one, toll("b", 45, places=("saltgate",), args=(("perpetrator", "CROWN"),))) == []
    assert told(one, toll("b", 45, places=("saltgate",), args=(("perpetrator", "LEAGUE-NAVY"),))) == [("figure", False)]
    assert told(one, toll("b", 45, places=("saltgate",))) == []
    vague = (("perpetrator_2", "ARMED-MEN"),)
    fire: dict[str, Any] = {"places": ("saltgate",), "args": vague}
    assert told(toll("a", 40, **fire), toll("b", 45, **fire)) == []
    words = ("40 people were killed by mortar fire on the fish market", "Mortar shells on the market left 45 dead")
    assert told(toll("a", 40, words=words[0], **fire), toll("b", 45, words=words[1], **fire)) == [("figure", False)]
    assert told(toll("a", 40, words=words[0], **fire), toll("b", 45, words="A car bomb killed 45", **fire)) == []


def test_a_place_that_is_not_said_keeps_reports_apart_but_not_two_voices_of_one() -> None:
    assert told(toll("a", 40, places=()), toll("b", 45)) == []
    assert told(toll("a", 40, places=(), document="d"), toll("b", 45, document="d")) == [("figure", False)]
    assert told(toll("a", 40, places=(), document="d"), toll("b", 45, document="d", unit="people injured")) == []


def test_children_among_the_killed_are_counted_as_killed() -> None:
    assert told(toll("a", 3, unit="children"), toll("b", 5, unit="children killed")) == [("figure", False)]


def test_on_a_street_other_doers_are_rival_accounts_of_one_incident_where_the_same_was_hit() -> None:
    doers: list[dict[str, Any]] = [{"args": (("attacker", doer),)} for doer in ("LEAGUE", "CROWN")]
    assert told(toll("a", 40, **doers[0]), toll("b", 45, **doers[1])) == []
    words = ("An air strike on the clinic killed 40", "45 died as planes bombed the clinic")
    assert told(toll("a", 40, words=words[0], **doers[0]), toll("b", 45, words=words[1], **doers[1])) == [("figure", False)]


def test_in_a_province_only_like_words_make_one_incident() -> None:
    doer: dict[str, Any] = {"args": (("attacker", "LEAGUE"),), "places": ("coast",)}
    assert told(toll("a", 40, **doer), toll("b", 45, **doer)) == []
    words = "The League shot %d fishermen dead near the northern harbour on Friday morning"
    assert told(toll("a", 40, words=words % 40, **doer), toll("b", 45, words=words % 45, **doer)) == [("figure", False)]


def test_a_count_over_more_places_only_looks_like_a_contradiction() -> None:
    [entry] = find_contradictions([toll("a", 7, places=("quay",)), toll("b", 10, places=("quay", "mill"))], world=WORLD)
    assert entry.look_alike
    assert "different places" in entry.why


def test_a_later_count_by_the_same_speaker_only_looks_like_one() -> None:
    said = {"by": "Civil Aid", "figures": (Figure(40, "=", "people killed"),)}
    first = held(Said("a", **said))  # type: ignore[arg-type]
    second = held(Said("b", by="Civil Aid", figures=(Figure(45, "=", "people killed"),), published=LATER))
    assert told(first, second) == [("figure", True)]


def test_a_total_over_a_longer_time_only_looks_like_one() -> None:
    assert told(toll("a", 400, valid=("2031-04-01", "2031-04-20")), toll("b", 700, valid=("2031-04-01", "2031-04-28"))) == [
        ("figure", True)
    ]
    assert told(toll("a", 700, valid=("2031-04-01", "2031-04-20")), toll("b", 400, valid=("2031-04-01", "2031-04-28"))) == [
        ("figure", False)
    ]


def test_other_days_by_the_same_voice_only_look_like_one() -> None:
    base = Said("a", by="Civil Aid", figures=(Figure(4, "=", "people killed"),))
    longer = Said("b", by="Civil Aid", figures=(Figure(90, "=", "people killed"),), valid=("2031-04-01", DAY))
    assert told(held(base), held(longer)) == []  # a day and a month are never filed together
    week = Said("b", by="Civil Aid", figures=(Figure(20, "=", "people killed"),), valid=("2031-04-29", DAY))
    assert told(held(base), held(week)) == [("figure", True)]


def test_a_sum_that_the_greater_report_gives_only_looks_like_one() -> None:
    parts = [toll("b", 10, document="d"), toll("c", 7, document="d", places=("mill",)), toll("e", 3, document="d", places=("pier",))]
    assert told(toll("a", 7), *parts) == [("figure", True)]


def test_another_whole_only_looks_like_one() -> None:
    one = Said("a", figures=(Figure(4, "=", "people killed", universe="the crew"),))
    other = Said("b", by="X", figures=(Figure(9, "=", "people killed", universe="the passengers"),))
    assert told(held(one), held(other)) == [("figure", True)]


def test_shares_contradict_each_other_only_with_one_denominator() -> None:
    assert told(share("a", 85, "the districts"), share("b", 70, "districts")) == [("figure", False)]
    assert told(share("a", 85, "the districts"), share("b", 70, "land once held by the League")) == [("denominator", True)]
    assert told(share("a", 85, "the districts"), share("b", 70, None)) == []


def test_one_voice_against_itself_is_internal() -> None:
    words = "The ferry fire killed %d people on the northern quay on Friday"
    one = Said("a", own=True, document="d", words=words % 4, figures=(Figure(4, "=", "people killed", start=5),))
    other = Said("b", own=True, document="d", words=words % 9, figures=(Figure(9, "=", "people killed", start=90),))
    assert told(held(one), held(other)) == [("internal", False)]
    assert told(held(replace(one, words="")), held(replace(other, words=""))) == []
    part = Said("b", own=True, document="d", figures=(Figure(2, "=", "civilians killed", start=90),))
    assert told(held(one), held(part)) == []
    same = Said("b", own=True, document="d", figures=(Figure(9, "=", "people killed", start=5),))
    assert told(held(one), held(same)) == []


def test_items_of_a_list_are_no_contradiction() -> None:
    assert told(toll("a", 4, unit="shells", document="d"), toll("b", 9, unit="shells", document="d")) == []
    assert told(toll("a", 4, unit="shells"), toll("b", 9, unit="shells")) == [("figure", False)]


def test_two_holders_of_one_place_contradict_each_other() -> None:
    [entry] = find_contradictions([holds("a", "LEAGUE"), holds("b", "CROWN")], world=WORLD)
    assert (entry.kind, entry.look_alike) == ("control", False)
    assert entry.why == (
        "quay: LEAGUE in control (Speaker a (Harbour Courier)), on 2031-05-02, "
        "against CROWN in control (Speaker b (Harbour Courier)), on 2031-05-02."
    )


@pytest.mark.parametrize(
    "other",
    [
        holds("b", "LEAGUE"),
        holds("b", "LEAGUE-NAVY"),
        holds("b", "CROWN", valid=(LATER, LATER)),
        holds("b", "CROWN", places=("saltgate",)),
        holds("b", "CROWN", stance="denies"),
        holds("b", "CROWN", frame="contests-control"),
        holds("b", "ARMED-MEN"),
    ],
)
def test_other_claims_of_control_do_not(other: HeldClaim) -> None:
    assert told(holds("a", "LEAGUE"), other) == []


@pytest.mark.parametrize(
    ("frame", "stance", "words", "day", "kinds"),
    [
        ("holds-control", "asserts", "the League remains in control of the quay", "2031-05-03", [("control", False)]),
        ("holds-control", "asserts", "the League is in control of the quay", "2031-05-03", []),
        ("holds-control", "asserts", "the League remains in control of the quay", "2031-05-09", []),
        ("takes-control", "denies", "", "2031-05-03", [("denial", False)]),
        ("takes-control", "denies", "", "2031-05-01", []),
    ],
)
def test_what_is_held_still_was_not_taken_the_day_before(
    frame: str, stance: str, words: str, day: str, kinds: list[tuple[str, bool]]
) -> None:
    taken = held(Said("a", "control", "takes-control", args=(("controller", "CROWN"), ("place", "quay"))))
    holder = (("controller", "LEAGUE"),) if stance == "asserts" else ()
    other = Said("b", "control", frame, args=(*holder, ("place", "quay")), valid=(day, day), published=day, words=words, stance=stance)
    assert told(taken, held(replace(other, by="Harbour Office", publisher="Mill Mail"))) == kinds


def test_a_sentence_copied_with_another_number_contradicts_its_first_form_days_later() -> None:
    one = Said(
        "a", "statement", "says", words="Some 90 boats are believed to lie in the harbour still", figures=(Figure(90, "~", "boats"),)
    )
    two = replace(one, id="b", words=one.words.replace("90", "20"), figures=(Figure(20, "~", "boats"),), valid=("2031-05-03", "2031-05-03"))
    assert told(held(one), held(replace(two, by="Mill Mail", publisher="Mill Mail"))) == [("figure", False)]
    assert told(held(one), held(replace(two, by="Mill Mail", words="Twenty boats lie there"))) == []


def test_a_town_may_have_several_holders() -> None:
    assert told(holds("a", "LEAGUE", places=("saltgate",)), holds("b", "CROWN", places=("saltgate",))) == []


def test_a_denial_that_does_not_say_of_what_meets_what_was_said_of_the_denier_nearby_and_just_before() -> None:
    charge = Said("a", "attack", "air-strike", args=(("attacker", "LEAGUE-NAVY"),))
    denial = {"by": "League Office", "actor": "LEAGUE", "stance": "denies", "valid": (None, None), "places": ("saltgate",)}
    assert told(held(charge), held(Said("b", "denial", "denies", published="2031-05-03", **denial))) == [("denial", False)]  # type: ignore[arg-type]
    assert told(held(charge), held(Said("b", "denial", "denies", published=LATER, **denial))) == []  # type: ignore[arg-type]


def test_who_lost_a_place_does_not_hold_it() -> None:
    lost = held(Said("b", "control", "loses-control", by="X", args=(("loser", "LEAGUE"),)))
    assert told(holds("a", "LEAGUE"), lost) == [("control", False)]
    assert told(holds("a", "CROWN"), lost) == []


def test_what_is_held_on_a_day_may_be_left_on_the_next() -> None:
    lost = held(Said("b", "control", "loses-control", by="X", args=(("loser", "LEAGUE"),), valid=(DAY, "2031-05-03")))
    assert told(holds("a", "LEAGUE"), lost) == []
    assert told(holds("a", "LEAGUE", valid=(DAY, "2031-05-03")), lost) == [("control", False)]


def test_in_one_account_a_place_may_change_hands() -> None:
    first = Said("a", "control", "takes-control", document="d", own=True, args=(("controller", "LEAGUE"),))
    second = Said("b", "control", "takes-control", document="d", own=True, args=(("controller", "CROWN"),))
    assert told(held(first), held(second)) == [("control", True)]
    stays = Said("b", "control", "holds-control", document="d", own=True, args=(("controller", "CROWN"),))
    still = Said("a", "control", "holds-control", document="d", own=True, args=(("controller", "LEAGUE"),))
    assert told(held(still), held(stays)) == [("internal", False)]


def test_the_accused_denies() -> None:
    charge = Said("a", "attack", "air-strike", args=(("attacker", "CROWN"), ("target", "MARKET")))
    denial = Said(
        "b",
        "denial",
        "denies",
        by="Crown Office",
        actor="CROWN",
        stance="denies",
        about=("attack", "air-strike"),
        places=(),
        valid=(None, None),
    )
    [entry] = find_contradictions([held(charge), held(denial)], world=WORLD)
    assert entry.kind == "denial"
    assert entry.why == "Harbour Courier: air-strike at quay. Denied by Crown Office (Harbour Courier)."
    late = Said(
        "b",
        "denial",
        "denies",
        by="Crown Office",
        actor="CROWN",
        about=("attack", "air-strike"),
        places=(),
        valid=(None, None),
        published="2031-09-01",
    )
    assert told(held(charge), held(late)) == []


def test_a_denied_claim_meets_the_same_claim_asserted() -> None:
    said = Said("a", "attack", "air-strike", args=(("attacker", "CROWN"),))
    assert told(held(said), held(Said("b", "attack", "air-strike", by="X", stance="denies", args=(("attacker", "CROWN"),)))) == [
        ("denial", False)
    ]
    assert told(held(said), held(Said("b", "attack", "air-strike", by="X", stance="denies", args=(("attacker", "LEAGUE"),)))) == []
    assert (
        told(held(said), held(Said("b", "attack", "air-strike", by="X", stance="denies", places=("mill",), args=(("attacker", "CROWN"),))))
        == []
    )
    assert told(held(said), held(Said("b", "attack", "air-strike", by="X", stance="denies"))) == [("denial", False)]
    assert told(held(said), held(Said("b", "attack", "shelling", by="X", stance="denies", args=(("attacker", "CROWN"),)))) == [
        ("denial", False)
    ]
    assert told(held(said), held(Said("b", "attack", "shelling", by="X", stance="denies"))) == []
    assert told(held(said), held(Said("b", "denial", "denies", by="X", stance="denies"))) == []
    assert told(held(said), held(Said("b", "denial", "unconfirmed", by="X", stance="cannot-confirm"))) == []


def test_cannot_confirm_is_no_denial() -> None:
    said = Said("a", "attack", "air-strike", args=(("attacker", "CROWN"),))
    unsure = Said("b", "attack", "air-strike", by="X", stance="cannot-confirm", args=(("attacker", "CROWN"),))
    assert told(held(said), held(unsure)) == []


def test_only_pairs_with_a_new_claim_are_looked_at() -> None:
    claims = [toll("a", 40), toll("b", 45), toll("c", 50)]
    assert [(entry.a, entry.b) for entry in find_contradictions(claims, {"c"}, world=WORLD)] == [("a", "c"), ("b", "c")]
    assert len(find_contradictions(claims, world=WORLD)) == 3


def test_of_a_crowd_every_saying_is_heard_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_CROWD_CLAIMS", "3")
    limits.cache_clear()
    try:
        copies = [toll(name, 40, proposition="forty") for name in "abcdefgh"]
        assert len(find_contradictions([*copies, toll("x", 41), toll("y", 42)])) == 3
        assert len(find_contradictions([toll(name, value) for value, name in enumerate("abcdefgh", 41)])) == 3
    finally:
        limits.cache_clear()


CLAIMS = st.one_of(
    st.builds(
        lambda value, op, unit, place, day: ("toll", (value, op, unit, place, day)),
        st.integers(1, 60),
        st.sampled_from(("=", ">=", "~", "<")),
        st.sampled_from(("civilians killed", "people killed", "children killed")),
        st.sampled_from(("quay", "mill", "saltgate")),
        st.sampled_from((DAY, "2031-05-03")),
    ),
    st.builds(
        lambda actor, frame: ("holds", (actor, frame)),
        st.sampled_from(("LEAGUE", "CROWN")),
        st.sampled_from(("holds-control", "takes-control")),
    ),
)


def drawn(number: int, kind: str, values: tuple[object, ...]) -> HeldClaim:
    if kind == "toll":
        value, op, unit, place, day = values
        return toll(f"c{number}", float(str(value)), str(op), str(unit), places=(place,), valid=(day, day))
    return holds(f"c{number}", str(values[0]), str(values[1]))


@settings(max_examples=60)
@given(st.lists(CLAIMS, max_size=10), st.randoms(use_true_random=False))
def test_order_changes_nothing_and_no_claim_meets_itself(drawings: list[tuple[str, tuple[object, ...]]], chance: random.Random) -> None:
    claims = [drawn(number, *drawing) for number, drawing in enumerate(drawings)]
    shuffled = list(claims)
    chance.shuffle(shuffled)
    found = find_contradictions(claims, world=WORLD)
    assert found == find_contradictions(shuffled, world=WORLD)
    assert all(entry.a < entry.b and entry.why.endswith(".") for entry in found)
    assert len({entry.id for entry in found}) == len(found)
    one_by_one = {entry for at in range(len(claims)) for entry in find_contradictions(claims[: at + 1], {claims[at].claim.id}, world=WORLD)}
    assert {entry.id for entry in one_by_one} == {entry.id for entry in found}


@given(CLAIMS, CLAIMS)
def test_exchanging_the_two_changes_nothing_but_their_names(
    one: tuple[str, tuple[object, ...]], other: tuple[str, tuple[object, ...]]
) -> None:
    assert told(drawn(0, *one), drawn(1, *other)) == told(drawn(1, *one), drawn(0, *other))
