"""Allegations by incident, and forecasts that fell due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportedly.situation.facts import Facts
from reportedly.situation.model import Line
from reportedly.situation.notes import Notes
from reportedly.situation.phrases import Parts, name, opened, phrases, plain, quote, say
from reportedly.situation.sections.held import names
from reportedly.situation.telling import chains, voice
from reportedly.text import clean, excerpt
from reportedly.track.allegations import Incident
from reportedly.track.forecasts import Told

_CHARGES, _WORDS, _SHORT = 3, 260, 60
_KINDS = {"denial": "denial", "inquiry": "inquiry", "not confirmed": "not-confirmed"}


def allegations(facts: Facts, notes: Notes, rows: Sequence[Incident]) -> Iterator[list[Line]]:
    """Yield each incident: its state, the charges in their words, and what answers them."""
    for row in rows:
        newest = row.charges[-1] if row.charges else None
        act = plain(row.act or phrases().lines["act-untold"])
        if not row.act and newest and newest.what:
            act = quote(excerpt(clean(newest.what), _SHORT))
        place = name(clean(row.name)) if row.name else plain(phrases().lines["place-untold"])
        told = {"act": act, "place": place, "state": row.state, "accused": names(facts, [each.name for each in row.accused])}
        lines = [notes.line(opened(say("incident", **told, chains=chains(row.chains))), (each.claim for each in row.charges))]
        charges = [("found" if each.found else "charge", each.claim, each.words) for each in row.charges[-_CHARGES:]]
        answers = [(_KINDS[each.kind], each.claim, each.words) for each in row.answers[-_CHARGES:]]
        lines += [notes.line(_said(facts, *each), (each[1],), level=1) for each in (*charges, *answers)]
        yield lines


def _said(facts: Facts, line: str, claim: str, words: str | None) -> Parts:
    facts.call((claim,))
    row = facts.get(claim)
    told = quote(excerpt(clean(words), _WORDS)) if words is not None else plain(phrases().told["redacted"])
    return opened(say(line, by=voice(row) if row else plain(phrases().told["unstated"]), words=told))


def due(facts: Facts, rows: Iterable[Told]) -> list[Told]:
    """Return the forecasts whose day lies in the window, or that were made in it and can be scored."""
    asked = facts.question
    return [
        row
        for row in rows
        if row.state != "unscorable"
        and (row.claim in facts.claims or (row.deadline is not None and asked.begin <= row.deadline <= asked.until))
    ]


def forecasts(facts: Facts, notes: Notes, rows: Sequence[Told]) -> Iterator[Line]:
    """Yield a sentence for each forecast, with what claims since then come to."""
    for row in rows:
        facts.call(row.ids)
        claim = facts.get(row.claim)
        if claim is not None:
            words = quote(excerpt(clean(facts.masked(claim["doc"]["id"], claim["quote"] or "")), _WORDS))
            told = {"by": voice(claim), "words": words, "state": row.state}
            parts = say("forecast", **told, deadline=row.deadline) if row.deadline else say("forecast-open", **told)
            yield notes.line(opened(parts), (row.claim, *row.settled, *row.against))
