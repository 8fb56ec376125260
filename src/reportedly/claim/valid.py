"""Valid time and asserted time of a claim, from the time expressions near it and the date of its segment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from spacy.tokens import Token

from reportedly.claim.context import SHORT_REPORT, Context
from reportedly.claim.syntax import VERBAL
from reportedly.claim.tense import tense_of
from reportedly.model import TimeExpression, ValidTime
from reportedly.parse import root_of, sentence_of, text_of, tokens_between

_PLAIN = {"DATE", "TIME", "DURATION"}
_DAILY = frozenset({"day", "part", "hour", "minute"})
_REFERENCES = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})
_SENTENCES_BACK, _SENTENCES_ON = 6, 3
_ASIDE = frozenset({"relcl", "acl"})
_AHEAD = frozenset({"predicts", "plans", "demands", "supposes"})
_NEWS_DAYS = 2
_LONG = 400
NEWS = "+news-window"
"""Ends the method of a claim whose time rests on :func:`news_window`."""


def asserted_on(context: Context, at: int) -> str | None:
    """Return the day on which the words at character ``at`` were said: of their dated segment, else of publication."""
    day = page_day(context, at)
    return day.isoformat() if day else None


def page_day(context: Context, at: int) -> dt.date | None:
    """Return the date of the segment that holds ``at``, or of the document, or None."""
    segment = context.segment_at(at)
    return segment.dated if segment is not None and segment.dated else context.reading.document.metadata.published.value


def valid_time(context: Context, token: Token, start: int, end: int, stance: str, *, said: bool = False) -> ValidTime:
    """Return when the claim in ``start`` to ``end`` is said to hold, as far as the text tells.

    The nearest dated expression of the clause counts, else of the sentence. Where there is none, what is told in the present
    ("are besieged") or as done by now ("have lost") holds as of the day of the words; what is told as past belongs to the day
    that the sentences before it speak of, else to some time up to the day of the words.

    Args:
        context: the document.
        token: the word that the claim was drawn from.
        start: offset of the claim's first character.
        end: offset after its last.
        stance: of the claim; what is to come begins with the day of the words.
        said: what is claimed is itself an act of speech, made on the day of the words where no other is named.
    """
    tense = tense_of(token)
    own = tense in {"present", "perfect"}
    chosen = _nearest(context, context.times_in(start, end), token, own=own) or _nearest(
        context, _of_sentence(context, token), token, own=own
    )
    day, since = page_day(context, token.idx), _since_then(context, token)
    if since is not None:
        return ValidTime(_day(since.begin), day.isoformat() if day else None)
    if chosen is not None:
        return _bounded(context, chosen, day)
    as_of = ValidTime(*(day.isoformat(),) * 2) if day else ValidTime()
    if stance in _AHEAD and day is not None:
        return ValidTime(day.isoformat(), None)
    if tense in {"present", "perfect"}:
        return as_of
    told = _told_before(context, token) or _told_at_head(context, token)
    if told is not None:
        return ValidTime(None, _day(told.until)) if tense == "pluperfect" else _bounded(context, told, day)
    return as_of if said else ValidTime(None, as_of.until)


def news_window(context: Context, token: Token, valid: ValidTime) -> ValidTime | None:
    """Return the days that a short report speaks of where it names none: the day of the words and the two before; else None.

    News of a day tell of what came to be known since the day before. On 26 reports coded afterwards that holds for nine in ten of the
    claims that name no day; an analysis, which goes back years, is left with its open beginning.
    """
    day = page_day(context, token.idx)
    known = context.reading.document.metadata.published
    if day is None or known.weak or valid != ValidTime(None, day.isoformat()) or len(text_of(context.doc)) >= SHORT_REPORT:
        return None
    if tense_of(token) == "pluperfect" or _nearest(context, _of_sentence(context, token), token, own=False) is not None:
        return None
    return ValidTime((day - dt.timedelta(_NEWS_DAYS)).isoformat(), day.isoformat())


def lasts(valid: ValidTime) -> bool:
    """Say whether what is claimed holds for more than a year: a total of the war, not of the day's place."""
    if valid.begin is None or valid.until is None:
        return False
    return (dt.date.fromisoformat(valid.until) - dt.date.fromisoformat(valid.begin)).days >= _LONG


