"""Where a term holds: its places, destinations and distances, and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.claim.figures import amount_before
from reportedly.claim.match import is_placelike, place_of
from reportedly.claim.roles import phrase
from reportedly.claim.syntax import VERBAL, fillers, with_conjuncts
from reportedly.claim.terms.heads import Head
from reportedly.claim.terms.lexicon import MOVING, Lexicon
from reportedly.claim.terms.words import named, part, unique
from reportedly.model import Buffer, Part

_TURNED = ("rather", "instead")
_NEAR = 4


def where(context: Context, head: Head, words: list[Token], lexicon: Lexicon) -> tuple[Part, ...]:
    """Return the places of a term, each with its preposition; what is left is "from" there."""
    out: list[Part] = []
    if head.kind in MOVING and head.token.pos_ in VERBAL:
        out += [place_part(context, "from", t) for t in fillers(head.token, "dobj") if is_placelike(context, t)]
    for token in words:
        if token.dep_ in {"prep", "pcomp"} and lexicon.has("places", token.lower_) and not _measures(token, lexicon):
            objects = [t for c in token.children if c.dep_ == "pobj" for t in with_conjuncts(c)]
            out += [
                place_part(context, token.lower_, t) for t in objects if is_placelike(context, t) or lexicon.has("directions", t.lower_)
            ]
    return unique(out)


def place_part(context: Context, kind: str, token: Token) -> Part:
    """Return a place as a part: its mention where it has one, else its words."""
    found = place_of(context, token)
    if found is None or (found != token and context.class_has("route_noun", token)):
        return part(kind, phrase(context, token))  # of "Castello Road" only the road is meant
    mention = context.place_at[found.i]
    return Part(kind, mention.name, mention.start, mention.end, None, mention.place)


def destinations(context: Context, words: list[Token], lexicon: Lexicon) -> tuple[Part, ...]:
    """Return where to: "to", each alternative after "or", and "rather-than" what is turned down."""
    out: list[Part] = []
    for token in words:
        if token.dep_ != "prep" or not lexicon.has("destinations", token.lower_):
            continue
        for at, noun in enumerate(t for c in token.children if c.dep_ == "pobj" for t in with_conjuncts(c)):
            if is_placelike(context, noun):
                alternative = at > 0 and any(t.lower_ == "or" for t in noun.head.children)
                out += [place_part(context, "or" if alternative else "to", noun), *_turned_down(context, noun)]
    return unique(out)


def _turned_down(context: Context, noun: Token) -> Iterator[Part]:
    """Yield the place after "rather than" or "instead of"."""
    end = min(len(noun.doc), noun.i + _NEAR + 2)
    after = list(noun.doc[noun.i + 1 : end])
    if after and after[0].lower_ in _TURNED:
        found = next((t for t in after[2:] if t.i in context.place_at), None)
        if found is not None:
            yield place_part(context, "rather-than", found)


def buffer(context: Context, words: list[Token], lexicon: Lexicon) -> Buffer | None:
    """Return the distance that a term sets, None where it sets none."""
    for token in words:
        number = amount_before(token) if lexicon.has("lengths", token.lemma_.lower()) and token.i > 0 else None
        if number is None or number.value is None:
            continue
        end = token.idx + len(token)
        found = _measured_from(context, token)
        return Buffer(number.op, number.value, token.lemma_.lower(), number.start, end, found)
    return None


def _measured_from(context: Context, length: Token) -> Part | None:
    """Return what a distance is counted from: "away from the road", "of the road"."""
    for token in length.doc[length.i + 1 : length.i + _NEAR]:
        if token.lower_ in {"from", "of"}:
            noun = next((c for c in token.children if c.dep_ == "pobj"), None)
            return place_part(context, token.lower_, noun) if noun is not None else None
    return None


def _measures(token: Token, lexicon: Lexicon) -> bool:
    """Say whether a preposition belongs to a distance: "within 500 metres of the road", "a mile from the road"."""
    near = [t for c in token.children if c.dep_ == "pobj" for t in (c,)]
    before = token.doc[max(0, token.i - 2) : token.i]
    return any(lexicon.has("lengths", t.lemma_.lower()) for t in [*near, *before])


def excepted(context: Context, words: list[Token], lexicon: Lexicon) -> tuple[Part, ...]:
    """Return who or what a term is not for: "except in the old market", "with the exception of the brigade"."""
    out: list[Part] = []
    for token in words:
        opens = lexicon.has("exceptions", token.lower_)
        if not opens and not lexicon.has("exception-nouns", token.lower_):
            continue
        objects = [t for c in token.subtree if c.dep_ == "pobj" and c.i > token.i for t in with_conjuncts(c)]
        out += [p for t in objects[:1] for n in with_conjuncts(t) for p in _place_or_named(context, n)]
    return unique(replace(p, kind="except") for p in out)


def _place_or_named(context: Context, token: Token) -> Iterator[Part]:
    if is_placelike(context, token):
        yield place_part(context, "except", token)
    else:
        yield from named(context, "except", token)
