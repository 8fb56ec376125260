"""The one shape in which gazetteers are kept: an SQLite file of places and of their names' keys, written once and only read after."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from reportedly.gazetteer.fold import fold_name
from reportedly.gazetteer.skeleton import skeleton_of_folded
from reportedly.model.toponym import Toponym

FORM = 1
"""Number of the shape; a file of another one is made anew."""

_PLACE = "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_TABLES = (
    """CREATE TABLE place (n INTEGER PRIMARY KEY, id TEXT, name TEXT, kind TEXT, lat REAL, lon REAL, country TEXT, within TEXT,
    population INTEGER, source TEXT)""",
    "CREATE TABLE name (key TEXT, n INTEGER, main INTEGER, PRIMARY KEY (key, n)) WITHOUT ROWID",
    "CREATE TABLE skeleton (key TEXT, n INTEGER, PRIMARY KEY (key, n)) WITHOUT ROWID",
    "CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT)",
)
_BATCH = 20_000


def write(path: Path, places: Iterable[Toponym], about: dict[str, str], *, skeletons: bool = True) -> int:
    """Write a gazetteer and put it in the place of ``path`` in one step; return how many places it holds.

    Processes that write at once each write a file of their own, and the last one stays: all are the same. Memory does not
    grow with the number of places.

    Args:
        path: where it shall lie.
        places: the places, in any order; of those with one id the last one counts.
        about: what is said of the whole, by key.
        skeletons: whether it can be searched by :func:`reportedly.gazetteer.skeleton.skeleton`.

    Raises:
        OSError: the folder cannot be made or written to.
        sqlite3.Error: there is no room.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=path.name, suffix=".part", dir=path.parent)
    os.close(handle)
    part = Path(name)
    try:
        with contextlib.closing(sqlite3.connect(part)) as base:
            count = _fill(base, places, about, skeletons=skeletons)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return count


def _fill(base: sqlite3.Connection, places: Iterable[Toponym], about: dict[str, str], *, skeletons: bool) -> int:
    for setting in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -65536", "temp_store = FILE"):
        base.execute(f"PRAGMA {setting}")
    for table in _TABLES:
        base.execute(table)
    # names go through a heap and are sorted once: filling the ordered table at random is many times slower
    base.execute("CREATE TEMP TABLE heap (key TEXT, n INTEGER, main INTEGER)")
    numbers: Iterator[tuple[int, Toponym]] = enumerate(places)
    while batch := list(islice(numbers, _BATCH)):
        base.executemany(_PLACE, [_row(n, place) for n, place in batch])
        base.executemany("INSERT INTO heap VALUES (?, ?, ?)", [row for n, place in batch for row in _names(n, place)])
    base.execute("CREATE INDEX place_id ON place (id)")
    base.execute("DELETE FROM place WHERE n NOT IN (SELECT max(n) FROM place GROUP BY id)")
    base.execute("INSERT OR IGNORE INTO name SELECT key, n, main FROM heap ORDER BY key, n, main DESC")
    base.execute("CREATE INDEX place_within ON place (within)")
    base.execute("CREATE INDEX place_country ON place (country)")
    if skeletons:
        base.create_function("skeleton", 1, skeleton_of_folded, deterministic=True)
        base.execute("INSERT OR IGNORE INTO skeleton SELECT skeleton(key) AS k, n FROM name WHERE k != '' ORDER BY k, n")
    base.executemany("INSERT INTO about VALUES (?, ?)", {**about, "form": str(FORM)}.items())
    base.commit()
    found = base.execute("SELECT count(*) FROM place").fetchone()
    return int(found[0])


def _row(n: int, p: Toponym) -> tuple[object, ...]:
    return n, p.id, p.name, p.kind, p.lat, p.lon, p.country, p.within, p.population, p.source


def _names(n: int, place: Toponym) -> Iterator[tuple[str, int, int]]:
    main = fold_name(place.name)
    if main:
        yield main, n, 1
    for key in {fold_name(name) for name in place.names} - {main, ""}:
        yield key, n, 0
