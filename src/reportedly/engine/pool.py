"""A pool of processes that gives results in input order, whatever the number of workers and whatever becomes of one of them."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from reportedly.engine.crew import Crew

T = TypeVar("T")
R = TypeVar("R")


def workers_available() -> int:
    """Return how many processes this machine runs side by side."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield ``items`` in lists of ``size``, the last one shorter."""
    left = iter(items)
    while batch := list(itertools.islice(left, size)):
        yield batch


def by_weight(items: Iterable[T], weight: Callable[[T], int], most: int) -> Iterator[list[T]]:
    """Yield ``items`` in order, in lists that together weigh at most ``most``; one that weighs more is alone."""
    held: list[T] = []
    total = 0
    for item in items:
        if held and total + weight(item) > most:
            yield held
            held, total = [], 0
        held.append(item)
        total += weight(item)
    if held:
        yield held


def ordered_map(
    work: Callable[[list[T]], Sequence[R]], items: Iterable[T], *, size: int, workers: int, lost: Callable[[T], R] | None = None
) -> Iterator[R]:
    """Yield ``work(batch)`` for each batch of ``size`` items, flattened, in input order.

    With one worker, or where everything fits one batch, the work is done in this process. Otherwise ``work`` must be
    picklable, and at most three batches a worker are read ahead, so that an endless input needs bounded memory.

    A worker may be ended from outside, for want of memory, say. Then its batch is done again, and item by item if the next
    worker ends too; an item that no worker survives is given up, and ``lost(item)`` takes its place.

    Raises:
        BrokenProcessPool: a worker ended, and there is no ``lost``.
    """
    queue = batches(items, size)
    first = next(queue, [])
    second = next(queue, None)
    if workers <= 1 or second is None:
        for batch in itertools.chain([first], [second] if second else [], queue):
            yield from work(batch)
        return
    yield from Crew(work, workers, lost).run(itertools.chain([first, second], queue))
