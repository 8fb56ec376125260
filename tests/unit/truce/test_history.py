from __future__ import annotations

from reportedly.truce.evidence import Evidence
from reportedly.truce.history import history, of_verdict, words_of
from reportedly.truce.verdict import check
from reportedly.truce.view import View
from tests.unit.truce.agreements import agreement
from tests.unit.truce.worlds import ACCEPTED, DRY, bear


def test_the_days_on_which_the_words_changed() -> None:
    rows = [*ACCEPTED, DRY, bear("S1.b@NORTH", -1, "2018-10-16"), bear("S1.b@NORTH", 1, "2018-10-14")]
    rows.append(bear("S1.a@SOUTH", -1, "2018-10-14"))
    found = history(agreement(), Evidence(rows), View("2018-10-31"))
    assert found["S1.b", "NORTH", "narrow"] == [
        ("2018-10-12", ("not yet", "dormant", "")),
        ("2018-10-13", ("yes", "pending", "unknown")),
        ("2018-10-14", ("yes", "closed", "kept")),
        ("2018-10-16", ("yes", "due", "disputed")),
    ]
    assert found["S1.a", "SOUTH", "wide"][:3] == [
        ("2018-10-12", ("not yet", "dormant", "")),
        ("2018-10-13", ("yes", "due", "unknown")),
        ("2018-10-14", ("yes", "due", "breached")),
    ]


def test_before_the_text_there_is_the_day_looked_from() -> None:
    found = history(agreement(), Evidence([]), View("2016-01-01"))
    assert {day for told in found.values() for day, _ in told} == {"2016-01-01"}
    (verdict,) = (v for v in check([agreement()], Evidence([]), View("2016-01-01")) if (v.term, v.obligor) == ("S1.c", "LEAGUE"))
    assert of_verdict(found, verdict) == [("2016-01-01", words_of(verdict))]


def test_of_very_many_days_so_many_are_looked_at() -> None:
    rows = [*ACCEPTED, *(bear("S2.b", 1, f"2018-{month:02}-{day:02}") for month in (11, 12) for day in range(1, 29))]
    found = history(agreement(), Evidence(rows), View("2018-12-31"))
    assert found["S1.c", "LEAGUE", "narrow"][-1][1] == ("yes", "due", "unknown")
