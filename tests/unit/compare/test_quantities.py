from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.compare.quantities import bounds, denominator_of, disjoint, shown, unit_of
from reportedly.model import Figure
from reportedly.model.claim import OPERATORS
from tests.unit.compare.build import Said, held

VALUES = st.floats(0, 1e6)
FIGURES = st.builds(Figure, VALUES, st.sampled_from(OPERATORS), st.just("people killed"))


def key(unit: str) -> str | None:
    found = unit_of(Figure(1, "=", unit))
    return found.key if found else None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("civilians killed", "people dead"),
        ("residents wounded", "injured"),
        ("deaths", "people killed"),
        ("percent", "%"),
        ("militants killed", "dead gunmen"),
    ],
)
def test_units_of_one_class_are_compared(one: str, other: str) -> None:
    assert key(one) == key(other) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [("children killed", "people killed"), ("civilians killed", "civilians injured"), ("shells", "rockets"), ("percent", "people")],
)
def test_other_units_are_not(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_members_are_counted_as_what_they_are_members_of() -> None:
    said = held(Said("a", args=(("victims", "the medical staff"),), figures=(Figure(15, "=", "members killed"),))).claim
    found = unit_of(said.figures[0], said)
    assert found is not None
    assert found.key == key("medics killed")


def test_no_unit_is_nothing() -> None:
    assert key("") is None


@pytest.mark.parametrize(
    ("one", "other", "exclusive"),
    [
        (Figure(40, "=", "x"), Figure(45, "=", "x"), True),
        (Figure(40, "=", "x"), Figure(40, "=", "x"), False),
        (Figure(13, ">=", "x"), Figure(15, ">=", "x"), False),
        (Figure(13, ">=", "x"), Figure(15, "=", "x"), False),
        (Figure(15, ">=", "x"), Figure(13, "=", "x"), True),
        (Figure(19, ">=", "x"), Figure(60, ">=", "x"), True),
        (Figure(100, "~", "x"), Figure(95, "=", "x"), False),
        (Figure(100, "~", "x"), Figure(80, "=", "x"), True),
        (Figure(10, "<", "x"), Figure(3, "=", "x"), False),
        (Figure(10, "<=", "x"), Figure(30, ">", "x"), True),
        (Figure(None, "=", "x", low=10, high=20), Figure(15, "=", "x"), False),
        (Figure(None, "=", "x", low=10, high=20), Figure(25, "=", "x"), True),
        (Figure(None, "=", "x"), Figure(25, "=", "x"), False),
        (Figure(20, ">=", "x", low=20, high=1000), Figure(900, "=", "x"), False),
    ],
)
def test_figures_exclude_each_other_given_their_operators(one: Figure, other: Figure, *, exclusive: bool) -> None:
    assert disjoint(one, other) is exclusive
    assert disjoint(other, one) is exclusive


def test_denominators_are_compared_by_their_telling_words() -> None:
    assert denominator_of(Figure(1, "=", "percent", denominator="The districts of Saltgate")) == frozenset({"districts", "saltgate"})
    assert denominator_of(Figure(1, "=", "percent")) is None


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure(85, ">=", "percent", denominator="the districts"), "at least 85 percent of the districts"),
        (Figure(1234, "~", "people"), "about 1,234 people"),
        (Figure(None, "=", "people", low=10, high=20), "10 to 20 people"),
        (Figure(32, "~", "people", low=28, high=36), "about 32 people"),
        (Figure(None, ">=", "people", low=24), "at least 24 people"),
        (Figure(None, "=", "people"), "? people"),
        (Figure(7.5, "<", "square kilometres"), "fewer than 7.5 square kilometres"),
    ],
)
def test_figures_are_shown_in_words(figure: Figure, words: str) -> None:
    assert shown(figure) == words


@given(FIGURES)
def test_a_figure_never_excludes_itself_and_its_bounds_hold_its_value(figure: Figure) -> None:
    limits = bounds(figure)
    assert limits is not None
    assert limits[0] <= (figure.value or 0) <= limits[1]
    assert not disjoint(figure, figure)
