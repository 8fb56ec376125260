from __future__ import annotations

import pytest

from reportedly.model import Figure
from reportedly.track.running import Running, running
from reportedly.track.seen import Glass, Seen
from tests.unit.track.sight import told

GLASS = Glass("2031-05-20")


def number(value: float, role: str | None, day: int, op: str = "=") -> Figure:
    high = None if op == ">=" else value
    window = (f"2031-05-{day - 1:02}", f"2031-05-{day:02}") if role == "increment" else None
    return Figure(value, op, "violations", value, high, as_of=f"2031-05-{day:02}", role=role, window=window)


def bulletin(day: int, total: Figure | None, *more: Figure) -> Seen:
    found = (*([total] if total else []), *more)
    return told(day, "breaches", f"2031-05-{day:02}", type="compliance", own=True, figures=found)


def totals(*values: float, added: tuple[float, ...], op: str = "=") -> list[Seen]:
    return [
        bulletin(day, number(value, "total", day, op), *([number(more, "increment", day)] if more else []))
        for day, (value, more) in enumerate(zip(values, added, strict=True), 2)
    ]


def states(row: Running) -> list[str]:
    return [step.state for step in row.steps]


@pytest.mark.parametrize(
    ("seen", "found"),
    [
        (totals(7, 12, 21, added=(7, 5, 9)), ["first", "agrees", "agrees"]),
        (totals(7, 12, 22, added=(7, 5, 9)), ["first", "agrees", "differs"]),
        (totals(7, 12, 11, added=(7, 5, 1)), ["first", "agrees", "falls"]),
        (totals(7, 12, 30, added=(7, 5, 0)), ["first", "agrees", "not told"]),
        (totals(7, 9, added=(7, 5), op=">="), ["first", "agrees"]),  # at least 7 and 5 more is at least 9
        ([bulletin(2, number(7, "total", 2)), bulletin(4, number(9, "total", 4), number(5, "increment", 4))], ["first", "differs"]),
        ([bulletin(2, number(7, "total", 2)), bulletin(4, number(19, "total", 4), number(5, "increment", 4))], ["first", "not told"]),
        ([bulletin(2, number(7, "total", 2)), bulletin(3, number(9, "total", 3), number(2, None, 3))], ["first", "agrees"]),
    ],
)
def test_a_total_is_the_one_before_and_what_was_added_each_day(seen: list[Seen], found: list[str]) -> None:
    (row,) = running(seen, GLASS)
    assert states(row) == found
    assert row.state == next(state for state in ("differs", "falls", "not told", "agrees") if state in found)


def test_repeats_change_nothing_and_other_voices_and_smaller_counts_are_series_of_their_own() -> None:
    seen = totals(7, 12, added=(7, 5))
    again = [told(40 + n, "breaches", one.said, type="compliance", own=True, figures=one.claim.figures) for n, one in enumerate(seen)]
    (row,) = running([*seen, *again], GLASS)
    assert states(row) == ["first", "agrees"]
    other = told(9, "breaches", "2031-05-03", "a clerk", type="compliance", figures=(number(300, "total", 3),))
    assert len(list(running([*seen, other], GLASS))) == 1
    assert list(running(totals(7, 3, added=(0, 0)), GLASS)) == []
    assert list(running(seen, Glass("2031-05-02"))) == []
