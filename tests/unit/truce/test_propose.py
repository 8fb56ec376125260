from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.errors import AgreementError
from reportedly.model import Argument, Claim, Speaker, ValidTime
from reportedly.model.pack import Actor, Pack, Place, Role
from reportedly.truce.agreement import Zone
from reportedly.truce.evidence import Bearing, Coverage
from reportedly.truce.ground import lies_in, stands_for
from reportedly.truce.propose import propose
from reportedly.truce.rules import rules
from reportedly.truce.told import Told
from tests.unit.truce.agreements import WEIR, agreement

ACTORS = {
    "N": Actor("N", "The North", "state"),
    "NORTH": Actor("NORTH", "North", "government", country="N"),
    "N-ARMY": Actor("N-ARMY", "Northern army", "armed-force", part_of="NORTH"),
    "GEN": Actor("GEN", "A general", "person", roles=(Role("general", "N-ARMY"),)),
    "SOUTH": Actor("SOUTH", "South", "armed-group"),
    "LANTERN": Actor("LANTERN", "Lantern", "armed-group", part_of="SOUTH"),
    "WICK": Actor("WICK", "Wick", "armed-group", part_of="LANTERN"),
    "GUNMEN": Actor("GUNMEN", "Gunmen", "armed-group"),
    "MONITOR": Actor("MONITOR", "The monitor", "monitor"),
}
PLACES = {
    "COUNTY": Place("COUNTY", "County", "governorate", lat=10.5, lon=-39.4),
    "QUARRY-ROAD": Place("QUARRY-ROAD", "Quarry Road", "road", "COUNTY", 10.6, -39.43),
    "MILL": Place("MILL", "Mill", "building", "COUNTY", 10.61, -39.43),
    "HILL": Place("HILL", "Hill", "district", "COUNTY", 10.55, -39.42),
    "FAR": Place("FAR", "Far", "town", "COUNTY", 11.5, -38.4),
    "FAR-HALL": Place("FAR-HALL", "Hall", "building", "FAR"),
    "NEAR-HALL": Place("NEAR-HALL", "Hall", "building", "HILL"),
    "LOST": Place("LOST", "Lost", "town"),
}
PACK = Pack("p", "d", ACTORS, PLACES, {})


def told(
    frame: str, day: str = "2018-10-15", stance: str = "asserts", speaker: str = "X", places: tuple[str, ...] = (), **args: str
) -> Told:
    roles = tuple((role, Argument(name, 0, 1, name if name in ACTORS else None)) for role, name in args.items())
    claim = Claim(
        id="c1",
        start=0,
        end=1,
        type="attack",
        frame=frame,
        gloss="a gloss",
        args=roles,
        stance=stance,
        speaker=Speaker("Somebody", speaker),
        chain=("Page",),
        own=False,
        proposition="p1",
        valid=ValidTime(day, day),
        asserted=day,
        place_ids=places,
    )
    return Told(claim, day, f"{day}T12:00:00Z", ("d1",), day)


def bearings(one: Told) -> list[tuple[str, int, str, bool]]:
    return [(b.atom, b.sign, b.act, b.surely) for b in propose(agreement(), [one], PACK) if isinstance(b, Bearing)]


