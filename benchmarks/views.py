"""Views over a large ledger: processor milliseconds of a page of forty rows, from the record and from a mirror.

usage: python -m benchmarks.views PATH [--mirror] [--json]

PATH is a ledger as :mod:`benchmarks.ledgers` makes it. Its tables of groups are brought up to date first. Each page is asked three times,
and the quickest counts: as a server has it, warm; how long the first took is told, too. ``--mirror`` writes a mirror beside the ledger and
asks that. What keeping costs is told by document, of the last two hundred, and nothing of it is kept.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from reportedly.packs import DEFAULT_PACKS, load_packs
from reportedly.query import ClaimFilter, allegation_register, framings, view
from reportedly.query.groups import Depth
from reportedly.query.mirror import default_folder, mirror
from reportedly.query.sightings import catch_up, rows_of
from reportedly.query.tracks import TRACKS
from reportedly.store import Ledger, sightings
from reportedly.track.contacts import CONTACTS
from reportedly.track.matrix import matrix_of
from reportedly.track.mirrors import mirror_track
from reportedly.track.track import Track
from reportedly.truce.view import View

_ROWS, _DEPTH, _TIMES, _DOCUMENTS, _USES = 40, Depth(200, 25), 3, 200, 6
_NOW = View("2036-06-01")
ASKED = {
    "all": (ClaimFilter(limit=_ROWS), View("2038-01-01")),
    "as of": (ClaimFilter(limit=_ROWS), _NOW),
    "known by": (ClaimFilter(limit=_ROWS), View("2035-01", known_by="2034-12")),
    "at a place": (ClaimFilter(limit=_ROWS, place="place-3"), _NOW),
}
"""What is asked: all there is, and with what cuts some of it off."""
SHOWN: tuple[Track[Any], ...] = (CONTACTS, matrix_of(), mirror_track())
Told = Iterator[tuple[str, float]]


def pages(ledger: Ledger, name: str) -> Told:
    """Yield the milliseconds of each view of which something is kept, as it is asked; ``name`` is of what is asked."""
    pack = load_packs(DEFAULT_PACKS)
    views: dict[str, Callable[..., Iterable[Any]]] = {
        track.name: partial(view, ledger, track=track, pack=pack, depth=_DEPTH) for track in (*TRACKS, *SHOWN)
    }
    more: dict[str, Callable[..., Iterable[Any]]] = {
        "allegations": partial(allegation_register, ledger, pack=pack),
        "framing": partial(framings, ledger, pack=pack, most=_USES),
    }
    for view_name, query in (views | more).items():
        for asked, (where, clocks) in ASKED.items():
            ask = partial(query, where=where, asked=clocks)
            took, rows = zip(*(_timed(partial(_count, ask)) for _ in range(_TIMES)), strict=True)
            yield f"{name}, {view_name}, {asked}, {rows[0]} rows", round(1000 * min(took))
            yield f"{name}, {view_name}, {asked}, asked first", round(1000 * took[0])


def kept(ledger: Ledger) -> Told:
    """Yield the milliseconds by document of making the rows of the last documents, and of putting them in the place of those there are."""
    with ledger.engine.connect() as connection, connection.begin() as begun:
        last = sightings.last_batch(connection)
        documents = sightings.changed(connection, last - _DOCUMENTS, last)
        made, rows = _timed(lambda: list(rows_of(connection, documents)))
        took, _ = _timed(lambda: sightings.put(connection, documents, (), last))
        put, _ = _timed(lambda: sightings.put(connection, [], rows, last))
        begun.rollback()
    for name, spent in (("making rows", made), ("taking old ones out", took), ("putting rows in, groups counted", put)):
        yield f"a document, {name}", round(1000 * spent / len(documents), 2)


def measure(path: Path, *, mirrored: bool) -> Told:
    """Yield the figures of one run."""
    with Ledger.open(path, create=False) as ledger:
        yield "taking in, seconds", round(_timed(lambda: catch_up(ledger))[0], 1)
        yield from kept(ledger)
        if mirrored:
            yield "mirror, seconds", round(_timed(lambda: mirror(ledger, default_folder(ledger)))[0], 1)
    with Ledger.open(path, create=False, read_only=True) as ledger:
        if mirrored:
            yield from pages(ledger, "mirror")
            (default_folder(ledger) / "mirror.json").unlink()
        yield from pages(ledger, "record")


def _count(ask: Callable[[], Iterable[Any]]) -> int:
    return sum(1 for _ in ask())


def _timed(step: Callable[[], Any]) -> tuple[float, Any]:
    begin = time.process_time()
    found = step()
    return time.process_time() - begin, found


def main(words: list[str]) -> int:
    """Measure, and print each figure as it comes; with ``--json`` all of them at the end."""
    path = next(word for word in words if not word.startswith("-"))
    found: dict[str, float] = {}
    for name, figure in measure(Path(path), mirrored="--mirror" in words):
        found[name] = figure
        if "--json" not in words:
            print(f"{figure:>9,}  {name}", flush=True)
    if "--json" in words:
        print(json.dumps(found))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
