"""Tables with named columns, and OCHA's tables of p-codes (humanitarian data exchange, COD-AB), which name a place at every level."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping

from reportedly.gazetteer.formats.row import Source, UnusableError
from reportedly.model.toponym import Toponym

_PCODE = re.compile(r"adm(?:in)?(\d)_?pcode", re.IGNORECASE)
_LEVEL_NAME = re.compile(r"adm(?:in)?(\d)(?:name|altname\d*|alt\d*name)?_?([a-z]{2,3}\d?)?$", re.IGNORECASE)
_LEVELS = {0: "country", 1: "governorate", 2: "district"}
_LATITUDE, _LONGITUDE = ("lat", "latitude", "center_lat", "y"), ("lon", "lng", "longitude", "center_lon", "x")
_FIELD_CHARS = 10_000_000


def is_pcodes(header: list[str]) -> bool:
    """Say whether the columns are those of a table of p-codes."""
    return any(_PCODE.fullmatch(cell.strip()) for cell in header)


def rows(source: Source) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each row by the file's column names, with the line that it ends on; the first row names the columns."""
    csv.field_size_limit(_FIELD_CHARS)
    with source.text() as lines:
        first = lines.readline()
        mark = max("\t,;", key=first.count)
        header = next(csv.reader([first], delimiter=mark), [])
        reader = csv.reader(lines, delimiter=mark)
        while True:
            try:
                row = next(reader, None)
            except csv.Error as problem:
                yield reader.line_num + 1, dict.fromkeys(header, "") | {"": f"a cell that cannot be read: {problem}"}
                continue
            if row is None:
                return
            if any(row):
                cells = dict(zip(header, row, strict=False))
                yield reader.line_num + 1, cells if len(row) == len(header) else cells | {"": f"{len(row)} cells, not {len(header)}"}


def read(source: Source) -> Iterator[Toponym | tuple[int, str]]:
    """Yield the places of a table, and for each row that is none its line and why; several names stand apart by ``|``."""
    for line, cells in rows(source):
        try:
            yield _place(source, cells, line)
        except UnusableError as why:
            yield line, str(why)


def _place(source: Source, cells: Mapping[str, str], line: int) -> Toponym:
    if "" in cells:
        why = f"the row has {cells['']}"
        raise UnusableError(why)

    def cell(ours: str) -> str:
        return (cells.get(source.columns.get(ours, ours)) or "").strip()

    if source.columns.get("name", "name") not in cells:
        why = f"there is no column {source.columns.get('name', 'name')!r}: name it with --column name=…"
        raise UnusableError(why)
    names = [name for ours in ("variants", "arabic") for name in cell(ours).split("|")]
    own = cell("id") or f"{source.path.stem}:{line}"
    point = (cell("lat"), cell("lon"))
    within, country, people = cell("within") or None, cell("country"), cell("population")
    return source.place(own, cell("name"), cell("kind") or None, point, within=within, country=country, population=people, names=names)


def read_pcodes(source: Source) -> Iterator[Toponym | tuple[int, str]]:
    """Yield a place for every p-code of a table, each once, and for each row that has none its line and why."""
    seen: set[str] = set()
    for line, cells in rows(source):
        if any(cell.startswith("#") for cell in cells.values()):
            continue  # the row of HXL tags
        try:
            yield from _levels(source, cells, seen)
        except UnusableError as why:
            yield line, str(why)


def _levels(source: Source, cells: Mapping[str, str], seen: set[str]) -> Iterator[Toponym]:
    codes = {int(found[1]): cell.strip() for key, cell in cells.items() if (found := _PCODE.fullmatch(key.strip())) and cell.strip()}
    if "" in cells or not codes:
        why = f"the row has {cells['']}" if "" in cells else "the row has no p-code"
        raise UnusableError(why)
    lower = {key.strip().lower(): cell for key, cell in cells.items()}
    point = tuple(next((lower[key] for key in keys if lower.get(key)), None) for keys in (_LATITUDE, _LONGITUDE))
    above: str | None = None
    for level in sorted(codes):
        code = codes[level]
        names = _names(cells, level)
        if code not in seen:
            where = (point[0], point[1]) if level == max(codes) else (None, None)
            yield source.place(code, names[0] if names else "", _LEVELS.get(level, "area"), where, within=above, names=names)
            seen.add(code)
        above = code


def _names(cells: Mapping[str, str], level: int) -> list[str]:
    """Return the names of a level, the English one first."""
    found: list[tuple[bool, str]] = []
    for key, cell in cells.items():
        match = _LEVEL_NAME.fullmatch(key.strip())
        if match and int(match[1]) == level and not _PCODE.fullmatch(key.strip()) and cell.strip():
            found.append((match[2] not in {"en", "EN", None}, cell.strip()))
    return [name for _, name in sorted(found, key=lambda pair: pair[0])]