SHOT = ("S1.a@NORTH", -1, "military_operations", True)
CASES = [
    ("an attack in the zone", told("attacks", attacker="N-ARMY", places=("HILL",)), [SHOT]),
    (
        "on one left out",
        told("attacks", attacker="N-ARMY", target="LANTERN", places=("HILL",)),
        [SHOT, ("S1.a@NORTH", -1, "attack_excluded", True)],
    ),
    ("by one left out", told("attacks", attacker="WICK", target="N-ARMY", places=("HILL",)), []),
    ("elsewhere", told("attacks", attacker="N-ARMY", places=("FAR",)), []),
    ("perhaps there", told("attacks", attacker="NORTH"), [(*SHOT[:3], False)]),
    ("around it", told("advances", mover="NORTH", places=("COUNTY",)), [(*SHOT[:3], False)]),
    ("denied", told("advances", stance="denies", mover="NORTH", places=("HILL",)), [("S1.a@NORTH", 1, "military_operations", True)]),
    ("foretold", told("advances", stance="predicts", mover="NORTH", places=("HILL",)), []),
    ("cannot be confirmed", told("advances", stance="cannot-confirm", mover="NORTH", places=("HILL",)), []),
    ("after it ended", told("advances", day="2018-10-27", mover="NORTH", places=("HILL",)), []),
    ("a deed after its deadline", told("withdraws", day="2018-10-20", mover="GEN", places=("MILL",)), []),
    (
        "a refusal to do it",
        told("refuses", day="2018-10-20", party="GEN", matter="to withdraw its guns", places=("MILL",)),
        [("S1.b@NORTH", -1, "withdraw_heavy_weapons", True)],
    ),
    ("a refusal of something else", told("refuses", party="GEN", matter="to speak", places=("MILL",)), []),
    ("too early", told("advances", day="2018-10-12", mover="NORTH", places=("HILL",)), []),
    ("by somebody else", told("advances", mover="MONITOR", places=("HILL",)), []),
    ("a withdrawal near enough", told("withdraws", mover="GEN", places=("MILL",)), [("S1.b@NORTH", 1, "withdraw_heavy_weapons", True)]),
    ("some left an area", told("leaves", people="some", origin="the mill"), [("S2.b", 1, "leave_unhindered", True)]),
    ("some left for the day", told("leaves", people="some"), []),
    ("an acceptance", told("accepts", party="NORTH", matter="the truce"), [("accepted@NORTH", 1, "accepts", True)]),
    ("of something else", told("accepts", party="NORTH", matter="the prize"), []),
    ("denied", told("accepts", stance="denies", party="NORTH", matter="the truce"), [("accepted@NORTH", -1, "rejects", True)]),
    ("a refusal denied", told("rejects", stance="denies", party="NORTH", matter="the truce"), []),
    ("there is one", told("in-force", agreement="the truce"), [("exists", 1, "", True)]),
    ("elsewhere", told("in-force", agreement="the truce", places=("FAR",)), []),
    ("another one, reached later", told("reaches", day="2018-12-15", plan="a truce"), []),
    ("it was reached", told("reaches", plan="a truce"), [("exists", 1, "", True)]),
    ("it ended", told("collapses", agreement="the truce"), [("exists", -1, "", True)]),
    ("it failed, which sets nobody free", told("fails", agreement="the truce"), []),
    (
        "a breach denied",
        told("breaches", stance="denies", party="SOUTH", agreement="the truce"),
        [("S1.a@SOUTH", 1, "military_operations", True), ("exists", 1, "", True)],
    ),
]


@pytest.mark.parametrize(("name", "one", "expected"), CASES, ids=[f"{row[0]}-{at}" for at, row in enumerate(CASES)])
def test_what_the_program_proposes(name: str, one: Told, expected: list[tuple[str, int, str, bool]]) -> None:
    assert bearings(one) == expected, name


def test_who_breaks_a_truce_breaks_what_it_forbids_and_who_keeps_it_keeps_all_of_it() -> None:
    broken = bearings(told("breaches", party="NORTH", agreement="the truce"))
    assert broken == [("S1.a@NORTH", -1, "military_operations", True), ("exists", 1, "", True)]
    kept = bearings(told("keeps", party="NORTH", agreement="the truce"))
    assert {row[:2] for row in kept} == {("S1.a@NORTH", 1), ("S1.b@NORTH", 1), ("exists", 1)}
    two = agreement(WEIR.replace("- {id: S1.c", "- {id: S1.d, must_not: reinforce, who: [NORTH]}\n      - {id: S1.c"))
    found = [row for row in propose(two, [told("breaches", party="NORTH", agreement="the truce")], PACK) if isinstance(row, Bearing)]
    assert {(row.atom, row.surely) for row in found} == {("S1.a@NORTH", False), ("S1.d@NORTH", False), ("exists", True)}


def test_whom_an_act_was_done_to_counts_where_the_text_says_so() -> None:
    made = agreement(WEIR.replace("must_not: military_operations", "must_not: attack_parties"))
    for target, surely in (
        ("SOUTH", True),
        ("WICK", None),
        ("LANTERN", None),
        ("HOUSE", False),
        ("GUNMEN", False),
        ("GEN", None),
        ("quarters held by South", True),
        ("the lantern-held mill", None),
        ("southern quarters", False),
    ):
        one = told("attacks", attacker="N-ARMY", target=target, places=("HILL",))
        found = [row.surely for row in propose(made, [one], PACK) if isinstance(row, Bearing) and row.act == "attack_parties"]
        assert found == ([] if surely is None else [surely]), target


def test_what_has_no_day_may_be_about_it_and_is_sure_of_nothing() -> None:
    for frame, roles, count in (("breaches", {"party": "NORTH", "agreement": "the truce"}, 2), ("attacks", {"attacker": "NORTH"}, 0)):
        one = told(frame, places=("HILL",), **roles)
        undated = replace(one, published=None, claim=replace(one.claim, valid=ValidTime(None, None), asserted=None))
        assert [row.surely for row in propose(agreement(), [undated], PACK) if isinstance(row, Bearing)] == [False] * count


