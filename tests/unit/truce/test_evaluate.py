from __future__ import annotations

from typing import Any

import pytest

from reportedly.truce.disjoint import disjoint
from reportedly.truce.evidence import Chain, chain_of
from reportedly.truce.value import Value
from tests.unit.truce.worlds import ACCEPTED, Given, bear, verdict, verdicts, watch

KEPT, BREACHED, DISPUTED, UNKNOWN = Value.KEPT, Value.BREACHED, Value.DISPUTED, Value.UNKNOWN
BAN, PULL = "S1.a@NORTH", "S1.b@NORTH"
SEEN = watch("2018-10-13", "2018-10-31", zone="box")
WIDE = bear(BAN, -1, begin="2018-10-01", until="2018-10-20", said="2018-10-20")
SIDES = [watch("2018-10-13", "2018-10-31", name, observer=name, monitor=False) for name in ("NORTH", "SOUTH")]
NOT_BY, IN_TIME = bear(PULL, -1, "2018-10-16"), bear(PULL, 1, "2018-10-14")
FLOOD = [bear("flooded", sign, "2018-10-14") for sign in (1, -1)]

Case = tuple[str, list[Given], dict[str, Any], Value, str]
BANS: list[Case] = [
    ("no report is unknown", [], {}, UNKNOWN, "coverage of box"),
    ("a shot is a breach", [bear(BAN, -1, "2018-10-15")], {}, BREACHED, ""),
    ("before it began it is none", [bear(BAN, -1, "2018-10-12")], {}, UNKNOWN, ""),
    ("after it ended it is none", [bear(BAN, -1, "2018-10-25")], {}, UNKNOWN, ""),
    ("a forecast is no report", [bear(BAN, -1, "2018-10-15", said="2018-10-14")], {}, UNKNOWN, "coverage of box"),
    ("what may lie outside does not establish", [WIDE], {}, UNKNOWN, "not surely"),
    ("but it disputes", [WIDE, bear(BAN, 1, "2018-10-15")], {}, DISPUTED, "both sides"),
    ("perhaps elsewhere", [bear(BAN, -1, "2018-10-15", surely=False)], {}, UNKNOWN, "not surely"),
    ("nobody's word keeps a ban", [bear(BAN, 1, "2018-10-15", speaker="X")], {}, UNKNOWN, "coverage of box"),
    ("a monitor does", [SEEN], {}, KEPT, ""),
    ("one that sees half of it does not", [watch("2018-10-13", "2018-10-16", zone="box")], {}, UNKNOWN, "coverage of box"),
    ("nor one elsewhere", [watch("2018-10-13", "2018-10-31", zone="road")], {}, UNKNOWN, "coverage of box"),
    ("two halves do", [watch("2018-10-13", "2018-10-17", "w1"), watch("2018-10-18", "2018-10-31", "w2")], {}, KEPT, ""),
    ("refused access is a finding", [SEEN, watch("2018-10-15", "2018-10-15", "w2", given=False)], {}, UNKNOWN, "access refused, w2"),
    ("one side seeing is not enough", [SIDES[0]], {}, UNKNOWN, "coverage"),
    ("both sides are", [*SIDES], {}, KEPT, ""),
]
DUTIES: list[Case] = [
    ("a deed is enough", [bear(PULL, 1, "2018-10-14", speaker="X")], {}, KEPT, "closed"),
    ("but not one's own word", [bear(PULL, 1, "2018-10-14", speaker="NORTH")], {}, UNKNOWN, "due: nobody's word but that of NORTH"),
    ("not by the deadline", [NOT_BY], {}, BREACHED, "due"),
    ("not yet contradicts no later deed", [bear(PULL, -1, "2018-10-13"), bear(PULL, 1, "2018-10-14")], {}, KEPT, "closed"),
    ("not after the deed disputes it", [bear(PULL, -1, "2018-10-15"), IN_TIME], {}, DISPUTED, "due: both sides"),
    ("pending before its deadline", [bear(PULL, -1, "2018-10-14")], {"as_of": "2018-10-14"}, UNKNOWN, "pending: is not reached"),
    ("what comes after is not known then", [NOT_BY], {"known_by": "2018-10-15"}, UNKNOWN, "due: no claim"),
    ("nor what was recorded later", [NOT_BY], {"recorded_by": "2018-10-15"}, UNKNOWN, "due: no claim"),
    ("excused", [NOT_BY, FLOOD[0]], {}, KEPT, "due"),
    ("an excuse that nobody speaks of", [NOT_BY, bear("flooded", 1, "2018-11-09")], {}, UNKNOWN, "due: flooded: no claim"),
    ("a disputed excuse", [NOT_BY, *FLOOD], {}, DISPUTED, "due: flooded"),
    ("an unproved duty with one", [*FLOOD], {}, DISPUTED, "due: no claim"),
]


