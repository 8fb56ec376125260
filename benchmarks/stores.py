"""Whether two ledgers, in whatever databases, give the same answers to every command, and what each answer costs.

usage: python -m benchmarks.stores ONE OTHER

Prints one line a command: same or not, and the CPU seconds of this process and the wall clock for each of the two. Ends with 1 where an
answer differs. The ledgers must hold the same, as `reportedly migrate-ledger` leaves them.
"""

from __future__ import annotations

import json
import sys
import time
from itertools import chain

from typer.testing import CliRunner

from reportedly.cli import app

PAGE = ("claims", "--limit", "40")
VIEWS = ("control", "positions", "contacts", "figures", "routes", "forecasts", "framing", "allegations")
ASKED = (
    ("status",),
    PAGE,
    (*PAGE, "--offset", "120"),
    ("claims", "--type", "control", "--limit", "40"),
    ("claims", "--place", "Aleppo", "--limit", "40"),
    ("claims", "--actor", "army", "--limit", "40"),
    ("claims", "--speaker", "army", "--limit", "40"),
    ("claims", "--text", "held village", "--limit", "40"),
    ("claims", "--text", '"the army"', "--limit", "40"),
    ("claims", "--publisher", "sana", "--limit", "40"),
    ("claims", "--since", "2016", "--limit", "40"),
    ("claims", "--min-chains", "2", "--limit", "40"),
    ("claims", "--recorded-by", "2020-01-01"),
    ("claims",),
    ("contradictions",),
    ("contradictions", "--all"),
    ("contradictions", "--limit", "20", "--offset", "20"),
    ("reprints",),
    ("reprints", "--families"),
    ("reprints", "--versions"),
    ("citations",),
    ("citations", "--relation", "reprints"),
    *((view,) for view in VIEWS),
    *((view, "--limit", "5", "--offset", "3") for view in VIEWS),
    *((view, "--as-of", "2016-09-15") for view in VIEWS),
    *((view, "--known-by", "2016-06-30") for view in VIEWS),
    *((view, "--actor", "army") for view in VIEWS),
    *((view, "--lens", "chains:2") for view in VIEWS),
    ("changed", "--since", "2016-01-01"),
    ("truce", "check"),
    ("review", "list"),
    ("review", "queue", "--limit", "20"),
    ("review", "agreement"),
    ("watch", "list"),
    ("verify",),
)


def answer(words: tuple[str, ...], ledger: str) -> tuple[str, float, float]:
    """Return what a command gives, the name of the ledger left out, and the CPU and wall seconds that it took."""
    cpu, wall = time.process_time(), time.perf_counter()
    found = CliRunner().invoke(app, [*words, "--json", "--ledger", ledger])
    spent = time.process_time() - cpu, time.perf_counter() - wall
    told = "\n".join(_nameless(line) for line in found.stdout.split("\n"))
    return f"{found.exit_code}\n{told}\n{found.stderr.replace(ledger, '')}", *spent


def _nameless(line: str) -> str:
    if '"ledger"' not in line:
        return line
    row = json.loads(line)
    return json.dumps({name: value for name, value in row.items() if name != "ledger"})


def ids(ledger: str) -> list[str]:
    """Return the ids of some claims of a ledger."""
    found = CliRunner().invoke(app, ["claims", "--json", "--limit", "400", "--ledger", ledger])
    return [json.loads(line)["id"] for line in found.stdout.splitlines()[::40]]


def compare(one: str, other: str) -> int:
    """Print how each answer compares, and return how many differ."""
    differ = 0
    asked = list(chain(ASKED, (("show", each) for each in ids(one))))
    for words in asked:
        (first, *spent), (second, *also) = answer(words, one), answer(words, other)
        differ += first != second
        code = first.partition("\n")[0]
        figures = "  ".join(f"{cpu:6.2f} CPU s {wall:6.2f} s" for cpu, wall in (spent, also))
        print(f"{'same' if first == second else 'DIFFER'}  exit {code}  {len(first):>10,} signs  {figures}  {' '.join(words)}", flush=True)
    print(f"{len(asked) - differ} of {len(asked)} answers are equal, byte for byte")
    return differ


if __name__ == "__main__":
    sys.exit(bool(compare(*sys.argv[1:3])))
