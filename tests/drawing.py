"""Drawing claims from a line of text, for tests that say what must come of it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import NamedTuple

from typer.testing import Result

from reportedly.ids import document_id
from reportedly.model import Claim, Dated, Document, Metadata, Reading
from reportedly.pipeline import Settings, read_batch

PUBLISHED = dt.date(2030, 5, 8)


class Demo(NamedTuple):
    """The ledger that ``reportedly demo`` filled, and what it told of that."""

    place: Path
    told: Result


def page(text: str, *, published: dt.date | None = PUBLISHED, publisher: str = "Example Wire", lang: str | None = "en") -> Document:
    """Return an invented page without segments, published on a Wednesday."""
    meta = Metadata(published=Dated(published, "argument"), publisher=publisher, lang=lang)
    return Document(document_id(text.encode()), "page.txt", text, text.encode(), meta)


def reading(text: str) -> Reading:
    """Return ``text`` with all layers set."""
    (found,) = read_batch([page(text)], Settings())
    assert isinstance(found, Reading)
    return found


def claims(text: str, frame: str | None = None) -> list[Claim]:
    """Return the claims drawn from ``text``, those of one frame where it is named."""
    return [claim for claim in reading(text).claims or () if frame is None or claim.frame == frame]


def only(text: str, frame: str) -> Claim:
    """Return the one claim of ``frame`` that ``text`` makes."""
    (claim,) = claims(text, frame)
    return claim


def words(claim: Claim, text: str) -> str:
    """Return the exact words of a claim."""
    return text[claim.start : claim.end]
