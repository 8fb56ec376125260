from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reportedly.model import Claim, Reading
from reportedly.model.plain import plain
from reportedly.packs import load_packs
from reportedly.query import ClaimFilter, framings, view
from reportedly.store import Ledger
from reportedly.track.contacts import CONTACTS
from reportedly.track.control import CONTROL
from reportedly.track.figures import FIGURES
from reportedly.track.forecasts import FORECASTS
from reportedly.track.positions import POSITIONS
from reportedly.track.routes import ROUTES
from reportedly.track.seen import Row
from reportedly.track.track import Track
from reportedly.truce.view import View
from tests.ledgers import small
from tests.strategies import RUN
from tests.unit.track.sight import told

TRACKS: tuple[Track[Any], ...] = (CONTACTS, CONTROL, FIGURES, FORECASTS, POSITIONS, ROUTES)
ASKED = View("2032-01-01")
FIRST, NEXT = "2031-06-01T10:00:00Z", "2031-06-02T10:00:00Z"
PARTIES = {"controller": "NORTH", "place": "@mill", "party": "NORTH", "matter": "the plan", "route": "@road", "participant": "NORTH"}
TOLD = tuple(
    told(at, frame, type=type_, participant_2="SOUTH", **PARTIES)
    for at, (type_, frame) in enumerate(
        [("control", "holds-control"), ("position", "accepts"), ("contact", "meets"), ("route", "cuts-route"), ("figure", "counts")]
    )
)


def reading(number: int) -> Reading:
    """Return a reading whose claims are of every view."""
    found = small(number)
    (first, *_) = found.claims or ()
    return replace(found, claims=tuple(_of(first, one.claim, number) for one in TOLD))


def _of(page: Claim, claim: Claim, number: int) -> Claim:
    there = replace(claim, start=page.start, end=page.end, attribution=page.attribution)
    return replace(there, id=f"{claim.id}{number}", run=page.run, figures=page.figures)


def asked(ledger: Ledger, by: str | None = None) -> list[Any]:
    """Return all rows of all views, as of one day and what was recorded by a moment."""
    pack, at, everything = load_packs([]), replace(ASKED, recorded_by=by), ClaimFilter()
    found: list[list[Row]] = [list(view(ledger, everything, track, asked=at, pack=pack)) for track in TRACKS]
    found.append(list(framings(ledger, everything, asked=at, pack=pack)))
    return [[plain(row) for row in rows] for rows in found]


def test_what_was_recorded_by_a_moment_is_shown_again_unchanged_after_more_came(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.open(tmp_path / "l.db") as ledger:
        monkeypatch.setattr("reportedly.clock.stamp", lambda _moment: FIRST)
        ledger.writer(RUN).add(reading(1))
        before = asked(ledger)
        monkeypatch.setattr("reportedly.clock.stamp", lambda _moment: NEXT)
        ledger.writer(RUN).add(reading(2))
        after, again = asked(ledger), asked(ledger, FIRST)
        assert again == before
        assert [len(rows) for rows in before] == [1, 1, len(before[2]), 0, 1, 1, 1]
        assert all(one != other for one, other in zip(before, after, strict=True) if one)
