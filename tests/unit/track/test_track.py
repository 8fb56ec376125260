from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reportedly.track.control import CONTROL
from reportedly.track.figures import FIGURES
from reportedly.track.forecasts import FORECASTS
from reportedly.track.positions import POSITIONS
from reportedly.track.routes import ROUTES
from reportedly.track.seen import Glass
from reportedly.track.track import Track
from tests.unit.cli.test_cli_views import TOLD


@pytest.mark.parametrize("track", [CONTROL, FIGURES, FORECASTS, POSITIONS, ROUTES], ids=lambda track: track.name)
def test_rows_are_the_same_whether_made_of_all_claims_or_of_one_group_at_a_time(track: Track[Any]) -> None:
    glass = Glass("2018-10-20")
    seen = [one for one in TOLD if one.claim.type in track.types and (not track.frames or one.claim.frame in track.frames)]
    groups: dict[str, list[Any]] = {}
    for one in seen:
        for name in dict.fromkeys(track.groups(one)):
            groups.setdefault(name, []).append(one)
    alone = [row for name, found in groups.items() for row in track.build(found, replace(glass, of=name.__eq__))]
    assert sorted(alone, key=repr) == sorted(track.build(seen, glass), key=repr)
    assert alone
