"""What the hostile tests share: calling the program, what came of every document, and whether time grows with the text."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from typer.testing import Result

from tests.unit.cli.console import PACK, call, lines

ROOT = Path(__file__).resolve().parents[2]
MAIN = "from reportedly.cli import main; main()"
SAID = "The army seized Copper Row on Tuesday, a spokesman said. "

_MOST = 3.0
_TRIES = 8
_NOTHING = 0.25  # seconds of CPU that tell nothing on a machine that has other work


def annotated(*paths: object, given: bytes | None = None) -> tuple[Result, dict[str, str]]:
    """Return what ``annotate`` gave, and per document its path and ``ok``, or the code that it failed with."""
    result = call("annotate", *paths, *PACK, "--json", given=given)
    assert "R000" not in result.stderr, result.stderr
    return result, {row["doc"]["path"]: (row["doc"]["error"] or "ok").partition(": ")[0] for row in lines(result)}


def added(ledger: Path, *paths: object, given: bytes | None = None) -> Result:
    """Return what ``add`` gave."""
    return call("add", *paths, "--ledger", ledger, *PACK, "--json", "--workers", 1, given=given)


def command(*arguments: object) -> list[str]:
    """Return the command that runs the program with these arguments in a process of its own."""
    return [sys.executable, "-c", MAIN, *map(str, arguments)]


def program(*arguments: object, env: Mapping[str, str] | None = None) -> subprocess.Popen[str]:
    """Start the program in a process group of its own, as a shell does."""
    return subprocess.Popen(  # noqa: S603 - ours
        command(*arguments),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, **(env or {})},
        start_new_session=True,
    )


def check_linear(work: Callable[[str], object], make: Callable[[int], str], size: int) -> None:
    """Check that twice the text takes at most three times the CPU time: the least that each took, since a machine has other work too."""
    once = twice = float("inf")
    for _ in range(_TRIES):
        once, twice = min(once, _cpu(work, make(size))), min(twice, _cpu(work, make(2 * size)))
        if twice <= max(_MOST * once, _NOTHING):
            return
    message = f"twice the text took {twice / once:.1f} times the CPU time"
    raise AssertionError(message)


def _cpu(work: Callable[[str], object], text: str) -> float:
    begin = time.process_time()
    work(text)
    return time.process_time() - begin
