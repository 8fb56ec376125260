"""What must hold of every verdict, whatever the claims are."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.truce.evidence import Bearing, Coverage, Evidence, chain_of
from reportedly.truce.found import Found
from reportedly.truce.value import Value
from reportedly.truce.verdict import Verdict, check
from reportedly.truce.view import View
from tests.unit.truce.agreements import WEIR, agreement

ATOMS = ("S1.a@NORTH", "S1.a@SOUTH", "S1.b@NORTH", "S1.c@LEAGUE", "S2.a", "S2.b", "flooded", "exists", "accepted@NORTH", "accepted@SOUTH")
WORDS = ("accepts", "conditions", "rejects", "ends")
DAYS = [(dt.date(2018, 10, 10) + dt.timedelta(days=at)).isoformat() for at in range(16)]
PEOPLE = ("NORTH", "SOUTH", "LEAGUE", "X", None)
days = st.sampled_from(DAYS)
nodes = st.frozensets(st.sampled_from("abcde"), min_size=1, max_size=3).map(chain_of)


@st.composite
def bearings(draw: st.DrawFn) -> Bearing:
    name, begin = draw(st.sampled_from(ATOMS)), draw(days)
    position = name.startswith("accepted")
    act = draw(st.sampled_from(WORDS)) if position else draw(st.sampled_from(("", "", "attack_excluded")))
    sign = {"accepts": 1, "conditions": 0}.get(act, -1) if position else draw(st.sampled_from((1, -1)))
    until, said = draw(st.sampled_from((begin, DAYS[-1], None))), draw(st.sampled_from((begin, DAYS[-1])))
    return Bearing(
        claim=f"c{draw(st.integers(0, 40))}",
        agreement="weir-truce",
        atom=name,
        sign=sign,
        act=act,
        begin=draw(st.sampled_from((begin, None))),
        until=until,
        said=said,
        known=said,
        recorded=draw(days),
        chain=draw(nodes),
        speaker=draw(st.sampled_from(PEOPLE)),
        confirmed=draw(st.booleans()),
        surely=draw(st.sampled_from((True, True, False))),
    )


@st.composite
def watches(draw: st.DrawFn) -> Coverage:
    begin, until = sorted((draw(days), draw(days)))
    observer = draw(st.sampled_from(("MONITOR", "NORTH", "SOUTH")))
    zone, given_ = draw(st.sampled_from(("box", None, "road"))), draw(st.sampled_from((True, True, True, False)))
    name, chain = f"w{draw(st.integers(0, 9))}", draw(nodes)
    return Coverage(name, "weir-truce", observer, observer == "MONITOR", zone, given_, begin, until, until, until, until, chain)


worlds = st.tuples(st.lists(bearings(), max_size=14), st.lists(watches(), max_size=4))
World = tuple[list[Bearing], list[Coverage]]
AT = View("2018-10-25")


def judged(world: World, view: View = AT, text: str = WEIR) -> list[Verdict]:
    return list(check([agreement(text)], Evidence(*world), view))


def plain(found: Iterable[Verdict]) -> list[tuple[object, ...]]:
    return [
        (each.term, each.obligor, each.reading, each.in_force, each.state, each.value, each.found.for_, each.found.against)
        for each in found
    ]


def renamed(world: World, name: Callable[[str], str]) -> World:
    def of(actor: str | None) -> str | None:
        return name(actor) if actor else None

    def atom(told: str) -> str:
        term, at, actor = told.partition("@")
        return f"{term}{at}{of(actor) or ''}"

    rows, seen = world
    return (
        [row._replace(atom=atom(row.atom), speaker=of(row.speaker)) for row in rows],
        [replace(row, observer=name(row.observer)) for row in seen],
    )


@settings(max_examples=25)
@given(worlds)
def test_other_ids_of_actors_change_nothing_else(world: World) -> None:
    def other(name: str) -> str:
        return {"NORTH": "BRAVO", "SOUTH": "ZULU"}.get(name, name)

    text = WEIR.replace("NORTH", "BRAVO").replace("SOUTH", "ZULU")
    there = plain(judged(renamed(world, other), text=text))
    assert there == [(term, other(who) if isinstance(who, str) else who, *rest) for term, who, *rest in plain(judged(world))]


SWAPPED = WEIR.replace("who: [NORTH], where", "who: [NORTH, SOUTH], where").replace("accepted: SOUTH}", "accepted: [NORTH, SOUTH]}")


@settings(max_examples=25)
@given(worlds)
def test_two_sides_exchanged_exchange_their_verdicts_and_nothing_else(world: World) -> None:
    def swap(name: str) -> str:
        return {"NORTH": "SOUTH", "SOUTH": "NORTH"}.get(name, name)

    here, there = plain(judged(world, text=SWAPPED)), plain(judged(renamed(world, swap), text=SWAPPED))
    assert {(term, swap(who) if isinstance(who, str) else who, *rest) for term, who, *rest in here} == set(there)


@settings(max_examples=25)
@given(worlds, st.integers(1, 3), st.integers(0, 20))
def test_repeats_of_one_origin_change_no_word(world: World, chains: int, at: int) -> None:
    rows, seen = world
    again = [*rows, *(row._replace(claim=f"copy-{row.claim}") for row in rows[at : at + 3])]
    view = replace(AT, chains=chains)
    assert [row[:6] for row in plain(judged((again, seen), view))] == [row[:6] for row in plain(judged(world, view))]


@settings(max_examples=25)
@given(worlds, worlds, days)
def test_what_was_answered_once_is_answered_again(world: World, later: World, day: str) -> None:
    view = replace(AT, recorded_by=day)
    after = (dt.date.fromisoformat(day) + dt.timedelta(days=1)).isoformat()
    more = [row._replace(recorded=after) for row in later[0]], [replace(row, recorded=after) for row in later[1]]
    assert judged((world[0] + more[0], world[1] + more[1]), view) == judged(world, view)
    assert judged((world[0] + more[0], world[1]), replace(AT, known_by="2018-10-01")) == judged(
        ([], world[1]), replace(AT, known_by="2018-10-01")
    )


def weaker(strong: Found, weak: Found) -> bool:
    if strong.value.definite:
        return weak.value is strong.value or not weak.value.definite
    return not weak.value.definite and (strong.value is not Value.DISPUTED or weak.value is Value.DISPUTED)


@settings(max_examples=60)
@given(worlds)
def test_a_lens_only_weakens_and_what_is_disputed_stays_so(world: World) -> None:
    every, two, three = ({key(v): v for v in judged(world, replace(AT, chains=chains))} for chains in (1, 2, 3))
    for strong, weak in ((every, two), (two, three), (every, three)):
        for at, one in strong.items():
            other = weak.get(at) or weak[(*at[:2], None)]
            assert weaker(one.found, other.found), (one.found, other.found)
            assert weaker(one.force, other.force)
            assert one.found.against <= other.found.against | one.found.against
            if one.value is None:
                assert other.value is None


def key(verdict: Verdict) -> tuple[str, str | None, str | None]:
    return verdict.term, verdict.obligor, verdict.reading


@settings(max_examples=25)
@given(worlds)
def test_dissent_is_never_filtered_out(world: World) -> None:
    """Claims on both sides dispute, whatever stands behind them, and whichever lens is looked through."""
    watched = {row.claim for row in world[1]}
    for each in (*judged(world), *judged(world, replace(AT, chains=3))):
        if each.term in {"S1.a", "S1.c"} and each.found.for_ - watched and each.found.against:
            assert each.found.value is Value.DISPUTED
        assert each.found.value.definite or each.found.missing
        assert each.value is None or each.in_force in {"yes", "ended"}


@settings(max_examples=25)
@given(worlds)
def test_every_verdict_marks_the_bearings_that_nobody_confirmed(world: World) -> None:
    confirmed: dict[str, set[bool]] = defaultdict(set)
    for name, by_a_person in [(row.claim, row.confirmed) for row in world[0]] + [(row.claim, row.confirmed) for row in world[1]]:
        confirmed[name].add(by_a_person)
    for each in judged(world):
        told = each.found.for_ | each.found.against
        assert {name for name in told if confirmed[name] == {False}} <= each.found.unconfirmed
        assert not {name for name in each.found.unconfirmed if confirmed[name] == {True}}