@pytest.mark.parametrize("case", BANS, ids=[case[0] for case in BANS])
def test_what_claims_come_to_of_a_prohibition(case: Case) -> None:
    _, given, view, value, missing = case
    found = verdict("S1.a", "NORTH", *given, **view)
    assert (found.in_force, found.value, found.state) == ("yes", value, "closed")
    assert missing in " ".join(sorted(found.found.missing))
    assert bool(found.found.missing) is not value.definite


@pytest.mark.parametrize("case", DUTIES, ids=[case[0] for case in DUTIES])
def test_what_claims_come_to_of_a_duty(case: Case) -> None:
    _, given, view, value, told = case
    state, _, missing = told.partition(": ")
    found = verdict("S1.b", "NORTH", *given, **view)
    assert (found.in_force, found.value, found.state) == ("yes", value, state)
    assert missing in " ".join(sorted(found.found.missing))


def test_two_chains_weaken() -> None:
    one, other = IN_TIME, bear(PULL, 1, "2018-10-14")
    assert verdict("S1.b", "NORTH", one, chains=2).found.missing >= {"S1.b NORTH: alleged so, 1 chain"}
    two = verdict("S1.b", "NORTH", one, other, chains=2)
    assert (two.found.value, two.value, two.in_force) == (KEPT, None, "not shown")


def test_kept_through_the_exception_alone_is_excused() -> None:
    late, flood = bear(PULL, -1, "2018-10-16"), bear("flooded", 1, "2018-10-14", confirmed=False)
    found = verdict("S1.b", "NORTH", late, flood)
    assert (found.excused, found.bare.value) == (True, BREACHED)
    assert found.found.unconfirmed == {flood.claim}
    assert verdict("S1.b", "NORTH", bear(PULL, 1, "2018-10-14"), flood).excused is False


def test_what_depends_on_the_reading_says_so() -> None:
    shot = bear(BAN, -1, "2018-10-15", act="attack_excluded")
    wide, narrow = (verdict("S1.a", "NORTH", shot, SEEN, reading=name) for name in ("wide", "narrow"))
    assert (wide.value, narrow.value, wide.firm) == (BREACHED, KEPT, False)
    other = verdict("S1.a", "NORTH", bear(BAN, -1, "2018-10-15"), reading="wide")
    assert (other.value, other.firm) == (BREACHED, True)
    assert verdict("S1.b", "NORTH").reading is None


def test_stages_begin_with_what_they_wait_for() -> None:
    both: list[Given] = [bear(PULL, 1, "2018-10-14"), SEEN]
    early = verdict("S2.a", None, *both, as_of="2018-10-18")
    assert (early.state, early.value) == ("dormant", UNKNOWN)
    assert any("held until 2018-10-20 18:00" in lack for lack in early.found.missing)
    assert verdict("S2.a", None, *both, as_of="2018-10-21").state == "pending"
    late = [*both, bear("S2.a", -1, "2018-10-23")]
    assert verdict("S2.a", None, *late, as_of="2018-10-23").value is BREACHED
    broken = verdict("S2.a", None, *both, bear(BAN, -1, "2018-10-15"), bear("S2.a", 1, "2018-10-22"))
    assert (broken.state, broken.value) == ("dormant", UNKNOWN)
    assert verdict("S2.b", None, *both, bear("S2.b", -1, "2018-10-22")).value is BREACHED
    assert verdict("S1.c", "LEAGUE", bear("S1.c@LEAGUE", -1, "2018-10-22")).found.missing == {"S1.c LEAGUE: no deadline stated"}


