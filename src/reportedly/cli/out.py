"""Writing data to standard output: JSON lines, CSV, and text for people."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from reportedly.export.cells import neutral
from reportedly.text import clean

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["Row", "clean", "json_keys", "neutral", "progress_screen", "screen", "write_csv", "write_json", "written"]

Row = Mapping[str, object]

_WIDTH = 100


def written(argument: str) -> str:
    """Return an argument as text that can be written: bytes that are no UTF-8 as escapes, as paths are recorded."""
    return argument.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def write_json(row: Row, *, indent: int | None = None) -> None:
    """Write one object as JSON and a newline."""
    line = json.dumps(row, ensure_ascii=False, indent=indent)
    if not line.isascii() and any("\ud800" <= sign <= "\udfff" for sign in line):
        line = json.dumps(row, indent=indent)  # half a surrogate pair cannot be written in UTF-8
    sys.stdout.write(line + "\n")


def json_keys(row: Row) -> Row:
    """Return an overview with the counts of the unknown under an empty name, as JSON has no better key for it."""
    return {
        name: {"" if key is None else key: count for key, count in value.items()} if isinstance(value, dict) else value
        for name, value in row.items()
    }


def write_csv(names: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """Write a table with a header as CSV (RFC 4180 but for newlines, which are the platform's)."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow([neutral(cell) for cell in row])


def screen() -> Console:
    """Return the console for standard output; as wide as the terminal, else 100 columns."""
    from rich.console import Console

    return Console(highlight=False, width=None if sys.stdout.isatty() else _WIDTH, soft_wrap=False)


@cache
def progress_screen() -> Console:
    """Return the console for standard error."""
    from rich.console import Console

    return Console(stderr=True, highlight=False)
