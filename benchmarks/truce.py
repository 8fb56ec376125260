"""Checking agreements over many bearings that a ledger holds: CPU seconds from the open ledger to the verdicts.

usage: python -m benchmarks.truce [BEARINGS] [--json]      (100,000 where no number is given)

Of each term and party one bearing in a few dozen speaks; three claims in one document do.
"""

from __future__ import annotations

import gc
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from reportedly.model.pack import Pack
from reportedly.packs import DEFAULT_PACKS, load_packs
from reportedly.query import truce_evidence
from reportedly.query.bearings import rows_of, text_key
from reportedly.store import Ledger, kept
from reportedly.truce.agreement import Agreement
from reportedly.truce.atoms import atoms_of
from reportedly.truce.evidence import Bearing, Coverage, chain_of
from reportedly.truce.load import agreements_of
from reportedly.truce.verdict import check
from reportedly.truce.view import View

_COUNT = 100_000
_SOURCES = 400
_EACH = 3
"""Bearings of one document."""


def bearings(agreements: Sequence[Agreement], count: int) -> Iterator[Bearing]:
    """Yield ``count`` invented bearings on everything that the agreements ask of anybody, on both sides, over a year."""
    dice = random.Random(7)  # noqa: S311 - invented, and the same each time
    atoms = [(agreement.id, name, acts[0]) for agreement in agreements for name, acts in atoms_of(agreement).items()]
    for number in range(count):
        agreement, name, act = dice.choice(atoms)
        day = f"2016-{dice.randint(2, 12):02}-{dice.randint(1, 28):02}"
        chain = chain_of((*_own(dice.randrange(max(1, count // _EACH))), *(f"by:{dice.randrange(_SOURCES)}" for _ in range(2))))
        sign = dice.choice((1, 1, -1))
        yield Bearing(f"c:{number:016x}", agreement, name, sign, act, day, day, day, day, f"{day}T12:00:00Z", chain)


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
            chain=chain_of((*_own(number), f"by:{dice.randrange(_SOURCES)}")),
        )


def _own(number: int) -> tuple[str, str]:
    """Return the nodes of a document."""
    return f"document:sha256:{number:064x}", f"family:sha256:{number:064x}"


def fill(ledger: Ledger, agreements: Sequence[Agreement], pack: Pack, count: int) -> None:
    """Put invented bearings into a ledger, as if its claims had been looked at."""
    found: list[Bearing | Coverage] = [*bearings(agreements, count), *coverage(agreements, count // 1000)]
    documents = {row.claim: next(node for node in row.chain if node.startswith("document:"))[len("document:") :] for row in found}
    with ledger.writing() as (connection, _):
        for agreement in agreements:
            rows = rows_of((row for row in found if row.agreement == agreement.id), documents)
            kept.put(connection, text_key(agreement, pack, agreements), rows, 0)


def measure(count: int) -> dict[str, float]:
    """Return the CPU seconds that reading the bearings takes, and checking agreements against them through each lens."""
    pack = load_packs(DEFAULT_PACKS)
    agreements = agreements_of(DEFAULT_PACKS, pack)
    with TemporaryDirectory() as work, Ledger.open(Path(work) / "ledger.db") as ledger:
        fill(ledger, agreements, pack, count)
        gc.collect()
        start = time.process_time()
        evidence = truce_evidence(ledger, agreements, pack)
        out: dict[str, float] = {
            "bearings": sum(map(len, evidence.bearings.values())),
            "seconds, reading": round(time.process_time() - start, 2),
        }
    for chains in (1, 2, 3):
        start = time.process_time()
        out["verdicts"] = len(list(check(agreements, evidence, View("2016-12-31", chains=chains))))
        out[f"seconds, {chains} chains"] = round(time.process_time() - start, 2)
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
