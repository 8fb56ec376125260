"""Print every score that the scorers give on the data, as a table, and write them as JSON.

usage: python -m tools.quality DATA EVAL [--out FILE.json] [--only WORD]

A score that cannot be had is listed with the reason. Exit codes: 0 all there, 2 usage, 3 some missing.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from reportedly import __version__
from tools.runs import Program, RunError
from tools.scores import SCORES, Bench, Figures

MISSING = "missing"
_REASONS = (RunError, SystemExit, LookupError, TypeError, ValueError, AttributeError, OSError)


def shown(value: object) -> str:
    """Return a figure as the table shows it; a tuple is precision, recall and F1, or a percentage and its number of cases."""
    return "  ".join(map(str, value)) if isinstance(value, list | tuple) else "-" if value is None else str(value)


def measure(bench: Bench, only: str, console: Console) -> dict[str, Figures]:
    """Return every score whose name holds ``only``, in order; the missing with their reason."""
    found: dict[str, Figures] = {}
    for name, score in SCORES:
        if only not in name:
            continue
        begin = time.perf_counter()
        try:
            found[name] = score(bench)
        except _REASONS as reason:
            found[name] = {MISSING: f"{type(reason).__name__}: {reason}"}
        console.print(f"{name}: {time.perf_counter() - begin:.1f} s")
    return found


def table(found: dict[str, Figures]) -> Table:
    """Return the scores as one table, a section each."""
    drawn = Table(title="Scores, in percent where no unit is named; triples are precision, recall, F1")
    for title in ("score", "figure", "value"):
        drawn.add_column(title, overflow="fold")
    for name, figures in found.items():
        for row, (figure, value) in enumerate(figures.items()):
            drawn.add_row(name if row == 0 else "", figure, shown(value))
        drawn.add_section()
    return drawn


def arguments(words: list[str]) -> argparse.Namespace:
    """Return the arguments of the call; ends with exit code 2 where a folder is not there."""
    parser = argparse.ArgumentParser(prog="quality", description="Scores of the program against gold.")
    parser.add_argument("data", type=Path, help="folder with the data and the gold")
    parser.add_argument("scorers", type=Path, help="folder with the scorers")
    parser.add_argument("--out", type=Path, help="file to write the scores to, as JSON")
    parser.add_argument("--only", default="", help="scores whose name holds this word")
    chosen = parser.parse_args(words)
    for folder in (chosen.data, chosen.scorers):
        if not folder.is_dir():
            parser.error(f"{folder} is not a folder")
    return chosen


def main(words: list[str]) -> int:
    """Measure, print, write; return the exit code."""
    chosen = arguments(words)
    with tempfile.TemporaryDirectory(prefix="quality-") as folder:
        work = Path(folder)
        bench = Bench(chosen.data.resolve(), chosen.scorers.resolve(), work, Program(work))
        found = measure(bench, chosen.only, Console(stderr=True))
    Console().print(table(found))
    if chosen.out:
        chosen.out.parent.mkdir(parents=True, exist_ok=True)
        written = {"version": __version__, "scores": found}
        chosen.out.write_text(json.dumps(written, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 3 if any(MISSING in figures for figures in found.values()) else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
