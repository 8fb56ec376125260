"""Valid time and asserted time of a claim, from the time expressions near it and the date of its segment."""

from __future__ import annotations

import datetime as dt

from spacy.tokens import Token

from reportedly.claim.context import SHORT_REPORT, Context
from reportedly.claim.dated import (
    at_that_time,
    counted_from,
    nearest,
    of_sentence,
    since_then,
    spanned,
    told_at_head,
    told_before,
    word_before,
)
from reportedly.claim.spoken import quoted_on, spoken_on
from reportedly.claim.tense import Tense, tense_of, was_tried
from reportedly.model import TimeExpression, ValidTime
from reportedly.parse import text_of

_AHEAD = frozenset({"predicts", "plans", "demands", "supposes"})
_RECENT = {"PXTH": 2, "PXD": 7, "PXW": 30, "PXM": 180}
"""Days that "recent hours", "the past few days", "recent weeks" and "recent months" reach back, at most."""
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
    tense = _told_tense(context, token)
    own = tense in {"present", "perfect"}
    here = of_sentence(context, token)
    chosen = nearest(context, context.times_in(start, end), token, own=own) or nearest(context, here, token, own=True)
    day, since = page_day(context, token.idx), since_then(context, token)
    if since is not None:
        return ValidTime(_day(since.begin), day.isoformat() if day else None)
    if chosen is not None:
        return _bounded(context, spanned(context, chosen, token), day, token)
    before = told_before(context, token, day)
    counted = counted_from(context, token, dt.date.fromisoformat(before.begin[:10]) if before and before.begin else day)
    if counted is not None:
        return ValidTime(counted.isoformat(), counted.isoformat())
    spoken = spoken_on(context, token.idx, day)
    as_of = ValidTime(*((spoken or day).isoformat(),) * 2) if day else ValidTime()
    if stance in _AHEAD and day is not None and not was_tried(token):
        return ValidTime(day.isoformat(), None)
    if tense in {"present", "perfect"}:
        return as_of
    told = before or nearest(context, here, token, own=False) or told_at_head(context, token, day)
    if told is not None:
        return ValidTime(None, _day(told.until)) if tense == "pluperfect" else _bounded(context, told, day, token)
    return as_of if said else ValidTime(None, day.isoformat() if day else None)


def _told_tense(context: Context, token: Token) -> Tense | None:
    """Return the tense that ``token`` is told in; in what is reported as said, "had shelled it" is the past of "shelled it"."""
    tense = tense_of(token)
    return "past" if tense == "pluperfect" and context.attribution_at(token.idx) is not None else tense


def news_window(context: Context, token: Token, valid: ValidTime) -> ValidTime | None:
    """Return the days that a short report speaks of where it names none: the day of the words and the two before; else None.

    News of a day tell of what came to be known since the day before. On 26 reports coded afterwards that holds for nine in ten of the
    claims that name no day; an analysis, which goes back years, is left with its open beginning.
    """
    day = page_day(context, token.idx)
    known = context.reading.document.metadata.published
    if day is None or known.weak or valid != ValidTime(None, day.isoformat()) or len(text_of(context.doc)) >= SHORT_REPORT:
        return None
    if _told_tense(context, token) == "pluperfect" or nearest(context, of_sentence(context, token), token, own=False) is not None:
        return None
    return ValidTime((day - dt.timedelta(_NEWS_DAYS)).isoformat(), day.isoformat())


def lasts(valid: ValidTime) -> bool:
    """Say whether what is claimed holds for more than a year: a total of the war, not of the day's place."""
    if valid.begin is None or valid.until is None:
        return False
    return (dt.date.fromisoformat(valid.until) - dt.date.fromisoformat(valid.begin)).days >= _LONG


def _bounded(context: Context, chosen: TimeExpression, day: dt.date | None, token: Token) -> ValidTime:
    """Return the interval of an expression as the words around it bound it: "since May" lasts to the page's date, "until May" ends there.

    "Today" in what is quoted is the day on which it was said.
    """
    before = word_before(context, chosen)
    if before == "since" and not at_that_time(chosen, token):
        return ValidTime(_day(chosen.begin), day.isoformat() if day else None)
    if before in {"until", "till"}:
        return ValidTime(None, _day(chosen.until))
    if chosen.begin is None and chosen.until is not None and chosen.value in _RECENT:
        began = dt.date.fromisoformat(chosen.until[:10]) - dt.timedelta(_RECENT[chosen.value])
        return ValidTime(began.isoformat(), _day(chosen.until))
    said = quoted_on(context, chosen, day)
    return ValidTime(said, said) if said is not None else ValidTime(_day(chosen.begin), _day(chosen.until))


def _day(moment: str | None) -> str | None:
    return moment[:10] if moment else None
