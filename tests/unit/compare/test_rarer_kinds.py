"""Dates, meetings, scope, characterisation, outcome, and what a quotation became on the way: invented reports of opposed sides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.compare.contradictions import find_contradictions
from reportedly.model import Figure, Forecast, HeldClaim, Marker
from tests.unit.compare.build import DAY, LATER, WORLD, Said, held, toll

NEXT = "2031-05-04"


def told(*claims: HeldClaim) -> list[str]:
    return [entry.kind for entry in find_contradictions(claims, world=WORLD) if not entry.look_alike]


def taken(name: str, day: str, words: str, **other: object) -> HeldClaim:
    args = (("controller", "LEAGUE"), ("place", "mill"))
    base = {"places": ("mill",), "args": args, "valid": (day, day), "words": words, "publisher": name, "published": LATER}
    return held(Said(name, "control", "takes-control", **{**base, **other}))  # type: ignore[arg-type]


def test_a_mill_taken_on_monday_and_on_wednesday() -> None:
    words = "League fighters captured the old mill after heavy fighting on %s"
    one, other = taken("a", DAY, words % "Monday"), taken("b", NEXT, words % "Wednesday")
    assert told(one, other) == ["date"]
    assert told(one, taken("b", DAY, words % "Monday")) == []
    assert told(one, taken("b", NEXT, "The mill fell")) == []  # its own sentence names no day
    assert told(one, taken("b", NEXT, "Elsewhere " + words % "Wednesday")) == []
    assert told(one, taken("b", NEXT, words % "Wednesday", published=DAY)) == []  # a day to come


def test_as_many_dead_on_another_day_are_one_event_only_in_like_words() -> None:
    words = "Seven fishermen were killed when a barge was shelled near the quay on %s"
    first = toll("a", 7, words=words % "Friday", publisher="a")
    assert told(first, toll("b", 7, words=words % "Sunday", publisher="b", valid=(NEXT, NEXT), published=LATER)) == ["date"]
    assert told(first, toll("b", 7, words="Seven died on Sunday", publisher="b", valid=(NEXT, NEXT), published=LATER)) == []
    assert told(first, toll("b", 9, words=words % "Sunday", publisher="b", valid=(NEXT, NEXT), published=LATER)) == []


def met(name: str, stance: str = "asserts", words: str = "", parties: str = "CROWN LEAGUE", **other: object) -> HeldClaim:
    args = tuple((f"participant_{n}", party) for n, party in enumerate(parties.split(), 1))
    return held(Said(name, "contact", "meets", by=f"Speaker {name}", stance=stance, words=words, args=args, **other))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (met("b", "denies", "the envoys never met"), ["meeting"]),
        (met("b", "denies", "the meeting was cancelled"), ["meeting"]),
        (met("b", "denies", "the envoys met"), []),  # what is denied there is something else
        (met("b", "denies", "the envoys never met", parties="CROWN MONITOR"), []),
        (met("b", "denies", "the envoys never met", valid=("2031-07-01", "2031-07-01")), []),
        (met("b", words="the envoys met"), []),
    ],
)
def test_a_meeting_that_another_calls_off(other: HeldClaim, expected: list[str]) -> None:
    assert told(met("a", words="the envoys met on Monday"), other) == expected


def terms(name: str, words: str, places: tuple[str, ...] = ("saltgate",), *, by: str, before: str = "", figure: bool = False) -> HeldClaim:
    figures = (Figure(1, ">", "miles"),) if figure else ()
    args = (("party", "CROWN"),)
    return held(
        Said(
            name,
            "proposal",
            "plan-provides",
            by,
            stance="plans",
            document="d",
            places=places,
            args=args,
            words=words,
            before=before,
            figures=figures,
        )
    )


@pytest.mark.parametrize(
    ("paraphrase", "quotation", "expected"),
    [
        ("a total ceasefire in the city", terms("b", "“cessation of fire on the quay”", ("quay",), by="Envoy"), ["scope"]),
        ("the army is to withdraw completely", terms("b", "“withdraw its guns to a mile”", by="Envoy", figure=True), ["scope"]),
        ("the army is to withdraw completely", terms("b", "“withdraw all units”", by="Envoy"), []),
        ("the army is to withdraw", terms("b", "“withdraw its guns to a mile”", by="Envoy", figure=True), []),
        ("a total ceasefire in the city", terms("b", "cessation of fire on the quay", ("quay",), by="Envoy"), []),
        ("a total ceasefire in the city", terms("b", "“bread for the quay”", ("quay",), by="Envoy"), []),
    ],
)
def test_a_paraphrase_that_says_more_than_the_words_it_stands_for(paraphrase: str, quotation: HeldClaim, expected: list[str]) -> None:
    assert told(terms("a", paraphrase, by="Columnist"), quotation) == expected


def test_only_these_against_these_and_others() -> None:
    def strikes(name: str, words: str, *targets: str) -> HeldClaim:
        args = (("attacker", "CROWN"), *((f"target_{n}", target) for n, target in enumerate(targets, 1)))
        return held(Said(name, "attack", "attacks", document="d", by="Crown Office", words=words, args=args))

    only = strikes("a", "jets strike the League only", "LEAGUE")
    assert told(only, strikes("b", "jets strike the League and the Guard", "LEAGUE", "GUARD")) == ["scope"]
    assert told(only, strikes("b", "jets strike the League", "LEAGUE")) == []
    assert told(strikes("a", "jets strike the League", "LEAGUE"), strikes("b", "jets strike the Guard", "GUARD")) == []


def test_the_same_dead_told_as_fighters_and_as_civilians() -> None:
    doer = (("perpetrator", "CROWN"),)
    one = toll("a", 20, unit="terrorists killed", args=doer, publisher="a")
    assert told(one, toll("b", 21, unit="civilians killed", args=doer, publisher="b")) == ["characterisation"]
    assert told(one, toll("b", 35, unit="civilians killed", args=doer, publisher="b")) == []
    assert told(one, toll("b", 21, unit="people killed", args=doer, publisher="b")) == []
    assert told(one, toll("b", 21, unit="civilians killed", publisher="b")) == []


def foretold(name: str, deadline: str | None = None, *markers: Marker) -> HeldClaim:
    said = Said(
        name,
        "prediction",
        "forecasts",
        stance="predicts",
        about=("control", "takes-control"),
        args=(("controller", "LEAGUE"),),
        valid=(None, None),
    )
    one = held(said)
    return replace(one, claim=replace(one.claim, markers=markers, forecast=Forecast("scorable", deadline=deadline)))


def test_what_was_foretold_and_did_not_come_or_came_against_it() -> None:
    came = held(Said("b", "control", "takes-control", by="X", args=(("controller", "LEAGUE"),), valid=(LATER, LATER)))
    failed = replace(came, claim=replace(came.claim, stance="denies"))
    no = Marker("negation", "not", 0, 3, (0, 3))
    assert told(foretold("a"), failed) == ["outcome"]
    assert told(foretold("a"), came) == []
    assert told(foretold("a", None, no), came) == ["outcome"]
    assert told(foretold("a", "2031-05-03"), failed) == []  # its time was over
    assert told(foretold("a", None, Marker("condition", "if", 0, 2, (0, 2))), failed) == []


def quote(name: str, words: str, value: float = 0, **other: object) -> HeldClaim:
    figures = (Figure(value, "=", "people killed"),) if value else ()
    base = {"by": "Mayor", "actor": "MAYOR", "words": f"“{words}”", "figures": figures, "places": (), "publisher": name, "args": ()}
    return held(Said(name, **{**base, **other}))  # type: ignore[arg-type]


def test_one_saying_quoted_with_another_number_doer_or_without_its_not() -> None:
    words = "the northern harbour brigade %s shell the fish market before sunrise yesterday killing many"
    one = quote("a", words % "did not")
    assert told(one, quote("b", words % "did")) == ["denial"]
    assert told(one, quote("b", words % "did not" + " people")) == []
    assert told(one, quote("b", words % "did", actor="PRIEST")) == []
    nine = quote("a", words % "did" + " nine", 9)
    assert told(nine, quote("b", words % "did" + " six", 6)) == ["figure"]
    league = quote("a", words % "did" + " again", args=(("perpetrator", "LEAGUE"),))
    assert told(league, quote("b", words % "did", args=(("perpetrator", "CROWN"),))) == ["cause"]


def test_one_number_of_another_whole() -> None:
    def share(name: str, whole: str) -> HeldClaim:
        figures = (Figure(85, "=", "percent", denominator=whole),)
        return quote(name, "85 percent", type="control", frame="share-controlled", figures=figures, places=("saltgate",))

    assert told(share("a", "the districts"), share("b", "the land")) == ["denominator"]
    assert told(share("a", "the districts"), share("b", "districts")) == []
