from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.compare.contradictions import find_contradictions
from reportedly.model import HeldClaim
from tests.unit.compare.build import DAY, LATER, WORLD, Said, held


def act(identity: str, frame: str, party: str = "LEAGUE", matter: str = "the truce", **other: object) -> HeldClaim:
    kind, _, name = frame.partition("/")
    role = "agreement" if kind == "compliance" else "matter"
    return held(Said(identity, kind, name, by=f"Speaker {identity}", args=(("party", party), (role, matter)), **other))  # type: ignore[arg-type]


def told(*claims: HeldClaim) -> list[tuple[str, bool]]:
    return [(entry.kind, entry.look_alike) for entry in find_contradictions(claims, world=WORLD)]


KEPT = act("a", "compliance/keeps")


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (act("b", "compliance/breaches"), ["truce"]),
        (act("b", "compliance/breaches", valid=(LATER, LATER)), ["truce"]),
        (act("b", "compliance/breaches", valid=("2031-08-01", "2031-08-02")), []),
        (act("b", "compliance/breaches", party="CROWN"), []),
        (act("b", "compliance/breaches", matter="the harbour convention"), []),
        (act("b", "compliance/keeps"), []),
        (act("b", "position/rejects"), []),
    ],
)
def test_a_truce_is_kept_and_broken_by_one_party_at_one_time(other: HeldClaim, found: list[str]) -> None:
    assert told(KEPT, other) == [(kind, False) for kind in found]


def test_a_plan_is_accepted_and_refused() -> None:
    assert told(act("a", "position/accepts"), act("b", "position/refuses", valid=(DAY, DAY))) == [("position", False)]


def test_a_hedge_is_lost_where_one_speaker_says_the_same_without_it() -> None:
    words = "The mortar fire on the fish market %s killed forty sailors before dawn"
    plain = Said("a", by="Harbour Watch", words=words % "yesterday", args=(("victims", "SAILORS"),))
    hedged = replace(plain, id="b", words=words % "reportedly")
    one, other = held(plain), held(hedged)
    other = replace(other, claim=replace(other.claim, hedge="reportedly"))
    [entry] = find_contradictions([one, other], world=WORLD)
    assert (entry.kind, entry.why) == (
        "hedge",
        "“reportedly” (Harbour Watch (Harbour Courier)) is not said again (Harbour Watch (Harbour Courier)).",
    )
    assert told(held(replace(plain, words=words % "is believed to have")), other) == []
    assert told(held(replace(plain, by="Mill Watch")), other) == []
