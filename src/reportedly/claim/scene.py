"""Where a claim plays: the places in its words, else the nearest in its sentence, else the scene of the sentences before."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.model import Argument, PlaceMention
from reportedly.parse import sentence_of, text_of

_BACK = 2
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
    everywhere = context.reading.places or ()
    inside = [p for p in everywhere if (start <= p.start and p.end <= end) or (p.start, p.end) in named]
    chosen = inside or _in_sentence(context, token) or _scene(context, token)
    return tuple(dict.fromkeys(p.name for p in chosen)), tuple(dict.fromkeys(p.place for p in chosen if p.place))


def _in_sentence(context: Context, token: Token) -> list[PlaceMention]:
    sentence = sentence_of(token)
    near = [p for p in context.reading.places or () if sentence.start_char <= p.start and p.end <= sentence.end_char]
    return sorted(near, key=lambda p: abs(p.start - token.idx))[:1]


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
        before = [p for p in context.reading.places or () if sentence.start_char <= p.start and p.end <= after and p.kind not in _WIDE]
        if before:
            return [min(reversed(before), key=lambda p: _WIDTH.get(p.kind or "", 0))]
    return []
