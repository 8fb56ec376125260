"""Where a claim plays: its own places, else the nearest in its sentence, else the scene of those before, else the document's."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from spacy.tokens import Token

from reportedly.claim.context import SHORT_REPORT, Context
from reportedly.claim.elsewhere import happens_elsewhere, is_of_gathering
from reportedly.claim.meant import NATION, SETTLEMENT, is_here, meant
from reportedly.claim.sequel import points
from reportedly.claim.syntax import VERBAL
from reportedly.claim.theatre import COUNTRY, common_holder, country_of, holders
from reportedly.model import Argument, PlaceMention
from reportedly.model.pack import Place
from reportedly.parse import root_of, sentence_of, sentences, text_of, tokens_between

_BACK = 2
_WIDE = frozenset({COUNTRY, "region"})
_WIDTH = {"city": 1, "governorate": 2, "area": 2}
_PART = frozenset({"capital", "hub", "centre", "center", "city", "north", "south", "east", "west", "border", "region", "coast"})
_CONFLICT = frozenset({"war", "conflict", "uprising", "uprisings", "revolution"})
_LIES = frozenset({"in", "of", "at", "on", "near", "within", "inside", "outside", "around"})
_FOUND = frozenset({"positioned", "located", "stationed", "based", "entrenched", "deployed", "spread", "holed"})
_BRACKET = 90
_STEPS = 4
_PARTS = frozenset({"neighbourhood", "quarter", "street", "square"})
_NOUNS = r"(?:neighbou?rhoods?|towns?|villages?|cit(?:y|ies)|districts?|streets?|areas?)"
_LIST = re.compile(rf"\s*(?:{_NOUNS}\s*)?(?:,|and|&|as well as|\s)*(?:the\s+)?(?:{_NOUNS}\s+of\s+)?", re.IGNORECASE)
_NAMING = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "PART"})


class Where(NamedTuple):
    """The places of a claim: neutral names, names as the document spells them, and ids, each once and in text order.

    ``told`` says that the claim's own sentence names them.
    """

    names: tuple[str, ...] = ()
    spelled: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    told: bool = True


def places_of(
    context: Context, token: Token, start: int, end: int, args: Sequence[tuple[str, Argument]] = (), *, wide: bool = False
) -> Where:
    """Return the places that a claim is about.

    Args:
        context: the document.
        token: the word that evokes the claim.
        start: offset of the claim's first character.
        end: offset after its last.
        args: its arguments, whose places count wherever they stand.
        wide: where its sentence names no place it is about the whole country, as are positions and proposals.
    """
    named = {(a.start, a.end) for _, a in args if a.place}
    inside = context.places.within(start, end, also=named)
    told = _own(context, inside, named)
    if told and not named and all(_is_apart(context, p, token) for p in told):
        told = meant(context, start, end) or told
    told = told or [p for p in inside if _is_set_abroad(context, p, token)]
    if not told and _whole_country(context, start, end):
        return _of_pack(_home(context), told=True)
    around = sentence_of(token)
    told = told or meant(context, start, end) or _in_sentence(context, token) or meant(context, around.start_char, around.end_char)
    if not told and wide and context.home and not _is_of_event(context, start, end):
        return _of_pack(_home(context), told=False)
    told = _linked(context, told)
    inherited = not told
    if inherited:
        before = _before(context, token)
        kept = _narrow(context, before)
        if len(kept) > 1 and (common := common_holder(kept, context.pack)) is not None:
            return _of_pack(common, told=False)
        told = _with_city(context, [min(reversed(kept or before), key=_width)] if before else _opening(context))
    if not told:
        return _of_pack(_home(context) if context.place_at else None, told=False)
    return where(context, told)._replace(told=not inherited)


def where(context: Context, told: Sequence[PlaceMention]) -> Where:
    """Return the places that the mentions ``told`` name."""
    text, named = text_of(context.doc), {(p.start, p.end) for t in told for p in context.places.within(t.start, t.end)}
    names = (p.name for p in told)
    spelled = (" ".join(text[p.start : p.end].split()) if (p.start, p.end) in named else p.name for p in told)
    return Where(tuple(dict.fromkeys(names)), tuple(dict.fromkeys(spelled)), tuple(dict.fromkeys(p.place for p in told if p.place)))


def _of_pack(place: Place | None, *, told: bool) -> Where:
    return Where((place.name,), (place.name,), (place.id,), told) if place is not None else Where()


def _home(context: Context) -> Place | None:
    return context.pack.places.get(context.home or "")


def _whole_country(context: Context, start: int, end: int) -> bool:
    """Say whether the words from ``start`` to ``end`` speak of "the country", or of its war as a whole."""
    words = tokens_between(context.doc, start, end, whole=False)
    return any(_is_country(t) or _is_conflict(t) for t in words or ())


def _is_country(token: Token) -> bool:
    """Say whether ``token`` is "the country" where something is in it or of it, but not one part of it ("the country's capital")."""
    if token.lower_ not in NATION or token.dep_ not in {"pobj", "poss", "compound"}:
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
        near = _narrow(context, [p for p in _scenes(context, sentence.start_char, sentence.end_char) if is_here(context, p)])
        context.scenes[sentence.start] = near
    near = [p for p in near if not _is_bracketed(context, p, token)]
    return _with_city(context, _run(context, near, min(near, key=lambda p: abs(p.start - token.idx)))) if near else []


def _is_bracketed(context: Context, place: PlaceMention, token: Token) -> bool:
    """Say whether a place stands in brackets that tell of another event: "from June (when Orre fell) to date they shelled it"."""
    text = text_of(context.doc)
    start = text.rfind("(", max(0, place.start - _BRACKET), place.start)
    end = text.find(")", place.end, place.end + _BRACKET) if start >= 0 else -1
    if end < 0 or ")" in text[start : place.start] or start < token.idx < end:
        return False
    words = tokens_between(context.doc, start, end, whole=False)
    return any(t.tag_ in {"VBD", "VBZ", "VBP"} for t in words or ())


def _is_of_event(context: Context, start: int, end: int) -> bool:
    """Say whether a claim is about an attack told before: "the council condemned the air strikes"."""
    words = tokens_between(context.doc, start, end, whole=False)
    return any(context.class_has("attack_noun", t) and points(t) for t in words or ())


def _own(context: Context, told: Sequence[PlaceMention], named: Container[tuple[int, int]]) -> list[PlaceMention]:
    """Return the places in a claim's words where what it tells happens: not a country abroad, not where who acts comes from."""
    return [p for p in told if (p.start, p.end) in named or (is_here(context, p) and not _is_origin(context, p))]


