"""Answers that may take long: whoever asks waits for a while, and the work goes on."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock, Semaphore, Thread
from typing import Any, TypeVar, cast

T = TypeVar("T")
_AT_ONCE = 2
"""Answers that are made at one time; others wait for their turn."""


class LateError(Exception):
    """Raised where an answer takes longer than a page waits; it is being made, and will be there for who asks again."""


class Soon:
    """Answers that are being made."""

    def __init__(self) -> None:
        self._lock, self._turn = Lock(), Semaphore(_AT_ONCE)
        self._made: dict[Hashable, Future[Any]] = {}

    def get(self, key: Hashable, make: Callable[[], T], seconds: float) -> T:
        """Return what ``make`` gives, once for all who ask for the key meanwhile.

        Raises:
            LateError: it was not there in time.
        """
        with self._lock:
            future = self._made.get(key)
            if future is None:
                future = self._made[key] = Future()
                Thread(target=self._make, args=(key, make, future), daemon=True).start()
        try:
            return cast("T", future.result(seconds))
        except TimeoutError as error:
            if future.done():
                raise
            raise LateError from error

    def _make(self, key: Hashable, make: Callable[[], Any], future: Future[Any]) -> None:
        try:
            with self._turn:
                future.set_result(make())
        except BaseException as error:  # noqa: BLE001 - it is raised where it is asked for
            future.set_exception(error)
        finally:
            with self._lock:
                self._made.pop(key, None)

    def finish(self) -> None:
        """Wait for all that is being made."""
        for future in list(self._made.values()):
            future.exception()
