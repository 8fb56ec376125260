"""Glosses made anew, for claims whose arguments later rules have changed."""

from __future__ import annotations

from dataclasses import replace

from reportedly.claim.context import Context
from reportedly.claim.gloss import gloss
from reportedly.model import Claim
from reportedly.model.frame import Frame
from reportedly.parse import text_of


def frame_of(context: Context, claim: Claim) -> Frame | None:
    """Return the frame that a claim was drawn by, of a forecast the frame of what it foretells; None where no frame drew it."""
    drawn = claim.about.frame if claim.about is not None else claim.frame
    return next((frame for frame in context.codebook.frames() if frame.id == drawn), None)


def reglossed(context: Context, claim: Claim) -> Claim:
    """Return ``claim`` with the gloss that its arguments ask for now; a claim that no frame drew keeps its own."""
    frame = frame_of(context, claim)
    if frame is None:
        return claim
    return replace(claim, gloss=gloss(frame, claim.args, _neutral_places(context, claim), claim.figures, claim.stance))


def _neutral_places(context: Context, claim: Claim) -> tuple[str, ...]:
    """Return the neutral names of a claim's places: of the pack by id, else of the mention that is spelled so."""
    text = text_of(context.doc)
    known = {" ".join(text[p.start : p.end].split()): p.name for p in context.reading.places or ()}
    return tuple(dict.fromkeys(known.get(name, name) for name in claim.places))
