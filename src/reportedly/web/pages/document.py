"""Document: an annotated reader, and a reprint beside it with what was edited."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from reportedly.errors import OptionError
from reportedly.export.contract import Json
from reportedly.export.flat import COLUMNS, flat
from reportedly.query import claims
from reportedly.query.clocks import clocks_of
from reportedly.query.documents import document
from reportedly.query.reuse import beside, neighbours
from reportedly.query.words import with_quotes
from reportedly.text import clean, excerpt
from reportedly.web.ask import Ask
from reportedly.web.page import Answer, Page
from reportedly.web.reader import edited, read

_TITLE = 80
_ENDS, _DIGITS = 2, 12


def build(ask: Ask) -> Answer:
    """Return the claims of the document as rows; the JSON twin has the document too, as the contract has a reading."""
    found = document(ask.ledger, ask.keys["id"], ask.where)
    key = found["doc"]["id"]
    where = replace(clocks_of(ask.where), doc=key)
    rows = sorted(with_quotes(ask.ledger, claims(ask.ledger, where)), key=lambda row: (row["start"], -row["end"]))
    if ask.form != "html":
        return Answer(rows, told={name: value for name, value in found.items() if name != "claims"})
    title = excerpt(clean(found["doc"]["title"] or found["doc"]["path"]), _TITLE)
    shown = {
        "found": found,
        "segments": read(found, rows, _at(ask, len(found["text"]))),
        "near": neighbours(ask.ledger, key, ask.where),
        "beside": _beside(ask, found),
    }
    return Answer(rows, shown, title=title)


def _at(ask: Ask, chars: int) -> tuple[int, int] | None:
    """Return the span that is asked for. Raises OptionError where it is none of the text."""
    wanted = ask.given.get("at")
    if wanted is None:
        return None
    parts = wanted.split("-")
    if len(parts) == _ENDS and all(part.isascii() and part.isdecimal() and len(part) < _DIGITS for part in parts):
        start, end = map(int, parts)
        if start < end <= chars:
            return start, end
    what = f"{wanted!r:.40} are no characters of this text"
    raise OptionError(what, where="at", remedy=f"give two places from 0 to {chars}, as in 12-40")


def _beside(ask: Ask, found: Json) -> dict[str, Any] | None:
    wanted = ask.given.get("beside")
    if wanted is None:
        return None
    other = document(ask.ledger, wanted, ask.where)
    shared = beside(ask.ledger, found["doc"]["id"], other["doc"]["id"], ask.where)
    return {"other": other, "shared": shared, "sides": edited(found["text"], other["text"], shared) if shared else None}


PAGE = Page(
    "document",
    "/document/{id}",
    "Document",
    "The text with its claims and attributions, and what others took from it.",
    build,
    COLUMNS,
    flat,
    takes=("as_of", "known_by", "recorded_by", "beside", "at"),
    listed=False,
    within="documents",
)
