"""Groups are chosen alike by the ledger's own table and by counting what is at hand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, create_engine, select

from reportedly.query.groups import EVER, Counted, Depth, Wanted
from reportedly.query.kept import Kept
from reportedly.store import database, sightings
from reportedly.store.sightings import Sighting, sighting

_DAYS = st.integers(1, 6)
_ROWS = st.lists(
    st.builds(Sighting, st.sampled_from((0, ~0, 1)), st.integers(-2, 2), _DAYS, st.integers(1, 9), _DAYS, _DAYS),
    unique_by=lambda row: (row.track, row.grp, row.claim),
    max_size=30,
)
_WANTED = st.builds(
    Wanted,
    st.just(0),
    _DAYS,
    st.just(EVER) | _DAYS,
    st.booleans(),
    st.none() | st.frozensets(st.integers(1, 9), min_size=1, max_size=3),
    st.booleans(),
    st.booleans(),
)
_DEPTHS = st.none() | st.builds(Depth, st.integers(1, 3), st.integers(1, 3))


def table(rows: list[Sighting]) -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE claim (seq INTEGER PRIMARY KEY, document TEXT)")
        connection.exec_driver_sql("CREATE TABLE claim_place (claim INTEGER, place TEXT, name TEXT)")
        connection.exec_driver_sql("INSERT INTO claim VALUES (?, ?)", [(number, f"d{number}") for number in range(1, 10)])
        sightings.begin_anew(connection, "e")
        for part in (rows[::2], rows[1::2]):
            sightings.put(connection, (), part, 1)
        yield connection
    engine.dispose()


@given(_ROWS, _WANTED, st.integers(0, 2), st.integers(1, 4), _DEPTHS)
def test_the_tables_and_a_count_of_their_rows_choose_the_same(
    rows: list[Sighting], wanted: Wanted, offset: int, limit: int, depth: Depth | None
) -> None:
    for connection in table(rows):
        ask = partial(database.ask, connection)
        asked, counted = Kept(ask, ask), Counted(rows)
        page = counted.page(wanted, offset, limit)
        groups = [group.number for group in page]
        assert asked.page(wanted, offset, limit) == page
        assert asked.claims(wanted, groups, depth) == counted.claims(wanted, groups, depth)
        assert all(group.all >= len(page) for group in page)


@given(_ROWS, st.sets(st.integers(1, 9)))
def test_what_is_kept_of_groups_is_what_is_counted_whatever_was_taken_out(rows: list[Sighting], gone: set[int]) -> None:
    for connection in table(rows):
        sightings.put(connection, [f"d{number}" for number in gone], (), 2)
        left = sorted(sightings.grouped(row for row in rows if row.claim not in gone))
        assert sorted(map(tuple, connection.execute(select(sightings.group)))) == left
        assert len(connection.execute(select(sighting)).all()) == sum(row.claim not in gone for row in rows)


def test_a_page_has_no_more_claims_than_there_is_room_for_and_one_of_each_row() -> None:
    few, many = [Sighting(0, grp, 1, grp, 1, 1) for grp in range(3)], [Sighting(0, 9, at, 100 + at, 1, 1) for at in range(50)]
    found = Counted((*few, *many)).claims(Wanted(0, 99), [0, 1, 2, 9], Depth(20, 3))
    assert {grp: len(claims) for grp, claims in found.items()} == {0: 1, 1: 1, 2: 1, 9: 9}
    assert found[9] == list(range(141, 150))
    assert [len(each) for each in Counted(many).claims(Wanted(0, 99), [9], Depth(20, 40)).values()] == [20]
