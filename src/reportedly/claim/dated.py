"""Which time expression says when a word is: one of its clause, one of its sentence, or one that the sentences around it tell."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Span, Token

from reportedly.claim.context import Context
from reportedly.claim.syntax import VERBAL
from reportedly.claim.tense import tense_of
from reportedly.model import Segment, TimeExpression
from reportedly.parse import root_of, sentence_of, text_of, tokens_between

DAILY = frozenset({"day", "part", "hour", "minute"})
_PLAIN = frozenset({"DATE", "TIME", "DURATION"})
_REFERENCES = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})
_WIDE, _WIDE_BACK = frozenset({"week", "month"}), 2
_WINDOW = 31
_SENTENCES_BACK, _SENTENCES_ON = 6, 3
_ASIDE = frozenset({"relcl", "acl"})
_APART = frozenset({"since", "until", "till", "before", "after"})
_RANGED = frozenset({"between", "from"})
_JOINED = re.compile(r"\s*(?:and|to|until|till|through|-|–)\s*(?:the\s+)?", re.IGNORECASE)
_STARTING = frozenset({"launch", "begin", "start", "open"})
_BEGINNINGS = frozenset("start beginning outbreak onset eruption launch uprising".split())
_NEAR = 8
_TENSED = frozenset({"VBD", "VBZ", "VBP", "VBN", "MD"})
_FIRST, _LEAST = frozenset({"first", "only", "second", "third"}), frozenset({"least", "most"})
_COUNTED = {"after": -1, "before": 1}
_UNITS = {"D": 1, "W": 7}
_GOES_ON = frozenset({"xcomp", "ccomp", "conj", "advcl"})


def nearest(context: Context, times: Iterable[TimeExpression], token: Token, *, own: bool) -> TimeExpression | None:
    """Return the dated expression next to ``token``, those of its own clause first; no other one where ``own``."""
    dated = [t for t in times if t.type in _PLAIN and (t.begin or t.until) and not _measures(context, t)]
    held = [t for t in dated if belongs(context, t, token)]
    return min(
        held or ([] if own else [t for t in dated if not _counts_from(context, t)]), key=lambda t: abs(t.start - token.idx), default=None
    )


def belongs(context: Context, time: TimeExpression, token: Token) -> bool:
    """Say whether an expression tells when ``token`` is.

    It does not in a clause that ``token`` stands outside of and that tells of another time ("lost what they took in July"), nor where
    it tells since when an apposition is what it is ("Brunnfeld, a stronghold since 2012, fell").
    """
    words = tokens_between(context.doc, time.start, time.end, whole=False)
    since = word_before(context, time) == "since"
    above = {token.i, *(t.i for t in token.ancestors)}
    at = root_of(words) if words is not None else token
    if token.dep_ == "conj" and token.pos_ in VERBAL and at.i < token.i and token.head.is_ancestor(at) and _goes_on_now(token):
        return False
    while at.i not in above and at.head.i != at.i:
        if (_is_aside(at) and at.pos_ in VERBAL) or (at.dep_ == "appos" and since) or (_is_since(at) and not since) or _is_apart(at):
            return False
        at = at.head
    return True


def _goes_on_now(verb: Token) -> bool:
    """Say whether the second of two verbs is told in the present and the first in the past: "broke the siege in May and are advancing"."""
    return tense_of(verb) in {"present", "perfect"} and tense_of(verb.head) == "past"


def _is_apart(token: Token) -> bool:
    """Say whether a word opens another time: what was done "after claiming" or "before leaving", a gerund."""
    return token.dep_ == "pcomp" and token.head.lower_ in _APART


def _is_since(token: Token) -> bool:
    """Say whether a word is the "since" of an event that something else is counted from: "since the outbreak of the war in 2011"."""
    return token.dep_ == "prep" and token.lower_ == "since"


def _counts_from(context: Context, time: TimeExpression) -> bool:
    """Say whether a time only dates an event that something else is counted from."""
    return word_before(context, time) != "since" and any(_is_since(t) for t in _above(context, time))


def _measures(context: Context, time: TimeExpression) -> bool:
    """Say whether a stretch of time only tells how rare something is: "the deadliest such attack in almost a year"."""
    words = tokens_between(context.doc, time.start, time.end, whole=False) if time.type == "DURATION" else None
    link = root_of(words).head if words is not None else None
    if link is None or link.lower_ not in {"in", "for", "since"}:
        return False
    for word in reversed(context.doc[max(sentence_of(link).start, link.i - _NEAR) : link.i]):
        if word.tag_ in _TENSED:
            return False
        if _ranks(word):
            return True
    return False


def spanned(context: Context, time: TimeExpression, token: Token) -> TimeExpression:
    """Return a day with the one that it is joined to as the other end of a range: "between 14 November and 17 November"."""
    text = text_of(context.doc)
    for one, two in pairwise(of_sentence(context, token)):
        if time not in (one, two) or one.begin is None or two.until is None:
            continue
        if _JOINED.fullmatch(text, one.end, two.start) and word_before(context, one) in _RANGED:
            until = max(two.until, one.begin) if two.until[:4] == one.begin[:4] else one.begin[:4] + two.until[4:]  # of one year
            return replace(one, end=two.end, until=until) if one.begin < until else time
    return time


def _is_aside(clause: Token) -> bool:
    """Say whether a clause tells of another time than the one it hangs on: "not seen since thousands fled in 1988"."""
    if clause.dep_ == "advcl":
        return any(c.dep_ in {"mark", "advmod"} and c.lower_ in _APART for c in clause.children)
    return clause.dep_ in _ASIDE and clause.head.dep_ != "conj"  # "ten were killed and another nine injured on Monday"


def word_before(context: Context, time: TimeExpression) -> str:
    """Return the word before an expression, in small letters."""
    words = text_of(context.doc)[max(0, time.start - 8) : time.start].split()
    return words[-1].lower() if words else ""


def of_sentence(context: Context, token: Token) -> list[TimeExpression]:
    """Return the expressions in the sentence of ``token``."""
    sentence = sentence_of(token)
    return context.times_in(sentence.start_char, sentence.end_char)


def told_before(context: Context, token: Token, page: dt.date | None) -> TimeExpression | None:
    """Return the last day or bounded window named in the sentences before in the same segment, the nearest sentence first.

    Of the two nearest a week or month counts too. A day after that of the words is not one that the past belongs to, and one that
    only a relative clause names comes after all others.
    """
    last = page.isoformat() if page else "9999"
    near = enumerate(_sentences_before(context, token))
    told = [t for back, times in near for t in reversed(times) if _is_told(t, wide=back < _WIDE_BACK) and (t.begin or "") <= last]
    told = [t for t in told if not _tells_beginning(context, t)]
    return next((t for t in told if _is_main(context, t)), told[0] if told else None)


def _tells_beginning(context: Context, time: TimeExpression) -> bool:
    """Say whether an expression only tells when something began that goes on: "in a drive begun at the end of spring"."""
    return any(t.dep_ == "acl" and t.lemma_.lower() in _STARTING for t in _above(context, time))


def _is_main(context: Context, time: TimeExpression) -> bool:
    """Say whether an expression dates what its sentence tells, not what a relative clause in it does ("a pilot who fell on Friday")."""
    return not any(t.dep_ == "relcl" for t in _above(context, time))


def _above(context: Context, time: TimeExpression) -> Iterable[Token]:
    """Return the words that an expression hangs on, the nearest first."""
    words = tokens_between(context.doc, time.start, time.end, whole=False)
    return root_of(words).ancestors if words is not None else ()


def told_at_head(context: Context, token: Token, page: dt.date | None) -> TimeExpression | None:
    """Return the first day named in the sentences after that of ``token`` where it opens a part of the text: a title leaves the day out.

    A day after that of the words is not one that the past belongs to.
    """
    last = page.isoformat() if page else "9999"
    segment, sentence = context.segment_at(token.idx), sentence_of(token)
    first = segment.start if segment is not None else 0
    if text_of(context.doc)[first : sentence.start_char].strip():
        return None
    for _ in range(_SENTENCES_ON):
        if sentence.end >= len(context.doc):
            return None
        sentence = sentence_of(context.doc[sentence.end])
        day = next((t for t in context.times_in(sentence.start_char, sentence.end_char) if _is_told(t) and (t.begin or "") <= last), None)
        if day is not None:
            return day
    return None


def counted_from(context: Context, token: Token, base: dt.date | None) -> dt.date | None:
    """Return the day of what is told as so long before or after ``base``: "it comes two days after rebels shelled the market"."""
    clause = next((t for t in (token, *token.ancestors) if any(c.dep_ == "mark" and c.lower_ in _COUNTED for c in t.children)), None)
    if clause is None or base is None:
        return None
    mark = next(c for c in clause.children if c.dep_ == "mark" and c.lower_ in _COUNTED)
    length = next((t for t in of_sentence(context, token) if t.type == "DURATION" and 0 < mark.idx - t.end <= 1), None)
    parts = re.fullmatch(r"P(\d+)([DW])", (length and length.value) or "")
    if parts is None:
        return None
    return base + dt.timedelta(int(parts[1]) * _UNITS[parts[2]] * _COUNTED[mark.lower_])


def _is_told(time: TimeExpression, *, wide: bool = False) -> bool:
    if time.type == "DURATION":
        return time.begin is not None and time.until is not None and _days(time.begin, time.until) <= _WINDOW
    fine = time.granularity in DAILY or (wide and time.granularity in _WIDE)
    return time.type in {"DATE", "TIME"} and time.begin is not None and fine and time.value not in _REFERENCES


def _days(begin: str, until: str) -> int:
    return (dt.date.fromisoformat(until[:10]) - dt.date.fromisoformat(begin[:10])).days


def since_then(context: Context, token: Token) -> TimeExpression | None:
    """Return the day that what ``token`` tells goes on from: of "since it began on Monday", or what "since then" points back to."""
    sentence = sentence_of(token)
    at = text_of(context.doc)[sentence.start_char : sentence.end_char].lower().find("since then")
    if at < 0:
        return _since_clause(context, token)
    at += sentence.start_char
    here = [t for t in context.times_in(sentence.start_char, at) if t.begin]
    before = here or [t for times in _sentences_before(context, token) for t in times if t.begin and t.type in {"DATE", "TIME"}][:1]
    return before[-1] if before else None


def _since_clause(context: Context, token: Token) -> TimeExpression | None:
    """Return the first day named in a clause with "since" that hangs on the clause of ``token``."""
    at = token
    while at.pos_ not in VERBAL or (at.tag_ == "VBG" and at.dep_ in _GOES_ON):
        if at.head.i == at.i:
            break
        at = at.head
    for event in (n for t in (token, at) for c in t.children if _is_since(c) for n in c.children if n.lemma_.lower() in _BEGINNINGS):
        if not _is_ranked(sentence_of(token), event.i):
            words = context.doc[event.i : event.right_edge.i + 1]
            return next((t for t in context.times_in(words.start_char, words.end_char) if t.begin and t.type in {"DATE", "TIME"}), None)
    for clause in (c for t in (token, at) for c in t.children if c.dep_ == "advcl"):
        if any(c.dep_ == "mark" and c.lower_ == "since" for c in clause.children) and not clause.is_ancestor(token):
            words = context.doc[clause.left_edge.i : clause.right_edge.i + 1]
            return next((t for t in context.times_in(words.start_char, words.end_char) if t.begin and t.type in {"DATE", "TIME"}), None)
    return None


def _is_ranked(sentence: Span, before: int) -> bool:
    """Say whether the words before tell of one event as the first or worst of its kind, which "since" then does not stretch."""
    return any(t.i < before and _ranks(t) for t in sentence)


def _ranks(word: Token) -> bool:
    """Say whether a word tells which of its kind something is: "first", "worst"; not the "least" of "at least"."""
    return word.lower_ in _FIRST or (word.tag_ in {"JJS", "RBS"} and word.lower_ not in _LEAST)


def at_that_time(time: TimeExpression, token: Token) -> bool:
    """Say whether ``token`` tells what happened at ``time``, not what goes on from it: "since July, when rebels cut the road"."""
    around = [token, *token.ancestors]
    return any(t.idx > time.start and any(c.lower_ == "when" and c.idx > time.start for c in t.children) for t in around)


def _sentences_before(context: Context, token: Token) -> Iterator[list[TimeExpression]]:
    """Yield the expressions of the sentences before that of ``token``, nearest first, while they are of its part of the text.

    Captions and what is not read, as lists of tags inside the text, are passed over.
    """
    segment, sentence = context.segment_at(token.idx), sentence_of(token)
    for _ in range(_SENTENCES_BACK):
        if sentence.start == 0:
            return
        sentence = sentence_of(context.doc[sentence.start - 1])
        there = context.segment_at(sentence.start_char)
        if there != segment and context.goes_on(sentence.start_char) and not _one_text(segment, there):
            return
        if there == segment or context.goes_on(sentence.start_char):
            yield context.times_in(sentence.start_char, sentence.end_char)


def _one_text(one: Segment | None, other: Segment | None) -> bool:
    return one is not None and other is not None and one.kind == other.kind == "body" and one.dated == other.dated
