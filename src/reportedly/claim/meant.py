"""The place that a common noun or "there" takes up: "the town" is the last town named before."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.claim.theatre import COUNTRY
from reportedly.model import PlaceMention
from reportedly.parse import sentence_of, text_of, tokens_between

NATION = frozenset({"country", "nation", "countrys"})  # the last with its apostrophe lost
_HUBS = frozenset({"hub", "metropolis", "powerhouse", "city"})
_SIZED = frozenset({"vast", "whole", "entire", "large", "small", "strategic", "besieged", "historic", "historical", "ancient", "key"})
_TAKING_UP = frozenset({"the", "this", "that"})
SETTLEMENT = frozenset({"city", "town", "village"})
_QUARTER = frozenset({"neighbourhood", "quarter", "area"})
_KINDS = {
    **dict.fromkeys(("town", "village", "suburb"), SETTLEMENT),
    **dict.fromkeys(("neighborhood", "neighbourhood", "district", "quarter"), _QUARTER),
    **dict.fromkeys(("province", "governorate"), frozenset({"governorate"})),
    **dict.fromkeys(("airport", "airbase", "airfield", "base"), frozenset({"airport", "base"})),
    **dict.fromkeys(("hub", "metropolis", "powerhouse"), frozenset({"city"})),
    **{kind: frozenset({kind}) for kind in ("city", "camp", "road", "crossing", "hospital", "mosque", "square", "street", "river")},
}
"""What a common noun may take up: kinds of places in packs and gazetteers."""
_BEARING = 40
_SIDE = r"(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?(?: (?:side|outskirts))? of"
_AWAY = r"(?:km|kilomet(?:re|er)s?|miles?)(?: \S+)? (?:from|of)"
_BEARS = re.compile(rf"\b(?:{_SIDE}|{_AWAY}|outside|near)(?: the)?(?: (?:city|town|village|capital))?(?: of)? $")


def meant(context: Context, start: int, end: int) -> list[PlaceMention]:
    """Return the place that "the town" or "the camp" in a claim's words takes up: the last of its kind named before.

    What only says where another place lies ("the town of X to the north of Y city") is not taken up.
    """
    for token in tokens_between(context.doc, start, end, whole=False) or ():
        if token.lower_ == "there" and token.dep_ == "advmod" and (pointed := _pointed_at(context, token)):
            return pointed
        kinds = _KINDS.get(_singular(token))
        if kinds is None or not (_is_plain(token) or _is_countrys(token)):
            continue
        before = [p for p in context.places.within(0, token.idx) if p.kind in kinds and is_here(context, p)]
        told = [p for p in before if not _is_bearing(context, p)] or before
        if told:
            place = _around(context, token.idx, told)
            return [_side(context, token, place) or place]
    return []


def _around(context: Context, at: int, told: list[PlaceMention]) -> PlaceMention:
    """Return the one of ``told`` that was named last before ``at``, itself or by a place that lies in it ("Saltgate" names its city)."""
    last = {place.place: place for place in told if place.place}
    for place in reversed(context.places.within(told[-1].end, at)):
        held = next((last[name] for name in place.within if name in last), None)
        if held is not None:
            return held
    return told[-1]


def _pointed_at(context: Context, there: Token) -> list[PlaceMention]:
    """Return the last place that the sentence before that of ``there`` names."""
    sentence = sentence_of(there)
    if sentence.start == 0:
        return []
    before = sentence_of(there.doc[sentence.start - 1])
    return [p for p in context.places.within(before.start_char, before.end_char) if is_here(context, p)][-1:]


def _is_countrys(token: Token) -> bool:
    """Say whether a city is named by what it is to its country: "the nation's largest city"."""
    return token.lower_ in _HUBS and any(c.dep_ == "poss" and c.lower_ in NATION for c in token.children)


def _side(context: Context, token: Token, city: PlaceMention) -> PlaceMention | None:
    """Return the side of ``city`` that the pack knows and "the north of the city" means, None where there is none."""
    part = token.head if token.dep_ in {"poss", "compound"} else token.head.head if token.head.lower_ == "of" else None
    if part is None:
        return None
    sides = {f"{c.lower_} {city.name.lower()}" for c in part.children if c.dep_ == "amod"}
    known = (p for p in context.pack.places.values() if p.within == city.place)
    found = next((p for p in known if sides & {name.lower() for name in (p.name, *p.variants)}), None)
    if found is None:
        return None
    first, last = min(token.idx, part.idx), max(token.idx + len(token), part.idx + len(part))
    return replace(city, start=first, end=last, name=found.name, place=found.id, kind=found.kind, within=(found.within or "",))


def _singular(token: Token) -> str:
    """Return the word of ``token``, without the "s" of a possessive that lost its apostrophe ("the towns mosque")."""
    word = token.lower_
    return word[:-1] if word not in _KINDS and word.endswith("s") and token.dep_ in {"poss", "compound", "nmod"} else word


def _is_bearing(context: Context, place: PlaceMention) -> bool:
    """Say whether ``place`` is what the way to another is counted from: "north of Y", "30 km from Y"."""
    before = text_of(context.doc)[max(0, place.start - _BEARING) : place.start].lower()
    return _BEARS.search(before) is not None


def _is_plain(token: Token) -> bool:
    """Say whether a noun stands with "the" or "this" and nothing that tells it from others."""
    told = [c for c in token.children if c.dep_ not in {"det", "punct", "case"} and c.lower_ not in _SIZED]
    return not told and any(c.dep_ == "det" and c.lower_ in _TAKING_UP for c in token.children)


def is_here(context: Context, place: PlaceMention) -> bool:
    """Say whether ``place`` is no country but that of the document: others are mostly spoken of, not where things happen."""
    return place.kind != COUNTRY or context.home in {None, place.place}
