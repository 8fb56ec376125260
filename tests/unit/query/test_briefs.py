"""Rows that are told apart by few words kept of each claim are those that all claims give, whatever came later."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.ids import number_for
from reportedly.model import ValidTime
from reportedly.model.pack import Pack
from reportedly.query import ClaimFilter, allegation_register, view
from reportedly.query.briefs import BriefsAtHand
from reportedly.query.incidents import Incidents
from reportedly.query.left import Left
from reportedly.query.pairs import Pair, Pairs
from reportedly.store import Ledger, redact
from reportedly.store.briefs import Brief
from reportedly.track.alleged import Alleged, alleged, tell
from reportedly.track.contacts import CONTACTS
from reportedly.track.seen import Glass, Seen
from reportedly.track.together import incidents
from reportedly.truce.view import View
from tests.ledgers import small
from tests.strategies import RUN
from tests.unit.track.sight import told

PACK = Pack("p", "d", {}, {}, {})
GLASS = Glass("2031-03-01", wide=lambda place: place == "@isle")
FIRST = date(2031, 1, 1)
AT = ("@quay", "@mill", "@isle")


def day(number: int) -> str:
    return (FIRST + timedelta(days=number)).isoformat()


@st.composite
def charges(draw: st.DrawFn) -> list[Seen]:
    found = []
    for number in range(draw(st.integers(1, 14))):
        begin, lasts = draw(st.integers(0, 70)), draw(st.sampled_from((0, 0, 0, 2, 30)))
        places = tuple(draw(st.lists(st.sampled_from(AT), max_size=2, unique=True)))
        fields: dict[str, Any] = {"valid": ValidTime(day(begin), day(begin + lasts)), "asserted": day(begin + lasts), "place_ids": places}
        fields |= {
            "abuse": draw(st.sampled_from(("gas", "a massacre", "the hospital"))),
            "accused": draw(st.sampled_from(("NORTH", "SOUTH"))),
        }
        fields |= {"stance": draw(st.sampled_from(("asserts", "denies", "demands"))), "by": draw(st.sampled_from(("a clerk", "north")))}
        found.append(told(number, "alleged-abuse", type="allegation", **fields))
    return found


class Found(Pairs):
    """Pairs at hand."""

    def __init__(self, pairs: Iterable[Pair], ids: dict[int, str]) -> None:
        self._all, self._ids = list(pairs), ids

    def of(self, ids: Collection[str]) -> list[Pair]:
        return [pair for pair in self._all if {pair.a, pair.b} & set(ids)]

    def numbers(self, ids: Iterable[str]) -> dict[int, str]:
        return {number: key for number, key in self._ids.items() if key in set(ids)}


def _numbers(groups: Iterable[Iterable[Alleged]]) -> set[frozenset[int]]:
    return {frozenset(each.number for each in group) for group in groups}


@settings(max_examples=60)
@given(charges(), st.lists(st.tuples(st.integers(0, 13), st.integers(0, 13), st.sampled_from(("cause", "denial"))), max_size=3), st.data())
def test_incidents_are_told_from_the_latest_days_backward_each_whole(
    seen: list[Seen], ends: list[tuple[int, int, str]], data: st.DataObject
) -> None:
    ids = {number: one.claim.id for number, one in enumerate(seen)}
    pairs = Found([Pair(at, kind, ids[a], ids[b]) for at, (a, b, kind) in enumerate(ends) if a in ids and b in ids and a != b], ids)
    kept = [(number, brief) for number, one in enumerate(seen) if (brief := tell(one, lambda _: None)) is not None]
    every = [alleged(number, brief.told) for number, brief in kept if brief.told[3] <= GLASS.as_of]
    groups = incidents(
        [each for each in every if each.stance != "demands"],
        [(pair.a, pair.b) for pair in pairs.of(ids.values()) if pair.kind == "cause"],
        GLASS,
    )
    rows = [
        Brief(1, each.last, each.number, each.begin, 0, json.dumps(brief.told), tuple(map(number_for, brief.shelves)))
        for each in every
        for number, brief in kept
        if number == each.number
    ]
    told_of = Incidents(BriefsAtHand(rows, date.fromisoformat(GLASS.as_of).toordinal()), pairs, GLASS)
    found = [group for part, _ in told_of.latest(1, None) for group in part]
    assert _numbers(found) == _numbers(groups)
    last = [max(each.last for each in group) for group in found]
    ends_of = [len(part) for part, _ in told_of.latest(1, None)]
    heads = [last[sum(ends_of[:at]) : sum(ends_of[: at + 1])] for at in range(len(ends_of))]
    assert all(min(one) >= max(other) for one, other in pairwise(heads) if one and other)
    passing = data.draw(st.sets(st.sampled_from(sorted(ids))))
    some = {frozenset(numbers) for numbers in _numbers(groups) if numbers & passing}
    assert some <= _numbers(group for part, _ in told_of.latest(1, passing) for group in part) <= _numbers(groups)


CLOCKS = (View("2032-01-01"), View("2031-05-02"), View("2032-01-01", known_by="2031-05-01"))
WHERES = (
    ClaimFilter(),
    ClaimFilter(limit=1),
    ClaimFilter(limit=2, offset=1),
    ClaimFilter(place="@quay", limit=3),
    ClaimFilter(stance=("denies",)),
)
CHARGE: dict[str, Any] = {"type": "allegation", "abuse": "gas", "accused": "NORTH", "place_ids": ("@quay",), "places": ("the quay",)}
MEETING: dict[str, Any] = {"type": "contact", "participant": "NORTH", "participant_2": "SOUTH"}
CLAIMS = (
    told(1, "alleged-abuse", "2031-05-01", **CHARGE),
    told(2, "alleged-abuse", "2031-05-02", stance="denies", by="north", **CHARGE),
    told(3, "alleged-abuse", "2031-05-09", **CHARGE | {"place_ids": ("@mill",), "places": ("the mill",)}),
    told(4, "investigates", "2031-05-02", type="statement", inquirer="PANEL", matter="the gas"),
    told(5, "meets", "2031-05-01", **MEETING),
    told(6, "talks-called-off", "2031-05-01", stance="denies", by="south", **MEETING | {"type": "contact", "talks": "the mill talks"}),
    told(7, "meets", "2031-06-01", **MEETING),
)


def _rows(ledger: Ledger, where: ClaimFilter, asked: View) -> list[list[Any]]:
    return [
        list(allegation_register(ledger, where, asked=asked, pack=PACK)),
        list(view(ledger, where, CONTACTS, asked=asked, pack=PACK)),
    ]


def _all(ledger: Ledger, *, judged: bool) -> list[list[list[Any]]]:
    return [_rows(ledger, where, replace(asked, judged=judged)) for where in WHERES for asked in CLOCKS[: 1 if where.limit else 3]]


def test_what_is_kept_follows_the_record(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db") as ledger:
        counts = []
        for number in (1, 2):
            found = small(number)
            (page, *_) = found.claims or ()
            there: dict[str, Any] = {
                "start": page.start,
                "end": page.end,
                "attribution": page.attribution,
                "run": page.run,
                "method": page.method,
            }
            ledger.writer(RUN).add(
                replace(found, claims=tuple(replace(one.claim, id=f"{one.claim.id}{number}", **there) for one in CLAIMS))
            )
            kept = _all(ledger, judged=True)
            assert kept == _all(ledger, judged=False)  # which is never kept
            counts.append([len(rows) for rows in kept[0]])
        assert all(counts[0])
        left = Left()
        list(allegation_register(ledger, ClaimFilter(limit=1), asked=CLOCKS[0], pack=PACK, left=left))
        assert left.rows + left.least >= 1
        redact(ledger, found.document.id, reason="names a person", by="editor")
        assert [len(rows) for rows in _all(ledger, judged=True)[0]] == counts[0]
        with ledger.reading() as connection:
            held = connection.exec_driver_sql("SELECT count(*), count(DISTINCT claim) FROM sighting_brief").one()
        assert tuple(held) == (6, 6)
