"""The laws of the four values, exhaustively: sixty-four triples are all there are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from itertools import product

import pytest

from reportedly.truce.found import Found, both, either, gated, lacking, negated, unknown
from reportedly.truce.value import Value, every, opposite, some

ALL = tuple(Value)
KEPT, BREACHED, DISPUTED, UNKNOWN = Value.KEPT, Value.BREACHED, Value.DISPUTED, Value.UNKNOWN


def closings(value: Value) -> tuple[bool, ...]:
    return (value is KEPT,) if value.definite else (True, False)


def agreed(results: Iterable[bool]) -> Value | None:
    found = set(results)
    return (KEPT if found.pop() else BREACHED) if len(found) == 1 else None


@pytest.mark.parametrize("join", [every, some])
def test_connectives_are_commutative_associative_and_idempotent(join: Callable[[Iterable[Value]], Value]) -> None:
    for a, b, c in product(ALL, repeat=3):
        assert join((a, b)) is join((b, a))
        assert join((join((a, b)), c)) is join((a, join((b, c)))) is join((a, b, c))
        assert join((a, a)) is a


def test_negation_is_its_own_inverse_and_de_morgan_holds() -> None:
    for a, b in product(ALL, repeat=2):
        assert opposite(opposite(a)) is a
        assert opposite(every((a, b))) is some((opposite(a), opposite(b)))
        assert opposite(some((a, b))) is every((opposite(a), opposite(b)))


def test_a_result_is_definite_exactly_when_every_way_of_closing_the_gaps_gives_it() -> None:
    for a, b in product(ALL, repeat=2):
        ways = list(product(closings(a), closings(b)))
        for result, closed in ((every((a, b)), agreed(x and y for x, y in ways)), (some((a, b)), agreed(x or y for x, y in ways))):
            assert (result if result.definite else None) is closed
    for a in ALL:
        assert (opposite(a) if a.definite else None) is agreed(not x for x in closings(a))


def test_an_unproved_duty_with_a_disputed_excuse_is_not_kept() -> None:
    assert some((UNKNOWN, DISPUTED)) is DISPUTED
    assert every((UNKNOWN, DISPUTED)) is DISPUTED
    assert every(()) is KEPT
    assert some(()) is BREACHED


def found(value: Value, name: str) -> Found:
    lacks = frozenset() if value.definite else frozenset({f"{name} lacks"})
    at = dt.datetime(2018, 10, ord(name) - ord("a") + 1, tzinfo=dt.UTC)
    return Found(value, frozenset({f"{name}+"}), frozenset({f"{name}-"}), lacks, frozenset({f"{name}?"}), at if value is KEPT else None)


def test_grounds_obey_the_same_laws() -> None:
    for x, y, z in product(ALL, repeat=3):
        a, b, c = found(x, "a"), found(y, "b"), found(z, "c")
        for join in (both, either):
            assert join((a, b)) == join((b, a))
            assert join((join((a, b)), c)) == join((a, join((b, c))))
        assert negated(both((a, b))).missing == either((negated(a), negated(b))).missing
    joined = both((found(UNKNOWN, "a"), found(DISPUTED, "b")))
    assert joined.missing == {"a lacks", "b lacks"}
    assert joined.for_ == {"a+", "b+"}
    assert not both((found(UNKNOWN, "a"), found(BREACHED, "b"))).missing
    assert both((found(KEPT, "a"), found(KEPT, "b"))).since == dt.datetime(2018, 10, 2, tzinfo=dt.UTC)
    assert either((found(KEPT, "a"), found(KEPT, "b"))).since == dt.datetime(2018, 10, 1, tzinfo=dt.UTC)
    assert negated(found(KEPT, "a")).for_ == {"a-"}


def test_what_hangs_on_something_is_definite_only_where_that_is_established() -> None:
    for gate, value in product(ALL, repeat=2):
        result = gated(found(gate, "a"), found(value, "b"))
        assert result.value.definite == (gate is KEPT and value.definite)
        assert value is not DISPUTED or result.value is DISPUTED
        assert result.value.definite or result.missing
    assert lacking(found(KEPT, "a"), "coverage").value is UNKNOWN
    assert lacking(found(DISPUTED, "a"), "coverage").value is DISPUTED
    assert unknown("x").missing == {"x"}
