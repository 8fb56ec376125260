"""Valid time and asserted time of a claim, from the time expressions near it and the date of its segment."""

from __future__ import annotations

import datetime as dt

from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.model import TimeExpression, ValidTime
from reportedly.parse import sentence_of, text_of

_PLAIN = {"DATE", "TIME", "DURATION"}
_AHEAD = frozenset({"predicts", "plans", "demands", "supposes"})


def asserted_on(context: Context, at: int) -> str | None:
    """Return the day on which the words at character ``at`` were said: of their dated segment, else of publication."""
    day = page_day(context, at)
    return day.isoformat() if day else None


def page_day(context: Context, at: int) -> dt.date | None:
    """Return the date of the segment that holds ``at``, or of the document, or None."""
    segment = context.segment_at(at)
    return segment.dated if segment is not None and segment.dated else context.reading.document.metadata.published.value


def valid_time(context: Context, token: Token, start: int, end: int, stance: str) -> ValidTime:
    """Return when the claim in ``start`` to ``end`` is said to hold.

    The nearest dated expression of the clause counts, else of the sentence, else the last one of the sentence before in
    the same paragraph. Where there is none, what is told as past held at some time up to the page's date.
    """
    chosen = (
        _nearest(context.times_in(start, end), token.idx) or _nearest(_of_sentence(context, token), token.idx) or _before(context, token)
    )
    day = page_day(context, token.idx)
    if chosen is not None:
        return _bounded(context, chosen, day)
    if day is None:
        return ValidTime()
    return ValidTime(day.isoformat(), None) if stance in _AHEAD else ValidTime(None, day.isoformat())


def _bounded(context: Context, chosen: TimeExpression, day: dt.date | None) -> ValidTime:
    """Return the interval of an expression as its preposition bounds it: "since May" lasts to the page's date, "until May" ends there."""
    words = text_of(context.doc)[max(0, chosen.start - 8) : chosen.start].split()
    before = words[-1].lower() if words else ""
    if before == "since":
        return ValidTime(_day(chosen.begin), day.isoformat() if day else None)
    if before in {"until", "till"}:
        return ValidTime(None, _day(chosen.until))
    return ValidTime(_day(chosen.begin), _day(chosen.until))


def _nearest(times: list[TimeExpression], at: int) -> TimeExpression | None:
    dated = [t for t in times if t.type in _PLAIN and (t.begin or t.until)]
    return min(dated, key=lambda t: abs(t.start - at), default=None)


def _of_sentence(context: Context, token: Token) -> list[TimeExpression]:
    sentence = sentence_of(token)
    return context.times_in(sentence.start_char, sentence.end_char)


def _before(context: Context, token: Token) -> TimeExpression | None:
    """Return the last day named in the sentence before, where no paragraph ends between the two."""
    sentence = sentence_of(token)
    if sentence.start == 0:
        return None
    earlier = sentence_of(context.doc[sentence.start - 1])
    if "\n\n" in text_of(context.doc)[earlier.start_char : sentence.start_char + 1]:
        return None
    days = [
        t
        for t in context.times_in(earlier.start_char, earlier.end_char)
        if t.type in {"DATE", "TIME"} and t.begin and t.granularity in {"day", "part", "hour"}
    ]
    return days[-1] if days else None


def _day(moment: str | None) -> str | None:
    return moment[:10] if moment else None
