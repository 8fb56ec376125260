"""The processes that read, as the one that asks sees them: warm ones are kept, one that breaks is replaced, none is waited for for ever."""

from __future__ import annotations

import atexit
import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from multiprocessing.connection import Connection

from reportedly.errors import ReadError, ReadTimeError, ReportedlyError, WorkerError
from reportedly.limits import limits
from reportedly.model import Document, Failure
from reportedly.ports import Member, ReadOptions
from reportedly.read.apart.frames import END, ERROR, ITEM, LOG, NO_ROOM, Job, UntrustedError, packed, unpacked
from reportedly.read.fail import failure, no_room

_START = "import sys; sys.path[:] = sys.argv[3:]; from reportedly.read.apart.inmate import main; main(int(sys.argv[1]), int(sys.argv[2]))"
_PREFIX = "REPORTEDLY_"
_KEPT = 2
_PATIENCE = 12
"""How much longer than its processor time a document is waited for, on a machine that is busy with other things."""
_SMALL, _TIMES = 16_000_000, 4
"""Bytes of a file from which on its memory grows with it, and how fast."""


def read_apart(member: Member, options: ReadOptions) -> Iterator[Document | Failure]:
    """Yield the documents of ``member`` and of what lies in it, read in another process.

    A file that takes too much time or memory, or that ends the process, is a failure; what was found in it before stays.

    Raises:
        ColumnError: a table lacks a column that the caller named.
        OptionError: an option is not understood.
    """
    cell = _take()
    try:
        yield from cell.read(member, options)
    finally:
        _give_back(cell)


_idle: list[Cell] = []
_lock = threading.Lock()


def warm() -> None:
    """Start a process, where none is kept, so that it has loaded what it reads with when it is asked."""
    with _lock:
        if not any(cell.is_ready() for cell in _idle):
            _idle.append(Cell())


def _take() -> Cell:
    with _lock:
        while _idle:
            cell = _idle.pop()
            if cell.is_ready():
                return cell
    return Cell()


def _give_back(cell: Cell) -> None:
    with _lock:
        if cell.is_ready() and len(_idle) < _KEPT:
            _idle.append(cell)
            return
    cell.close()


@atexit.register
def close() -> None:
    """End all that are kept."""
    with _lock:
        held, _idle[:] = list(_idle), []
    for cell in held:
        cell.close()


class Cell:
    """One process that reads."""

    def __init__(self) -> None:
        (asked, ask), (hear, told) = os.pipe(), os.pipe()
        self._ask, self._hear = Connection(ask, readable=False), Connection(hear, writable=False)
        words = [sys.executable, "-c", _START, str(asked), str(told), *sys.path]
        none = subprocess.DEVNULL
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                words, stdin=none, stdout=none, stderr=none, pass_fds=(asked, told), start_new_session=True
            )
        finally:
            os.close(asked)
            os.close(told)
        self._busy = self._late = False

    def is_ready(self) -> bool:
        """Say whether it can take a job."""
        return not self._busy and self._process.poll() is None

    def close(self) -> None:
        """End it, at once where it is at work."""
        self._ask.close()
        self._hear.close()
        if self._busy:
            self._process.kill()
        self._process.wait()

    def read(self, member: Member, options: ReadOptions) -> Iterator[Document | Failure]:
        """Yield what it finds in ``member``; raises what :func:`read_apart` does."""
        self._busy = True
        most = limits()
        memory = most.read_memory_bytes + _TIMES * max(0, len(member.data) - _SMALL)
        environment = tuple((name, value) for name, value in os.environ.items() if name.startswith(_PREFIX))
        level = logging.getLogger("reportedly").getEffectiveLevel()
        try:
            self._ask.send_bytes(packed(Job(member, options, environment, most.read_seconds, memory, level)))
            yield from self._found(most.read_seconds)
        except (EOFError, OSError):
            yield failure(self._why(most.read_seconds), member.path, ref=member.ref, data=member.data)
        except UntrustedError as problem:
            what = f"the process that read it sent what it may not: {problem}"
            error = WorkerError(what, remedy="keep the file, it may be meant to break the program; report it")
            yield failure(error, member.path, ref=member.ref, data=member.data)

    def _found(self, seconds: int) -> Iterator[Document | Failure]:
        while True:
            if not self._hear.poll(seconds * _PATIENCE):
                self._late = True
                self._process.kill()
            frame = self._hear.recv_bytes()
            kind, rest = frame[:1], frame[1:]
            if kind == END:
                self._busy = False
                return
            if kind == ITEM:
                yield _item(unpacked(rest))
            elif kind == LOG:
                _log(unpacked(rest))
            elif kind == ERROR:
                self._busy = False
                raise _error(unpacked(rest))
            else:
                raise UntrustedError(repr(kind))

    def _why(self, seconds: int) -> ReadError:
        """Return why it ended."""
        code = self._process.wait()
        if self._late or code == -signal.SIGPROF:
            what = f"it took more than {seconds} seconds of processor time, and was given up"
            return ReadTimeError(what, remedy="split it, or raise REPORTEDLY_READ_SECONDS")
        if code == NO_ROOM:
            return no_room()
        what = f"the process that read it ended ({_told(code)})"
        return WorkerError(what, remedy="keep the file, it may be meant to break the program; where memory ran out, split it")


def _told(code: int) -> str:
    return signal.Signals(-code).name if code < 0 else f"exit status {code}"


def _item(found: object) -> Document | Failure:
    if isinstance(found, Document | Failure):
        return found
    raise UntrustedError(type(found).__name__)


def _error(found: object) -> ReportedlyError:
    return found if isinstance(found, ReportedlyError) else WorkerError("the process that read it sent no error")


def _log(found: object) -> None:
    match found:
        case (str() as name, int() as level, str() as words):
            logging.getLogger(name).log(level, "%s", words)
        case _:
            raise UntrustedError(type(found).__name__)
