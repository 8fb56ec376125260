"""No figure on the invented example falls below its floor."""

from __future__ import annotations

import pytest

from tests.quality.measured import Measured
from tools import floors

pytestmark = pytest.mark.quality

FLOORS = {f"{section}.{measure}": floor for section, measure, floor in floors.each(floors.load(floors.PATH)) if section != "outside"}
HELD = {name: floor for name, floor in FLOORS.items() if floor is not None}


@pytest.mark.parametrize("name", HELD)
def test_no_figure_falls_below_its_floor(name: str, measured: Measured) -> None:
    section, _, measure = name.partition(".")
    figure = measured[section][measure]
    assert figure >= HELD[name], f"{name}: measured {figure}, floor {HELD[name]}; see `python -m tools.floors`"


def test_every_figure_has_its_floor(measured: Measured) -> None:
    assert {f"{section}.{measure}" for section, measure, _ in floors.each(measured)} == set(FLOORS)
