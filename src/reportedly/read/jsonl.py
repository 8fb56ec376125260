"""Reading JSON lines: each line that is not blank is one object, and one document."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator

from reportedly.errors import BadRowError, ReadError
from reportedly.model import Document, Failure
from reportedly.ports import ReadOptions
from reportedly.read.encoding import decode
from reportedly.read.fail import failure
from reportedly.read.sniff import TABLE, check_table
from reportedly.read.table import Columns, match_columns, read_row
from reportedly.text import excerpt

_FIRST = 100


class JsonLinesReader:
    """Reads JSON lines. Rows are numbered by their line, from 1, blank lines counted."""

    name = "jsonl"
    suffixes = frozenset({".jsonl", ".ndjson", ".jsonlines"})
    ceiling = TABLE

    def read(self, data: bytes, path: str, options: ReadOptions) -> Iterator[Document | Failure]:
        """Yield one document or failure per line, in order.

        Raises:
            ColumnError: a mapped column stands in no row.
            OptionError: an option is not understood.
        """
        error = check_table(data)
        if error is not None:
            yield failure(error, path, data=data)
            return
        text = decode(data, options.encoding).text
        columns = self._columns(text, path, options)
        for number, line in _lines(text):
            at = f"{path}#{number}"
            try:
                row = _object(line)
            except ReadError as problem:
                yield failure(problem, at, data=line.encode("utf-8", "replace"))
                continue
            yield read_row(row, columns, at, options, self.name)

    @staticmethod
    def _columns(text: str, path: str, options: ReadOptions) -> Columns:
        """Return the columns of the first rows; a mapped one that they lack may stand further down, but must stand somewhere."""
        present: dict[str, None] = {}
        for _, line in itertools.islice(_lines(text), _FIRST):
            try:
                present |= dict.fromkeys(_object(line))
            except ReadError:
                continue
        if not present:
            return match_columns((), options, path, known=False)
        further = [theirs for _, theirs in options.columns if theirs not in present and _named(theirs, text)]
        return match_columns([*present, *further], options, path)


def _named(column: str, text: str) -> bool:
    return json.dumps(column) in text or json.dumps(column, ensure_ascii=False) in text


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not blank, with their numbers. Only a line feed ends a line of JSON."""
    start, number = 0, 1
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end].strip(" \t\r\ufeff")
        if line:
            yield number, line
        start, number = end + 1, number + 1


def _object(line: str) -> dict[str, object]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as problem:
        what = f"the line is no JSON ({problem}): {excerpt(line[:200], 60)}"
        raise BadRowError(what, remedy="write one JSON object on each line") from problem
    if not isinstance(value, dict):
        what = f"the line holds no JSON object: {excerpt(line[:200], 60)}"
        raise BadRowError(what, remedy='write one object on each line, as in {"text": "…"}')
    return value
