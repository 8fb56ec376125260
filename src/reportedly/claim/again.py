"""Headlines: what a headline counts and the sentences under it tell again is one claim, that of the sentence."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.claim.display import Display
from reportedly.claim.intervals import Spans
from reportedly.claim.syntax import VERBAL
from reportedly.model import Claim
from reportedly.parse import sentence_bounds, tokens_between

_TOLD = frozenset({"VBD", "MD"})
_AFTER = 3
_LONGEST = 60
_COUNTED = frozenset({"killed", "injured", "captured", "displaced", "evacuated"})


def told_once(context: Context, claims: Sequence[Claim]) -> list[Claim]:
    """Return ``claims`` without those that a headline makes and one of the next sentences makes again with the same number.

    A headline stands in the first two sentences and has no past tense, or counts people with a bare participle ("Three killed,
    two hurt in blast"). What a headline counts otherwise than the text stays: it may be the sum of what is told below.
    """
    display = Display.of(context, claims)
    held = [claim for claim in claims if not display.tells_again(claim)]
    placed = Spans(sorted(held, key=lambda c: c.start))
    return [claim for claim in held if not _told_again(context, claim, placed)]


def _told_again(context: Context, claim: Claim, placed: Spans[Claim]) -> bool:
    if claim.frame not in _COUNTED or not claim.figures or not _heads_line(context, claim):
        return False
    words = tokens_between(context.doc, claim.start, claim.end)
    if words is None:
        return False
    until = words[-1]
    for _ in range(_AFTER):
        after = sentence_bounds(until)[1]
        if after >= len(context.doc):
            break
        until = context.doc[after]
    end = context.doc[sentence_bounds(until)[1] - 1].idx
    return any(_same(claim, other) for other in placed.starting(claim.end, end))


def _heads_line(context: Context, claim: Claim) -> bool:
    """Say whether a claim is told in the grammar of headlines: with a bare participle, or in the present where a page opens."""
    words = tokens_between(context.doc, claim.start, claim.end)
    if words is None:
        return False
    begin = sentence_bounds(words[0])[0]
    if words[-1].i - begin > _LONGEST:
        return False
    opens = begin == 0 or sentence_bounds(context.doc[begin - 1])[0] == 0
    told = {_tense(t) for t in context.doc[begin : words[-1].i + 1] if t.pos_ in VERBAL}
    if any(t.lemma_ == "have" for t in context.doc[begin : words[-1].i + 1] if t.pos_ == "AUX"):
        return False
    return not told & _TOLD and (opens or told == {"VBN"})


def _tense(verb: Token) -> str:
    """Return the tag of a verb form, that of the past tense where a participle has an object: "a bomber killed five" is no headline."""
    return "VBD" if verb.tag_ == "VBN" and any(t.dep_ == "dobj" for t in verb.children) else verb.tag_


def _same(claim: Claim, other: Claim) -> bool:
    """Say whether two claims count the same: one frame, one number."""
    if other.frame != claim.frame or not other.figures or other.id == claim.id:
        return False
    one, two = claim.figures[0], other.figures[0]
    return (one.value, one.low, one.high) == (two.value, two.low, two.high)
