"""Exports of one line for each claim: the JSON of the contract, and a table as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from reportedly.export.cells import neutral
from reportedly.export.flat import COLUMNS, flat
from reportedly.export.tally import Json, Tally

MORE = ("contradicted_by", "lat", "lon", "precision", "url", "title", "masked")
"""Columns of the table beside those of ``claims --csv``; coordinates are those of the first place that has any."""


def jsonl(rows: Iterable[Json], tally: Tally) -> Iterator[bytes]:
    """Yield claims as JSON, one a line."""
    for row in rows:
        tally.write(row)
        yield json_line(row)


def table(rows: Iterable[Json], tally: Tally) -> Iterator[bytes]:
    """Yield claims as a table in CSV (RFC 4180) with a header; cells that a spreadsheet takes for formulas are made harmless."""
    yield csv_line((*COLUMNS, *MORE))
    for row in rows:
        tally.write(row)
        yield csv_line([*flat(row), *_more(row)])


def json_line(row: Any) -> bytes:  # noqa: ANN401 - whatever JSON holds
    """Return a value as one line of JSON; half a surrogate pair, which UTF-8 has no bytes for, stands as its escape."""
    line = json.dumps(row, ensure_ascii=False)
    try:
        return f"{line}\n".encode()
    except UnicodeEncodeError:
        return f"{json.dumps(row)}\n".encode()


def csv_line(cells: Iterable[object]) -> bytes:
    """Return the cells of one row of a table."""
    line = io.StringIO()
    csv.writer(line).writerow([neutral(cell) for cell in cells])
    return line.getvalue().encode("utf-8", "backslashreplace")


def _more(row: Json) -> list[object]:
    at: Json = next(iter(row["located"]), {})
    doc = row["doc"]
    masked = "true" if row["masked"] else "false"
    cells = (len(row["contradicted_by"]), at.get("lat"), at.get("lon"), at.get("precision"), doc["url"], doc["title"], masked)
    return ["" if cell is None else cell for cell in cells]
