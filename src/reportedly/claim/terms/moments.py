"""When a term holds: times among its words, each with how it bounds it, and its place in a sequence."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.claim.terms.heads import Head
from reportedly.claim.terms.lexicon import Lexicon
from reportedly.claim.terms.words import words_of
from reportedly.model import Moment, Part, TimeExpression
from reportedly.parse import sentence_bounds, text_of

_OPENING = 3
_SKIPPED = frozenset({"the", "a", "an", "next", "coming", "about", "around", "least", "at", "late", "early"})


def moments(context: Context, words: Sequence[Token], lexicon: Lexicon) -> tuple[Moment, ...]:
    """Return the times among the words of a term, each with how it bounds it."""
    held = {t.i for t in words}
    out: dict[int, Moment] = {}
    for token in words:
        for time in context.times.within(token.idx, _reach(token, held)):
            if time.start == token.idx and time.type != "SET":
                out.setdefault(time.start, _moment(context, time, token, lexicon))
    return tuple(out[start] for start in sorted(out))


def _reach(token: Token, held: set[int]) -> int:
    """Return the offset after the last of the words that follow ``token`` without a gap and are held, marks apart."""
    last = token
    for following in token.doc[token.i + 1 : sentence_bounds(token)[1]]:
        if following.i not in held and not following.is_punct:
            break
        last = following
    return last.idx + len(last)


def _moment(context: Context, time: TimeExpression, token: Token, lexicon: Lexicon) -> Moment:
    kind = _bound(token, lexicon, duration=time.type == "DURATION")
    name = text_of(context.doc)[time.start : time.end]
    return Moment(kind, name, time.start, time.end, time.value, time.begin, time.until)


def _bound(token: Token, lexicon: Lexicon, *, duration: bool) -> str:
    """Return how the word before a time bounds it: a duration that nothing but a noun follows ("a 48-hour truce") is how long it holds."""
    before = token.i - 1
    while before >= 0 and token.doc[before].lower_ in _SKIPPED and token.i - before <= _OPENING:
        before -= 1
    word = token.doc[before].lower_ if before >= 0 else ""
    kind = lexicon.kind("moments", word)
    if duration:
        return kind if kind in {"within", "from", "by"} else "for"
    return "at" if kind is None or kind in {"for", "within"} else kind


def stage(context: Context, head: Head, words: Sequence[Token], lexicon: Lexicon) -> Part | None:
    """Return the place of a term in a sequence: its number where the text counts, else "then"; None where nothing tells it."""
    begin, end = sentence_bounds(head.token)
    opening = [t for t in head.token.doc[begin : min(end, begin + _OPENING)] if not t.is_punct]
    near = [c for t in (head.token, head.token.head) for c in t.children if c.dep_ in {"advmod", "npadvmod"}]
    for token in [*opening[:1], *near]:
        kind = lexicon.kind("stages", token.lower_)
        if kind is not None and not any(c.lower_ == "time" for c in (token.head,)):
            return Part(kind, token.text, token.idx, token.idx + len(token))
    return _counted_stage(context, words, lexicon)


def _counted_stage(context: Context, words: Sequence[Token], lexicon: Lexicon) -> Part | None:
    for token in words:
        if not lexicon.has("stage-nouns", token.lemma_.lower()) or token.dep_ != "pobj":
            continue
        for child in token.children:
            number = lexicon.numbers.get(child.lower_)
            if number is not None and token.tag_ == "NN":
                return words_of(context, str(number), [child, token])
    return None
