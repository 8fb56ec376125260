"""Where a claim plays: the places in its words, else the nearest in its sentence, else the scene of the sentences before."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.model import Argument, PlaceMention
from reportedly.model.pack import Place
from reportedly.parse import sentence_of, text_of, tokens_between

_BACK = 2
_COUNTRY = frozenset({"country", "nation"})
_WIDE = frozenset({"country", "region"})
_WIDTH = {"city": 1, "governorate": 2, "area": 2}


def places_of(
    context: Context, token: Token, start: int, end: int, args: Sequence[tuple[str, Argument]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the neutral names and the ids of the places that a claim is about, in text order.

    Args:
        context: the document.
        token: the word that evokes the claim.
        start: offset of the claim's first character.
        end: offset after its last.
        args: its arguments, whose places count wherever they stand.
    """
    named = {(a.start, a.end) for _, a in args if a.place}
    inside = context.places.within(start, end, also=named)
    if not inside and (home := _whole_country(context, start, end)) is not None:
        return (home.name,), (home.id,)
    chosen = inside or _in_sentence(context, token) or _scene(context, token)
    return tuple(dict.fromkeys(p.name for p in chosen)), tuple(dict.fromkeys(p.place for p in chosen if p.place))


def _whole_country(context: Context, start: int, end: int) -> Place | None:
    """Return the country of the theatre where the words from ``start`` to ``end`` speak of "the country"; else None."""
    words = tokens_between(context.doc, start, end, whole=False)
    said = any(t.lower_ in _COUNTRY and t.dep_ == "pobj" for t in words or ())
    return context.pack.places.get(_home(context) or "") if said else None


def _in_sentence(context: Context, token: Token) -> list[PlaceMention]:
    sentence = sentence_of(token)
    inside = context.places.within(sentence.start_char, sentence.end_char)
    home = _home(context)
    near = [p for p in inside if _names_a_scene(context, p) and (p.kind != "country" or home in {None, p.place})]
    return sorted(near, key=lambda p: abs(p.start - token.idx))[:1]


def _names_a_scene(context: Context, place: PlaceMention) -> bool:
    """Say whether a place may be where things happen: a name that also stands for an actor ("Moscow said") may not."""
    found = context.actor_at.get(getattr(tokens_between(context.doc, place.start, place.end), "start", -1))
    return found is None


def _home(context: Context) -> str | None:
    """Return the id of the country of the theatre, None where the pack has no centre."""
    place = context.pack.places.get(context.pack.scope or "")
    while place is not None and place.kind != "country":
        place = context.pack.places.get(place.within or "")
    return place.id if place else None


def _scene(context: Context, token: Token) -> list[PlaceMention]:
    """Return the narrowest place that the sentence just before names in the same paragraph, the last one of several; no country."""
    sentence = sentence_of(token)
    for _ in range(_BACK):
        if sentence.start == 0:
            return []
        after = sentence.start_char
        sentence = sentence_of(context.doc[sentence.start - 1])
        if "\n\n" in text_of(context.doc)[sentence.start_char : after]:
            return []
        before = [p for p in context.places.within(sentence.start_char, after) if p.kind not in _WIDE]
        if before:
            return [min(reversed(before), key=lambda p: _WIDTH.get(p.kind or "", 0))]
    return []
