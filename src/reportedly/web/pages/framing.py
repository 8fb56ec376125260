"""Framing: the words that each source has for an actor and for one act, its own apart from those it quotes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from reportedly.query import framings
from reportedly.track.framing import Framing
from reportedly.web.ask import Ask
from reportedly.web.page import VIEWED, Answer, Page, cells
from reportedly.web.pages.shared import paged

_OWN = ("act", "actor", "name", "state")
_USE = ("source", "voice", "speaker")
_WORD = ("word", "count", "texts", "marked")
_EXAMPLE = ("around", "document", "path", "start", "end", "claim")
_COLUMNS = (*_OWN, *_USE, *_WORD, *_EXAMPLE)
_SHOWN, _USES = 20, 60


def build(ask: Ask) -> Answer:
    """Return actors, then acts, with the words for them; in CSV a row for each word of each source."""
    most = None if ask.form in {"json", "csv"} else _USES
    answer = paged(ask, ("framing", most), partial(framings, most=most), _SHOWN)
    if ask.form != "csv":
        return answer
    lines = [
        {name: row[name] for name in _OWN} | {name: use[name] for name in _USE} | word | word["example"]
        for row in answer.rows
        for use in row["uses"]
        for word in use["words"]
    ]
    return replace(answer, rows=lines)


PAGE = Page(
    "framing",
    "/framing",
    "Framing",
    "The words that each source has for an actor, and for one act: counted, with examples, its own apart from those it quotes.",
    build,
    _COLUMNS,
    cells(_COLUMNS),
    takes=(*VIEWED, "lens"),
    row=Framing,
)
