"""Making a gazetteer of the user out of a file, row by row: what cannot be used is named, the rest is kept."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reportedly.errors import GazetteerError, OptionError
from reportedly.gazetteer import tables
from reportedly.gazetteer.formats import geojson, geonames, table
from reportedly.gazetteer.formats.row import Source
from reportedly.model.toponym import Toponym

Read = Callable[[Source], Iterator[Toponym | tuple[int, str]]]

FORMATS: dict[str, Read] = {
    "geonames": geonames.read,
    "wof": geojson.read,
    "geojson": geojson.read,
    "csv": table.read,
    "pcodes": table.read_pcodes,
}
"""Readers by the name of their format."""

_NONE, _EMPTY = "there is no place in it that can be used", "the file is empty"
_SAY = "say what it is with --format, and what its columns are called with --column; docs/packs.md lists both"
_ROOM = "make room there, or name another folder in REPORTEDLY_GAZETTEERS"

COLUMNS = ("id", "name", "kind", "lat", "lon", "within", "country", "population", "variants", "arabic")
"""Our names of the columns of a table or of the properties of features."""


@dataclass(slots=True)
class Imported:
    """What came of a file.

    Attributes:
        held: how many places the gazetteer holds.
        read: how many the file names; of those with one id the last one counts.
        skipped: how many rows no place was made of, by reason.
    """

    path: Path
    form: str
    held: int = 0
    read: int = 0
    skipped: Counter[str] = field(default_factory=Counter)


def import_file(source: Source, folder: Path, form: str | None, name: str | None, tell: Callable[[GazetteerError], None]) -> Imported:
    """Read a file into a gazetteer of ``folder``, which takes the place of one of that name; return what came of it.

    Memory does not grow with the file.

    Args:
        source: the file and what the caller says about it.
        folder: where the user's gazetteers lie.
        form: a name out of FORMATS, None to look at the file.
        name: what the gazetteer shall be called; else as the file.
        tell: is called with every row that no place can be made of.

    Raises:
        GazetteerError: the file cannot be read, no place is in it, or the folder cannot be written.
        OptionError: there is no such format, or a column is named that places do not have.
    """
    chosen = form or form_of(source)
    if chosen not in FORMATS:
        what = f"{chosen!r} is no format"
        raise OptionError(what, where="--format", remedy=f"give one of {', '.join(FORMATS)}")
    unknown = [ours for ours in source.columns if ours not in COLUMNS]
    if unknown:
        what = f"{unknown[0]!r} is no column of places"
        raise OptionError(what, where="--column", remedy=f"give one of {', '.join(COLUMNS)}, as in name=NAME_1")
    done = Imported(folder / f"{name or source.path.name.partition('.')[0]}.gazetteer", chosen)
    part = done.path.with_suffix(".new")
    try:
        done.held = tables.write(part, _places(source, done, tell), {"digest": _digest(source, chosen)})
        if not done.held:
            raise GazetteerError(_NONE, where=str(source.path), remedy=_SAY)
        part.replace(done.path)
    except (OSError, sqlite3.Error) as problem:
        what = f"the gazetteer cannot be written: {problem}"
        raise GazetteerError(what, where=str(folder), remedy=_ROOM) from problem
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    return done


def _places(source: Source, done: Imported, tell: Callable[[GazetteerError], None]) -> Iterator[Toponym]:
    for found in FORMATS[done.form](source):
        if isinstance(found, Toponym):
            done.read += 1
            yield found
        else:
            line, why = found
            done.skipped[why] += 1
            tell(source.unreadable(why, line))


def form_of(source: Source) -> str:
    """Return the format that a file looks like. Raises GazetteerError where it is empty or cannot be opened."""
    with source.text() as text:
        first = text.readline(1 << 16)
    if not first.strip():
        raise source.unreadable(_EMPTY)
    if first.lstrip()[0] in "{[":
        return "geojson"
    if first.count("\t") == geonames.CELLS - 1:
        return "geonames"
    header = first.replace("\t", ",").replace(";", ",").split(",")
    return "pcodes" if table.is_pcodes([cell.strip('" \r\n') for cell in header]) else "csv"


def _digest(source: Source, form: str) -> str:
    """Return a hash of the file and of all that the caller says about it: places differ where one of them does."""
    with source.path.open("rb") as data:
        held = hashlib.file_digest(data, "sha256")
    held.update(repr((form, sorted(source.columns.items()), source.country, source.said)).encode("utf-8", "replace"))
    return held.hexdigest()
