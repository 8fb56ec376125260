"""Checking agreements over many bearings: CPU seconds, a thousandth of which speak of each term and party.

usage: python -m benchmarks.truce [BEARINGS] [--json]      (100,000 where no number is given)
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Iterator, Sequence

from reportedly.packs import DEFAULT_PACKS, load_packs
from reportedly.truce.agreement import Agreement
from reportedly.truce.atoms import atoms_of
from reportedly.truce.evidence import Bearing, Coverage, Evidence
from reportedly.truce.load import agreements_of
from reportedly.truce.verdict import check
from reportedly.truce.view import View

_COUNT = 100_000
_SOURCES = 400


def bearings(agreements: Sequence[Agreement], count: int) -> Iterator[Bearing]:
    """Yield ``count`` invented bearings on everything that the agreements ask of anybody, on both sides, over a year."""
    dice = random.Random(7)  # noqa: S311 - invented, and the same each time
    atoms = [(agreement.id, name, acts[0]) for agreement in agreements for name, acts in atoms_of(agreement).items()]
    for number in range(count):
        agreement, name, act = dice.choice(atoms)
        day = f"2016-{dice.randint(2, 12):02}-{dice.randint(1, 28):02}"
        nodes = frozenset({f"document:{dice.randrange(count)}", f"name:{dice.randrange(_SOURCES)}", f"name:{dice.randrange(_SOURCES)}"})
        sign = dice.choice((1, 1, -1))
        yield Bearing(f"claim:{number}", agreement, name, sign, act, day, day, day, day, f"{day}T12:00:00Z", nodes)


def coverage(agreements: Sequence[Agreement], count: int) -> Iterator[Coverage]:
    """Yield ``count`` invented claims of coverage."""
    dice = random.Random(8)  # noqa: S311 - invented, and the same each time
    for number in range(count):
        month = dice.randint(2, 11)
        yield Coverage(
            claim=f"coverage:{number}",
            agreement=dice.choice(agreements).id,
            observer=f"monitor {dice.randrange(9)}",
            monitor=True,
            given=bool(dice.randrange(9)),
            begin=f"2016-{month:02}-01",
            until=f"2016-{month + 1:02}-28",
            said="2016-12-31",
            chain=frozenset({f"name:{dice.randrange(_SOURCES)}"}),
        )


def measure(count: int) -> dict[str, float]:
    """Return the CPU seconds that checking takes through each lens, the sorting of the bearings included."""
    agreements = agreements_of(DEFAULT_PACKS, load_packs(DEFAULT_PACKS))
    rows, seen = list(bearings(agreements, count)), list(coverage(agreements, count // 1000))
    out: dict[str, float] = {"bearings": count}
    for chains in (1, 2, 3):
        start = time.process_time()
        verdicts = list(check(agreements, Evidence(rows, seen), View("2016-12-31", chains=chains)))
        out[f"seconds, {chains} chains"] = round(time.process_time() - start, 2)
        out["verdicts"] = len(verdicts)
    return out


def main(arguments: list[str]) -> int:
    """Measure, and print."""
    numbers = [int(argument) for argument in arguments if argument.isdecimal()]
    found = measure(numbers[0] if numbers else _COUNT)
    if "--json" in arguments:
        print(json.dumps(found))
    else:
        for name, value in found.items():
            print(f"{name}: {value:,}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
