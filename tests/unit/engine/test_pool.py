from __future__ import annotations

import itertools

import pytest

from reportedly.engine.pool import batches, by_weight, ordered_map, workers_available


def double(batch: list[int]) -> list[int]:
    return [2 * n for n in batch]


def fail_on_seven(batch: list[int]) -> list[int]:
    if 7 in batch:
        message = "seven"
        raise ValueError(message)
    return batch


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_input_order_whatever_the_workers(workers: int) -> None:
    assert list(ordered_map(double, range(23), size=4, workers=workers)) == [2 * n for n in range(23)]


def test_nothing_in_nothing_out() -> None:
    assert list(ordered_map(double, [], size=4, workers=2)) == []


def test_an_endless_input_is_read_only_as_far_as_it_is_asked_for() -> None:
    found = ordered_map(double, itertools.count(), size=2, workers=1)
    assert list(itertools.islice(found, 5)) == [0, 2, 4, 6, 8]


def test_an_error_of_the_work_reaches_the_caller() -> None:
    with pytest.raises(ValueError, match="seven"):
        list(ordered_map(fail_on_seven, range(20), size=3, workers=2))


def test_batches_leave_nothing_out() -> None:
    assert list(batches(range(5), 2)) == [[0, 1], [2, 3], [4]]
    assert workers_available() >= 1


def test_what_weighs_too_much_together_is_parted_and_nothing_is_left_out() -> None:
    assert list(by_weight([1, 2, 3, 9, 1, 0, 3], int, 4)) == [[1, 2], [3], [9], [1, 0, 3]]
    assert list(by_weight([], int, 4)) == []
