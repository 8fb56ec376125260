"""Groups are chosen alike by the ledger's own table and by counting what is at hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, insert, select

from reportedly.query.groups import Asked, Counted, Wanted
from reportedly.store import schema
from reportedly.store.sightings import Sighting, sighting

_DAYS = st.integers(1, 6)
_ROWS = st.lists(
    st.builds(Sighting, st.sampled_from((0, ~0, 1)), st.integers(-2, 2), _DAYS, st.integers(1, 9), _DAYS, _DAYS),
    unique_by=lambda row: (row.track, row.grp, row.claim),
    max_size=30,
)
_WANTED = st.builds(
    Wanted, st.just(0), _DAYS, st.none() | _DAYS, st.booleans(), st.none() | st.frozensets(st.integers(1, 9), min_size=1, max_size=3)
)


@given(_ROWS, _WANTED, st.integers(0, 2), st.integers(1, 4), st.none() | st.integers(1, 3))
def test_the_table_and_a_count_of_its_rows_choose_the_same(
    rows: list[Sighting], wanted: Wanted, offset: int, limit: int, depth: int | None
) -> None:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        for table in (schema.claim, sighting):
            table.create(connection)
        if rows:
            connection.execute(insert(sighting), [row._asdict() for row in rows])
        asked, counted = Asked(lambda query: connection.execute(query).all()), Counted(rows)
        page = counted.page(wanted, offset, limit)
        groups = [group.number for group in page]
        assert asked.page(wanted, offset, limit) == page
        assert asked.claims(wanted, groups, depth) == counted.claims(wanted, groups, depth)
        assert all(group.all >= len(page) for group in page)
    engine.dispose()


def test_groups_are_chosen_by_a_query_of_claims_too() -> None:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        for table in (schema.claim, sighting):
            table.create(connection)
        connection.execute(insert(sighting), [Sighting(0, grp, 5, grp, 5, 5)._asdict() for grp in (1, 2, 3)])
        asked = Asked(lambda query: connection.execute(query).all())
        wanted = Wanted(0, 9, claims=select(sighting.c.claim).where(sighting.c.claim == 2))
        assert [group.number for group in asked.page(wanted, 0, 9)] == [2]
        assert asked.claims(wanted, [1, 2], 1) == {1: [1], 2: [2]}
    engine.dispose()