FORCE: list[tuple[str, list[Given], str, str]] = [
    ("its own word", [], "yes", ""),
    ("its own later word", [bear("accepted@NORTH", -1, "2018-10-18", act="rejects", speaker="NORTH")], "ended", ""),
    ("its own earlier word", [bear("accepted@NORTH", -1, "2018-10-10", act="rejects", speaker="NORTH")], "yes", ""),
    ("others before it", [bear("accepted@NORTH", -1, "2018-10-10", act="rejects", speaker="X")], "yes", ""),
    ("others after it", [bear("accepted@NORTH", -1, "2018-10-14", act="rejects", speaker="X")], "disputed", ""),
    ("on a condition", [bear("accepted@NORTH", 0, "2018-10-14", "k", act="conditions", speaker="NORTH")], "not shown", "on a condition, k"),
    ("it goes back on it", [bear("accepted@NORTH", -1, "2018-10-18", act="ends", speaker="NORTH")], "ended", ""),
    ("before it began", [bear("accepted@NORTH", -1, "2018-10-13", act="ends", speaker="NORTH")], "no", ""),
    ("it is over", [bear("exists", 1, "2018-10-13"), bear("exists", -1, "2018-10-18")], "ended", ""),
    ("and holds, says another", [bear("exists", -1, "2018-10-18"), bear("exists", 1, "2018-10-19")], "disputed", "both sides"),
    ("another was over", [bear("exists", -1, "2018-10-10")], "yes", ""),
    ("over at an unknown time", [bear("exists", -1, None, until="2018-10-30", said="2018-10-30")], "yes", ""),
    ("over, perhaps", [bear("exists", -1, "2018-10-18", surely=False)], "not shown", "not surely"),
]


@pytest.mark.parametrize("case", FORCE, ids=[case[0] for case in FORCE])
def test_who_is_bound_is_a_matter_of_its_own_acts(case: tuple[str, list[Given], str, str]) -> None:
    _, given, word, missing = case
    found = verdict("S1.b", "NORTH", *given, bear(PULL, -1, "2018-10-16"))
    assert found.in_force == word
    assert found.value is (BREACHED if word in {"yes", "ended"} else None)
    assert found.if_in_force is (BREACHED if word == "disputed" else None)
    assert missing in " ".join(found.force.missing)


def test_no_verdict_where_nobody_is_bound() -> None:
    shot = bear(PULL, -1, "2018-10-16")
    (nobody,) = (each for each in verdicts([shot]) if each.term == "S1.b")
    assert (nobody.in_force, nobody.value) == ("not shown", None)
    assert nobody.found.against == {shot.claim}
    assert verdict("S1.b", "NORTH", as_of="2018-10-13", known_by="2018-10-12").in_force == "yes"
    assert verdict("S1.b", "NORTH", as_of="2018-10-12").in_force == "not yet"
    only_ends = [bear("accepted@NORTH", -1, "2018-10-14", act="ends", speaker="X"), ACCEPTED[1]]
    (found,) = (each for each in verdicts(only_ends) if each.term == "S1.b")
    assert found.in_force == "not shown"


def test_chains_share_no_node() -> None:
    def chains(*nodes: str) -> list[Chain]:
        return [chain_of(each) for each in nodes]

    assert disjoint(chains("ab", "bc"), 2) == 1
    assert disjoint(chains("ab", "ac", "bd", "e"), 9) == 3
    assert disjoint(chains("abc", "ad", "be", "cf"), 3) == 3
    assert disjoint([], 1) == 0
    pairs = [chain_of((f"x{at}", f"x{other}")) for at in range(30) for other in range(at)]
    assert disjoint(pairs, 20) <= 15
