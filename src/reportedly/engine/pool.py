"""A pool of processes that gives results in input order, whatever the number of workers."""

from __future__ import annotations

import collections
import itertools
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 3


def workers_available() -> int:
    """Return how many processes this machine runs side by side."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield ``items`` in lists of ``size``, the last one shorter."""
    left = iter(items)
    while batch := list(itertools.islice(left, size)):
        yield batch


def ordered_map(work: Callable[[list[T]], Sequence[R]], items: Iterable[T], *, size: int, workers: int) -> Iterator[R]:
    """Yield ``work(batch)`` for each batch of ``size`` items, flattened, in input order.

    With one worker, or where everything fits one batch, the work is done in this process. Otherwise ``work`` must be
    picklable, and at most three batches a worker are read ahead, so that an endless input needs bounded memory.
    """
    queue = batches(items, size)
    first = next(queue, [])
    second = next(queue, None)
    if workers <= 1 or second is None:
        for batch in itertools.chain([first], [second] if second else [], queue):
            yield from work(batch)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        yield from _drain(pool, work, itertools.chain([first, second], queue), workers * _AHEAD)


def _drain(pool: ProcessPoolExecutor, work: Callable[[list[T]], Sequence[R]], queue: Iterable[list[T]], ahead: int) -> Iterator[R]:
    waiting: collections.deque[Future[Sequence[R]]] = collections.deque()
    try:
        for batch in queue:
            waiting.append(pool.submit(work, batch))
            if len(waiting) >= ahead:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        for left in waiting:
            left.cancel()
