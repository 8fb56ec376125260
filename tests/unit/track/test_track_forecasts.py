from __future__ import annotations

from typing import Any

import pytest

from reportedly.model import About, Forecast
from reportedly.track.forecasts import Told, forecasts
from reportedly.track.seen import Glass, Seen
from tests.unit.track.sight import told

ABOUT = About("control", "holds-control", "@quay")


def forecast(verdict: str = "scorable", deadline: str | None = "2031-05-10T24:00", **more: Any) -> Seen:  # noqa: ANN401 - fields of a forecast
    found = Forecast(verdict, deadline=deadline, **more)
    return told(1, "forecasts", stance="predicts", type="prediction", about=ABOUT, forecast=found, controller="NORTH", place="@quay")


def since(number: int, day: str = "2031-05-08", frame: str = "takes-control", stance: str = "asserts", who: str = "NORTH") -> Seen:
    return told(number, frame, day, stance=stance, controller=who, place="@quay", place_ids=("@quay",))


def row(*seen: Seen, as_of: str = "2031-05-20", need: int = 1) -> Told:
    (found,) = forecasts(seen, Glass(as_of, need))
    return found


@pytest.mark.parametrize(
    ("also", "state"),
    [
        ((), "due"),
        ((since(2),), "said to have come"),
        ((since(2, frame="holds-control"),), "said to have come"),
        ((since(2, "2031-05-12"),), "due"),
        ((since(2, "2031-04-12"),), "due"),
        ((since(2, who="SOUTH"),), "due"),
        ((since(2, stance="plans"),), "due"),
        ((since(2, stance="denies"),), "said not to have come"),
        ((since(2), since(3, stance="denies")), "disputed"),
    ],
)
def test_claims_since_settle_a_forecast(also: tuple[Seen, ...], state: str) -> None:
    assert row(forecast(), *also).state == state


def test_what_cannot_be_scored_says_why_and_what_has_no_deadline_stays_open() -> None:
    vague = row(forecast("unscorable", why="no day is set"), since(2))
    assert (vague.state, vague.why, vague.settled) == ("unscorable", "no day is set", ())
    assert row(forecast("on-condition", condition="if the road opens")).state == "on condition"
    assert row(forecast(deadline=None)).state == "open"
    assert row(forecast(), as_of="2031-05-05").state == "open"
    assert row(forecast(), since(2), need=2).state == "unknown"
    assert row(forecast(), since(2), since(3, stance="denies"), need=3).state == "disputed"
