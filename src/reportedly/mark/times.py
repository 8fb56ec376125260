"""Time expressions of a document: thin over :mod:`reportedly.dates`."""

from __future__ import annotations

import re
from dataclasses import replace

from reportedly import dates
from reportedly.model import Dated, Document, TimeExpression
from reportedly.model.document import READ_KINDS

_NAMED_FOR = re.compile(
    r"(?: of)? (?:Street|Square|Bridge|Avenue|Road|Boulevard|Quarter|District|Neighbou?rhood|Hospital|University|School|Mosque|Park|Airport"
    r"|Brigade|Battalion|Division|Movement|Garage|Roundabout|Stadium)s?\b"
)
"""What is named after a day: that a shell fell on "7 April Street" does not say when."""
_HEADS = frozenset({"byline", "dateline"})


def mark_times(text: str, document: Document) -> tuple[TimeExpression, ...]:
    """Return the time expressions of ``text``, in order.

    Args:
        text: the document's text, which the offsets count in.
        document: gives the day of publication and the dated segments that expressions are counted from. All segments are
            marked, datelines and navigation too: what to read of them is for later steps to say.
    """
    published = document.metadata.published
    found = dates.tag(text, published.value, document.segments, inferred=published.weak and published.origin == "text")
    return tuple(t for t in found if not _NAMED_FOR.match(text, t.end))


def with_inferred_date(document: Document) -> Document:
    """Return a document that nobody dated with the day of writing that its own article gives away, as weak; else as it is.

    Comments, navigation and licences have dates of their own and say nothing of when the article was written.
    """
    if document.metadata.published.value is not None:
        return document
    told = [document.text[s.start : s.end] for s in document.segments if s.kind in READ_KINDS | _HEADS] or [document.text]
    day = dates.stated_date("\n\n".join(told))
    return document if day is None else replace(document, metadata=replace(document.metadata, published=Dated(day, "text", weak=True)))
