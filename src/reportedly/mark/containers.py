"""Places of one name in several towns: the town named right after tells which is meant, there and later in the document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.mark.placed import placed
from reportedly.mark.scoped import chain, scope_of
from reportedly.model import PlaceMention
from reportedly.model.pack import Pack
from reportedly.text import fold

_NOUNS = r"neighbou?rhoods?|districts?|quarters?|suburbs?|streets?|areas?|towns?|villages?|squares?"
_GAP = re.compile(
    rf"\s*(?:{_NOUNS})?\s*(?:,\s*|(?:in|of)\s+)(?:the\s+)?(?:\w+\s+)?(?:(?:city|town|province|countryside|governorate)\s+)?(?:of\s+)?",
    re.IGNORECASE,
)
_LONGEST = 60
_SCORE = 0.9
_NEAR = 0.1
"""How far a spelling may be from that of the place meant, 0 to 1."""


def by_container(text: str, pack: Pack, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Return the mentions, with those placed anew whose own sentence says that they lie in another town: "Zahra district in Orre".

    A later mention of the same name without a town follows the last one with a town; so does a mention that is already in it.

    Args:
        text: the text of the document.
        pack: the pack, whose places alone are looked at.
        places: the mentions of a document, in text order or not.
    """
    ordered = sorted(places, key=lambda p: p.start)
    told: dict[str, str] = {}
    out: list[PlaceMention] = []
    for n, mention in enumerate(ordered):
        name = fold(text[mention.start : mention.end]).lower()
        after = ordered[n + 1] if n + 1 < len(ordered) else None
        holder = _holder(text, pack, mention, after) or told.get(name)
        made = _in(pack, mention, holder) if holder is not None else None
        if made is not None and holder is not None:
            told[name] = holder
        out.append(made or mention)
    return out


def _holder(text: str, pack: Pack, mention: PlaceMention, after: PlaceMention | None) -> str | None:
    """Return the id of the place that the words right after say a mention lies in, None where they say none."""
    if after is None or after.place is None or mention.place is None or not 0 < after.start - mention.end <= _LONGEST:
        return None
    if after.place not in pack.places or after.place == mention.place or after.kind == "country":
        return None
    return after.place if _GAP.fullmatch(text, mention.end, after.start) else None


def _in(pack: Pack, mention: PlaceMention, holder: str) -> PlaceMention | None:
    """Return a mention as the place of its name that lies in ``holder``, None where there is none or it is known to hold ``holder``."""
    if mention.place is None or mention.place not in pack.places:
        return None
    if holder in chain(pack, mention.place):
        return mention
    if mention.place in chain(pack, holder):
        return None
    found = scope_of(pack, holder).one(mention.name)
    if found is None or found.distance > _NEAR or found.place.id == holder:
        return None
    return placed(mention, found.place, _SCORE)
