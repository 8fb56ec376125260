"""How soon documents are recorded in each kind of database, and how soon a page of claims is read: the same readings, one after the other.

usage: python -m benchmarks.record PLACE [PLACE ...]      (paths that are not there yet, or postgresql:// URLs of empty databases)

Readings are invented and drawn before the clock begins: what is measured is the store, not the reading. CPU seconds are this process's own;
a server spends its own beside it, which the wall clock has.
"""

from __future__ import annotations

import sys
import time

from reportedly.query import ClaimFilter, claims
from reportedly.store import Ledger
from tests.strategies import RUN, invented_reading

DOCUMENTS, CLAIMS, PAGES = 300, 20, 20
_LIMIT = 40


def measure(place: str) -> None:
    """Record the readings in a new ledger, read pages of it, and print what each took."""
    readings = [invented_reading(number, CLAIMS, sentences=CLAIMS) for number in range(DOCUMENTS)]
    with Ledger.open(place) as ledger:
        writer = ledger.writer(RUN)
        cpu, wall = time.process_time(), time.perf_counter()
        for reading in readings:
            writer.add(reading)
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
        count = DOCUMENTS * CLAIMS
        print(f"{ledger.where}: {count / cpu:,.0f} claims per CPU second, {1000 * wall / DOCUMENTS:.1f} ms a document by the clock")
        list(claims(ledger, ClaimFilter(limit=_LIMIT)))  # what is made once
        cpu, wall = time.process_time(), time.perf_counter()
        for page in range(PAGES):
            list(claims(ledger, ClaimFilter(limit=_LIMIT, offset=_LIMIT * page)))
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
        print(f"{ledger.where}: a page of {_LIMIT} claims: {1000 * cpu / PAGES:.1f} CPU ms, {1000 * wall / PAGES:.1f} ms by the clock")


if __name__ == "__main__":
    for each in sys.argv[1:]:
        measure(each)
