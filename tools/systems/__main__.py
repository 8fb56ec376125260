"""Say which of the things that five published articles do are held, and what is missing of the others.

usage: python -m tools.systems DATA [--floor N] [--row N ...] [--all]

DATA holds the articles in its folder `seeds`; what they do is in `tests/quality/systems.yaml`, by hashes and offsets alone.
A row holds when every expectation of it does. What only later work can hold is counted apart, once what the document says is held.
--floor N   exit code 1 where fewer than N rows hold
--row N     only these rows, with the words they are about
Exit codes: 0 done, 1 fewer rows hold than the floor asks for, 2 usage.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tools.runs import Program
from tools.systems.judge import Judged, held, judge, told
from tools.systems.load import PATH, load
from tools.systems.rows import Json


def table(judged: Iterable[Judged]) -> Table:
    """Return the rows as a table: what each lacks, what later work will be asked, why it is exempt."""
    drawn = Table(title="What the articles do")
    drawn.add_column("row", justify="right")
    for title in ("title", "state", "missing, or for later"):
        drawn.add_column(title, overflow="fold")
    for one in judged:
        later = f"issue {one.row.issue}: {one.row.later}" if one.row.issue else one.row.exempt or ""
        drawn.add_row(str(one.row.number), one.row.title, one.state, "\n".join(one.missing) or later)
    return drawn


def drawn_from(folder: Path) -> list[Json]:
    """Return what the program draws from the documents of a folder."""
    with tempfile.TemporaryDirectory(prefix="systems-") as work:
        return [*Program(Path(work))("annotate", str(folder), "--json").rows]


def _arguments(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="systems", description="What five published articles do, and what of it is held.")
    parser.add_argument("data", type=Path, help="folder whose `seeds` holds the articles")
    parser.add_argument("--floor", type=int, default=0, help="how many rows must at least hold")
    parser.add_argument("--row", type=int, action="append", default=[], metavar="N", help="show these rows alone")
    chosen = parser.parse_args(words)
    if not (chosen.data / "seeds").is_dir():
        parser.error(f"{chosen.data / 'seeds'} is not a folder")
    return chosen


def main(words: list[str]) -> int:
    """Draw, judge, print; return the exit code."""
    chosen = _arguments(words)
    judged = judge(load(PATH), drawn_from(chosen.data / "seeds"))
    Console().print(table(one for one in judged if not chosen.row or one.row.number in chosen.row))
    print(told(judged))
    if held(judged) < chosen.floor:
        print(f"{held(judged)} rows hold as far as is asked now, {chosen.floor} must", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
