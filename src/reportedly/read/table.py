"""Rows of tables as documents: which column is which, and what a row must hold."""

from __future__ import annotations

import datetime as dt
import difflib
import json
import logging
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from reportedly.errors import BadRowError, ColumnError, EmptyDocumentError, OptionError, ReadError, ReportedlyError, TooLargeError
from reportedly.limits import limits
from reportedly.model import Dated, Document, Failure, Metadata
from reportedly.ports import ReadOptions
from reportedly.read.build import Raw, build
from reportedly.read.dateparse import ORDERS, parse_date
from reportedly.read.encoding import replace_surrogates
from reportedly.read.fail import broken, failure
from reportedly.read.html import read_page
from reportedly.read.sniff import check_size, check_text, empty
from reportedly.text import canonical_newlines, fold

COLUMNS = ("text", "html", "id", "url", "title", "author", "published", "publisher", "lang")
_TEXT_WORDS = ("text", "content", "body", "article")
_NUMERIC = re.compile(r"\s*\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b")
_AUTHORS = re.compile(r"\s*;\s*|\s*\|\s*|,? and (?=[A-ZÀ-Þ])|\s*&\s*")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Columns:
    """Our name of each column -> the table's."""

    names: Mapping[str, str]

    def get(self, row: Mapping[str, object], name: str) -> str | None:
        """Return the field of ``row`` under our ``name`` as text, None where it is absent, null or blank.

        Raises:
            BadRowError: the field is no text and no number.
        """
        value = row.get(self.names.get(name, name))
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        if value is not None and not isinstance(value, str):
            what = f"the column {self.names.get(name, name)!r} holds {type(value).__name__}, not text"
            raise BadRowError(what, remedy="give each field as text")
        return value if value and value.strip() else None


def match_columns(present: Iterable[str], options: ReadOptions, path: str, *, known: bool = True) -> Columns:
    """Return which column of the table is which of COLUMNS.

    A name that the caller mapped is used where the table has it; else our own name where the table has that, so that
    tables of several makes can be read together.

    Args:
        present: the table's column names.
        options: with the columns that the caller mapped.
        path: of the table, for messages.
        known: the table has no other columns; where false, one that is missing may stand in a later row.

    Raises:
        OptionError: the caller maps a column that is none of COLUMNS.
        ColumnError: a mapped column is in the table neither under that name nor under ours, or there is none for text or html.
    """
    there = list(dict.fromkeys(present))
    names: dict[str, str] = {}
    for ours, theirs in check_columns(options):
        if theirs in there or not known:
            names[ours] = theirs
        elif ours not in there:
            raise _missing(theirs, there, path)
    if known and not any(names.get(name, name) in there for name in ("text", "html")):
        raise _missing(COLUMNS[0], there, path)
    return Columns(names)


def check_columns(options: ReadOptions) -> tuple[tuple[str, str], ...]:
    """Return the mapping of columns that the caller gave.

    Raises:
        OptionError: it names a column that is none of COLUMNS, or an order of dates that there is not.
    """
    for ours, _ in options.columns:
        if ours not in COLUMNS:
            what = f"{ours!r} is no column that is read"
            raise OptionError(what, where="column", remedy=f"map one of {', '.join(COLUMNS)}{_hint(ours, COLUMNS)}")
    if options.date_order not in ORDERS:
        what = f"{options.date_order!r} is no order of dates"
        raise OptionError(what, where="date order", remedy=f"give one of {', '.join(ORDERS)}")
    return options.columns


def _missing(name: str, there: list[str], path: str) -> ColumnError:
    what = f"there is no column {name!r}; the columns are {', '.join(repr(n) for n in there if n) or 'none'}"
    remedy = f"name the column that holds it, as in text=COLUMN{_hint(name, there)}"
    return ColumnError(what, where=path, remedy=remedy)


def _hint(name: str, there: Iterable[str]) -> str:
    lower = {found.lower(): found for found in there}
    near = difflib.get_close_matches(name.lower(), lower, n=1, cutoff=0.6) if name != "text" else []
    near = near or [found for found in lower if name == "text" and any(part in found for part in _TEXT_WORDS)]
    return f"; did you mean {lower[near[0]]!r}?" if near else ""


