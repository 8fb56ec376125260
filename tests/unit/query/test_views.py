"""Views from the table that the ledger keeps, and from its claims; and the table in step with the record."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reportedly.model.pack import Actor, Pack
from reportedly.query import ClaimFilter, view
from reportedly.query import source as taken
from reportedly.query.sightings import catch_up, edition
from reportedly.query.tracks import TRACKS
from reportedly.query.views import Left
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


@pytest.mark.parametrize("track", TRACKS, ids=lambda track: track.name)
@pytest.mark.parametrize(
    "where", [{}, {"place": "@mill"}, {"speaker": "clerk"}, {"frame": ("killed",)}, {"limit": 1}, {"limit": 1, "offset": 1}, {"text": "no"}]
)
def test_a_view_is_the_same_from_the_table_and_from_all_claims(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, track: Track[Any], where: dict[str, Any]
) -> None:
    clocks = [NOW, View("2018-10-11"), View("2018-10", known_by="2018-10-15"), View("2018-10-20", known_by="2031", chains=2)]
    with Ledger.open(tmp_path / "l.db") as ledger:
        ledger.writer(RUN).add(reading())
        kept = [rows(ledger, track, ClaimFilter(**where), asked) for asked in clocks]
        monkeypatch.setattr(taken, "TRACKS", ())
        assert [rows(ledger, track, ClaimFilter(**where), asked) for asked in clocks] == kept


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
        quay = rows(ledger, CONTROL, ClaimFilter(), depth=1, left=left)[-1]
        assert (quay.place, quay.state, left.rows, left.claims) == ("@quay", "one party", 0, 1)
        assert len(rows(ledger, FIGURES, ClaimFilter(limit=5), depth=1)) == 1


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
