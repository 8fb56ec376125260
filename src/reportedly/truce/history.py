"""How the word on a term changed from day to day, as claims and deadlines came."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reportedly.truce.agreement import Agreement
from reportedly.truce.evaluate import Evaluator
from reportedly.truce.evidence import Evidence
from reportedly.truce.times import span_of
from reportedly.truce.verdict import Verdict, check
from reportedly.truce.view import View

Key = tuple[str, str | None, str | None]
Word = tuple[str, str, str]
"""In force, state and value."""

_MOST = 60
_DAY = dt.timedelta(days=1)


def history(agreement: Agreement, evidence: Evidence, view: View) -> dict[Key, list[tuple[str, Word]]]:
    """Return the days on which the words on each term changed: by term, obligor and reading, the day and the words from then on.

    It is judged at the days on which something is said to have happened or a deadline fell, up to the view's own; of more than sixty
    such days at every so manieth.
    """
    out: dict[Key, list[tuple[str, Word]]] = defaultdict(list)
    readings = tuple(agreement.readings) or (None,)
    for day in _days(agreement, evidence, view):
        for verdict in check([agreement], evidence, replace(view, as_of=day)):
            for reading in (verdict.reading,) if verdict.reading else readings:
                told = out[verdict.term, verdict.obligor, reading]
                word = words_of(verdict)
                if not told or told[-1][1] != word:
                    told.append((day, word))
    return out


def of_verdict(found: dict[Key, list[tuple[str, Word]]], verdict: Verdict) -> list[tuple[str, Word]]:
    """Return the history of one verdict; of one that all readings agree on, that of the first of them."""
    own = (key for key in found if key[:2] == (verdict.term, verdict.obligor) and verdict.reading in {None, key[2]})
    return found[next(own)]


def words_of(verdict: Verdict) -> Word:
    """Return the words of a verdict."""
    word = verdict.value or verdict.if_in_force
    return verdict.in_force, verdict.state, "" if word is None else word.value


def _days(agreement: Agreement, evidence: Evidence, view: View) -> Sequence[str]:
    evaluator = Evaluator(agreement, evidence, view)
    found = {view.as_of}
    for (name, _), rows in evidence.bearings.items():
        if name == agreement.id:
            found.update(day[:10] for row in rows for day in (row.begin, row.said) if day and span_of(day[:10], agreement.zone_info))
    for term in agreement.terms:
        when = evaluator.term(term, next(iter(term.who), None)).when
        for moment in (when.window.begin, when.deadline, when.window.until):
            if moment is not None:
                found |= {moment.date().isoformat(), (moment - _DAY).date().isoformat()}
    since = agreement.dated.begin.date().isoformat() if agreement.dated and agreement.dated.begin else ""
    days = sorted(day for day in found if since <= day <= view.as_of) or [view.as_of]
    step = -(-len(days) // _MOST)
    return days if step <= 1 else [*days[:-1:step], days[-1]]
