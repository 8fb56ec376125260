"""Show what the agreements that ship come to on hand-coded claims and on the program's own claims of the same reports.

usage: python -m tools.truces DATA [--ledger PATH]

DATA holds the reports in its folder `seeds`, and the hand-coded claims in `gold/claims.jsonl`. A ledger of the reports is made where none
is named, which takes a minute or two; a report that names no day of its own is given the day that the coder found. Floors are held: see
`FLOORS`.
Exit codes: 0 every floor holds, 1 some do not, 2 usage.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tools.runs import Program
from tools.truces.coded import DAYS, Coded, gold, others
from tools.truces.compare import FOUND, Drawn, definite, drawn_from, extra, lines, why

FLOORS = {"agreements in force alike": 3, "words alike, of terms that claims bear on": 8, "hand-coded bearings found": 10}
"""How much must be the same at least. Words where nobody has a claim are alike of themselves, and are not counted."""


def table(coded: list[Coded], drawn: Drawn) -> Table:
    """Return the verdicts side by side; those that differ are marked."""
    out = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for title in ("", "term", "hand-coded", "the program's own"):
        out.add_column(title, overflow="fold")
    for line in lines(coded, drawn):
        out.add_row("" if line.gold == line.own else "≠", line.name, line.gold, line.own)
    return out


def reasons(coded: list[Coded], drawn: Drawn) -> Table:
    """Return what became of every hand-coded bearing."""
    out = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for title in ("claim", "bears on", "", "the program"):
        out.add_column(title, overflow="fold")
    for one in coded:
        bearing = one.bearing
        out.add_row(bearing.claim, f"{bearing.agreement} {bearing.atom}", f"{bearing.sign:+d}", why(one, drawn))
    return out


def figures(coded: list[Coded], drawn: Drawn) -> dict[str, tuple[int, int]]:
    """Return each figure that has a floor, of how many."""
    every = list(lines(coded, drawn))
    told = [line for line in every if line.told]
    agreements = {line.agreement: line for line in reversed(every)}.values()
    alike = (
        (sum(line.in_force[0] == line.in_force[1] for line in agreements), len(agreements)),
        (sum(line.gold == line.own for line in told), len(told)),
        (sum(why(one, drawn) == FOUND for one in coded), len(coded)),
    )
    return dict(zip(FLOORS, alike, strict=True))


def _drawn(data: Path, ledger: Path | None) -> Drawn:
    if ledger is not None:
        return drawn_from(ledger)
    with tempfile.TemporaryDirectory(prefix="truces-") as work:
        path = Path(work) / "reports.db"
        program = Program(Path(work))
        for report in sorted((data / "seeds").iterdir()):
            day = DAYS.get(report.name[:3])
            program("add", str(report), "--ledger", str(path), "--json", *(("--published", day) if day else ()))
        return drawn_from(path)


def main(words: list[str]) -> int:
    """Evaluate both, print them side by side; return the exit code."""
    parser = argparse.ArgumentParser(prog="truces", description="Agreements on hand-coded claims and on the program's own.")
    parser.add_argument("data", type=Path, help="folder with `seeds` and `gold`")
    parser.add_argument("--ledger", type=Path, help="ledger of the reports, where there is one")
    chosen = parser.parse_args(words)
    if not (chosen.data / "seeds").is_dir() or not (chosen.data / "gold" / "claims.jsonl").is_file():
        parser.error(f"{chosen.data} has no folder `seeds`, or no gold/claims.jsonl")
    coded = [*gold(chosen.data / "gold" / "claims.jsonl"), *others()]
    drawn = _drawn(chosen.data, chosen.ledger)
    console, found, bold = Console(width=160), figures(coded, drawn), definite(drawn, 2)
    console.print(table(coded, drawn), "", reasons(coded, drawn), "")
    more = extra(coded, drawn)
    console.print(
        f"bearings where no hand-coded claim stands: {more.total()}", *(f"{a} {b} {n}" for (a, b), n in more.most_common() if n), sep="\n  "
    )
    for name, (count, of) in found.items():
        console.print(f"{name}: {count} of {of} (floor {FLOORS[name]})")
    console.print(f"definite through two chains: {', '.join(bold) or 'nothing'}")
    return int(bool(bold) or any(found[name][0] < floor for name, floor in FLOORS.items()))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
