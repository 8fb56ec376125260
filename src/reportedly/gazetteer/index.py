"""Looking names up in a gazetteer: some microseconds each, from a file that is mapped into memory and shared between processes."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from reportedly.gazetteer.fold import fold_name
from reportedly.gazetteer.tables import FORM
from reportedly.model.toponym import Toponym

_COLUMNS = "p.id, p.name, p.kind, p.lat, p.lon, p.country, p.within, p.population, p.source"
_BY_NAME = f"SELECT {_COLUMNS}, k.main FROM name k JOIN place p USING (n) WHERE k.key = ?"  # noqa: S608
_BY_SKELETON = f"SELECT {_COLUMNS}, 0 FROM skeleton k JOIN place p USING (n) WHERE k.key = ?"  # noqa: S608
_BY_ID = f"SELECT {_COLUMNS}, 1 FROM place p WHERE p.id = ?"  # noqa: S608
_INSIDE = f"SELECT {_COLUMNS}, 1 FROM place p WHERE p.within = ? OR p.country = ? ORDER BY p.id"  # noqa: S608
_NAMES = "SELECT k.key FROM name k JOIN place p USING (n) WHERE p.id = ?"
_MAPPED = 1 << 30


class Gazetteer:
    """A gazetteer file, open for reading. A process that was forked opens it anew."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._owner = 0
        self._base: sqlite3.Connection | None = None

    def find(self, name: str) -> list[Toponym]:
        """Return the places that bear ``name``, the most populous first; the spelling counts, accents, marks and case do not."""
        return self.find_key(fold_name(name))

    def find_key(self, key: str) -> list[Toponym]:
        """Return the places that bear a name whose key is ``key``."""
        return _sorted(self._places(_BY_NAME, key)) if key else []

    def find_skeleton(self, key: str) -> list[Toponym]:
        """Return the places that bear a name whose skeleton is ``key``."""
        return _sorted(self._places(_BY_SKELETON, key))

    def get(self, place: str) -> Toponym | None:
        """Return the place with that id, None where there is none."""
        return next(iter(self._places(_BY_ID, place)), None)

    def inside(self, place: str) -> list[Toponym]:
        """Return the places whose next larger place, or country, has that id."""
        return self._places(_INSIDE, place, place)

    def keys_of(self, place: str) -> list[str]:
        """Return the keys of all names of the place with that id."""
        return [row[0] for row in self._open().execute(_NAMES, (place,))]

    def about(self, key: str) -> str | None:
        """Return what is said of the whole under ``key``."""
        found = self._open().execute("SELECT value FROM about WHERE key = ?", (key,)).fetchone()
        return None if found is None else str(found[0])

    def count(self) -> int:
        """Return how many places it holds."""
        return int(self._open().execute("SELECT count(*) FROM place").fetchone()[0])

    def everything(self) -> Iterator[Toponym]:
        """Yield every place."""
        for row in self._open().execute(f"SELECT {_COLUMNS}, 1 FROM place p"):  # noqa: S608
            yield _place(row)

    def close(self) -> None:
        """Close the file; the next call opens it again."""
        if self._base is not None and self._owner == os.getpid():
            self._base.close()
        self._base = None

    def _places(self, query: str, *values: str) -> list[Toponym]:
        return [_place(row) for row in self._open().execute(query, values)]

    def _open(self) -> sqlite3.Connection:
        if self._base is None or self._owner != os.getpid():
            self._base = sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            self._base.execute(f"PRAGMA mmap_size = {_MAPPED}")
            self._owner = os.getpid()
        return self._base


def _sorted(found: list[Toponym]) -> list[Toponym]:
    return sorted(found, key=lambda p: (-p.population, p.id)) if len(found) > 1 else found


def _place(row: tuple[str, str, str, float, float, str, str, int, str, int]) -> Toponym:
    return Toponym(*row[:9], main=bool(row[9]))


def is_of(path: Path, digest: str) -> bool:
    """Say whether ``path`` is a whole gazetteer of our form that was made of what ``digest`` stands for."""
    return _says(path, "form", str(FORM)) and _says(path, "digest", digest)


def whole(path: Path) -> bool:
    """Say whether ``path`` is a whole gazetteer of our form."""
    return _says(path, "form", str(FORM))


def _says(path: Path, key: str, value: str) -> bool:
    if not path.is_file():
        return False
    held = Gazetteer(path)
    try:
        return held.about(key) == value
    except sqlite3.Error:
        return False
    finally:
        held.close()
