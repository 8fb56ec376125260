"""Worker processes that may be ended at any moment, by whomever: none outlives its parent, and no work is lost with one."""

from __future__ import annotations

import collections
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 3


@dataclass(slots=True)
class Crew(Generic[T, R]):
    """Worker processes, and the batches that are under way, in order.

    Attributes:
        work: what is done with a batch; picklable.
        workers: processes side by side.
        lost: what takes the place of an item whose worker ended twice; without it the end of a worker is an error.
    """

    work: Callable[[list[T]], Sequence[R]]
    workers: int
    lost: Callable[[T], R] | None
    _waiting: collections.deque[tuple[list[T], Future[Sequence[R]]]] = field(default_factory=collections.deque)
    _pool: _Pool | None = None

    def run(self, queue: Iterable[list[T]]) -> Iterator[R]:
        """Yield the results of the batches of ``queue`` in order; at most three a worker are taken ahead.

        Raises:
            BrokenProcessPool: a worker ended, and there is no ``lost``.
        """
        try:
            for batch in queue:
                self._hand_out(batch)
                if len(self._waiting) >= self.workers * _AHEAD:
                    yield from self._next()
            while self._waiting:
                yield from self._next()
        except BaseException:
            self._close(at_once=True)
            raise
        self._close()

    def _hand_out(self, batch: list[T]) -> None:
        self._waiting.append((batch, self._submit(batch, self.workers)))

    def _submit(self, batch: list[T], workers: int) -> Future[Sequence[R]]:
        self._pool = self._pool or _Pool(workers)
        try:
            return self._pool.submit(self.work, batch)
        except BrokenProcessPool as problem:
            future: Future[Sequence[R]] = Future()
            future.set_exception(problem)
            return future

    def _close(self, *, at_once: bool = False) -> None:
        if self._pool is not None:
            self._pool.close(at_once=at_once)
        self._pool = None

    def _next(self) -> Iterator[R]:
        batch, future = self._waiting.popleft()
        try:
            found = future.result()
        except BrokenProcessPool:
            if self.lost is None:
                raise
            found = self._again(batch, self.lost)
        yield from found

    def _again(self, batch: list[T], lost: Callable[[T], R]) -> Sequence[R]:
        """Do a batch again after a worker ended, then item by item if one ends again; hand out anew what waited behind it."""
        held = [waiting for waiting, _ in self._waiting]
        self._waiting.clear()
        self._close()
        found = self._alone(batch)
        if found is None:
            found = [result for item in batch for result in self._alone([item]) or [lost(item)]]
        self._close()
        for waiting in held:
            self._hand_out(waiting)
        return found

    def _alone(self, batch: list[T]) -> Sequence[R] | None:
        """Return the results of a batch that nothing else is done beside; None where its worker ended."""
        try:
            return self._submit(batch, 1).result()
        except BrokenProcessPool:
            self._close()
            return None


class _Pool:
    """Processes that end with their parent: each holds one end of a pipe, and ends when the other is closed, by whatever."""

    def __init__(self, workers: int) -> None:
        context = multiprocessing.get_context("spawn")
        self._held, self._lifeline = context.Pipe(duplex=False)
        self._pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_end_with, initargs=(self._held,))

    def submit(self, work: Callable[[list[T]], Sequence[R]], batch: list[T]) -> Future[Sequence[R]]:
        """Have a batch worked on."""
        with _uninterrupted():
            return self._pool.submit(work, batch)

    def close(self, *, at_once: bool) -> None:
        """End the processes when they have done what they are at, or at once."""
        if at_once:
            self._lifeline.close()
        self._pool.shutdown(cancel_futures=True)
        self._lifeline.close()
        self._held.close()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Keep an interrupt back for a moment: processes started meanwhile never hear one, their parent decides."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with(lifeline: Connection) -> None:
    """Have this process end as soon as the other end of ``lifeline`` is closed, as it is when the parent ends."""

    def wait() -> None:
        lifeline.poll(None)
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
