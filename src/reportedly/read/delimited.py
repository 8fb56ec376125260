"""Reading CSV and its kin: a header, then one row for each document."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field

from reportedly.errors import BadRowError
from reportedly.model import Document, Failure
from reportedly.ports import ReadOptions
from reportedly.read.encoding import decode
from reportedly.read.fail import failure
from reportedly.read.sniff import TABLE, check_table
from reportedly.read.table import match_columns, read_row

_DELIMITERS = ",;\t|"
_FIELD_LIMIT = 2**31 - 1


class DelimitedReader:
    """Reads tables with a header. Rows are numbered from 1, the header and blank lines not counted."""

    name = "csv"
    suffixes = frozenset({".csv", ".tsv", ".tab"})
    ceiling = TABLE

    def read(self, data: bytes, path: str, options: ReadOptions) -> Iterator[Document | Failure]:
        """Yield one document or failure per row, in order.

        Raises:
            ColumnError: a column is not in the header.
            OptionError: an option is not understood.
        """
        error = check_table(data)
        if error is not None:
            yield failure(error, path, data=data)
            return
        rows = _Rows(decode(data, options.encoding).text)
        header = [name.strip() for name in next(rows, [])]
        columns = match_columns([name for name in header if name], options, path)
        for number, row in enumerate(rows, 1):
            at = f"{path}#{number}"
            problem = _fault(row, header, rows)
            if problem is None:
                yield read_row({name: value for name, value in zip(header, row, strict=False) if name}, columns, at, options, self.name)
            else:
                yield failure(problem, at, data="".join(rows.lines).encode("utf-8", "replace"))


def _fault(row: list[str], header: list[str], rows: _Rows) -> BadRowError | None:
    if rows.broken:
        return BadRowError(rows.broken, remedy="check the quotation marks of this row and of those after it")
    extra = [value for value in row[len(header) :] if value.strip()]
    if extra:
        what = f"the row has {len(row)} fields, the header names {len(header)}"
        return BadRowError(what, remedy="put fields that hold the delimiter in quotation marks")
    return None


@dataclass(slots=True)
class _Rows:
    """The rows of a table that are not blank. ``lines`` are those of the last row, ``broken`` what is wrong with it."""

    text: str
    lines: list[str] = field(default_factory=list)
    broken: str | None = None
    _source: Iterator[str] = field(init=False)
    _parsed: Iterator[list[str]] = field(init=False)
    _ended: bool = False

    def __post_init__(self) -> None:
        self._source = iter(io.StringIO(self.text, newline=""))
        self._parsed = csv.reader(self._feed(), delimiter=_delimiter(self.text))
        self.text = ""

    def __iter__(self) -> _Rows:
        return self

    def __next__(self) -> list[str]:
        while True:
            row = self._next()
            if row or self.broken:
                return row

    def _feed(self) -> Iterator[str]:
        for line in self._source:
            self.lines.append(line)
            yield line
        self._ended = True

    def _next(self) -> list[str]:
        """Return the next row. The module's ceiling on fields is global: it is lifted for this one call."""
        self.lines.clear()
        self.broken = None
        held = csv.field_size_limit(_FIELD_LIMIT)
        try:
            row = next(self._parsed)
        except csv.Error as problem:
            self.broken = f"the row is no CSV: {problem}"
            return []
        finally:
            csv.field_size_limit(held)
        if self._ended and self.lines:
            self.broken = "a quotation mark is not closed before the file ends"
        return row


def _delimiter(text: str) -> str:
    """Return the mark that stands most often in the header outside quotation marks; a comma where none does."""
    header = text[:20_000].split("\n", 1)[0]
    outside = "".join(header.split('"')[::2])
    return max(_DELIMITERS, key=lambda mark: (outside.count(mark), mark == ","))
