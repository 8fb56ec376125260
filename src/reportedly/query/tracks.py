"""The views whose groups are kept in the ledger, so that a few of their rows are made without a look at the rest."""

from __future__ import annotations

from typing import Any

from reportedly.track.control import CONTROL
from reportedly.track.figures import FIGURES
from reportedly.track.forecasts import FORECASTS
from reportedly.track.frozen import FROZEN
from reportedly.track.positions import POSITIONS
from reportedly.track.routes import ROUTES
from reportedly.track.running import RUNNING
from reportedly.track.track import Track

TRACKS: tuple[Track[Any], ...] = (CONTROL, FIGURES, FORECASTS, POSITIONS, ROUTES, RUNNING, FROZEN)


def number_of(track: Track[Any]) -> int | None:
    """Return the number that a view's groups are kept under, by its name; None where they are not kept."""
    return next((at for at, each in enumerate(TRACKS) if each.name == track.name), None)
