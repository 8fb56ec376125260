"""Documents: what was read, and how many claims stand in each."""

from __future__ import annotations

from reportedly.query.documents import TAKES, documents
from reportedly.web.ask import Ask
from reportedly.web.chosen import picking_documents
from reportedly.web.page import Answer, Page, cells

_COLUMNS = ("id", "path", "ref", "publisher", "published", "title", "byline", "lang", "chars", "claims", "appearances", "redacted")


def build(ask: Ask) -> Answer:
    """Return the documents that pass the filters."""
    found = documents(ask.ledger, ask.where, ask.size, ask.after, picking_documents(ask))
    return Answer(found.rows, next=found.next)


PAGE = Page(
    "documents",
    "/documents",
    "Documents",
    "What was read, and by whom it was published.",
    build,
    _COLUMNS,
    cells(_COLUMNS),
    (*TAKES, "as_of", "after"),
)