def _is_apart(context: Context, place: PlaceMention, token: Token) -> bool:
    """Say whether ``place`` is that of an event before or after what ``token`` tells: "met in the mill before they moved on to X"."""
    words = tokens_between(context.doc, place.start, place.end, whole=False)
    above = {token.i, *(t.i for t in token.ancestors)}
    at = root_of(words) if words is not None else token
    while at.i not in above and at.head.i != at.i:
        if at.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in {"after", "before"} for c in at.children):
            return True
        at = at.head
    return False


def _is_set_abroad(context: Context, place: PlaceMention, token: Token) -> bool:
    """Say whether what ``token`` tells happens in a country that is not the document's: "fought in Nordland", "banned in Nordland"."""
    words = tokens_between(context.doc, place.start, place.end, whole=False)
    if place.kind != COUNTRY or words is None or context.is_source(place.start):
        return False
    root = root_of(words)
    above = {token.i, *(t.i for t in token.ancestors)}
    return root.dep_ == "pobj" and root.head.lower_ == "in" and root.head.head.pos_ in VERBAL and root.head.head.i in above


def _is_origin(context: Context, place: PlaceMention) -> bool:
    """Say whether ``place`` is only where somebody is found or speaks: "fighters positioned in X shelled", "a reporter in X said"."""
    words = tokens_between(context.doc, place.start, place.end, whole=False)
    if words is None:
        return False
    if context.is_source(place.start):
        return True
    root = root_of(words)
    if happens_elsewhere(root):
        return True
    above = [root, *islice(root.ancestors, _STEPS)]
    return any(t.lower_ in _FOUND and t.dep_ in {"acl", "amod", "advcl"} for t in above)


