"""One claim with everything behind it."""

from __future__ import annotations

from reportedly.codebook import load_codebook
from reportedly.export.flat import COLUMNS, flat
from reportedly.query import one
from reportedly.text import clean, excerpt
from reportedly.web.ask import Ask
from reportedly.web.page import Answer, Page

_TITLE = 70


def build(ask: Ask) -> Answer:
    """Return the claim as the one row."""
    found = one(ask.ledger, ask.keys["id"], ask.where)
    if ask.form != "html":
        return Answer([found])
    kind = next((kind for kind in load_codebook().types if kind.id == found["type"]), None)
    frame = next((frame for frame in kind.frames if frame.id == found["frame"]), None) if kind else None
    begin = found["context"]["start"]
    text = found["context"]["text"]
    parts = (text[: found["start"] - begin], found["quote"], text[found["end"] - begin :])
    return Answer([found], {"kind": kind, "frame": frame, "parts_of": parts}, title=excerpt(clean(found["gloss"]), _TITLE))


PAGE = Page(
    "claim",
    "/claim/{id}",
    "Claim",
    "Exact words, whose they are, what says the same and what stands against it.",
    build,
    COLUMNS,
    flat,
    takes=("as_of", "known_by", "recorded_by"),
    listed=False,
    within="claims",
)
