"""The JSON contract: what ``annotate`` prints, the API answers and the JSONL export holds."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import fields
from functools import cache
from typing import Any

from reportedly.model import (
    ActorMention,
    Argument,
    Attribution,
    Claim,
    Dated,
    Document,
    Failure,
    Figure,
    Filling,
    PlaceMention,
    Reading,
    Segment,
    Term,
    TimeExpression,
)
from reportedly.model.document import unstated
from reportedly.model.plain import plain

Json = dict[str, Any]


def reading_to_contract(reading: Reading, error: str | None = None, *, explain: bool = False) -> Json:
    """Return a reading as one line of ``annotate --json``. A layer that was not looked for is an empty list.

    Args:
        reading: the document with its layers.
        error: why it was not read further, as in ``not read: ar``.
        explain: give every claim the field ``explain``.

    ``withheld`` counts by type the claims whose score is under the threshold of their type.
    """
    text = reading.document.text
    return {
        "doc": document_to_contract(reading.document, error),
        "text": text,
        "attributions": [attribution_to_contract(found) for found in reading.attributions or ()],
        "times": [time_to_contract(found) for found in reading.times or ()],
        "places": [place_to_contract(found) for found in reading.places or ()],
        "actors": [actor_to_contract(found) for found in reading.actors or ()],
        "claims": claims_to_contract(reading.claims or (), text, explain=explain),
        "withheld": dict(Counter(claim.type for claim in reading.withheld)),
    }


def failure_to_contract(failure: Failure) -> Json:
    """Return a document that could not be read as one line of ``annotate --json``: all of it unknown but where and why."""
    nothing: Json = {"attributions": [], "times": [], "places": [], "actors": [], "claims": [], "withheld": {}}
    unknown: Json = dict.fromkeys(("id", "url", "title", "lang", "original_source", "section"))
    doc: Json = {"ref": failure.ref, "path": failure.path, "error": f"{failure.code}: {failure.message}", "byline": [], "segments": []}
    nowhen = _dated(Dated())
    dated = {"published": nowhen, "modified": nowhen, "dates": [], "publisher": {"id": None, "name": None}}
    held: Json = {"origins": {}, "unstated": {}, "left_out": [], "obtained": None}
    return {"doc": unknown | doc | dated | held, "text": ""} | nothing


def document_to_contract(document: Document, error: str | None = None) -> Json:
    """Return what is known of a document, its segments among it."""
    said = document.metadata
    return {
        "id": document.id,
        "ref": document.ref,
        "path": document.path,
        "url": said.url,
        "error": error,
        "title": said.title,
        "byline": list(said.byline),
        "published": _dated(said.published),
        "modified": _dated(said.modified),
        "dates": [_dated(date) for date in said.dates],
        "publisher": {"id": said.publisher_id, "name": said.publisher},
        "original_source": _plain(said.original_source) if said.original_source else None,
        "lang": said.lang,
        "section": said.section,
        "origins": dict(said.origins),
        "unstated": unstated(said),
        "segments": [_segment(segment) for segment in document.segments],
        "left_out": [_plain(left) for left in document.left_out],
        "obtained": _plain(document.obtained) if document.obtained else None,
    }


def _dated(date: Dated) -> Json:
    return {"value": _day(date.value), "origin": date.origin, "weak": date.weak}


def _plain(entity: Any) -> Json:  # noqa: ANN401 - any dataclass that holds no other one
    return {name: getattr(entity, name) for name in _names(entity.__class__)}


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _day(value: dt.date | None) -> str | None:
    return value.isoformat() if value else None


def _segment(segment: Segment) -> Json:
    return _plain(segment) | {"dated": _day(segment.dated)}


def attribution_to_contract(found: Attribution) -> Json:
    """Return an attribution; its spans are lists of [start, end]."""
    spans = {name: [list(span) for span in getattr(found, name)] for name in ("content", "cue", "source")}
    return _plain(found) | spans


def time_to_contract(found: TimeExpression) -> Json:
    """Return a time expression."""
    return _plain(found)


def place_to_contract(found: PlaceMention) -> Json:
    """Return a mention of a place."""
    return _plain(found) | {"within": list(found.within)}


def actor_to_contract(found: ActorMention) -> Json:
    """Return a mention of an actor."""
    return _plain(found)


def claims_to_contract(claims: Iterable[Claim], text: str, *, explain: bool = False) -> list[Json]:
    """Return the claims of a document whose text is ``text``, each with the field ``explain`` where that is asked for."""
    rows = ((claim, claim_to_contract(claim)) for claim in claims)
    return [row | {"explain": explanation_to_contract(claim, text)} if explain else row for claim, row in rows]


def claim_to_contract(claim: Claim) -> Json:
    """Return a claim. ``valid.edtf`` is null where nothing is known of the time."""
    figures = [figure_to_contract(figure) for figure in claim.figures]
    same = ("id", "start", "end", "type", "frame", "gloss", "stance", "hedge", "own", "asserted", "agreement", "method", "score")
    return {name: getattr(claim, name) for name in same} | {
        "args": {role: _argument(argument) for role, argument in claim.args},
        "speaker": _plain(claim.speaker),
        "chain": list(claim.chain),
        "valid": {"begin": claim.valid.begin, "until": claim.valid.until, "edtf": claim.valid.edtf},
        "places": list(claim.places),
        "place_ids": list(claim.place_ids),
        "places_told": claim.places_told,
        "figure": figures[0] if figures else None,
        "figures": figures,
        "about": _plain(claim.about) if claim.about else None,
        "attribution": claim.attribution,
        "proposition": claim.proposition,
        "run": claim.run or None,
        "terms": [term_to_contract(term) for term in claim.terms],
        **{name: plain(getattr(claim, name)) for name in ("plan", "markers", "forecast", "checks")},
    }


def explanation_to_contract(claim: Claim, text: str) -> Json | None:
    """Return why a claim was drawn, with the words behind every offset; None where it was kept without that.

    Args:
        claim: the claim.
        text: the text of its document.
    """
    told = claim.explanation
    if told is None:
        return None
    return {
        "frame": told.frame,
        "rule": told.rule,
        "at": told.at,
        "trigger": {"kind": told.kind, **_words(text, told.start, told.end)},
        "conditions": [{"slot": m.slot, **_words(text, m.start, m.end)} for m in told.met],
        "roles": [_filling(found, text) for found in told.filled],
        "stance": told.stance,
        "steps": claim.method.split("+")[1:],
        "score": [{"part": name, "value": value} for name, value in told.parts],
    }


def _filling(found: Filling, text: str) -> Json:
    head = _words(text, *found.head) if found.head else None
    return {"role": found.role, "slot": found.slot, "head": head, **_words(text, found.start, found.end)}


def _words(text: str, start: int, end: int) -> Json:
    return {"start": start, "end": end, "words": text[start:end]}


def term_to_contract(term: Term) -> Json:
    """Return a candidate term, with the names of what its words leave open."""
    return {**plain(term), "unstated": list(term.unstated)}


def figure_to_contract(figure: Figure) -> Json:
    """Return a figure, with the offsets of its words where they are known."""
    return plain(figure)  # type: ignore[no-any-return]


def _argument(argument: Argument) -> Json:
    return _plain(argument)
