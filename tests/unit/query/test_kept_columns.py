"""Columns on disk: they give what the record gives, or are made anew; and claims of so many chains are found by them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import Connection

from reportedly.query.columns import Columns, Keeper, following, passing
from reportedly.query.columns.load import grown, loaded
from reportedly.query.columns.shelf import keep, kept
from reportedly.query.filters import ClaimFilter
from reportedly.query.paging import HELD, RECORDED, claims_page
from reportedly.store import Ledger, redact
from reportedly.store.beside import columns_file
from tests.ledgers import fill, small
from tests.strategies import RUN


@pytest.fixture(name="ledger")
def _ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "l.db") as held:
        fill(held, redacted=False)
        yield held


def same(one: Columns | None, other: Columns) -> bool:
    assert one is not None
    words = all(
        list(getattr(one, name)) == list(getattr(other, name)) for name in ("seq", "document", "judged", "drawn", "own", "said", "number")
    )
    names = [[each.voice.words.values[at] for at in each.voice.numbers] for each in (one, other)]
    return words and names[0] == names[1] and one.documents.values == other.documents.values and one.actors.called == other.actors.called


def test_what_is_kept_is_taken_where_it_is_of_this_record(ledger: Ledger, tmp_path: Path) -> None:
    path = columns_file(ledger.where)
    Keeper(ledger, keep=True).now()
    with ledger.reading() as connection:
        assert same(kept(connection, path), loaded(connection))
    ledger.writer(RUN).add(small(7))
    with ledger.reading() as connection:
        held = kept(connection, path)
        assert held is not None
        assert same(grown(connection, held), loaded(connection))
    whole = path.read_bytes()
    for wrong in (whole[:-200], b"", whole.replace(b"Saltgate", b"Saltgatf")):
        path.write_bytes(wrong)
        with ledger.reading() as connection:
            assert kept(connection, path) is None
    path.write_bytes(whole)
    with Ledger.open(tmp_path / "other.db") as other, other.reading() as connection:
        assert kept(connection, path) is None


def test_what_was_redacted_is_not_kept(ledger: Ledger) -> None:
    path, keeper = columns_file(ledger.where), Keeper(ledger, keep=True)
    keeper.now()
    with ledger.reading() as connection:
        whole = loaded(connection)
    redact(ledger, whole.documents.values[0], reason="names a person", by="editor")
    assert not path.exists()
    keeper.now()
    with ledger.reading() as connection:
        assert same(kept(connection, path), loaded(connection))
        assert len(kept(connection, path).places.claim) < len(whole.places.claim)  # type: ignore[union-attr]
        assert not keep(whole, connection, path.parent / "nowhere" / path.name)


@pytest.mark.parametrize("least", [1, 2, 3, 9])
@pytest.mark.parametrize("order", [RECORDED, HELD])
def test_claims_of_so_many_chains_are_those_of_the_record(ledger: Ledger, least: int, order: str) -> None:
    def picked(where: ClaimFilter, after: int | None, connection: Connection) -> dict[int, int]:
        columns = loaded(connection)
        mask = passing(columns, connection, where)
        assert mask is not None
        assert np.count_nonzero(columns.homes >= 1) == len(columns.seq)
        return following(columns, mask, after, None, by_day=order == HELD, homes=least)

    for where in (ClaimFilter(min_chains=least), ClaimFilter(min_chains=least, known_by="2031-01")):
        after: int | None = None
        while True:
            plain = claims_page(ledger, where, 2, after=after, order=order)
            found = claims_page(ledger, where, 2, after=after, order=order, pick=partial(picked, where, after))
            assert [row["id"] for row in found.rows] == [row["id"] for row in plain.rows]
            if found.next is None or plain.next is None:
                assert found.next == plain.next
                break
            after = found.next
