"""The one neutral sentence that says what two claims disagree on, with both values and whose they are."""

from __future__ import annotations

from reportedly import ids
from reportedly.model import Contradiction, HeldClaim

MARKS = '"“”«»„'
"""Marks that open or close a quotation."""

_QUOTED = 240  # characters before a claim in which the mark may stand that opens a quotation


def whose(held: HeldClaim) -> str:
    """Return who makes a claim and, where it is another, who published it."""
    speaker, publisher = held.claim.speaker.name, held.publisher
    if not speaker or speaker == publisher:
        return publisher or speaker or held.path
    return f"{speaker} ({publisher})" if publisher else f"{speaker} ({held.path})"


def voice(held: HeldClaim) -> str:
    """Return what tells one speaker from another: the actor, else the name; the publisher or document where they speak for themselves."""
    speaker = held.claim.speaker
    if held.claim.own:
        return f"own:{held.publisher or held.document}"
    return speaker.actor or f"name:{speaker.name.casefold()}"


def where(held: HeldClaim) -> str:
    """Return the places of a claim as words."""
    return ", ".join(held.claim.places or held.claim.place_ids)


def quoted(held: HeldClaim) -> bool:
    """Say whether a claim stands in quotation marks, or holds some."""
    before = held.before[-_QUOTED:]
    opened = sum(before.count(mark) for mark in "“«„") > sum(before.count(mark) for mark in "”»")
    return opened or any(mark in held.words for mark in MARKS) or before.endswith('"')


def gloss(held: HeldClaim) -> str:
    """Return what a claim says, without the full stop."""
    return held.claim.gloss.strip().rstrip(".")


def link(kind: str, a: HeldClaim, b: HeldClaim, why: str, *, look_alike: bool = False) -> Contradiction:
    """Return the entry for a pair; its id does not depend on the order of the two."""
    first, second = sorted((a.claim.id, b.claim.id))
    return Contradiction(ids.span_id("x", kind, first, second), kind, first, second, why, look_alike)
