"""A document: original bytes, canonical text, dated segments, and metadata that says where each value came from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

SEGMENT_KINDS = (
    "headline",
    "byline",
    "dateline",
    "body",
    "caption",
    "editor_note",
    "disclaimer",
    "licence",
    "embedded_document",
    "quoted_article",
    "pull_quote",
    "navigation",
    "comment",
)
"""The kinds of segment of the contract."""

READ_KINDS = frozenset({"headline", "body", "caption", "editor_note", "embedded_document", "quoted_article", "pull_quote"})
"""The segments that claims are drawn from: never navigation, comments, licences, disclaimers, bylines or datelines."""

READ_LANGUAGES = ("en", "und")
"""How the name of a language begins that claims are drawn from: English, and where it is said to be undetermined (ISO 639-2)."""


def is_read_language(language: str | None) -> bool:
    """Say whether claims are drawn from words in ``language``; where none is known they are."""
    return language is None or language.lower().startswith(READ_LANGUAGES)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with where it came from: url, meta, dateline, byline, text or argument; weak where it was searched for or inferred."""

    value: dt.date | None = None
    origin: str | None = None
    weak: bool = False


@dataclass(frozen=True, slots=True)
class OriginalSource:
    """Where the page says that its article first stood, with the words that say so."""

    name: str
    url: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text with its kind; segments are a flat partition in order of ``start``."""

    kind: str
    start: int
    end: int
    lang: str | None = None
    dated: dt.date | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says of itself, or what its table row or the caller said of it.

    Attributes:
        section: the part of a paper or site that it stands in, in the words that name it.
        dates: every day of publication that is stated, each with where; they may differ.
        origins: for fields that are no dates, where the value is from: a tag of the page, a kind of segment, ``given``.
    """

    title: str | None = None
    byline: tuple[str, ...] = ()
    published: Dated = Dated()
    publisher_id: str | None = None
    publisher: str | None = None
    original_source: OriginalSource | None = None
    url: str | None = None
    lang: str | None = None
    section: str | None = None
    modified: Dated = Dated()
    dates: tuple[Dated, ...] = ()
    origins: tuple[tuple[str, str], ...] = ()


UNSTATED = {
    "title": "no line stands over the text as a headline, and nothing names one",
    "byline": "no line and no tag names who wrote it",
    "publisher": "no masthead, tag or address names who published it",
    "published": "no line, tag or address gives the day of publication",
    "original_source": "no words say that it first stood elsewhere",
}
"""Why a field is null: what was looked for and is not there."""


def unstated(metadata: Metadata) -> dict[str, str]:
    """Return for every field of UNSTATED that is null the reason; a day that is weak has the reason of none."""
    values = {name: getattr(metadata, name) for name in UNSTATED} | {"published": metadata.published.value}
    found = {name: reason for name, reason in UNSTATED.items() if not values[name]}
    weak = {"published": "no line, tag or address gives it: it was inferred or searched for"} if metadata.published.weak else {}
    return found | weak


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a reader left out of the text.

    Attributes:
        why: a word that scripts can rely on, as ``page-number`` or ``deleted``.
        words: exactly what was left out, or what it was where it has no words.
        where: in the original, as ``page 3``.
        at: the offset of the text at which it stood.
    """

    why: str
    words: str
    where: str | None = None
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Obtained:
    """How bytes were come by that were no file of their own.

    Attributes:
        how: ``archive``, ``warc``, ``feed``, ``mail`` or ``fetch``.
        when: the moment at which they were captured, as ISO 8601 in UTC, where what held them tells it.
        url: what was asked for.
        via: addresses that led there, in order.
        holder: ``sha256:`` of the file that held them.
        record: what they were in it: its name or number, or the offset of its record.
    """

    how: str
    when: str | None = None
    url: str | None = None
    via: tuple[str, ...] = ()
    holder: str | None = None
    record: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One appearance of one blob.

    Attributes:
        id: ``sha256:`` of the original bytes (for a table row, of its text field in UTF-8).
        path: where it was read, as given; for a table row followed by ``#`` and its number, from 1.
        ref: the row's own id, where it has one.
        data: the original bytes.
        text: the canonical text that all offsets count in.
        format: name of the reader that made it.
        left_out: what stands in the bytes and not in the text.
        obtained: how the bytes were come by, where they were no file of their own.
    """

    id: str
    path: str
    text: str
    data: bytes
    metadata: Metadata = Metadata()
    segments: tuple[Segment, ...] = ()
    ref: str | None = None
    format: str = "plain"
    left_out: tuple[LeftOut, ...] = ()
    obtained: Obtained | None = None

    def reads(self, segment: Segment) -> bool:
        """Say whether claims are drawn from a segment, by its kind and its language, which is the document's where it has none."""
        return segment.kind in READ_KINDS and is_read_language(segment.lang or self.metadata.lang)