def _bounded(context: Context, chosen: TimeExpression, day: dt.date | None) -> ValidTime:
    """Return the interval of an expression as its preposition bounds it: "since May" lasts to the page's date, "until May" ends there."""
    before = _word_before(context, chosen)
    if before == "since":
        return ValidTime(_day(chosen.begin), day.isoformat() if day else None)
    if before in {"until", "till"}:
        return ValidTime(None, _day(chosen.until))
    return ValidTime(_day(chosen.begin), _day(chosen.until))


def _word_before(context: Context, time: TimeExpression) -> str:
    words = text_of(context.doc)[max(0, time.start - 8) : time.start].split()
    return words[-1].lower() if words else ""


def _nearest(context: Context, times: list[TimeExpression], token: Token, *, own: bool) -> TimeExpression | None:
    """Return the dated expression next to ``token``, those of its own clause first; no other one where ``own``."""
    dated = [t for t in times if t.type in _PLAIN and (t.begin or t.until)]
    held = [t for t in dated if _belongs(context, t, token)]
    return min(held or ([] if own else dated), key=lambda t: abs(t.start - token.idx), default=None)


def _belongs(context: Context, time: TimeExpression, token: Token) -> bool:
    """Say whether an expression tells when ``token`` is.

    It does not in a relative clause that ``token`` stands outside of ("lost what they took in July"), nor where it tells since when
    an apposition is what it is ("Brunnfeld, a stronghold since 2012, fell").
    """
    words = tokens_between(context.doc, time.start, time.end, whole=False)
    since = _word_before(context, time) == "since"
    above = {token.i, *(t.i for t in token.ancestors)}
    at = root_of(words) if words is not None else token
    while at.i not in above and at.head.i != at.i:
        if (at.dep_ in _ASIDE and at.pos_ in VERBAL) or (at.dep_ == "appos" and since):
            return False
        at = at.head
    return True


def _of_sentence(context: Context, token: Token) -> list[TimeExpression]:
    sentence = sentence_of(token)
    return context.times_in(sentence.start_char, sentence.end_char)


def _told_before(context: Context, token: Token) -> TimeExpression | None:
    """Return the last day or bounded window named in the sentences before in the same segment, the nearest sentence first."""
    return next((day for times in _sentences_before(context, token) for day in reversed(times) if _is_told(day)), None)


def _told_at_head(context: Context, token: Token) -> TimeExpression | None:
    """Return the first day named in the sentences after that of ``token`` where it opens a part of the text: a title leaves the day out."""
    segment, sentence = context.segment_at(token.idx), sentence_of(token)
    first = segment.start if segment is not None else 0
    if text_of(context.doc)[first : sentence.start_char].strip():
        return None
    for _ in range(_SENTENCES_ON):
        if sentence.end >= len(context.doc):
            return None
        sentence = sentence_of(context.doc[sentence.end])
        day = next((t for t in context.times_in(sentence.start_char, sentence.end_char) if _is_told(t)), None)
        if day is not None:
            return day
    return None


def _is_told(time: TimeExpression) -> bool:
    if time.type == "DURATION":
        return time.begin is not None and time.until is not None
    return time.type in {"DATE", "TIME"} and time.begin is not None and time.granularity in _DAILY and time.value not in _REFERENCES


def _since_then(context: Context, token: Token) -> TimeExpression | None:
    """Return what "since then" in the sentence of ``token`` points back to: the last dated expression before the words."""
    sentence = sentence_of(token)
    at = text_of(context.doc).lower().find("since then", sentence.start_char, sentence.end_char)
    if at < 0:
        return None
    here = [t for t in context.times_in(sentence.start_char, at) if t.begin]
    before = here or [t for times in _sentences_before(context, token) for t in times if t.begin and t.type in {"DATE", "TIME"}][:1]
    return before[-1] if before else None


def _sentences_before(context: Context, token: Token) -> Iterator[list[TimeExpression]]:
    """Yield the expressions of the sentences before that of ``token``, nearest first, while they lie in its segment."""
    segment, sentence = context.segment_at(token.idx), sentence_of(token)
    first = segment.start if segment is not None else 0
    for _ in range(_SENTENCES_BACK):
        if sentence.start == 0:
            return
        sentence = sentence_of(context.doc[sentence.start - 1])
        if sentence.start_char < first:
            return
        yield context.times_in(sentence.start_char, sentence.end_char)


def _day(moment: str | None) -> str | None:
    return moment[:10] if moment else None
