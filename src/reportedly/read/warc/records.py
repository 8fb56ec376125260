"""The records of a web archive, as warcio tells them."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from warcio.archiveiterator import ArchiveIterator

from reportedly.errors import BrokenFileError
from reportedly.ports import Allowance

_KEPT = frozenset({"response", "resource"})
_FAULTS = (ValueError, OSError, EOFError, KeyError, IndexError, TypeError, AttributeError)
_ENCODINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
_CHUNK = 1 << 16
_LOST = "the archive is damaged, or was cut short there; what stands before was read"


@dataclass(frozen=True, slots=True)
class Record:
    """A record.

    Attributes:
        number: from 1. offset: of its first byte in the file. kind: its WARC type.
        id, url, when: as its head tells them.
        status: of the answer, 0 where it is none of HTTP. type: of its content. leads: where a redirect leads.
        data: its content; empty where it is not kept. fault: why it cannot be read.
    """

    number: int
    offset: int
    kind: str
    id: str | None
    url: str | None
    when: str | None
    status: int = 0
    type: str = ""
    leads: str | None = None
    data: bytes = b""
    fault: str | None = None


class _Quiet(ArchiveIterator):  # type: ignore[misc]  # the library has no types
    """Says nothing on standard error, which foreign bytes are not to reach; mistakes are counted."""

    INC_RECORD = ""


def records(data: bytes, allowance: Allowance) -> Iterator[Record]:
    """Yield the records of an archive in order.

    Raises:
        BrokenFileError: at a place from which nothing further can be read; the place is told.
        TooLargeError: it holds too much.
    """
    logging.getLogger("warcio").setLevel(logging.CRITICAL)  # it writes foreign bytes into its warnings
    source = _Quiet(io.BytesIO(data), verify_http=False, check_digests=True)
    number, offset, wrong = 0, 0, 0
    try:
        for number, record in enumerate(source, 1):
            allowance.entry()
            offset = source.offset  # asking for it reads the record to its end
            if source.err_count > wrong:
                wrong = source.err_count
                yield Record(number, offset, "", None, None, None, fault="the length of the record before it is wrong")
            yield _read(record, number, offset, allowance)
    except _FAULTS as problem:
        raise _damaged(problem, offset if number else 0) from problem
    except Exception as problem:
        if type(problem).__module__.startswith("warcio"):
            raise _damaged(problem, offset if number else 0) from problem
        raise
    finally:
        source.close()
    if not number:
        what = "there is no record in the web archive"
        raise BrokenFileError(what, remedy=_LOST)


def _damaged(problem: Exception, offset: int) -> BrokenFileError:
    told = " ".join(str(problem).split())[:200] or type(problem).__name__
    return BrokenFileError(f"the web archive cannot be read on after the record at offset {offset:,}: {told}", remedy=_LOST)


def _read(record: Any, number: int, offset: int, allowance: Allowance) -> Record:  # noqa: ANN401 - the library has no types
    heads, http = record.rec_headers, record.http_headers
    common = (number, offset, record.rec_type or "", heads.get_header("WARC-Record-ID"), heads.get_header("WARC-Target-URI"))
    when = heads.get_header("WARC-Date")
    if record.rec_type not in _KEPT:
        _pass_by(record.raw_stream, allowance)
        return Record(*common, when)
    status = _status(http) if http is not None else 0
    kind = (http.get_header("Content-Type") if http is not None else record.content_type) or ""
    fault = _unreadable(heads, http)
    held = b""
    if fault is None:
        held = allowance.drain(record.content_stream())
    _pass_by(record.raw_stream, allowance)
    leads = http.get_header("Location") if http is not None else None
    return Record(*common, when, status, kind.partition(";")[0].strip().lower(), leads, held, fault or _cut(record))


def _pass_by(stream: Any, allowance: Allowance) -> None:  # noqa: ANN401 - as above
    while chunk := stream.read(_CHUNK):
        allowance.passed(len(chunk))


def _status(http: Any) -> int:  # noqa: ANN401 - as above
    told = str(http.get_statuscode() or "")
    return int(told) if told.isdecimal() and len(told) == 3 else 0  # noqa: PLR2004 - a status has three figures


def _unreadable(heads: Any, http: Any) -> str | None:  # noqa: ANN401 - as above
    if cut := heads.get_header("WARC-Truncated"):
        return f"the record says that it was cut short ({str(cut)[:40]})"
    if heads.get_header("WARC-Segment-Number"):
        return "the record is one segment of several, which are not put together"
    packed = ((http.get_header("Content-Encoding") if http is not None else "") or "").strip().lower()
    return None if packed in _ENCODINGS else f"its content is packed in a way that is not read ({packed[:40]})"


def _cut(record: Any) -> str | None:  # noqa: ANN401 - as above
    """Return why the bytes of a record that was read to its end are not what its head says, None where they are."""
    left = getattr(record.raw_stream, "limit", 0)
    if left:
        return f"the record is cut short: {left:,} bytes are missing"
    problems = getattr(record.digest_checker, "problems", None) or []
    wrong = [problem for problem in problems if str(problem).startswith("block digest failed")]
    return "the bytes of the record are not those that its checksum stands for" if wrong else None
