"""The outermost command: every error becomes one line on standard error and an exit code, never a traceback."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from typing import Any

import typer
from typer.core import TyperGroup

from reportedly.errors import OutputError, ReportedlyError, UsageError

DONE, FAILED, MISUSED, IN_PART, STOPPED = 0, 1, 2, 3, 130
"""Exit codes."""


_LIBRARY: tuple[type[BaseException], ...] = (
    typer.Exit,
    typer.Abort,
    *(kind for kind in typer.BadParameter.__mro__ if issubclass(kind, BaseException) and kind not in {Exception, BaseException}),
)
"""What the library raises for its own ends: to exit, and where a call is not understood."""


class Guarded(TyperGroup):
    """A group whose commands fail in one line."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - the library's own types have moved between its versions
        """Run the command that was named; with ``--debug`` errors pass through as they are."""
        try:
            return _flushed(super().invoke, ctx)
        except _LIBRARY:
            raise
        except KeyboardInterrupt as stop:
            complain("stopped; a ledger keeps what was recorded before, and the same command goes on from there")
            raise typer.Exit(STOPPED) from stop
        except Exception as error:
            if ctx.params.get("debug") or _closed(error):
                raise
            complain(told(error))
            raise typer.Exit(MISUSED if isinstance(error, UsageError) else FAILED) from error


def told(error: Exception) -> str:
    """Return an error in words, with its code and what to do."""
    if isinstance(error, OSError) and error.filename is None:
        _drop_output()
        what = f"the answer could not be written: {error.strerror or error}"
        error = OutputError(what, remedy="make room where it goes, or send it elsewhere; a ledger keeps what was recorded before")
    if isinstance(error, ReportedlyError):
        return str(error)
    return f"R000: {type(error).__name__}: {error} — a fault of the program; `reportedly --debug …` shows where it is"


def _flushed(run: Any, ctx: Any) -> Any:  # noqa: ANN401 - the library's own
    """Run a command and write out all of its answer, so that an answer that cannot be written is an error like any other."""
    try:
        return run(ctx)
    finally:
        sys.stdout.flush()


def _closed(error: Exception) -> bool:
    """Say whether the reader of the answer has closed the pipe: it has seen enough, and the library ends quietly."""
    closed = isinstance(error, OSError) and error.errno == errno.EPIPE
    if closed:
        _drop_output()
    return closed


def _drop_output() -> None:
    """Let what could not be written go nowhere, else it is tried again when the program ends."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(line: str) -> None:
    """Write one line to standard error."""
    if sys.stderr is not None:
        sys.stderr.write(" ".join(line.splitlines()) + "\n")
