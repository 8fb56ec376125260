"""Taking web archives apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from reportedly.errors import BrokenFileError, ReadError
from reportedly.ids import document_id
from reportedly.model import Failure, LeftOut, Metadata, Obtained
from reportedly.ports import Allowance, Member, ReadOptions
from reportedly.read.fail import failure
from reportedly.read.given import said_by
from reportedly.read.mediatypes import format_of, name_of
from reportedly.read.sniff import ARCHIVE, check_size
from reportedly.read.warc.records import Record, records
from reportedly.read.warc.redirects import follow, leads_to, plain_url

_WORDLESS = ("image/", "audio/", "video/", "font/", "text/css", "text/javascript", "text/vtt")
_DATA = tuple(
    f"application/{name}" for name in ("json", "javascript", "x-javascript", "manifest+json", "wasm", "font", "x-font", "vnd.ms-fontobject")
)
_FIT = 200
_CUT = 206


class WarcContainer:
    """Takes web archives apart. Answers with words in them are read; redirects are followed to the answers that they lead to."""

    name = "warc"
    suffixes = frozenset({".warc", ".warc.gz"})
    ceiling = ARCHIVE

    def open(self, data: bytes, path: str, options: ReadOptions, allowance: Allowance) -> Iterator[Member | Failure]:  # noqa: ARG002 - the protocol's
        """Yield the pages of the archive in order, then what could not be read of it."""
        error = check_size(len(data), ARCHIVE)
        if error is not None:
            raise error
        found: list[Record] = []
        broken: ReadError | None = None
        try:
            found.extend(records(data, allowance))
        except ReadError as problem:
            broken = problem
        yield from _members(found, path, document_id(data))
        if broken is not None:
            raise broken


def _members(found: Sequence[Record], path: str, holder: str) -> Iterator[Member | Failure]:
    pages = [record for record in found if _is_page(record)]
    leads = {plain_url(record.url): to for record in found if (to := leads_to(record)) is not None and record.url}
    via, lost = follow(leads, (plain_url(record.url) for record in pages if record.url))
    left = _left_out(found)
    for record in pages:
        url = plain_url(record.url) if record.url else None
        told = Obtained("warc", record.when, url, via.get(url or "", ()), holder, f"offset {record.offset}")
        given = said_by("warc", Metadata(url=url if url and url.startswith(("http://", "https://")) else None))
        at = f"{path}#{record.number}"
        yield Member(record.data, at, name_of(record.url), format_of(record.type, record.data), given, record.id, told, left)
        left = ()
    for record in found:
        at = f"{path}#{record.number}"
        if record.fault is not None:
            what = f"{record.fault}; it begins at offset {record.offset:,}"
            yield failure(BrokenFileError(what, remedy="look for another capture of the page"), at, ref=record.id, data=record.data or None)
        elif record.url and (to := lost.get(plain_url(record.url))) is not None and leads_to(record):
            what = f"{record.url} leads to {to}, which is not in the archive"
            yield failure(BrokenFileError(what, remedy="look for a capture of that page"), at, ref=record.id)
    if left and not pages:
        words = "; ".join(each.words for each in left)
        yield failure(
            BrokenFileError(f"no page that is read is in the web archive: {words}", remedy="nothing to do, where that is so"), path
        )


def _is_page(record: Record) -> bool:
    if record.fault is not None or record.kind not in {"response", "resource"}:
        return False
    if record.kind == "response" and record.status not in {0, _FIT, 203}:
        return False
    return bool(record.data.strip()) and _why_left(record) is None


def _why_left(record: Record) -> str | None:
    """Return what a record is, where it is none with words of a report; None where it may be."""
    if record.kind not in {"response", "resource"}:
        return None if record.kind in {"warcinfo", "request", "metadata", ""} else f"{record.kind} record"
    if record.kind == "response" and record.status and record.status not in {_FIT, 203}:
        return None if 300 <= record.status < 400 and record.leads else f"answer of status {record.status}"  # noqa: PLR2004 - redirects
    if record.url and urlsplit(record.url).path == "/robots.txt":
        return "robots.txt"
    kind = record.type
    json = kind == "application/json" and b"jsonfeed.org/version" in record.data[:4096]
    if kind.startswith(_WORDLESS) or (kind.startswith(_DATA) and not json):
        return kind
    return None if record.data.strip() else "empty answer"


def _left_out(found: Sequence[Record]) -> tuple[LeftOut, ...]:
    """Return how many records of each kind are not read."""
    counts = Counter(why for record in found if record.fault is None and (why := _why_left(record)) is not None)
    return tuple(LeftOut("record", f"{count} of {why}") for why, count in sorted(counts.items()))
