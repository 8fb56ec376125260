"""Positions by text and mirror pairs by what is kept of claims: a page is that of all rows, and follows the record."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import pytest

from reportedly.model import Claim, Reading
from reportedly.model.pack import Actor, Pack
from reportedly.query import ClaimFilter, view
from reportedly.query import source as taken
from reportedly.query.groups import Depth
from reportedly.query.left import Left
from reportedly.review import judge
from reportedly.store import Ledger, redact
from reportedly.track.matrix import matrix_of
from reportedly.track.mirrors import mirror_track
from reportedly.track.track import Track
from reportedly.truce.view import View
from tests.ledgers import small
from tests.strategies import RUN
from tests.unit.review.conftest import reviewer
from tests.unit.track.sight import told

OUTLINED = (matrix_of(), mirror_track())
NAMES = {"NORTH": "the North", "FLEET": "the Fleet", "SOUTH": "the South", "SOME": "unspecified armed groups"}
SUPERIOR = {"FLEET": "NORTH", "SOUTH": "LEAGUE"}  # no pack knows the league
PACK = Pack("p", "d", {key: Actor(key, name, "armed-group", SUPERIOR.get(key)) for key, name in NAMES.items()}, {}, {})
WHO = ("NORTH", "FLEET", "SOUTH", "LEAGUE", "SOME", "EAST", "the mayor", "we")
MATTERS = ("the truce", "a ceasefire", "the mill plan", "the new mill plan", "it", "")
FRAMES = ("accepts", "rejects", "suspends", "walks-away", "breaches", "proposes")
TYPES = {"breaches": "compliance", "proposes": "proposal"}
FIRST = date(2031, 5, 1)
CLOCKS = (View("2031-12-31"), View("2031-05-20"), View("2031-12", known_by="2031-01-05", chains=2), View("2031-12-31", judged=False))
WHERES = (
    ClaimFilter(),
    ClaimFilter(place="@quay"),
    ClaimFilter(speaker="north"),
    ClaimFilter(actor="LEAGUE"),
    ClaimFilter(frame=("rejects",)),
)


def acts(number: int, count: int = 12) -> Reading:
    """Return a document with acts on texts, and charges, of invented parties; always the same."""
    chance, found = random.Random(number), small(number)  # noqa: S311 - invented data
    return replace(found, claims=tuple(act(100 * number + at, chance, found.claims or ()) for at in range(count)))


def act(number: int, chance: random.Random, places: Sequence[Claim]) -> Claim:
    frame, where, day = chance.choice(FRAMES), chance.choice(places), (FIRST + timedelta(days=chance.randint(0, 70))).isoformat()
    names = {"party": chance.choice(WHO), "matter": chance.choice(MATTERS)}
    if chance.random() < 0.3:
        names["party_2"] = chance.choice(WHO)
    more: dict[str, Any] = {"place_ids": (chance.choice(("@quay", "@mill")),), "places": ("Quay",), "own": chance.random() < 0.2}
    more |= {"agreement": chance.choice((None, None, "g:1"))} | {name: value for name, value in names.items() if value}
    stance = chance.choice(("asserts", "reports", "denies"))
    made = told(number, frame, day, chance.choice(("north", "fleet", "league", "south", "some", "east")), stance, **more)
    return replace(made.claim, type=TYPES.get(frame, "position"), start=where.start, end=where.end, run=where.run, method=where.method)


@pytest.fixture(name="held", scope="module")
def _held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger.open(tmp_path_factory.mktemp("outlined") / "l.db") as ledger:
        for number in range(1, 8):
            ledger.writer(RUN).add(acts(number))
        yield ledger


def rows(ledger: Ledger, track: Track[Any], where: ClaimFilter, asked: View = CLOCKS[0], **more: Any) -> list[Any]:  # noqa: ANN401
    return list(view(ledger, where, track, asked=asked, pack=PACK, **more))


def every(ledger: Ledger, wheres: Sequence[ClaimFilter] = WHERES[:1], clocks: Sequence[View] = CLOCKS[:1]) -> list[Any]:
    return [rows(ledger, track, where, asked) for track in OUTLINED for where in wheres for asked in clocks]


def test_pages_are_those_of_all_rows_from_what_is_kept_and_from_all_claims(held: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = every(held, WHERES, CLOCKS)
    assert all(len(found) > 1 for found in every(held))
    for track, where in product(OUTLINED, WHERES[:2]):
        whole = rows(held, track, where)
        for offset in range(0, len(whole) + 1, 4):
            left = Left()
            assert rows(held, track, replace(where, limit=4, offset=offset), left=left) == whole[offset : offset + 4]
            assert left == Left(max(0, len(whole) - offset - 4))
    monkeypatch.setattr(taken, "edition", lambda: "another")
    assert every(held, WHERES, CLOCKS) == kept


@pytest.mark.parametrize(("track", "least"), [(matrix_of(), 1), (mirror_track(), 2)])
def test_of_a_row_the_newest_claims_are_looked_at_and_the_rest_is_counted(held: Ledger, track: Track[Any], least: int) -> None:
    left = Left()
    whole, few = rows(held, track, ClaimFilter()), rows(held, track, ClaimFilter(), depth=Depth(2, 2), left=left)
    assert sum(len(row.ids) for row in whole) - sum(len(row.ids) for row in few) == left.claims > 0
    assert len(few) == len(whole)
    assert all(least <= len(row.ids) and any(row.ids <= other.ids for other in whole) for row in few)


def test_what_is_kept_follows_the_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.open(tmp_path / "l.db") as ledger, Ledger.open(tmp_path / "l.db") as other:
        seen = [every(ledger)]
        ledger.writer(RUN).add(acts(1, 24))
        seen.append(every(ledger))
        other.writer(RUN).add(acts(2, 24))
        seen.append(every(ledger))
        told = sorted(one.id for one in acts(1, 24).claims or () if one.id in seen[-1][0][0].ids | seen[-1][0][1].ids)
        judge(other, told[0], "reject", {}, reviewer("Ada"))
        seen.append(every(ledger))
        redact(ledger, acts(2).document.id, reason="names a person", by="editor")
        seen.append(every(ledger))
        assert all(one != later for one, later in pairwise(seen))
        with ledger.reading() as connection:
            query = "SELECT count(*) FROM sighting_brief m JOIN claim c ON c.seq = m.claim WHERE c.document = ?"
            assert connection.exec_driver_sql(query, (acts(2).document.id,)).scalar() == 0
        monkeypatch.setattr(taken, "edition", lambda: "another")
        assert every(ledger) == seen[-1]
