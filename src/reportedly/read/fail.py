"""Turning read errors into failures: a document that could not be read is named, and the rest go on."""

from __future__ import annotations

import logging

from reportedly.errors import ReadError, StepError, TooLargeError, WorkerError
from reportedly.model import Failure

_log = logging.getLogger(__name__)


def failure(error: ReadError, path: str, *, ref: str | None = None, data: bytes | None = None) -> Failure:
    """Return ``error`` as a Failure at ``path`` that keeps the bytes, where there are any."""
    message = error.what if error.remedy is None else f"{error.what} — {error.remedy}"
    return Failure(path, error.code, message, ref, data)


def no_room() -> ReadError:
    """Return the error of what takes more memory than reading may."""
    return TooLargeError("reading it takes more memory than it may", remedy="split it, or raise REPORTEDLY_READ_MEMORY_BYTES")


def broken(problem: Exception, path: str, *, ref: str | None = None, data: bytes | None = None) -> Failure:
    """Return a Failure for a document that a step of the program broke on, whatever it was."""
    _log.debug("%s", path, exc_info=problem)
    words = str(problem).encode("utf-8", "backslashreplace").decode()
    what = f"a step of the program broke on it: {type(problem).__name__}: {words}"
    return failure(StepError(what, remedy="report it; the others went in"), path, ref=ref, data=data)


def given_up(path: str, *, ref: str | None = None, data: bytes | None = None) -> Failure:
    """Return a Failure for a document that no worker process survived."""
    what = "the process that worked on it was ended from outside, and so was the next"
    remedy = "run it again alone, with --workers 1; where memory ran out, split it"
    return failure(WorkerError(what, remedy=remedy), path, ref=ref, data=data)
