"""One who adds or reviews beside others: ``python -m tests.contract.crew add|judge WHO ADDRESS SECONDS``.

What was acknowledged is told on standard output, a line each; what was refused, as the server went away, too.
"""

from __future__ import annotations

import json
import random
import sys
import time

from reportedly.errors import LedgerUnavailableError
from reportedly.store import Ledger
from tests.ledgers import small
from tests.strategies import RUN

SHARED = 40
"""Documents that all who add have in common."""


def step(kind: str, who: int, turn: int, ledger: Ledger, chance: random.Random) -> dict[str, object]:
    """Add a document, or judge a claim of one that all add."""
    if kind == "add":
        number = turn // 2 % SHARED if turn % 2 else 1_000 * who + turn
        reading = small(number)
        return {"document": reading.document.id, "outcome": ledger.writer(RUN).add(reading)}
    claim = chance.choice(small(0).claims or ())
    return {"judgement": ledger.writer(RUN).judge(claim.id, "accept", by=f"reviewer {who}", reason=f"turn {turn}"), "turn": turn}


def main(kind: str, who: int, address: str, seconds: float) -> None:
    """Go on until the time is over."""
    chance, end, turn = random.Random(who), time.monotonic() + seconds, 0  # noqa: S311 - the same each time
    with Ledger.open(address, create=False) as ledger:
        while time.monotonic() < end:
            turn += 1
            try:
                told = step(kind, who, turn, ledger, chance)
            except LedgerUnavailableError as error:
                told = {"refused": error.what, "turn": turn}
            sys.stdout.write(f"{json.dumps(told)}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3], float(sys.argv[4]))
