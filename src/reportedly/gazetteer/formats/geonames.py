"""A dump of GeoNames: tab-separated lines of 19 cells (download.geonames.org/export/dump/readme.txt)."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.gazetteer.formats.row import Source, UnusableError, settlement, whole
from reportedly.model.toponym import Toponym

CELLS = 19
_ID, _NAME, _ASCII, _OTHERS, _LAT, _LON, _CLASS, _CODE, _LAND, _PEOPLE = 0, 1, 2, 3, 4, 5, 6, 7, 8, 14
_BY_CODE = {
    "PPLX": "neighbourhood",
    "ADM1": "governorate",
    "AIRP": "airport",
    "AIRB": "base",
    "MILB": "base",
    "HSP": "hospital",
    "MSQE": "mosque",
    "CMP": "camp",
    "CMPRF": "camp",
    "SQR": "square",
    "ST": "street",
    "STM": "river",
    "ISL": "region",
}
_BY_CLASS = {"A": "district", "L": "region", "R": "road", "S": "building", "H": "area", "T": "area", "U": "area", "V": "area"}


def read(source: Source) -> Iterator[Toponym | tuple[int, str]]:
    """Yield the places of a dump, and for each line that is none its number and why."""
    with source.text() as lines:
        for number, line in enumerate(lines, 1):
            try:
                if line.strip():
                    yield _place(source, line.rstrip("\r\n").split("\t"))
            except UnusableError as why:
                yield number, str(why)


def _place(source: Source, cells: list[str]) -> Toponym:
    if len(cells) != CELLS:
        why = f"the line has {len(cells)} cells, not {CELLS}"
        raise UnusableError(why)
    people = whole(cells[_PEOPLE])
    code = cells[_CODE]
    kind = "country" if code.startswith("PCL") else _BY_CODE.get(code) or _BY_CLASS.get(cells[_CLASS]) or settlement(people)
    names = (cells[_ASCII], *cells[_OTHERS].split(","))
    id_ = f"gn:{cells[_ID]}" if cells[_ID] else ""
    return source.place(id_, cells[_NAME], kind, (cells[_LAT], cells[_LON]), country=cells[_LAND], population=people, names=names)
