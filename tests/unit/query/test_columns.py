"""Columns give what the record gives: which claims pass, and how many have which value; also where the ledger goes on growing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from sqlalchemy import Connection

from reportedly.query import contradictions, overview
from reportedly.query.columns import Keeper, counted, documents_passing, following, passing
from reportedly.query.columns.load import grown, loaded
from reportedly.query.conditions import selection
from reportedly.query.days import days
from reportedly.query.disputes import matters_in_dispute
from reportedly.query.documents import documents
from reportedly.query.facets import KINDS, Facet, facets
from reportedly.query.filters import ClaimFilter
from reportedly.query.standing import chosen, standing
from reportedly.review.lined import lined, weighed
from reportedly.review.queue import ORDERS, queue
from reportedly.store import Ledger, redact, schema
from tests.ledgers import elsewhere, fill, small
from tests.strategies import RUN

LONG = 600_000


@pytest.fixture(name="ledger", scope="module")
def _ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger.open(tmp_path_factory.mktemp("columns") / "l.db") as held:
        fill(held)
        yield held


def filters(ledger: Ledger) -> Iterator[ClaimFilter]:
    """Yield filters that some claims pass, one for each name and kind of value, and some that none does."""
    with ledger.reading() as connection:
        row = connection.execute(selection(ClaimFilter())).first()
    assert row is not None
    texts = {"speaker": (row.speaker, row.speaker[1:4].upper(), "%"), "actor": ("a", "Nobody"), "place": ("Saltgate", "saltgate", "x")}
    texts |= {
        "publisher": ("harbour courier", "Eastbank Mirror"),
        "path": ("copies", "copies/1.txt"),
        "ref": ("r1",),
        "doc": (row.document[:12],),
    }
    days_ = (row.begin or "2031-01-01")[:7], "2018", "2031-01-15", "1999"
    texts |= dict.fromkeys(("since", "until", "as_of", "known_by", "published_since", "published_until"), days_)
    texts |= {"text": ("the", '"no such words"', "%%"), "judgements": ("without", "with"), "recorded_by": ("2999", "1999")}
    yield ClaimFilter()
    for name, values in texts.items():
        yield from (ClaimFilter.from_params({name: value}) for value in values)
    yield from (ClaimFilter(type=(row.type, "denial")), ClaimFilter(frame=(row.frame,)), ClaimFilter(stance=("denies",), own=False))
    yield ClaimFilter(type=(row.type,), known_by="2031", since="2018", publisher="Harbour Courier", judgements="without")


def numbers(connection: Connection, where: ClaimFilter) -> list[int]:
    return list(connection.scalars(selection(where).with_only_columns(schema.claim.c.seq)))


def check(ledger: Ledger, where: ClaimFilter) -> None:
    with ledger.reading() as connection:
        columns = loaded(connection)
        mask = passing(columns, connection, where)
        if mask is None:
            assert where.recorded_by == "1999"
            return
        expected = numbers(connection, where)
        assert list(following(columns, mask, None, 1000)) == expected
        assert list(following(columns, mask, expected[0] if expected else 3, 2)) == (expected[1:3])
        found = counted(columns, connection, where, (*KINDS, "day"), most=3, times=3)
        assert found is not None
        pairs = zip(found, facets(ledger, where, LONG, (*KINDS, "day"), 3), strict=True)
        assert all(_told(one) == _told(other) for one, other in pairs), where
        if where == ClaimFilter():
            assert list(counted(columns, connection, where) or ()) == list(facets(ledger, where, LONG))


def _told(facet: Facet) -> object:
    """Return what a facet says; what a value is called hangs on the claims that pass in the record alone."""
    return facet.name, facet.more, [(value.value, value.count) for value in facet.values]


def test_filters_and_facets_are_those_of_the_record(ledger: Ledger) -> None:
    passed = 0
    for where in filters(ledger):
        check(ledger, where)
        with ledger.reading() as connection:
            passed += bool(numbers(connection, where))
    assert passed > 12


@pytest.mark.parametrize("where", [ClaimFilter(), ClaimFilter(known_by="2031-01"), ClaimFilter(recorded_by="2999", as_of="2031-01-10")])
def test_the_overview_and_days_are_those_of_the_record(ledger: Ledger, where: ClaimFilter) -> None:
    assert overview(ledger, where, loaded) == overview(ledger, where)
    assert list(overview(ledger, where, loaded)["types"]) == list(overview(ledger, where)["types"])
    assert days(ledger, where.recorded_by, LONG, loaded) == days(ledger, where.recorded_by, LONG)


def test_pairs_in_memory_are_those_of_the_record(ledger: Ledger) -> None:
    told = 0
    for where in filters(ledger):
        with ledger.reading() as connection:
            found = chosen(standing(ledger, judged=where.judged), loaded(connection), connection, where)
        expected = list(contradictions(ledger, where, look_alikes=True))
        assert (found is None and where.recorded_by == "1999") or (found is not None and list(found) == expected), where
        if found is not None:
            assert [list(group) for group in found.matters()] == matters_in_dispute(expected)
            assert list(found.real().counts().items()) == list(Counter(row["kind"] for row in expected if not row["not"]).items())
        told += len(expected)
    assert told


def test_documents_are_those_of_the_record(ledger: Ledger) -> None:
    for where, after in product((ClaimFilter(), *filters(ledger)), (None, 2)):

        def picked(connection: Connection, where: ClaimFilter = where, after: int | None = after) -> list[int] | None:
            return documents_passing(loaded(connection), connection, where, after or 0, 3)

        assert documents(ledger, where, 2, after, picked) == documents(ledger, where, 2, after), where


def test_the_queue_of_reviews_is_that_of_the_record(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        columns = loaded(connection)
        held = weighed(connection, columns)
    for order, by, where in product(
        ORDERS, ("", "reviewer"), (ClaimFilter(), ClaimFilter(stance=("denies",)), ClaimFilter(judgements="without"))
    ):
        found = lined(ledger, columns, held, where, order, by)
        assert found is not None
        expected = queue(ledger, where, order, by)
        assert list(found[:]) == expected
        assert not expected or found[0] == expected[0]


def test_what_comes_is_taken_in_without_reading_all_again(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db") as ledger:
        readings = fill(ledger, redacted=False)
        keeper = Keeper(ledger)
        with ledger.reading() as connection:
            first = keeper.of(connection)
        assert first is not None
        writer = ledger.writer(RUN)
        writer.add(small(7))
        writer.add(elsewhere(small(2), path="copies/2.txt", publisher="Inlet Post"))
        writer.judge((readings[0].claims or ())[1].id, "accept", by="reviewer")
        redact(ledger, readings[2].document.id, reason="names a person", by="editor")
        with ledger.reading() as connection:
            now, whole = keeper.of(connection), loaded(connection)
            assert now is not None
            assert now is keeper.of(connection)
            assert (now.batch, list(now.seq)) == (whole.batch, list(whole.seq))
            assert len(now.seq) > len(first.seq)
            for where in filters(ledger):
                masks = [passing(each, connection, where) for each in (now, whole, grown(connection, whole))]
                assert len({None if mask is None else tuple(mask) for mask in masks}) == 1, where
            assert overview(ledger, held=lambda _: now) == overview(ledger)
