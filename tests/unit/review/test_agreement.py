from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.errors import OptionError, SchemeError
from reportedly.query import ClaimFilter
from reportedly.review import judge, read_scheme
from reportedly.review.agreement import agreements, alpha, kappa
from reportedly.review.grades import ADMIRALTY, graded
from reportedly.review.queue import queue
from reportedly.review.raters import ratings
from reportedly.store import Ledger
from tests.unit.review.conftest import reviewer, standing

# the example of Krippendorff 2011, four observers, twelve units, some values missing
FOUR = ["1 1 . 1", "2 2 3 2", "3 3 3 3", "3 3 3 3", "2 2 2 2", "1 2 3 4", "4 4 4 4", "1 1 2 1", "2 2 2 2", ". 5 5 5", ". . 1 1", ". . 3 ."]


def test_alpha_is_that_of_the_published_example() -> None:
    units = [{name: value for name, value in zip("abcd", line.split(), strict=True) if value != "."} for line in FOUR]
    assert alpha(units) == pytest.approx(0.743, abs=0.0005)


def test_kappa_is_that_of_the_formula() -> None:
    units = [{"a": a, "b": b} for a, b, times in (("y", "y", 20), ("y", "n", 5), ("n", "y", 10), ("n", "n", 15)) for _ in range(times)]
    assert kappa(units) == pytest.approx(0.4)
    assert kappa([{"a": "y", "b": "y"}] * 3) is None


def test_agreement_is_measured_by_field_with_its_interval(ledger: Ledger) -> None:
    ids = [row["id"] for row in standing(ledger)]
    ada, ben = reviewer("Ada"), reviewer("Ben")
    for at, claim in enumerate(ids[:6]):
        judge(ledger, claim, "accept", {}, ada)
        judge(ledger, claim, "correct" if at == 5 else "reject" if at % 2 else "accept", {"date": "2031-05"} if at == 5 else {}, ben)
        judge(ledger, claim, "grade", {"grade": "B2"}, ada)
    found = {(one.field, one.measure): one for one in agreements(ratings(ledger))}
    verdict = found["verdict", "kappa"]
    assert (verdict.claims, verdict.value) == (6, 0.0)
    assert verdict.same == pytest.approx(0.667)
    assert verdict.low is not None
    assert verdict.high is not None
    assert (found["date", "alpha"].claims, found["place", "alpha"].value) == (4, None)
    assert not any(field.startswith("admiralty") for field, _ in found)


def test_the_queue_goes_by_what_is_unsure_and_by_what_hangs_on_it(ledger: Ledger) -> None:
    waiting = queue(ledger, ClaimFilter(), "uncertainty")
    assert [one.rank("uncertainty") for one in waiting] == sorted((one.uncertainty for one in waiting), reverse=True)
    assert all(one.why and 0 <= one.uncertainty <= 1 for one in waiting)
    first = waiting[0]
    judge(ledger, first.id, "accept", {}, reviewer("Ada"))
    assert first.id not in {one.id for one in queue(ledger, ClaimFilter(), by="Ada")}
    assert first.id in {one.id for one in queue(ledger, ClaimFilter(), by="Ben")}
    assert first.id not in {one.id for one in queue(ledger, ClaimFilter())}
    judge(ledger, first.id, "reject", {}, reviewer("Ben"))
    judge(ledger, first.id, "accept", {}, reviewer("Ada"))
    again = next(one for one in queue(ledger, ClaimFilter(), by="Cem") if one.id == first.id)
    assert "reviewers disagree" in again.why
    assert {one.id for one in queue(ledger, ClaimFilter(type=("control",)))} < {one.id for one in waiting}


GOOD = "name: house\ntitle: Our desk's\nscales:\n  access: {near: saw it, far: was told}\n  detail: {full: all, part: some}\n"


def test_a_scheme_of_ones_own_is_read_and_its_mistakes_are_named_by_line(tmp_path: Path) -> None:
    place = tmp_path / "scheme.yaml"
    place.write_text(GOOD, encoding="utf-8")
    scheme = read_scheme(place)
    assert graded({"grade": "near/part", "scheme": "house"}, {"house": scheme})["grade"] == {"access": "near", "detail": "part"}
    with pytest.raises(OptionError, match="no grade"):
        graded({"grade": "near", "scheme": "house"}, {"house": scheme})
    assert graded({"grade": "b2".upper()}, {"admiralty": ADMIRALTY})["grade"] == {"source": "B", "information": "2"}
    for old, new, line in (
        ("name: house", "name: Admiralty", 1),
        ("title:", "titel:", 2),
        ("{near: saw it, far: was told}", "{near: saw it}", 4),
        ("full: all", "a/b: all", 5),
        (GOOD.partition("scales:")[2], " 3\n", 3),
    ):
        place.write_text(GOOD.replace(old, new), encoding="utf-8")
        with pytest.raises(SchemeError) as told:
            read_scheme(place)
        assert told.value.where == f"{place}:{line}", new
