"""A claim as persons judged it: its corrected fields, and all that hangs on them, made as the program makes its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from reportedly.claim.gloss import gloss
from reportedly.claim.proposition import proposition
from reportedly.model import Claim, Figure, Speaker, ValidTime
from reportedly.model.frame import Codebook
from reportedly.review.fold import WHOLE, Standing


def made_of(claim: Claim, standing: Standing, book: Codebook) -> dict[int, Claim]:
    """Return what stands in the place of a claim, by part; nothing where it is gone or one with another."""
    if WHOLE in standing.gone or standing.into is not None:
        return {}
    whole = changed(claim, standing.set.get(WHOLE, {}), book)
    if not standing.spans:
        return {WHOLE: whole}
    parts = {at: replace(whole, start=start, end=end) for at, (start, end) in enumerate(standing.spans) if at not in standing.gone}
    return {at: changed(part, standing.set.get(at, {}), book) for at, part in parts.items()}


def changed(claim: Claim, values: Mapping[str, Any], book: Codebook) -> Claim:
    """Return a claim with corrected fields: type, frame, stance, start, end, speaker, places, valid, figure."""
    if not values:
        return claim
    plain = {name: values[name] for name in ("type", "frame", "stance", "start", "end") if name in values}
    if values.get("frame", claim.frame) != claim.frame:
        plain |= {"about": None, "forecast": None}
    out = replace(claim, **plain)
    if "speaker" in values:
        out = _spoken(out, Speaker(**values["speaker"]))
    if "places" in values:
        out = _placed(out, values["places"])
    if "valid" in values:
        out = replace(out, valid=ValidTime(*values["valid"]))
    if "figure" in values:
        own = Figure(**values["figure"]) if values["figure"] else None
        out = replace(out, figures=(*((own,) if own else ()), *out.figures[1:]), checks=())
    said = proposition(out.frame, out.args, out.place_ids or out.places, out.valid)
    return replace(out, gloss=_gloss(out, book), proposition=said, run="", score=1.0)


def _spoken(claim: Claim, speaker: Speaker) -> Claim:
    chain = claim.chain[:-1] if claim.chain and claim.chain[-1] == claim.speaker.name else claim.chain
    return replace(claim, speaker=speaker, chain=(*chain, speaker.name), own=False)


def _placed(claim: Claim, places: list[Mapping[str, Any]]) -> Claim:
    names = tuple(str(place["name"]) for place in places)
    ids = tuple(str(place["place"]) for place in places if place["place"])
    args = claim.args
    if places:
        first = places[0]
        args = tuple(
            (role, replace(arg, name=first["name"], place=first["place"]) if arg.place is not None else arg) for role, arg in claim.args
        )
    return replace(claim, places=names, place_ids=ids, args=args, places_told=True)


def _gloss(claim: Claim, book: Codebook) -> str:
    drawn = claim.about.frame if claim.about is not None else claim.frame
    frame = next((frame for frame in book.frames() if frame.id == drawn), None)
    return claim.gloss if frame is None else gloss(frame, claim.args, claim.places, claim.figures, claim.stance)
