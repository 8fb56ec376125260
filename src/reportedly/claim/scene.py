"""Where a claim plays: its own places, else the nearest in its sentence, else the scene of those before, else the document's."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.claim.theatre import COUNTRY, common_holder, country_of, holders
from reportedly.model import Argument, PlaceMention
from reportedly.model.pack import Place
from reportedly.parse import root_of, sentence_of, sentences, text_of, tokens_between

_BACK = 2
_SHORT = 3500
_WIDE = frozenset({COUNTRY, "region"})
_WIDTH = {"city": 1, "governorate": 2, "area": 2}
_NATION = frozenset({"country", "nation", "countrys"})  # the last with its apostrophe lost
_PART = frozenset({"capital", "hub", "centre", "center", "city", "north", "south", "east", "west", "border", "region", "coast"})
_CONFLICT = frozenset({"war", "conflict", "uprising", "uprisings", "revolution"})
_LIES = frozenset({"in", "of", "at", "on", "near", "within", "inside", "outside", "around"})
_NAMING = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "PART"})


class Where(NamedTuple):
    """The places of a claim, by neutral names and by ids, and whether its own sentence tells them."""

    names: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    told: bool = True


def places_of(context: Context, token: Token, start: int, end: int, args: Sequence[tuple[str, Argument]] = ()) -> Where:
    """Return the places that a claim is about, in text order.

    Args:
        context: the document.
        token: the word that evokes the claim.
        start: offset of the claim's first character.
        end: offset after its last.
        args: its arguments, whose places count wherever they stand.
    """
    named = {(a.start, a.end) for _, a in args if a.place}
    told = context.places.within(start, end, also=named)
    if not told and _whole_country(context, start, end):
        return _of_pack(_home(context), told=True)
    told = told or _in_sentence(context, token)
    inherited = not told
    if inherited:
        before = _before(context, token)
        kept = _narrow(context, before)
        if len(kept) > 1 and (common := common_holder(kept, context.pack)) is not None:
            return _of_pack(common, told=False)
        told = [min(reversed(before), key=_width)] if before else _opening(context)
    if not told:
        return _of_pack(_home(context) if context.place_at else None, told=False)
    return Where(tuple(dict.fromkeys(p.name for p in told)), tuple(dict.fromkeys(p.place for p in told if p.place)), not inherited)


def _of_pack(place: Place | None, *, told: bool) -> Where:
    return Where((place.name,), (place.id,), told) if place is not None else Where()


def _home(context: Context) -> Place | None:
    return context.pack.places.get(context.home or "")


def _whole_country(context: Context, start: int, end: int) -> bool:
    """Say whether the words from ``start`` to ``end`` speak of "the country", or of its war as a whole."""
    words = tokens_between(context.doc, start, end, whole=False)
    return any(_is_country(t) or _is_conflict(t) for t in words or ())


def _is_country(token: Token) -> bool:
    """Say whether ``token`` is "the country" where something is in it or of it, but not one part of it ("the country's capital")."""
    if token.lower_ not in _NATION or token.dep_ not in {"pobj", "poss", "compound"}:
        return False
    return token.dep_ == "pobj" or token.head.lemma_.lower() not in _PART


def _is_conflict(token: Token) -> bool:
    """Say whether ``token`` is the war itself: "a war crime" and "an act of war" are not."""
    if token.lower_ not in _CONFLICT or token.pos_ != "NOUN" or token.dep_ == "compound":
        return False
    return token.i == 0 or token.nbor(-1).lower_ != "of"


def _in_sentence(context: Context, token: Token) -> list[PlaceMention]:
    """Return the place nearest to ``token`` in its sentence, of which none other there says where it lies."""
    sentence = sentence_of(token)
    near = context.scenes.get(sentence.start)
    if near is None:
        near = _narrow(context, [p for p in _scenes(context, sentence.start_char, sentence.end_char) if _is_here(context, p)])
        context.scenes[sentence.start] = near
    return [min(near, key=lambda p: abs(p.start - token.idx))] if near else []


def _is_here(context: Context, place: PlaceMention) -> bool:
    """Say whether ``place`` is no country but that of the document: others are mostly spoken of, not where things happen."""
    return place.kind != COUNTRY or context.home in {None, place.place}


def _scenes(context: Context, start: int, end: int) -> list[PlaceMention]:
    """Return the places where things may happen: a name that also stands for an actor ("Moscow said") is none."""
    inside = context.places.within(start, end)
    words = [tokens_between(context.doc, p.start, p.end) for p in inside]
    return [p for p, span in zip(inside, words, strict=True) if span is None or span.start not in context.actor_at]


def _narrow(context: Context, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Return ``places`` without those that hold another, or that only say where the one before lies ("a village near X")."""
    held = {i for p in places for i in holders(p, context.pack)}
    ordered = sorted(places, key=lambda p: p.start)
    told = {b for a, b in pairwise(ordered) if _says_where(context, a, b)} | {a for a, b in pairwise(ordered) if _owns(context, a, b)}
    return [p for p in places if p.place not in held and p not in told]


def _owns(context: Context, place: PlaceMention, after: PlaceMention) -> bool:
    """Say whether ``place`` says where the narrower ``after`` lies as its owner ("Y's district X")."""
    first, second = (tokens_between(context.doc, p.start, p.end, whole=False) for p in (place, after))
    if first is None or second is None or _width(place) <= _width(after):
        return False
    root = root_of(first)
    return root.dep_ in {"poss", "compound", "nmod"} and second.start <= root.head.i < second.end + 2


def _width(place: PlaceMention) -> int:
    return _WIDTH.get(place.kind or "", 0)


def _says_where(context: Context, place: PlaceMention, after: PlaceMention) -> bool:
    """Say whether ``after`` says where ``place`` lies: nothing stands between them but a noun phrase such as "village in the east of"."""
    between = tokens_between(context.doc, place.end, after.start, whole=False)
    words = [t for t in between or () if t.idx >= place.end and t.idx + len(t) <= after.start]
    prepositions = [t.lower_ for t in words if t.pos_ == "ADP"]
    return bool(prepositions) and set(prepositions) <= _LIES and all(t.pos_ in _NAMING for t in words)


def _before(context: Context, token: Token) -> list[PlaceMention]:
    """Return the places narrower than a region that the nearest sentence before names, in the same paragraph."""
    sentence = sentence_of(token)
    for _ in range(_BACK):
        if sentence.start == 0:
            return []
        after = sentence.start_char
        sentence = sentence_of(context.doc[sentence.start - 1])
        if "\n\n" in text_of(context.doc)[sentence.start_char : after]:
            return []
        if before := [p for p in context.places.within(sentence.start_char, after) if p.kind not in _WIDE]:
            return before
    return []


def _opening(context: Context) -> list[PlaceMention]:
    """Return the place that a short report opens with: it tells of one event, where an analysis goes from place to place.

    A place abroad is passed over, as is a dateline: "Beirut" is where the report was written.
    """
    if len(text_of(context.doc)) >= _SHORT:
        return []
    for sentence in sentences(context.doc):
        named = [p for p in _scenes(context, sentence.start_char, sentence.end_char) if context.readable[p.start] and p.place]
        found = [p for p in named if context.home is not None and country_of(p, context.pack) == context.home]
        if found:
            return [p for p in _narrow(context, found) if p.kind not in _WIDE][:1]
    return []
