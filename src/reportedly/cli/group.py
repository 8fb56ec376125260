"""The outermost command: every error becomes one line on standard error and an exit code, never a traceback."""

from __future__ import annotations

import errno
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from reportedly.errors import ReportedlyError, UsageError

DONE, FAILED, MISUSED, IN_PART = 0, 1, 2, 3
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
            return super().invoke(ctx)
        except _LIBRARY:
            raise
        except ReportedlyError as error:
            if ctx.params.get("debug"):
                raise
            complain(str(error))
            raise typer.Exit(MISUSED if isinstance(error, UsageError) else FAILED) from error
        except Exception as error:
            if ctx.params.get("debug") or (isinstance(error, OSError) and error.errno == errno.EPIPE):
                raise  # a reader that closed the pipe has seen enough; the library ends quietly
            complain(f"R000: {type(error).__name__}: {error} — a fault of the program; `reportedly --debug …` shows where it is")
            raise typer.Exit(FAILED) from error


def complain(line: str) -> None:
    """Write one line to standard error."""
    sys.stderr.write(" ".join(line.splitlines()) + "\n")