def test_what_took_its_place_ends_what_bears_on_it() -> None:
    shot = told("attacks", attacker="N-ARMY", places=("HILL",))
    for opens, count in (("2018-10-15", 0), ("2018-10-16", 1)):
        text = WEIR.replace("id: weir-truce", "id: other\nreplaces: weir-truce").replace("from: 2018-10-13T18:00\nin", f"from: {opens}\nin")
        assert len(list(propose(agreement(), [shot], PACK, [agreement(), agreement(text)]))) == count


def test_who_may_be_meant_disputes_and_does_not_establish() -> None:
    assert bearings(told("advances", mover="GUNMEN", places=("HILL",))) == [("S1.a@SOUTH", -1, "military_operations", False)]


def test_a_pronoun_means_the_agreement_where_its_document_names_it() -> None:
    it = replace(told("rejects", party="SOUTH", matter="it"), document="d1")
    named = replace(told("in-force", agreement="the truce"), document="d1")
    for rows, count in (([it], 0), ([it, named], 1), ([it, replace(named, document="d2")], 0)):
        found = [row for row in propose(agreement(), rows, PACK) if isinstance(row, Bearing) and row.atom == "accepted@SOUTH"]
        assert len(found) == count


def test_the_truce_is_the_last_one_there_was() -> None:
    said = told("in-force", agreement="the truce")
    first = agreement(WEIR.replace("from: 2018-10-13T18:00\nin", "dated: 2018-10-08\nfrom: 2018-10-13T18:00\nin"))
    for dated, count in (("2018-10-14", 0), ("2018-10-16", 1)):
        other = agreement(WEIR.replace("id: weir-truce", f"id: other\ndated: {dated}"))
        assert len(list(propose(first, [said], PACK, [first, other]))) == count


def test_a_partys_own_word_is_known_as_such_and_nothing_is_confirmed() -> None:
    (one,) = (
        row
        for row in propose(agreement(), [told("withdraws", speaker="GEN", mover="N-ARMY", places=("MILL",))], PACK)
        if isinstance(row, Bearing)
    )
    assert (one.speaker, one.confirmed, one.chain) == ("NORTH", False, ("d1",))


def test_who_could_see_what() -> None:
    def seen(frame: str, observer: str, *places: str) -> list[Coverage]:
        found = propose(agreement(), [told(frame, observer=observer, places=places)], PACK)
        return [row for row in found if isinstance(row, Coverage)]

    (one,) = seen("observes", "MONITOR", "QUARRY-ROAD")
    assert (one.zone, one.monitor, one.given, one.observer) == ("road", True, True, "MONITOR")
    (refused,) = seen("access-refused", "MONITOR", "COUNTY")
    assert (refused.zone, refused.given) == ("road", False)
    (own,) = seen("observes", "N-ARMY", "QUARRY-ROAD")
    assert own.monitor is False
    assert seen("observes", "MONITOR", "MILL") == []  # a part of a zone is not the zone


def test_zones_and_parties() -> None:
    road = Zone("z", ("QUARRY-ROAD",), op=">=", distance_km=2)
    inside = {name: lies_in((name,), road, PACK) for name in ("QUARRY-ROAD", "MILL", "COUNTY", "FAR", "LOST", "UNKNOWN")}
    assert inside == {"QUARRY-ROAD": True, "MILL": True, "COUNTY": None, "FAR": False, "LOST": None, "UNKNOWN": None}
    assert lies_in(("MILL",), Zone("z", ("QUARRY-ROAD",)), PACK) is False
    assert lies_in(("FAR", "MILL"), road, PACK) is True
    assert lies_in(("FAR", "COUNTY"), road, PACK) is False  # the county is named as what the town lies in
    assert [lies_in((name,), road, PACK) for name in ("FAR-HALL", "NEAR-HALL")] == [False, None]
    assert lies_in((), road, PACK) is None
    assert lies_in((), None, PACK) is True
    assert [stands_for(name, "NORTH", PACK) for name in ("GEN", "NORTH", "N", "SOUTH", None)] == [True, True, True, False, False]


def test_a_table_with_a_mistake_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bearings.yaml"
    path.write_text("acts: {dance: [{frames: attacks, shows: done}]}\n", encoding="utf-8")
    with pytest.raises(AgreementError, match="no act"):
        rules(path)
