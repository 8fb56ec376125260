"""Views from the table that the ledger keeps, and from its claims; and the table in step with the record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reportedly.engine.mirror import answer
from reportedly.model import Failure
from reportedly.model.pack import Actor, Pack
from reportedly.query import ClaimFilter, view
from reportedly.query import mirror as asking
from reportedly.query import source as taken
from reportedly.query.groups import Depth
from reportedly.query.left import Left
from reportedly.query.mirror import default_folder, mirror
from reportedly.query.sightings import catch_up, edition
from reportedly.query.tracks import TRACKS
from reportedly.store import Ledger, redact, sightings
from reportedly.track.control import CONTROL
from reportedly.track.figures import FIGURES
from reportedly.track.matrix import matrix_of
from reportedly.track.track import Track
from reportedly.truce.view import View
from tests.ledgers import elsewhere
from tests.strategies import RUN
from tests.unit.cli.test_cli_views import reading
from tests.unit.track.sight import told

PACK = Pack("p", "d", {}, {}, {})
NOW = View("2018-10-20")


def rows(ledger: Ledger, track: Track[Any], where: ClaimFilter, asked: View = NOW, **more: Any) -> list[Any]:  # noqa: ANN401 - arguments of a view
    return list(view(ledger, where, track, asked=asked, pack=PACK, **more))


@pytest.fixture(name="held", scope="module")
def _held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger.open(tmp_path_factory.mktemp("views") / "l.db") as ledger:
        ledger.writer(RUN).add(reading())
        yield ledger


WHERES = (
    ClaimFilter(),
    ClaimFilter(place="@mill"),
    ClaimFilter(speaker="50%_'clerk"),
    ClaimFilter(frame=("killed", "takes-control"), own=False),
    ClaimFilter(actor="VDC", limit=1, offset=1),
    ClaimFilter(text="no"),
)
CLOCKS = (NOW, View("2018-10-11"), View("2018-10", known_by="2018-10-15", chains=2))


def every(ledger: Ledger) -> list[Any]:
    return [rows(ledger, track, where, asked) for track in TRACKS for where in WHERES for asked in CLOCKS[: 1 if where.own else 3]]


@pytest.mark.no_cover
def test_a_view_is_the_same_from_the_table_from_all_claims_and_from_a_mirror(held: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = every(held)
    mirror(held, default_folder(held))
    asked: list[str] = []

    def heard(folder: Path, state: dict[str, str], statement: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        asked.append(statement)
        return answer(folder, state, statement, values)

    monkeypatch.setattr(asking, "answer", heard)
    assert every(held) == kept
    assert asked
    asked.clear()
    held.writer(RUN).fail(Failure("x.txt", "R202", "no text"))
    assert every(held) == kept
    assert not asked
    left = Left()
    rows(held, CONTROL, ClaimFilter(), left=left)
    assert left.stale
    monkeypatch.setattr(taken, "number_of", lambda _: None)
    assert every(held) == kept


def test_the_table_follows_the_record_and_is_made_anew_for_another_edition(tmp_path: Path) -> None:
    held = reading()
    with Ledger.open(tmp_path / "l.db") as ledger:
        assert rows(ledger, CONTROL, ClaimFilter()) == []
        ledger.writer(RUN).add(held)
        assert len(rows(ledger, CONTROL, ClaimFilter())) == 2
        assert rows(ledger, CONTROL, ClaimFilter(), View("2018-10-20", known_by="2001")) == []
        ledger.writer(RUN).add(elsewhere(held, path="copy.txt", published=replace(held.document.metadata.published, value=None)))
        with ledger.reading() as connection:
            assert not sightings.is_fresh(connection, edition())
        catch_up(ledger)
        with ledger.reading() as connection:
            assert sightings.is_fresh(connection, edition())
            assert not sightings.is_fresh(connection, "another")
        redact(ledger, held.document.id, reason="names a person", by="editor")
        with ledger.reading() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM sighting").scalar() == 0
        assert rows(ledger, CONTROL, ClaimFilter()) == []


def test_what_is_left_out_is_told(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db") as ledger:
        ledger.writer(RUN).add(reading())
        left = Left()
        (mill,) = rows(ledger, CONTROL, ClaimFilter(limit=1), left=left)
        assert (mill.place, left.rows, left.claims) == ("@mill", 1, 0)
        left = Left()
        quay = rows(ledger, CONTROL, ClaimFilter(), depth=Depth(1, 1), left=left)[-1]
        assert (quay.place, quay.state, left.rows, left.claims) == ("@quay", "one party", 0, 1)
        assert len(rows(ledger, FIGURES, ClaimFilter(limit=5), depth=Depth(1, 1))) == 1


def test_somebody_or_other_of_a_kind_stands_in_no_side_of_a_text(tmp_path: Path) -> None:
    names = {"COR-GOV": "Corvany", "VDC": "the Council", "SOME": "unspecified armed groups"}
    pack = Pack("p", "d", {key: Actor(key, name, "armed-group") for key, name in names.items()}, {}, {})
    acts = [told(n, "accepts", type="position", party=name, matter="the truce") for n, name in enumerate(names)]
    found = reading()
    first = (found.claims or ())[0]
    claims = tuple(
        replace(one.claim, start=first.start, end=first.end, attribution=None, run=first.run, method=first.method) for one in acts
    )
    with Ledger.open(tmp_path / "l.db") as ledger:
        ledger.writer(RUN).add(replace(found, claims=claims))
        (row,) = view(ledger, ClaimFilter(), matrix_of(), asked=View("2031-10-20"), pack=pack)
    assert {cell.actor for cell in row.cells} == set(names)
