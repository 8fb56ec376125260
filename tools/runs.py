"""Run the program as its users do, and keep what it gave and what it took."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

Row = dict[str, object]

_DONE = (0, 3)
_WORDS = 300


class RunError(Exception):
    """The program did not do what it was asked to, or not yet; says why."""


@dataclass(frozen=True, slots=True)
class Run:
    """One finished run.

    Attributes:
        rows: its lines of JSON.
        seconds, cpu: elapsed seconds, and CPU seconds of all its processes.
        code: its exit code.
        fault: why it is of no use, None where it is.
    """

    rows: list[Row]
    seconds: float
    cpu: float
    code: int
    fault: str | None = None


def read_rows(path: Path) -> list[Row]:
    """Return the objects of a file of JSON lines.

    Raises:
        ValueError: a line is not JSON.
    """
    return [cast("Row", json.loads(line)) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def write_rows(path: Path, rows: Iterable[Row]) -> Path:
    """Write objects as JSON lines; return the path."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def last_words(path: Path) -> str:
    """Return the last line of what a run said that has words in it, cut to a readable length."""
    lines = [line for line in path.read_text(encoding="utf-8", errors="replace").splitlines() if line.strip(" ╰─╯│")]
    return lines[-1].strip(" │")[-_WORDS:] if lines else "it said nothing"


def cpu_of_children() -> float:
    """Return the CPU seconds of all finished child processes and theirs."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@dataclass(slots=True)
class Program:
    """The installed program, with a folder for what it writes. The same call is made once."""

    work: Path
    command: tuple[str, ...] = (str(Path(sys.executable).parent / "reportedly"),)
    _done: dict[tuple[str, ...], Run] = field(default_factory=dict)

    def __call__(self, *arguments: str) -> Run:
        """Run the program with ``arguments``; its standard output is read as JSON lines.

        Raises:
            RunError: it ended with another exit code than 0 or 3, or printed something else than JSON.
        """
        if arguments not in self._done:
            self._done[arguments] = self._run(arguments)
        run = self._done[arguments]
        if run.fault is not None:
            raise RunError(run.fault)
        return run

    def finished(self) -> Iterator[tuple[tuple[str, ...], Run]]:
        """Yield every call that was made, with what it gave."""
        yield from self._done.items()

    def _run(self, arguments: Sequence[str]) -> Run:
        name = Path(arguments[0]).name
        out, err = (self.work / f"{len(self._done):02d}-{name}.{end}" for end in ("out", "err"))
        begin, cpu = time.perf_counter(), cpu_of_children()
        with out.open("wb") as to, err.open("wb") as errors:
            code = subprocess.run([*self.command, *arguments], stdout=to, stderr=errors, check=False).returncode
        taken, used = time.perf_counter() - begin, cpu_of_children() - cpu
        if code not in _DONE:
            return Run([], taken, used, code, f"`{name}` ended with exit code {code}: {last_words(err)}")
        try:
            return Run(read_rows(out), taken, used, code)
        except ValueError as error:
            return Run([], taken, used, code, f"`{name}` printed a line that is no JSON: {error}")