def read_row(row: Mapping[str, object], columns: Columns, path: str, options: ReadOptions, format_name: str) -> Document | Failure:
    """Return the document of one row, or why it cannot be read. ``path`` is the file, ``#``, and the row's number.

    Raises:
        OptionError: a date stands in figures whose order the options do not tell.
    """
    ref = None
    try:
        ref = columns.get(row, "id")
        ref = replace_surrogates(ref) if ref else None
        raw = _raw(row, columns, path, options, format_name)
        return replace(raw, ref=ref) if isinstance(raw, Failure) else _built(replace(raw, ref=ref), options)
    except ReadError as error:
        return failure(error, path, ref=ref)
    except ReportedlyError:
        raise
    except Exception as problem:  # noqa: BLE001 - whatever breaks on one row, it must not lose those after it
        return broken(problem, path, ref=ref, data=json.dumps(dict(row)).encode())


def _built(raw: Raw, options: ReadOptions) -> Document:
    own = raw.given.published
    dated = own.value is not None and own.origin == "meta" and not own.weak
    return build(raw, replace(options, published=None) if dated else options)


def _raw(row: Mapping[str, object], columns: Columns, path: str, options: ReadOptions, format_name: str) -> Raw | Failure:
    field = columns.get(row, "text")
    page = None if field is not None else columns.get(row, "html")
    content = replace_surrogates(_content(row, columns, field or page))
    data = content.encode()
    error = check_size(len(data)) or check_text(data) or empty(content)
    if error is not None:
        return failure(error, path, data=data)
    given = _given(row, columns, path, options)
    if page is None:
        return Raw(data, path, canonical_newlines(content), format_name, given)
    read = read_page(content, path, data, given)
    return replace(read, format=format_name) if isinstance(read, Raw) else read


def _content(row: Mapping[str, object], columns: Columns, content: str | None) -> str:
    """Return the words of a row. Raises a ReadError where there are none or too many."""
    if content is None:
        name = columns.names.get("text", "text")
        if name in row or columns.names.get("html", "html") in row:
            what = f"the column {name!r} is empty in this row"
            raise EmptyDocumentError(what, remedy="nothing to do: there are no words in it")
        there = [key for key in row if key]
        what = f"the row has no column {name!r}; it has {', '.join(repr(key) for key in there) or 'none'}"
        raise BadRowError(what, remedy=f"name the column that holds the text{_hint(name, there)}")
    ceiling = limits().table_field_chars
    if len(content) > ceiling:
        what = f"{len(content):,} characters are over the ceiling of {ceiling:,} for one field"
        raise TooLargeError(what, remedy="raise REPORTEDLY_TABLE_FIELD_CHARS")
    return content


def _given(row: Mapping[str, object], columns: Columns, path: str, options: ReadOptions) -> Metadata:
    def get(name: str) -> str | None:
        value = columns.get(row, name)
        return fold(replace_surrogates(value)) if value else None

    authors, date = get("author"), _date(get("published"), path, options)
    byline = tuple(name for name in _AUTHORS.split(authors) if name) if authors else ()
    published = Dated(date, "meta") if date else Dated()
    return Metadata(get("title"), byline, published, None, get("publisher"), None, get("url"), get("lang"))


def _date(value: str | None, path: str, options: ReadOptions) -> dt.date | None:
    if value is None:
        return None
    date = parse_date(value, options.date_order)
    rest = [order for order in ORDERS if order != options.date_order and parse_date(value, order) is not None]
    if date is None and options.date_order != "ymd" and rest and _NUMERIC.match(value):
        what = f"{value!r} is no date in the order {options.date_order}, but one in the order {rest[0]}"
        raise OptionError(what, where=path, remedy=f"check the table, then say --date-order {rest[0]}")
    if date is None and options.date_order == "ymd" and _NUMERIC.match(value):
        what = f"the date {value!r} does not begin with its year"
        raise OptionError(what, where=path, remedy="say the order of the dates: mdy (month first) or dmy (day first)")
    if date is None:
        _log.warning("%s: the date %r is not understood and left unknown", path, value)
    return date
