"""``places.csv`` of a pack."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from reportedly.errors import PackError
from reportedly.model.pack import PLACE_KINDS, Place
from reportedly.packs.mistakes import Mistake, mistake_of

COLUMNS = ("id", "name", "kind", "within", "lat", "lon", "variants", "arabic", "source")
_POLE, _DATE_LINE = 90.0, 180.0


def load_places(path: Path, mistakes: list[Mistake]) -> dict[str, tuple[Place, str]]:
    """Return the places of ``path`` by id, each with its file and line; empty where there is no such file.

    A line with a mistake is skipped and added to ``mistakes``; of a file without the right header, or that is no text, nothing is read.
    """
    out: dict[str, tuple[Place, str]] = {}
    try:
        for row, where in _rows(path) if path.exists() else ():
            try:
                place = _new(_place(row, where), where, out)
            except PackError as error:
                mistakes.append(mistake_of(error, "the line is skipped"))
            else:
                out[place.id] = place, where
    except PackError as error:
        mistakes.append(mistake_of(error, "the rest of the file is skipped"))
    return out


def _new(place: Place, where: str, before: Mapping[str, tuple[Place, str]]) -> Place:
    if place.id not in before:
        return place
    what = f"the id {place.id!r} stands here twice, first in line {before[place.id][1].rpartition(':')[2]}"
    raise PackError(what, where=where, remedy="keep one of the two lines")


def _rows(path: Path) -> Iterator[tuple[dict[str, str | None], str]]:
    """Yield the lines of a table as cells by column, each with its file and line.

    Raises:
        PackError: the header lacks a column, or the file is no text or cannot be opened.
    """
    try:
        file = path.open(encoding="utf-8-sig", newline="")
    except OSError as problem:
        what = f"the file cannot be read: {problem.strerror or problem}"
        raise PackError(what, where=str(path), remedy="check that it is a file, and its rights") from problem
    with file as lines:
        table = csv.DictReader(lines)
        try:
            missing = [c for c in COLUMNS if c not in (table.fieldnames or ())]
            if missing:
                what = f"the header lacks {', '.join(missing)}"
                raise PackError(what, where=f"{path}:1", remedy=f"the columns are: {','.join(COLUMNS)}")
            for row in table:
                yield row, f"{path}:{table.line_num}"
        except (csv.Error, UnicodeDecodeError) as problem:
            what = f"the line cannot be read: {problem}"
            raise PackError(
                what, where=f"{path}:{table.line_num + 1}", remedy="check that the file is UTF-8 and its quotes are closed"
            ) from problem


def _place(row: dict[str, str | None], where: str) -> Place:
    cells = {k: (v or "").strip() for k, v in row.items() if k is not None and not isinstance(v, list)}
    if None in row or any(row[c] is None for c in COLUMNS):
        what = "the line has more or fewer cells than the header"
        raise PackError(what, where=where, remedy="quote cells that hold commas")
    if not cells["id"] or not cells["name"]:
        what = "a place needs an id and a name"
        raise PackError(what, where=where)
    if cells["kind"] not in PLACE_KINDS:
        what = f"{cells['kind']!r} is no kind of place"
        raise PackError(what, where=where, remedy=f"use one of: {', '.join(PLACE_KINDS)}")
    lat, lon = _degrees(cells["lat"], _POLE, where), _degrees(cells["lon"], _DATE_LINE, where)
    if (lat is None) != (lon is None):
        what = "a latitude needs a longitude and the other way round"
        raise PackError(what, where=where)
    return Place(
        cells["id"],
        cells["name"],
        cells["kind"],
        cells["within"] or None,
        lat,
        lon,
        _names(cells["variants"]),
        _names(cells["arabic"]),
        cells["source"] or None,
    )


def _names(cell: str) -> tuple[str, ...]:
    return tuple(n for name in cell.split("|") if (n := name.strip()))


def _degrees(cell: str, bound: float, where: str) -> float | None:
    if not cell:
        return None
    try:
        value = float(cell)
    except ValueError as problem:
        what = f"{cell!r} is no number of degrees"
        raise PackError(what, where=where, remedy="write degrees with a point, as in 36.2012") from problem
    if not -bound <= value <= bound:
        what = f"{value} degrees are over {bound:g}"
        raise PackError(what, where=where, remedy="check that latitude and longitude are not exchanged")
    return value
