"""What all formats share: opening files, and making a place of a row's cells or saying why none can be made."""

from __future__ import annotations

import contextlib
import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, cast

from reportedly.errors import GazetteerError
from reportedly.model.pack import PLACE_KINDS
from reportedly.model.toponym import Toponym

_POLE, _DATE_LINE = 90.0, 180.0
_EMPTY = "there is no file in it"
_MOST = 10**11
"""More people than a place can have: what a column of another meaning holds."""
_WHOLE = "check its name and that it is whole, and unpack it first where it is encrypted or packed in another way"
_BROKEN = re.compile("[\x00-\x08\n-\x1f\x7f\ud800-\udfff\ufffd]")
"""What stands in no name: controls, ends of lines, what is no UTF-8."""
_ROW = "correct it there, or leave it: the rest is read without it"


class UnusableError(ValueError):
    """A row that no place can be made of; says why."""


@dataclass(slots=True)
class Source:
    """A file that a gazetteer is read from, and what the caller says about it.

    Attributes:
        columns: our name of a column -> the file's.
        country: ISO 3166-1 code in lower case, for places that name none.
        said: what the source of the places is called.
    """

    path: Path
    columns: Mapping[str, str] = field(default_factory=dict)
    country: str | None = None
    said: str | None = None

    @contextlib.contextmanager
    def text(self) -> Iterator[IO[str]]:
        """Open the file as text; of a zip, the first member that is no note.

        Raises:
            GazetteerError: it cannot be opened.
        """
        try:
            with contextlib.ExitStack() as stack:
                if self.path.suffix.lower() == ".zip":
                    archive = stack.enter_context(zipfile.ZipFile(self.path))
                    names = [n for n in archive.namelist() if not n.lower().startswith("readme") and not n.endswith("/")]
                    if not names:
                        raise self.unreadable(_EMPTY)
                    data: IO[bytes] = stack.enter_context(archive.open(names[0]))
                else:
                    data = stack.enter_context(self.path.open("rb"))
                    if self.path.suffix.lower() == ".gz":
                        data = stack.enter_context(cast("IO[bytes]", gzip.GzipFile(fileobj=data)))
                yield io.TextIOWrapper(data, encoding="utf-8-sig", errors="replace", newline="")
        except OSError as problem:
            raise self.unreadable(problem.strerror or str(problem)) from problem
        except (EOFError, zlib.error, zipfile.BadZipFile, RuntimeError) as problem:  # a packed file that is encrypted is a RuntimeError
            raise self.unreadable(str(problem)) from problem

    def unreadable(self, why: str, line: int | None = None) -> GazetteerError:
        """Return the error that the file, or a line of it, cannot be used."""
        if line:
            return GazetteerError(why, where=f"{self.path}:{line}", remedy=_ROW)
        return GazetteerError(why, where=str(self.path), remedy=_WHOLE)

    def place(
        self,
        id_: str,
        name: str,
        kind: str | None,
        point: tuple[object, object],
        *,
        within: str | None = None,
        country: str | None = None,
        population: object = None,
        names: Iterable[str] = (),
    ) -> Toponym:
        """Return the place that a row tells of.

        Raises:
            UnusableError: it has no id or name, its kind is none, or its point is not on the earth.
        """
        if not id_.strip() or not name.strip():
            why = "a place needs an id and a name"
            raise UnusableError(why)
        if _BROKEN.search(id_ + name):
            why = f"{name!r} is no name: are the quote marks before it closed, and the file UTF-8?"
            raise UnusableError(why)
        if kind is not None and kind not in PLACE_KINDS:
            why = f"{kind!r} is no kind of place; use one of {', '.join(PLACE_KINDS)}"
            raise UnusableError(why)
        lat, lon = degrees(point[0], _POLE), degrees(point[1], _DATE_LINE)
        if (lat is None) != (lon is None):
            why = "a latitude needs a longitude and the other way round"
            raise UnusableError(why)
        land = (country or self.country or "").strip().lower() or None
        others = tuple(n for each in names if (n := _BROKEN.sub(" ", each).strip()) and n != name)
        people = whole(population)
        return Toponym(id_.strip(), name.strip(), kind or "area", lat, lon, land, within or land, people, self.said, others)


def degrees(cell: object, bound: float) -> float | None:
    """Return a number of degrees, None where the cell is empty. Raises UnusableError where it is none, or over ``bound``."""
    if cell is None or not str(cell).strip():
        return None
    try:
        value = float(str(cell))
    except ValueError as problem:
        why = f"{cell!r} is no number of degrees"
        raise UnusableError(why) from problem
    if not -bound <= value <= bound:
        why = f"{value} degrees are over {bound:g}: are latitude and longitude exchanged?"
        raise UnusableError(why)
    return value


def whole(cell: object) -> int:
    """Return a whole number, 0 where the cell is empty. Raises UnusableError where it is no number."""
    if cell is None or not str(cell).strip():
        return 0
    try:
        people = int(float(str(cell)))
    except (ValueError, OverflowError) as problem:
        why = f"{cell!r} is no number of people"
        raise UnusableError(why) from problem
    if people > _MOST:
        why = f"{cell!r} is no number of people"
        raise UnusableError(why)
    return max(0, people)


def settlement(people: int) -> str:
    """Return the kind of a settlement by its people."""
    return "city" if people >= 100_000 else "town" if people >= 10_000 else "village"  # noqa: PLR2004
