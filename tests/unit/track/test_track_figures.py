from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.model import Figure
from reportedly.track.figures import figures
from reportedly.track.seen import Glass, Seen
from tests.unit.track.sight import told

GLASS = Glass("2031-05-20")


def count(number: int, figure: Figure, day: str = "2031-05-01", stance: str = "asserts") -> Seen:
    return told(number, "killed", day, stance=stance, type="casualty", figures=(figure,), place_ids=("@quay",), places=("the quay",))


def exactly(value: float, **more: str) -> Figure:
    return Figure(value, "=", "people killed", value, value, **more)  # type: ignore[arg-type]  # names of its fields


AT_LEAST = Figure(5, ">=", "people killed", 5, None)


@pytest.mark.parametrize(
    ("one", "other", "state"),
    [
        (count(1, exactly(3)), count(2, exactly(3)), "told"),
        (count(1, exactly(3)), count(2, exactly(4)), "differ"),
        (count(1, exactly(3)), count(2, exactly(4), "2031-05-02"), "told"),
        (count(1, exactly(3)), count(2, AT_LEAST), "differ"),
        (count(1, exactly(7)), count(2, AT_LEAST), "told"),
        (count(1, exactly(3)), count(2, Figure(4, "~", "people killed", 3.6, 4.4)), "told"),
        (count(1, exactly(3)), count(2, exactly(40, role="total")), "told"),
        (count(1, exactly(3)), count(2, exactly(3), stance="denies"), "differ"),
    ],
)
def test_numbers_of_one_day_differ_where_no_value_is_in_the_bounds_of_both(one: Seen, other: Seen, state: str) -> None:
    (row,) = figures([one, other], GLASS)
    assert (row.state, bool(row.differ)) == (state, state == "differ")


def test_a_series_is_of_one_unit_denominator_and_place_and_nothing_is_summed() -> None:
    share = Figure(40, "=", "percent", 40, 40, denominator="the streets", as_of="2031-04-01")
    other = Figure(60, "=", "percent", 60, 60, denominator="the town")
    rows = {row.denominator: row for row in figures([count(1, share), count(2, other), count(3, other, "2031-05-19")], GLASS)}
    assert [(p.day, p.value) for p in rows["the town"].points] == [("2031-05-01", 60), ("2031-05-19", 60)]
    assert [(p.day, p.value) for p in rows["the streets"].points] == [("2031-04-01", 40)]
    assert (rows["the streets"].age, rows["the streets"].stale, rows["the town"].stale) == (49, True, False)
    assert (rows["the town"].denominators, rows["the streets"].denominators) == (("the streets",), ("the town",))


def test_a_lens_only_weakens() -> None:
    same, apart = [count(1, exactly(3))], [count(1, exactly(3)), count(2, exactly(4))]
    states = [[next(figures(seen, Glass("2031-05-20", k))).state for k in (1, 3)] for seen in (same, apart)]
    assert states == [["told", "unknown"], ["differ", "differ"]]


def test_a_wide_place_sees_several_incidents_in_a_day() -> None:
    wide = Glass("2031-05-20", wide=lambda place: place == "@quay")
    for role, state in ("increment", "told"), ("total", "differ"):
        (row,) = figures([count(1, exactly(3, role=role)), count(2, exactly(4, role=role))], wide)
        assert row.state == state


def test_a_speakers_number_that_two_texts_tell_otherwise_has_drifted() -> None:
    share = Figure(85, ">=", "percent", 85, 100, denominator="the streets")
    tellings = [share, replace(share, op="="), replace(share, denominator="the town"), share]
    seen = [count(number, figure) for number, figure in enumerate(tellings)]
    assert {(each.a[-1], each.b[-1], each.what) for row in figures(seen, GLASS) for each in row.drift} == {
        ("0", "1", "operator"),
        ("1", "2", "operator"),
        ("1", "3", "operator"),
        ("0", "2", "denominator"),
        ("2", "3", "denominator"),
    }
    own = [replace(one, held=replace(one.held, claim=replace(one.claim, own=True))) for one in seen]
    assert not any(row.drift for row in figures(own, GLASS))
