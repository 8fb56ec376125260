"""Time expressions of a document: thin over :mod:`reportedly.dates`."""

from __future__ import annotations

from reportedly import dates
from reportedly.model import Document, TimeExpression


def mark_times(text: str, document: Document) -> tuple[TimeExpression, ...]:
    """Return the time expressions of ``text``, in order.

    Args:
        text: the document's text, which the offsets count in.
        document: gives the day of publication and the dated segments that expressions are counted from. All segments are
            marked, datelines and navigation too: what to read of them is for later steps to say.
    """
    return dates.tag(text, document.metadata.published.value, document.segments)
