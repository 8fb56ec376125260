"""Judging from a page: what the forms of a claim send, and what they are shown with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from reportedly.codebook import load_codebook
from reportedly.errors import FormError, OptionError
from reportedly.export.contract import Json
from reportedly.export.phrases import figure
from reportedly.model.claim import STANCES
from reportedly.review import Judging, Recorded, judge, undo
from reportedly.review.held import shown_as
from reportedly.review.said import GIVEN
from reportedly.review.values import FIELDS
from reportedly.signed import own_key
from reportedly.web.ask import Ask
from reportedly.web.form import Form

TAKEN = ("act", "reason", "seen", "claim", "form", *FIELDS, *GIVEN)
"""Fields that a form about a claim may send; ``form`` names which of several it is."""

_MAY = re.compile(r"\[[^\]]*\]")
_ROLE = re.compile(r"{(\w+)}")
_SEEN = 16
_DIGITS = 15


def judged(ask: Ask, form: Form, claim: str, now: Mapping[str, str] | None = None) -> Recorded:
    """Record what a form says of a claim; fields that say what stands in ``now`` are left out.

    Raises:
        FormError: it says nothing. And what :func:`judge` and :func:`undo` raise.
    """
    path = ask.site.key
    if path is None:
        what = "this server signs nothing, so it records nothing"
        raise FormError(what)
    how = Judging(form.signer, lambda: own_key(path), ask.site.pack, ask.site.packs, ask.site.schemes)
    act = form.need("act")
    with ask.site.writing() as ledger:
        if act != "undo":
            given = {name: value for name, value in form.fields.items() if value != (now or {}).get(name)}
            return judge(ledger, claim, act, given, how)
        number = form.need("undo")
        if not number.isascii() or not number.isdecimal() or len(number) > _DIGITS:
            what = f"{number!r:.40} is no number of a judgement"
            raise OptionError(what, where="undo", remedy="use the button beside the judgement")
        return undo(ledger, int(number), how, form.fields.get("reason"))


def told(found: Recorded) -> Json:
    """Return what a program is told of a judgement."""
    return {"judgement": found.number, "claim": found.claim, "act": found.act, "now": list(found.made)}


def seen(ask: Ask, ids: Iterable[str]) -> dict[str, str]:
    """Return for ids of claims that stand what a form carries, so that a change since is noticed."""
    with ask.ledger.reading() as connection:
        return {key: row[:_SEEN] for key, row in shown_as(connection, ids).items()}


def choices(ask: Ask, claim: Json) -> Mapping[str, Any]:
    """Return what the forms of a claim offer, and the values that stand in them."""
    valid, found = claim["valid"], claim["figures"][0] if claim["figures"] else None
    now = {
        "frame": claim["frame"],
        "stance": claim["stance"],
        "words": claim["quote"] or "",
        "speaker": claim["speaker"]["name"],
        "place": "; ".join(claim["places"]),
        "date": valid["edtf"] or "",
        "figure": _written(found) if found else "",
    }
    frames: dict[str, dict[str, str]] = {claim["type"]: {}}  # its own type first
    for frame in load_codebook().frames():
        frames.setdefault(frame.type, {})[frame.id] = frame_words(frame.gloss)
    return {"now": now, "frames": frames, "stances": STANCES, "schemes": ask.site.schemes, "sent": ask.visit.sent}


def frame_words(gloss: str, *, whole: bool = False) -> str:
    """Return the sentence of a frame with the names of its roles in words; ``whole``: with what may be missing, too."""
    bare = gloss.replace("[", "").replace("]", "") if whole else _MAY.sub("", gloss)
    return _ROLE.sub(lambda role: role[1].replace("_", " "), bare).strip()


def _written(found: Json) -> str:
    """Return a figure as the form takes it; what it is a share of is kept beside it."""
    return figure(found | {"denominator": None}) if found["value"] is not None else ""
