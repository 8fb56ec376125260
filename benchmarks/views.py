"""Views over a large ledger: processor milliseconds of a page of forty rows, from the record's own table and from a mirror.

usage: python -m benchmarks.views PATH [--mirror] [--json]

PATH is a ledger as :mod:`benchmarks.ledgers` makes it. The table of groups is brought up to date first, which is told apart. Each page is
asked twice, and the quicker counts: as a server has it, warm. ``--mirror`` writes a mirror beside the ledger and asks that, too.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from reportedly.packs import DEFAULT_PACKS, load_packs
from reportedly.query import ClaimFilter, view
from reportedly.query.groups import Depth
from reportedly.query.mirror import default_folder, mirror
from reportedly.query.sightings import catch_up
from reportedly.query.tracks import TRACKS
from reportedly.store import Ledger
from reportedly.truce.view import View

_ROWS, _DEPTH = 40, Depth(200, 40)
_ASKED = {
    "all": (ClaimFilter(limit=_ROWS), View("2036-06-01")),
    "known by": (ClaimFilter(limit=_ROWS), View("2035-01", known_by="2034-12")),
    "at a place": (ClaimFilter(limit=_ROWS, place="place-3"), View("2036-06-01")),
}


def pages(ledger: Ledger, name: str) -> dict[str, float]:
    """Return the milliseconds of each view as it is asked; ``name`` is of what is asked."""
    pack, found = load_packs(DEFAULT_PACKS), dict[str, float]()
    for track in TRACKS:
        for asked, (where, clocks) in _ASKED.items():
            took = []
            for _ in range(2):
                begin = time.process_time()
                rows = sum(1 for _ in view(ledger, where, track, asked=clocks, pack=pack, depth=_DEPTH))
                took.append(time.process_time() - begin)
            found[f"{name}, {track.name}, {asked}, {rows} rows"] = round(1000 * min(took))
    return found


def measure(path: Path, *, mirrored: bool) -> dict[str, float]:
    """Return the figures of one run."""
    with Ledger.open(path, create=False) as ledger:
        begin = time.process_time()
        catch_up(ledger)
        found = {"taking in, seconds": round(time.process_time() - begin, 1)} | pages(ledger, "record")
        if mirrored:
            begin = time.process_time()
            mirror(ledger, default_folder(ledger))
            found["mirror, seconds"] = round(time.process_time() - begin, 1)
            found |= pages(ledger, "mirror")
    return found


def main(words: list[str]) -> int:
    """Measure, and print."""
    path = next(word for word in words if not word.startswith("-"))
    found = measure(Path(path), mirrored="--mirror" in words)
    print(json.dumps(found) if "--json" in words else "\n".join(f"{name}: {value:,}" for name, value in found.items()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
