"""What must be alike in every store, and what a server must stand."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select, text
from typer.testing import CliRunner

from reportedly.cli import app
from reportedly.errors import IntegrityError, LedgerError, LedgerUnavailableError
from reportedly.model import Failure
from reportedly.query import ClaimFilter, claims, overview
from reportedly.store import Ledger, database, head, schema, verify
from reportedly.store.matching import matching
from reportedly.store.move import move
from tests.cluster import Cluster
from tests.contract.conftest import STORES, Places
from tests.ledgers import elsewhere, fill, small
from tests.strategies import RUN

OTHER = {"sqlite": "postgresql", "postgresql": "sqlite"}
LOOKS = ("claims", "contradictions --all", "reprints", "control", "figures", "review list")


def _told(words: str, address: str) -> str:
    return CliRunner().invoke(app, [*words.split(), "--json", "--ledger", address]).output


@pytest.mark.parametrize("store", STORES)
def test_a_ledger_moves_with_its_chain_and_answers_the_same(store: str, places: Places) -> None:
    one, other = places(store), places(OTHER[store])
    with Ledger.open(one) as source, Ledger.open(other) as target:
        fill(source)
        writer = source.writer(RUN)
        writer.fail(Failure("odd.txt", "R202", "a NUL \0, the last sign \U0010ffff and É", "\0\U0010ffff", b"\0"))
        moved = move(source, target)
        assert head(target) == head(source) == moved.audit.head
        assert moved.rows["claim"] == 9
        assert list(target.view().failures()) == list(source.view().failures())
        assert move(source, target).rows == {}
        for words in LOOKS if store == "sqlite" else LOOKS[:1]:
            assert _told(words, one) == _told(words, other)
        target.writer(RUN).add(small(7))
        with pytest.raises(LedgerUnavailableError, match="something else"):
            move(source, target)
        with pytest.raises(LedgerUnavailableError, match="something else"):
            move(target, source)


def test_a_ledger_that_is_not_whole_is_not_moved(tmp_path: Path, places: Places) -> None:
    with Ledger.open(tmp_path / "broken.db") as source, Ledger.open(places("postgresql")) as target:
        source.writer(RUN).add(small(1))
        with source.engine.begin() as connection:
            connection.exec_driver_sql("DROP TRIGGER claim_no_update")
            connection.exec_driver_sql("UPDATE claim SET stance = 'denies'")
        with pytest.raises(IntegrityError, match="not whole"):
            move(source, target)
        assert overview(target)["documents"] == 0


@pytest.fixture(scope="module")
def both(places: Places) -> Iterator[list[Ledger]]:
    """An empty ledger of each store, for what is never committed."""
    made = [Ledger.open(places(store)) for store in STORES]
    yield made
    for each in made:
        each.close()


@given(st.lists(st.text(max_size=30), min_size=1, max_size=4), st.text(max_size=12))
@settings(max_examples=40)
def test_the_same_words_find_the_same_texts(both: list[Ledger], texts: list[str], words: str) -> None:
    found = []
    for ledger in both:
        with ledger.engine.connect().execution_options(writing=True) as connection, connection.begin() as transaction:
            rows = [(number, each.replace("\ud800", ""), words) for number, each in enumerate(texts, 1)]
            database.of(connection).index(connection, [], rows)
            query = matching("claim", words)
            found.append(None if query is None else sorted(connection.scalars(query)))
            transaction.rollback()
    assert found[0] == found[1]


def test_every_text_of_a_server_is_in_the_order_of_its_signs_and_every_number_wide(server: Cluster) -> None:
    with Ledger.open(server.fresh()) as ledger, ledger.reading() as connection:
        fields = "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public' AND "
        assert connection.scalars(text(f"{fields} data_type IN ('integer', 'smallint', 'real')")).all() == []
        odd = "(data_type LIKE '%char%' OR data_type = 'text') AND collation_name IS DISTINCT FROM 'C'"
        assert connection.scalars(text(fields + odd)).all() == ["alembic_version.version_num"]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE document SET text = NULL",
        "UPDATE claim SET body = NULL, stance = 'denies'",
        "UPDATE batch SET hash = ''",
        "DELETE FROM judgement",
        "DELETE FROM figure",
        "DELETE FROM attribution",
        "TRUNCATE figure",
    ],
)
def test_a_server_refuses_changes_of_the_record(change: str, both: list[Ledger], server: Cluster) -> None:
    del both
    with Ledger.open(server.fresh()) as ledger:
        fill(ledger)
        with pytest.raises(IntegrityError, match="append-only"), ledger.writing() as (connection, _):
            connection.execute(text(change))
    server.take_back(ledger.address)


def test_a_name_of_any_length_is_kept_and_found(ledger: Ledger) -> None:
    long = "".join(f"{number:05}" for number in range(2_000))
    ledger.writer(RUN).add(elsewhere(small(1), path=long, publisher=long))
    assert len(list(claims(ledger, ClaimFilter(publisher=long)))) == len(list(claims(ledger, ClaimFilter(path=long)))) == 3


def test_adders_and_reviewers_at_once_lose_and_double_nothing(target: str) -> None:
    same = [small(number) for number in range(1, 5)]

    def add(who: int) -> list[str]:
        with Ledger.open(target) as own:
            return [own.writer(RUN).add(each) for each in (*same, *(small(10 * who + number) for number in range(2)))]

    def judge(who: int) -> int:
        with Ledger.open(target) as own:
            claim = (same[0].claims or ())[0].id
            return [own.writer(RUN).judge(claim, "accept", by=f"reviewer {who}", reason=str(n)) for n in range(5)][-1]

    with Ledger.open(target) as ledger:
        ledger.writer(RUN).add(same[0])
        with ThreadPoolExecutor(6) as crew:
            added, judged = [crew.submit(add, who) for who in (1, 2, 3)], [crew.submit(judge, who) for who in (1, 2, 3)]
        outcomes = sorted(outcome for each in added for outcome in each.result())
        assert outcomes == ["added"] * 9 + ["known"] * 9
        assert max(each.result() for each in judged) == 15
        assert (overview(ledger)["documents"], verify(ledger).findings) == (10, ())
        with ledger.reading() as connection:
            assert connection.scalar(select(func.count()).select_from(schema.judgement)) == 15


def _lose_the_server(ledger: Ledger, server: Cluster) -> None:
    with ledger.writing() as (connection, batch):
        batch.put(schema.run, {"id": "run:lost", "program": "0"})
        batch.close()
        server.stop()
        connection.execute(select(func.count()).select_from(schema.run))


def test_a_server_that_goes_away_leaves_whole_batches(server: Cluster) -> None:
    with Ledger.open(server.fresh()) as ledger:
        ledger.writer(RUN).add(small(1))
        before = head(ledger)
        with pytest.raises(LedgerUnavailableError, match="gone away") as caught:
            _lose_the_server(ledger, server)
        assert "run the same again" in str(caught.value.remedy)
        result = CliRunner().invoke(app, ["status", "--ledger", ledger.address])
        assert result.exit_code == 1
        assert "R402" in result.stderr
        server.start()
        assert head(ledger) == before
        ledger.writer(RUN).add(small(2))
        assert verify(ledger).findings == ()


def test_who_may_only_look_is_answered_and_refused(server: Cluster) -> None:
    place = server.fresh()
    with Ledger.open(place) as ledger:
        ledger.writer(RUN).add(small(1))
    with psycopg.connect(place) as connection:
        connection.execute("CREATE ROLE looker LOGIN; GRANT SELECT ON ALL TABLES IN SCHEMA public TO looker")
    address = place.replace("ledger@", "looker@")
    assert _told("control", address) == _told("control", place)
    with Ledger.open(address) as own, pytest.raises(LedgerUnavailableError, match="may not do that"):
        own.writer(RUN).add(small(2))


def test_a_writer_waits_for_another_and_says_who_is_in_the_way(server: Cluster) -> None:
    place = server.fresh()
    with Ledger.open(place) as ledger, Ledger.open(place, wait=0.05) as other, ledger.writing():
        with pytest.raises(LedgerUnavailableError, match="another process is writing"):
            other.writer(RUN).add(small(1))
        assert overview(other)["documents"] == 0


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("postgresql://ledger@/none?host={0}", "no database of this name"),
        ("postgresql://stranger@/made?host={0}", "does not let this user in"),
        ("postgresql://ledger:secret@127.0.0.1:1/made", "cannot be reached"),
        ("postgresql://ledger@here:port/made", "no address of a database"),
        ("mysql://root@here/ledger", "files and in PostgreSQL"),
    ],
)
def test_what_is_wrong_with_an_address_is_told_and_no_password(address: str, words: str, server: Cluster) -> None:
    with pytest.raises(LedgerError, match=words) as caught:
        Ledger.open(address.format(server.folder))
    assert "secret" not in str(caught.value)
    assert caught.value.remedy


def test_a_database_of_others_and_an_empty_one_are_told_apart(server: Cluster) -> None:
    place = server.empty()
    with pytest.raises(LedgerUnavailableError, match="no ledger here"):
        Ledger.open(place, create=False)
    with Ledger.open(place) as ledger:
        assert verify(ledger).documents == 0
    of_others = server.empty()
    with psycopg.connect(of_others) as connection:
        connection.execute("CREATE TABLE orders (number int)")
    with pytest.raises(LedgerUnavailableError, match="not made by reportedly"):
        Ledger.open(of_others)
