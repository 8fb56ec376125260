"""Document: an annotated reader, and a reprint beside it with what was edited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from reportedly.errors import OptionError
from reportedly.export.contract import Json
from reportedly.export.flat import COLUMNS, flat
from reportedly.query import claims, contradictions
from reportedly.query.clocks import clocks_of
from reportedly.query.documents import document
from reportedly.query.provenance import lines
from reportedly.query.reuse import beside, neighbours
from reportedly.query.words import with_quotes
from reportedly.text import clean, excerpt
from reportedly.web.aligned import aligned
from reportedly.web.ask import Ask
from reportedly.web.page import CLAIM, Answer, Page
from reportedly.web.reader import Shown, parts, read

_TITLE = 80
_ENDS, _DIGITS = 2, 12


def build(ask: Ask) -> Answer:
    """Return the claims of the document as rows; the JSON twin has the document too, as the contract has a reading."""
    found = document(ask.ledger, ask.keys["id"], ask.where)
    where = replace(clocks_of(ask.where), doc=found["doc"]["id"])
    every = sorted(with_quotes(ask.ledger, claims(ask.ledger, where)), key=lambda row: (row["start"], -row["end"]))
    rows = [row for row in every if not ask.where.type or row["type"] in ask.where.type]
    if ask.form != "html":
        return Answer(rows, told={name: value for name, value in found.items() if name != "claims"})
    title = excerpt(clean(found["doc"]["title"] or found["doc"]["path"]), _TITLE)
    shown: dict[str, Any] = {"found": found, "near": neighbours(ask.ledger, where.doc or "", ask.where), "beside": _beside(ask, found)}
    shown["come_by"] = list(lines(found["provenance"])) if found["provenance"] else []
    if shown["beside"] is None:
        against = {pair[end] for pair in contradictions(ask.ledger, where) for end in ("a", "b")}
        part = _reading(ask, found, rows, against)
        return Answer(part.pop("here"), {**shown, **part, "kinds": _kinds(every), "total": len(rows)}, title=title)
    return Answer([], {**shown, "total": len(rows)}, title=title)


def _reading(ask: Ask, found: Json, rows: Sequence[Json], against: set[str]) -> dict[str, Any]:
    """Return the part of the text that is asked for, drawn, and the claims that begin there."""
    spans, at = parts(found), _at(ask, len(found["text"]))
    number = _part(ask, spans, at[0] if at else 0)
    begin, end = spans[number]
    here = [row for row in rows if begin <= row["start"] < end or (row["start"] < begin < row["end"])]
    segments = read(found, here, spans[number], Shown(at, against, ask.given.get("said") != "no"))
    told = [{"number": n + 1, "begin": a, "end": b, "claims": sum(a <= row["start"] < b for row in rows)} for n, (a, b) in enumerate(spans)]
    order = [row["id"] for row in here]
    disputed = [key for key in order if key in against]
    jumps = {"against": against, "disputed": disputed, "order": order}
    return {"here": here, "segments": segments, "parts_of": told, "part": number + 1, **jumps}


def _kinds(rows: Sequence[Json]) -> dict[str, int]:
    """Return how many claims are of each type, those of the most first."""
    types = [row["type"] for row in rows]
    return {kind: types.count(kind) for kind in sorted(set(types), key=lambda kind: (-types.count(kind), kind))}


def _part(ask: Ask, spans: Sequence[tuple[int, int]], at: int) -> int:
    """Return which part is asked for: the one that is named, else that of the span. Raises OptionError where there is none."""
    wanted = ask.given.get("part")
    if wanted is None:
        return next((n for n, (begin, end) in enumerate(spans) if begin <= at < end), 0)
    if wanted.isascii() and wanted.isdecimal() and len(wanted) < _DIGITS and 1 <= int(wanted) <= len(spans):
        return int(wanted) - 1
    what = f"{wanted!r:.40} is no part of this text"
    raise OptionError(what, where="part", remedy=f"give one of 1 to {len(spans)}")


def _at(ask: Ask, chars: int) -> tuple[int, int] | None:
    """Return the span that is asked for. Raises OptionError where it is none of the text."""
    wanted = ask.given.get("at")
    if wanted is None:
        return None
    ends = wanted.split("-")
    if len(ends) == _ENDS and all(end.isascii() and end.isdecimal() and len(end) < _DIGITS for end in ends):
        start, end = map(int, ends)
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
    return {"other": other, "shared": shared, "sides": aligned(found["text"], other["text"], shared) if shared else None}


PAGE = Page(
    "document",
    "/document/{id}",
    "Document",
    "The text with its claims and attributions, and what others took from it.",
    build,
    COLUMNS,
    flat,
    takes=("as_of", "known_by", "recorded_by", "type", "beside", "at", "part", "said"),
    row=CLAIM,
    asks={
        "beside": "Id of a document to be set beside it.",
        "at": "Characters that are shown, as in 12-40.",
        "part": "Which part of a long text, from 1 on.",
        "said": ("no: attributions are not drawn.", ("yes", "no")),
    },
    listed=False,
    within="documents",
)