def _linked(context: Context, told: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Return ``told`` with the places that its first one says the place of: a claim cut in "on X street in Y city" kept Y alone."""
    words = tokens_between(context.doc, told[0].start, told[0].end) if told else None
    if words is None:
        return list(told)
    ordered = sorted(context.places.within(sentence_of(words[0]).start_char, told[0].end), key=lambda p: p.start)
    at = len(ordered) - 1
    while at > 0 and _says_where(context, ordered[at - 1], ordered[at]):
        at -= 1
    return [*(p for p in ordered[at:-1] if p not in told), *told]


def _run(context: Context, near: Sequence[PlaceMention], chosen: PlaceMention) -> list[PlaceMention]:
    """Return ``chosen`` with the places listed beside it: nothing but commas, "and" and the common name of a kind stands between them."""
    ordered = sorted(near, key=lambda p: p.start)
    at = ordered.index(chosen)
    first = last = at
    while first > 0 and _listed(context, ordered[first - 1], ordered[first]):
        first -= 1
    while last + 1 < len(ordered) and _listed(context, ordered[last], ordered[last + 1]):
        last += 1
    return ordered[first : last + 1]


def _with_city(context: Context, chosen: list[PlaceMention]) -> list[PlaceMention]:
    """Return a place that was told elsewhere with the town or province that its sentence says it lies in: "Salaheddin, Aleppo"."""
    if len(chosen) != 1:
        return chosen
    up = holders(chosen[0], context.pack)
    words = tokens_between(context.doc, chosen[0].start, chosen[0].end)
    if words is None:
        return chosen
    if not up and chosen[0].kind in _PARTS:
        return chosen + [p for p in context.places.within(0, chosen[0].start) if p.kind in SETTLEMENT][-1:]
    if not up:
        return chosen
    first = 0 if chosen[0].kind in _PARTS else sentence_of(words[0]).start_char
    around = {p.place: p for p in context.places.within(first, sentence_of(words[0]).end_char) if p.kind != COUNTRY}
    return chosen + [around[one] for one in up if one in around][:1]


def _listed(context: Context, place: PlaceMention, after: PlaceMention) -> bool:
    return bool(_LIST.fullmatch(text_of(context.doc), place.end, after.start))


def _scenes(context: Context, start: int, end: int) -> list[PlaceMention]:
    """Return the places where things may happen: a name that also stands for an actor ("Moscow said") is none."""
    inside = [p for p in context.places.within(start, end) if not _is_surname(context, p)]
    words = [tokens_between(context.doc, p.start, p.end) for p in inside]
    named = [p for p, span in zip(inside, words, strict=True) if span is None or span.start not in context.actor_at]
    return [p for p in named if not _is_origin(context, p)] or [
        p for p in named if not _is_spoken_abroad(context, p) and not _is_in_name(context, p)
    ]


def _is_in_name(context: Context, place: PlaceMention) -> bool:
    """Say whether a place is only a word in the name of who speaks: "listed by the Orre Today group"."""
    words = tokens_between(context.doc, place.start, place.end, whole=False)
    if words is None or not context.is_source(place.start):
        return False
    root = root_of(words)
    return root.dep_ in {"compound", "nmod"} and root.head.pos_ == "PROPN" and root.head.i >= words.end


def _is_spoken_abroad(context: Context, place: PlaceMention, *, met: bool = False) -> bool:
    """Say whether somebody speaks (or, with ``met``, meets) at ``place``, and it lies abroad: who speaks in a town at home may mean it."""
    words = tokens_between(context.doc, place.start, place.end, whole=False)
    if words is None or context.home is None or country_of(place, context.pack) in {None, context.home}:
        return False
    root = root_of(words)
    return happens_elsewhere(root) or (met and is_of_gathering(root))


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
        there = context.places.within(sentence.start_char, after) if context.goes_on(sentence.start_char) else []
        if before := [p for p in there if _is_scene(context, p)]:
            return before
    return []


def _is_scene(context: Context, place: PlaceMention) -> bool:
    """Say whether what follows may go on at ``place``: not in a whole country, nor where somebody only spoke or met abroad."""
    return not (_is_surname(context, place) or _is_wide(context, place) or _is_spoken_abroad(context, place, met=True))


def _is_surname(context: Context, place: PlaceMention) -> bool:
    """Say whether ``place`` is the end of the name of somebody who speaks: "a resident Malik Brunn said"."""
    words = tokens_between(context.doc, place.start, place.end, whole=False)
    if words is None or not context.is_source(place.start) or words.start == 0:
        return False
    return words.root.dep_ == "nsubj" and words[0].nbor(-1).pos_ == "PROPN" and not any(t.pos_ == "ADP" for t in words)


def _is_wide(context: Context, place: PlaceMention) -> bool:
    """Say whether ``place`` is a country, or a region of one: "northern Syria", where "eastern Ghouta" lies in a governorate."""
    within = context.pack.places.get(place.within[0]) if place.within else None
    return place.kind in _WIDE and (within is None or within.kind in _WIDE)


def _opening(context: Context) -> list[PlaceMention]:
    """Return the place that a short report opens with: it tells of one event, where an analysis goes from place to place.

    A place abroad is passed over, as is a dateline: "Beirut" is where the report was written.
    """
    if len(text_of(context.doc)) >= SHORT_REPORT:
        return []
    for sentence in sentences(context.doc):
        named = [p for p in _scenes(context, sentence.start_char, sentence.end_char) if context.readable[p.start] and p.place]
        found = [p for p in named if context.home is not None and country_of(p, context.pack) == context.home]
        if told := [p for p in _narrow(context, found) if p.kind not in _WIDE]:
            return told[:1]
    return []
