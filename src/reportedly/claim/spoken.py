"""The day on which a source said something: named beside its word of saying, else beside an earlier one of the same source."""

from __future__ import annotations

import datetime as dt

from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.claim.dated import DAILY
from reportedly.claim.syntax import VERBAL
from reportedly.model import Attribution, TimeExpression
from reportedly.parse import root_of, sentence_of, text_of, tokens_between

_NEAR = 6
_DATED = frozenset({"DATE", "TIME"})


def spoken_on(context: Context, at: int, page: dt.date | None) -> dt.date | None:
    """Return the day on which what stands at ``at`` was said, None where no word of saying of its source names one.

    Args:
        context: the document.
        at: offset of a character of what is told.
        page: the day of the page or segment; words quoted in it were said by then.
    """
    attribution = context.attribution_at(at)
    if attribution is None:
        return None
    told = [a for a in context.attributions.values() if a is attribution or _goes_before(a, attribution)]
    days = (_day_of(context, a) for a in sorted(told, key=_at, reverse=True))
    return next((day for day in days if day is not None and (page is None or day <= page)), None)


def quoted_on(context: Context, time: TimeExpression, page: dt.date | None) -> str | None:
    """Return the day of saying where ``time`` is the "today" of a quotation, None where it is not or the day is not told."""
    attribution = context.attribution_at(time.start)
    if attribution is None or attribution.kind == "indirect" or text_of(context.doc)[time.start : time.end].lower() != "today":
        return None
    day = spoken_on(context, time.start, page)
    return day.isoformat() if day else None


def _goes_before(one: Attribution, other: Attribution) -> bool:
    """Say whether ``one`` is an earlier saying of the source of ``other``."""
    return other.speaker is not None and one.speaker == other.speaker and _at(one) < _at(other)


def _at(attribution: Attribution) -> int:
    return max((s.start for s in attribution.cue), default=-1)


def _day_of(context: Context, attribution: Attribution) -> dt.date | None:
    """Return the day named beside the cue of ``attribution``: right after it, or hanging on it."""
    for span in attribution.cue:
        cue = root_of(words) if (words := tokens_between(context.doc, span.start, span.end, whole=False)) else None
        if cue is None:
            continue
        sentence = sentence_of(cue)
        for time in context.times_in(sentence.start_char, sentence.end_char):
            if time.type in _DATED and time.granularity in DAILY and time.begin and _is_of(context, time, cue):
                return dt.date.fromisoformat(time.begin[:10])
    return None


def _is_of(context: Context, time: TimeExpression, cue: Token) -> bool:
    """Say whether a day hangs on ``cue`` and on no clause under it."""
    words = tokens_between(context.doc, time.start, time.end, whole=False)
    if words is None or abs(words.start - cue.i) > _NEAR:
        return False
    at = root_of(words)
    while at.head.i != at.i and at.pos_ not in VERBAL:
        at = at.head
    return at.i == cue.i
