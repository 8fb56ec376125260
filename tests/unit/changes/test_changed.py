"""What changed is what the views at both moments differ in, and nothing else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly import clock
from reportedly.changes import Change, Since, changed, since_of
from reportedly.changes.holders import _told  # what a place came to, in words
from reportedly.errors import OptionError
from reportedly.model import Contradiction
from reportedly.packs import read_packs
from reportedly.query import ClaimFilter, view
from reportedly.review import judge, undo
from reportedly.store import Ledger, looks
from reportedly.track.control import CONTROL
from reportedly.truce.view import View
from tests.strategies import RUN
from tests.unit.changes.turns import FIRST, SECOND, reading
from tests.unit.review.conftest import reviewer

PACK = read_packs((str(Path(__file__).parents[3] / "examples" / "ilmarra" / "pack"),)).pack
LATER = replace(RUN, program="99")
BEFORE, AFTER = "2031-05-01", "2031-05-02"


@pytest.fixture(name="held", scope="module")
def _held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with pytest.MonkeyPatch.context() as patch, Ledger.open(tmp_path_factory.mktemp("changes") / "l.db") as ledger:
        patch.setattr(clock, "now", lambda: dt.datetime(2031, 5, 1, 12, tzinfo=dt.UTC))
        ledger.writer(RUN).add(reading(1, FIRST, "2018-10-11"))
        patch.setattr(clock, "now", lambda: dt.datetime(2031, 5, 2, 12, tzinfo=dt.UTC))
        second = reading(2, SECOND, "2018-10-13")
        ledger.writer(RUN).add(second)
        pair = Contradiction("contradiction:1", "control", FIRST[0].claim.id, SECOND[0].claim.id, "one place, two holders")
        ledger.writer(RUN).link([], [pair])
        ledger.writer(RUN).judge(SECOND[0].claim.id, "accept", by="a reviewer", reason="seen")
        yield ledger


def found(held: Ledger, looks_: Since, **where: str) -> dict[str, list[Change]]:
    """Return what changed, by kind."""
    rows = changed(held, ClaimFilter.from_params(where), looks_, pack=PACK).rows
    kinds: dict[str, list[Change]] = {}
    for row in rows:
        kinds.setdefault(row.kind, []).append(row)
    return kinds


LOOKS = (
    since_of("2031-05-02", "", {"as_of": "2018-10-20"}),  # by what was recorded
    since_of("2031-05-01T12:00:00Z", "", {"as_of": "2018-10-20"}),
    since_of("", "2018-10-12", {"as_of": "2018-10-20"}),  # by what was published
)


@pytest.mark.parametrize("asked", LOOKS)
def test_before_and_after(held: Ledger, asked: Since) -> None:
    kinds = found(held, asked)
    (place,), (road,), (figure,), (stand,), (pair,), (document,) = (
        kinds[kind] for kind in ("control", "route", "figure", "position", "contradiction", "document")
    )
    assert (place.what, place.by, place.claims) == ("quay", ("a clerk",), (SECOND[0].claim.id,))
    assert (place.before, place.after) == ("Cor-Gov (one party)", "Vdc (one party)")
    assert (road.before, road.after) == ("cut, naming Vdc", "contested")
    assert (figure.before, figure.after) == ("5 (Harbour Watch, 2018-10-10)", ">= 9 (a clerk, 2018-10-12)")
    assert (stand.before, stand.after) == ("accepts (own word)", "accepts (own word); rejects (told by others); the two differ")
    assert (pair.before, pair.after) == (None, "1 pair of claims")
    assert document.after == "published 2018-10-13"
    assert {row.what for row in kinds["claims"]} == {"control", "route", "casualty", "position"}


def test_it_is_the_difference_of_the_views(held: Ledger) -> None:
    def rows(recorded_by: str) -> dict[str, str | None]:
        asked = View("2018-10-20", None, recorded_by)
        return {row.name: _told(row) for row in view(held, ClaimFilter(), CONTROL, asked=asked, pack=PACK)}

    before, after = rows(BEFORE), rows(AFTER)
    changes = {row.what: (row.before, row.after) for row in found(held, LOOKS[0])["control"]}
    assert changes == {name: (before.get(name), told) for name, told in after.items() if before.get(name) != told}
    assert "hill" in after  # what is the same is not told


def test_a_filter_chooses_what_counts_as_new(held: Ledger) -> None:
    assert set(found(held, LOOKS[0], type="casualty")) == {"figure", "claims", "document"}
    assert found(held, LOOKS[0], speaker="nobody of this name") == {}


def test_nothing_changed_since_now(held: Ledger) -> None:
    assert found(held, since_of("2031-05-03", "", {"as_of": "2018-10-20"})) == {}
    past = since_of("2031-05-02", "", {"as_of": "2018-10-20", "recorded_by": BEFORE})
    assert found(held, past) == {}


def test_a_claim_drawn_otherwise_turns_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.open(tmp_path / "l.db") as ledger:
        monkeypatch.setattr(clock, "now", lambda: dt.datetime(2031, 5, 1, tzinfo=dt.UTC))
        first = reading(1, FIRST, "2018-10-11")
        ledger.writer(RUN).add(first)
        monkeypatch.setattr(clock, "now", lambda: dt.datetime(2031, 5, 3, tzinfo=dt.UTC))
        again = tuple(replace(claim, run=LATER.id) for claim in (first.claims or ())[1:])
        ledger.writer(LATER).reread(replace(first, claims=again))
        kinds = found(ledger, since_of("2031-05-02", "", {"as_of": "2018-10-20"}))
    (place,) = kinds["control"]
    assert (place.what, place.before, place.after) == ("quay", "Cor-Gov (one party)", None)
    assert [(row.what, row.before) for row in kinds["claims"]] == [("no longer drawn", "1 claim")]


def test_a_claim_that_is_rejected_turns_its_place_and_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.open(tmp_path / "l.db") as ledger:
        monkeypatch.setattr(clock, "now", lambda: dt.datetime(2031, 5, 1, tzinfo=dt.UTC))
        ledger.writer(RUN).add(reading(1, FIRST, "2018-10-11"))
        monkeypatch.setattr(clock, "now", lambda: dt.datetime(2031, 5, 3, tzinfo=dt.UTC))
        number = judge(ledger, FIRST[0].claim.id, "reject", {}, reviewer("Ada")).number
        (place,) = found(ledger, since_of("2031-05-03", "", {"as_of": "2018-10-20"}))["control"]
        assert (place.what, place.before, place.after) == ("quay", "Cor-Gov (one party)", None)
        assert "control" not in found(ledger, since_of("2031-05-03", "", {"as_of": "2018-10-20", "judgements": "without"}))
        monkeypatch.setattr(clock, "now", lambda: dt.datetime(2031, 5, 5, tzinfo=dt.UTC))
        undo(ledger, number, reviewer("Ben"))
        (place,) = found(ledger, since_of("2031-05-05", "", {"as_of": "2018-10-20"}))["control"]
    assert (place.what, place.before, place.after) == ("quay", None, "Cor-Gov (one party)")


@pytest.mark.parametrize(
    ("given", "before"),
    [("2031-05-02", "2031-05-01"), ("2031-05", "2031-04-30"), ("2031", "2030-12-31"), ("2031-05-02T10:00:00Z", "2031-05-02T10:00:00Z")],
)
def test_since_when(given: str, before: str) -> None:
    assert since_of(given, "", {}).before.recorded_by == before


@pytest.mark.parametrize("given", ["soon", "7y", "31.05.2031", "-1d", "99999d"])
def test_since_what_is_no_time(given: str) -> None:
    with pytest.raises(OptionError):
        since_of(given, "", {})


def test_a_bookmark_tells_again_rather_than_never(held: Ledger) -> None:
    with held.reading() as connection:
        now = looks.now(connection)
        assert looks.since(connection, now) == now.recorded
        early = replace(now, batch=now.batch - 1)  # another batch of the same second came after it
        assert looks.since(connection, early) == "2031-05-01T12:00:00Z"


@pytest.mark.parametrize("name", ["", " ", "a/b", "x" * 65, "<script>", "a\x00b", "-rf"])
def test_names_that_are_none(name: str) -> None:
    with pytest.raises(OptionError):
        looks.name_of(name)
