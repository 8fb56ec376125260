from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from reportedly.errors import LaterError
from reportedly.model import Contradiction, Passage, Reprint
from reportedly.query import ClaimFilter, citation_graph, contradictions, one, overview, reprint_families
from reportedly.query.documents import document, latest
from reportedly.query.reuse import beside, neighbours
from reportedly.store import Ledger
from tests.ledgers import denied, elsewhere, small
from tests.strategies import RUN

Later = Callable[[int], None]


@pytest.fixture(name="later")
def _later(monkeypatch: pytest.MonkeyPatch) -> Later:
    def on(day: int) -> None:
        monkeypatch.setattr("reportedly.clock.now", lambda: dt.datetime(2031, 5, day, 12, tzinfo=dt.UTC))

    return on


def everything(ledger: Ledger, claim: str, doc: str, other: str, clocks: ClaimFilter) -> dict[str, Any]:
    """Return all that the pages of one thing, the overview and the sources show."""
    return {
        "overview": overview(ledger, clocks),
        "claim": one(ledger, claim, clocks),
        "document": document(ledger, doc, clocks),
        "latest": latest(ledger, 9, clocks),
        "near": neighbours(ledger, doc, clocks),
        "beside": beside(ledger, doc, other, clocks),
        "sources": list(citation_graph(ledger, clocks)),
        "families": list(reprint_families(ledger, clocks)),
        "against": list(contradictions(ledger, clocks)),
    }


def test_what_was_recorded_by_a_day_is_told_as_it_was_told_on_that_day(ledger: Ledger, later: Later) -> None:
    first, second, third = small(1), denied(small(2)), small(3)
    a, b, c = (reading.document.id for reading in (first, second, third))
    claim, against, third_claim = ((reading.claims or ())[0].id for reading in (first, second, third))
    later(3)
    writer = ledger.writer(RUN)
    writer.add(first)
    writer.add(third)
    writer.link([Reprint(a, c, "reprint", 0.75, (Passage(0, 10, 5, 15),))], [Contradiction("x:1", "figure", claim, third_claim, "two")])
    writer.judge(claim, "accept", by="reviewer")
    now = everything(ledger, claim, a, c, ClaimFilter())
    assert now["near"]
    assert now["beside"]
    assert now["families"]
    assert now["claim"]["contradictions"]
    assert now["claim"]["judgements"]
    later(4)
    writer.add(second)
    writer.add(elsewhere(first, path="copies/1.txt", publisher="Eastbank Mirror"))
    writer.link(
        [Reprint(a, b, "shares-passage", 0.5, (Passage(0, 10, 5, 15),)), Reprint(a, c, "withdrawn", 0.0, ())],
        [Contradiction("x:2", "denial", claim, against, "one denies it"), Contradiction("x:3", "date", claim, third_claim, "days")],
    )
    writer.judge(claim, "reject", by="reviewer", reason="seen", supersedes=1)
    for asked in (ClaimFilter(recorded_by="2031-05-03"), ClaimFilter(recorded_by="2031-05-03T12:00:00Z", known_by="2099")):
        assert everything(ledger, claim, a, c, asked) == now
    changed = everything(ledger, claim, a, c, ClaimFilter())
    assert all(changed[name] != told for name, told in now.items())
    for asked in (ClaimFilter(recorded_by="2031-05-03"), ClaimFilter(known_by="1999")):
        with pytest.raises(LaterError, match=r"later than (2031-05-03|1999)"):
            one(ledger, against, asked)
        with pytest.raises(LaterError, match=r"later than (2031-05-03|1999)"):
            document(ledger, b, asked)


def test_what_was_published_later_is_not_counted_nor_beside_what_was_there(ledger: Ledger, later: Later) -> None:
    later(3)
    first, second = small(1), denied(small(2))
    a, b = first.document.id, second.document.id
    claim, against = ((reading.claims or ())[0].id for reading in (first, second))
    writer = ledger.writer(RUN)
    writer.add(first)
    writer.add(second)
    writer.link([Reprint(a, b, "reprint", 0.75, (Passage(0, 10, 5, 15),))], [Contradiction("x:1", "denial", claim, against, "denied")])
    assert everything(ledger, claim, a, b, ClaimFilter(known_by="2031-01-03"))["overview"]["documents"] == 2
    clocks = ClaimFilter(known_by="2031-01-02")
    told = overview(ledger, clocks)
    assert (told["documents"], told["claims"], told["contradictions"], told["reprints"]) == (1, 3, 0, {})
    assert told["published"] == {"first": "2031-01-02", "last": "2031-01-02"}
    assert neighbours(ledger, a, clocks) == list(contradictions(ledger, clocks)) == one(ledger, claim, clocks)["contradictions"] == []
    assert [row["id"] for row in latest(ledger, 9, clocks)] == [a]
