"""Putting a Document together: its text laid out, its metadata completed by what the text says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.ids import document_id
from reportedly.model import Document, LeftOut, Metadata
from reportedly.ports import ReadOptions
from reportedly.read.lines import Piece
from reportedly.read.metadata import complete
from reportedly.read.segments import lay_out

_NOTHING = Metadata()


@dataclass(frozen=True, slots=True)
class Raw:
    """What a reader took from the bytes.

    Attributes:
        text: canonical text.
        given: metadata that the bytes or their table row name outside the text.
        fixed: pieces known from the structure of a page.
        ref: the id that the document has where it lay.
        left_out: what the bytes hold and the text does not.
    """

    data: bytes
    path: str
    text: str
    format: str
    given: Metadata = _NOTHING
    fixed: Sequence[Piece] = ()
    ref: str | None = None
    left_out: tuple[LeftOut, ...] = ()


def build(raw: Raw, options: ReadOptions) -> Document:
    """Return the document of ``raw`` with its segments, and with the metadata that options and text add."""
    layout = lay_out(raw.text, raw.given.title, raw.fixed)
    metadata = complete(raw.given, raw.text, layout, options)
    segments = layout.segments(raw.text, metadata.published.value)
    return Document(
        document_id(raw.data),
        raw.path,
        raw.text,
        raw.data,
        metadata,
        segments,
        raw.ref or options.ref,
        raw.format,
        raw.left_out,
        options.obtained,
    )
