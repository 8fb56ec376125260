"""The process that reads: it takes one job after the other, gives back what it finds, and ends when nobody asks any more."""

from __future__ import annotations

import logging
import os
import resource
import signal
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

from reportedly.errors import ReportedlyError
from reportedly.limits import limits
from reportedly.model import Document, Failure
from reportedly.read.apart.confine import confine, die_with_parent
from reportedly.read.apart.frames import END, ERROR, ITEM, LOG, NO_ROOM, Job, job_of, packed
from reportedly.read.unpack import read_member

_PREFIX = "REPORTEDLY_"
_PAGE = os.sysconf("SC_PAGE_SIZE")
_STATM = Path("/proc/self/statm")


class _Telling(logging.Handler):
    """Sends lines of the log to the process that asked."""

    def __init__(self, outbox: Connection) -> None:
        super().__init__()
        self._outbox = outbox

    def emit(self, record: logging.LogRecord) -> None:
        """Send one line."""
        self._outbox.send_bytes(LOG + packed((record.name, record.levelno, record.getMessage())))


def main(asked: int, told: int) -> None:
    """Serve jobs from the pipe ``asked`` and write what is found to the pipe ``told``, until the former is closed."""
    die_with_parent()
    inbox, outbox = Connection(asked, writable=False), Connection(told, readable=False)
    logging.getLogger("reportedly").addHandler(_Telling(outbox))
    confine()
    while True:
        try:
            job = job_of(inbox.recv_bytes())
            _serve(job, outbox)
        except EOFError:
            return
        except MemoryError:
            os._exit(NO_ROOM)


def _serve(job: Job, outbox: Connection) -> None:
    _settle(job)
    try:
        for item in _timed(read_member(job.member, job.options), job.seconds):
            outbox.send_bytes(ITEM + packed(item))
    except ReportedlyError as error:
        outbox.send_bytes(ERROR + packed(error))
    else:
        outbox.send_bytes(END)


def _timed(found: Iterator[Document | Failure], seconds: int) -> Iterator[Document | Failure]:
    """Yield what is found; the kernel ends this process where one item takes more processor time than it may."""
    while True:
        signal.setitimer(signal.ITIMER_PROF, seconds)
        item = next(found, None)
        signal.setitimer(signal.ITIMER_PROF, 0)
        if item is None:
            return
        yield item


def _settle(job: Job) -> None:
    """Take over the settings of the process that asked, and the memory that this job may have."""
    logging.getLogger("reportedly").setLevel(job.level)
    wanted = dict(job.environment)
    held = {name: value for name, value in os.environ.items() if name.startswith(_PREFIX)}
    if held != wanted:
        for name in held:
            del os.environ[name]
        os.environ.update(wanted)
        limits.cache_clear()
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (_taken() + job.memory, hard))


def _taken() -> int:
    """Return the bytes of address space that this process has; 0 where the system does not say."""
    try:
        return int(_STATM.read_bytes().split()[0]) * _PAGE
    except OSError:
        return 0
