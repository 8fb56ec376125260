"""The examples that stand beside the patterns."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from reportedly import dates
from reportedly.dates.grammar import grammar

EXAMPLES = [pytest.param(example, id=f"{pattern.id}-{n}") for pattern in grammar().patterns for n, example in enumerate(pattern.examples)]


def _plain(value: object) -> str | None:
    return None if value is None else str(value)


@pytest.mark.parametrize("example", EXAMPLES)
def test_pattern_example_reads_as_it_says(example: tuple[Any, ...]) -> None:
    text, published, *wanted = example
    assert published is None or isinstance(published, dt.date)
    found = [[text[time.start : time.end], time.type, time.value, time.begin, time.until] for time in dates.tag(text, published)]
    assert found == [[_plain(part) for part in row] for row in wanted]


def test_ids_of_patterns_are_their_own() -> None:
    ids = [pattern.id for pattern in grammar().patterns]
    assert len(ids) == len(set(ids))
