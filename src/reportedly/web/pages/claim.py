"""One claim with everything behind it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from reportedly.codebook import load_codebook
from reportedly.export.contract import Json
from reportedly.export.flat import COLUMNS, flat
from reportedly.query import one
from reportedly.query.one import AROUND
from reportedly.store import schema, sql
from reportedly.text import clean, excerpt
from reportedly.web.ask import Ask
from reportedly.web.form import Form
from reportedly.web.judged import TAKEN, choices, frame_words, judged, seen, told
from reportedly.web.page import CLAIM, Answer, Done, Page

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
    before, after = text[: found["start"] - begin], text[found["end"] - begin :]
    parts = (_from_a_word(before) if begin else before, found["quote"], _to_a_word(after) if len(after) == AROUND else after)
    words = frame_words(frame.gloss, whole=True) if frame else ""
    shown = {"kind": kind, "frame": frame, "frame_words": words, "parts_of": parts, **_judging(ask, found)}
    return Answer([found], shown, title=excerpt(clean(found["gloss"]), _TITLE))


def _from_a_word(text: str) -> str:
    """Return a text that begins somewhere from its first whole word on."""
    return f"… {text.partition(' ')[2]}" if " " in text else text


def _to_a_word(text: str) -> str:
    """Return a text that ends somewhere up to its last whole word."""
    return f"{text.rpartition(' ')[0]} …" if " " in text else text


def post(ask: Ask, form: Form) -> Done:
    """Record what was judged of the claim, and show what stands in its place."""
    claim = one(ask.ledger, ask.keys["id"])
    done = judged(ask, form, claim["id"], choices(ask, claim)["now"])
    to = done.made[0] if done.made else claim["id"]
    return Done(f"{ask.link(f'/claim/{to}')}#judgements", told(done))


def _judging(ask: Ask, found: Json) -> dict[str, Any]:
    """Return what the judgements of a claim, and the forms for more, are shown with."""
    undone = {row["supersedes"]: row["seq"] for row in found["judgements"] if row["supersedes"]}
    own = seen(ask, [found["id"]]).get(found["id"], "")
    return {"undone": undone, "seen": own, "now_stands": _now(ask, found), **choices(ask, found)}


def _now(ask: Ask, found: Json) -> list[str]:
    """Return the ids of what persons made of a claim that does not stand itself."""
    if found["current"]:
        return []
    made, drawn = schema.claim, schema.claim.alias("drawn")
    stands = drawn.c.id == found["id"], sql.current(ask.where.recorded_by)
    with ask.ledger.reading() as connection:
        return list(connection.scalars(select(made.c.id).join(drawn, drawn.c.seq == made.c.supersedes).where(*stands)))


PAGE = Page(
    "claim",
    "/claim/{id}",
    "Claim",
    "Exact words, whose they are, what says the same and what stands against it.",
    build,
    COLUMNS,
    flat,
    takes=("as_of", "known_by", "recorded_by"),
    row=CLAIM,
    listed=False,
    post=post,
    fields=TAKEN,
    within="claims",
)
