"""Entities as rows, and back. Nothing here touches a database; what goes in comes out equal."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Row as Result
from sqlalchemy import Table

from reportedly.ids import canonical
from reportedly.model import (
    About,
    ActorMention,
    Argument,
    Attribution,
    Check,
    Claim,
    Dated,
    Explanation,
    Figure,
    Filling,
    Forecast,
    Marker,
    Met,
    Metadata,
    OriginalSource,
    PlaceMention,
    Plan,
    Segment,
    Span,
    Speaker,
    Term,
    TimeExpression,
    ValidTime,
)
from reportedly.model.plain import plain, restore
from reportedly.store import schema
from reportedly.store.hashing import Row, normal, rows_hash

Mark = Attribution | TimeExpression | PlaceMention | ActorMention
MARKS: dict[str, type[Any]] = {"attributions": Attribution, "times": TimeExpression, "places": PlaceMention, "actors": ActorMention}
_BODY = ("gloss", "args", "hedge", "chain", "places", "place_ids", "places_told", "about")
_WHOLE: dict[str, Any] = {
    "terms": tuple[Term, ...],
    "plan": Plan | None,
    "markers": tuple[Marker, ...],
    "forecast": Forecast | None,
    "checks": tuple[Check, ...],
}
"""What a claim holds beside its columns, kept whole in its body where there is any of it."""
_MORE = ("vague", "role", "window")
"""What a figure holds beside its columns; bodies without it are those of plain counts."""
_SAME = tuple("id start end type frame stance own asserted proposition attribution agreement method score".split())
_OWN = len(_SAME)
_TAKEN = (*_SAME, "speaker", "actor", "anonymous", "begin", "until", "run", "body")
_PARENT = 2
"""Columns of a child table that say whose it is, and which one."""


def _plain(entity: Any) -> dict[str, Any]:  # noqa: ANN401 - any dataclass
    """Return the fields of a dataclass without going into what they hold."""
    return {name: getattr(entity, name) for name in _fields(entity.__class__)}


@cache
def _fields(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


def child_rows(table: Table, parent: str, entities: Iterable[dict[str, Any]]) -> list[Row]:
    """Return rows of a child table, numbered from 0, with every column but the parent's key."""
    rows = []
    for ordinal, values in enumerate(entities):
        row = normal(table, {**values, "ordinal": ordinal})
        del row[parent]
        rows.append(row)
    return rows


def mark_rows(layer: str, marks: Sequence[Mark]) -> list[Row]:
    """Return the rows of one layer of a reading."""
    return child_rows(schema.LAYERS[layer], "reading", map(_plain, marks))


def mark_from(layer: str, row: Result[Any]) -> Mark:
    """Return the mark that a row holds."""
    table = schema.LAYERS[layer]
    values = {c.name: json.loads(row[i]) if c.info.get("json") else row[i] for i, c in enumerate(table.columns)}
    del values["reading"], values["ordinal"]
    for name in ("content", "cue", "source"):
        if name in values:
            values[name] = tuple(Span(*span) for span in values[name])
    if "within" in values:
        values["within"] = tuple(values["within"])
    mark: Mark = MARKS[layer](**values)
    return mark


def details_hash(rows: Iterable[tuple[Table, list[Row]]]) -> str:
    """Return the hash that a parent keeps of its child rows, table by table."""
    return rows_hash((table.name, [list(row.values()) for row in found]) for table, found in rows)


def claim_details(claim: Claim) -> list[tuple[Table, list[Row]]]:
    """Return the child rows of a claim: its figures, its places, and its actors with their roles (the speaker first)."""
    ids = claim.place_ids + (None,) * (len(claim.places) - len(claim.place_ids))
    names = claim.places + (None,) * (len(claim.place_ids) - len(claim.places))
    places = [{"place": place, "name": name} for place, name in zip(ids, names, strict=True)]
    actors = [{"role": "speaker", "actor": claim.speaker.actor, "name": claim.speaker.name}]
    actors += [{"role": role, "actor": arg.actor, "name": arg.name} for role, arg in claim.args if arg.place is None]
    groups = ((schema.figure, map(_plain, claim.figures)), (schema.claim_place, places), (schema.claim_actor, actors))
    return [(table, child_rows(table, "claim", found)) for table, found in groups]


def claim_body(claim: Claim) -> str:
    """Return all of a claim that holds words, as canonical JSON."""
    body = {name: getattr(claim, name) for name in _BODY}
    body["args"] = [[role, _plain(argument)] for role, argument in claim.args]
    body["about"] = _plain(claim.about) if claim.about else None
    body |= {name: plain(found) for name in _WHOLE if (found := getattr(claim, name))}
    if any(figure.vague or figure.role or figure.window for figure in claim.figures):
        body["figures"] = [plain(tuple(getattr(figure, name) for name in _MORE)) for figure in claim.figures]
    if claim.explanation is not None:
        body["explanation"] = _explanation_values(claim.explanation)
    return canonical(body)


def _explanation_values(told: Explanation) -> dict[str, Any]:
    """Return an explanation as plain JSON; what it holds many of stands as lists of values, as every claim has one."""
    lists = {name: [list(_plain(item).values()) for item in getattr(told, name)] for name in ("filled", "met")}
    return _plain(told) | lists | {"parts": list(map(list, told.parts))}


def _explanation_from(held: dict[str, Any]) -> Explanation:
    filled = tuple(Filling(role, slot, start, end, tuple(head) if head else None) for role, slot, start, end, head in held["filled"])
    met = tuple(Met(*values) for values in held["met"])
    return Explanation(**held | {"filled": filled, "met": met, "parts": tuple((name, value) for name, value in held["parts"])})


def claim_row(claim: Claim) -> dict[str, object]:
    """Return the columns of a claim that come from the claim itself, without its body."""
    speaker = {"speaker": claim.speaker.name, "actor": claim.speaker.actor, "anonymous": claim.speaker.anonymous}
    valid = {"begin": claim.valid.begin, "until": claim.valid.until}
    return {name: getattr(claim, name) for name in _SAME} | speaker | valid | {"run": claim.run or None}


def taking(names: Sequence[str]) -> Callable[[Result[Any]], tuple[Any, ...]]:
    """Return what takes out of a row with columns of these names the values that :func:`claim_from` makes a claim of."""
    return itemgetter(*(names.index(name) for name in _TAKEN))


def claim_from(values: tuple[Any, ...], figures: Sequence[Figure], *, lean: bool = False) -> Claim:
    """Return the claim that a row and its figures hold.

    ``values``: of the claim's columns, its body included, as :func:`taking` takes them: a view asks for thousands, and by their place
    they are had in a fifth of the time. ``lean``: without its explanation, which takes as long as all the rest.
    """
    id_, start, end, kind, frame, stance, own, asserted, proposition, attribution, agreement, method, score = values[:_OWN]
    speaker, actor, anonymous, begin, until, run, text = values[_OWN:]
    body = json.loads(text)
    more = body.get("figures", ())
    held = tuple(_with_more(figure, *more[at]) if more else figure for at, figure in enumerate(figures))
    return Claim(
        id=id_,
        start=start,
        end=end,
        type=kind,
        frame=frame,
        gloss=body["gloss"],
        args=tuple((role, Argument(**argument)) for role, argument in body["args"]),
        stance=stance,
        speaker=Speaker(speaker, actor, anonymous),
        chain=tuple(body["chain"]),
        own=own,
        proposition=proposition,
        valid=ValidTime(begin, until),
        asserted=asserted,
        hedge=body["hedge"],
        places=tuple(body["places"]),
        place_ids=tuple(body["place_ids"]),
        places_told=body.get("places_told", True),
        figures=held,
        about=About(**body["about"]) if body["about"] else None,
        agreement=agreement,
        attribution=attribution,
        method=method,
        run=run or "",
        score=score,
        explanation=_explanation_from(told) if not lean and (told := body.get("explanation")) else None,
        **{name: restore(kind, body[name]) for name, kind in _WHOLE.items() if name in body},
    )


def figure_from(row: Result[Any]) -> Figure:
    """Return the figure that a row of all columns holds; what stands in the claim's body is added by :func:`claim_from`."""
    return Figure(*row[_PARENT:])


def _with_more(figure: Figure, vague: bool, role: str | None, window: list[str | None] | None) -> Figure:  # noqa: FBT001 - a stored row
    return dataclasses.replace(figure, vague=vague, role=role, window=(window[0], window[1]) if window else None)


def _day(value: dt.date | None) -> str | None:
    return value.isoformat() if value else None


def _date(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value else None


def segment_values(segments: Iterable[Segment]) -> list[dict[str, Any]]:
    """Return segments as plain JSON."""
    return [_plain(segment) | {"dated": _day(segment.dated)} for segment in segments]


def segments_from(stored: str) -> tuple[Segment, ...]:
    """Return the segments that a JSON column holds."""
    return tuple(Segment(**{**values, "dated": _date(values["dated"])}) for values in json.loads(stored))


def appearance_row(metadata: Metadata) -> dict[str, object]:
    """Return the columns of an appearance that come from the metadata."""
    published = metadata.published
    plain = _plain(metadata)
    for name in ("lang", "section", "modified", "dates", "origins"):  # of the document, and of what reading knows of the appearance
        del plain[name]
    source = metadata.original_source
    dated = {"published": _day(published.value), "published_origin": published.origin, "weak": published.weak}
    return plain | dated | {"original_source": _plain(source) if source else None}


def metadata_from(row: Result[Any], lang: str | None) -> Metadata:
    """Return the metadata that an appearance holds; the language is the document's."""
    source = json.loads(row.original_source) if row.original_source else None
    return Metadata(
        title=row.title,
        byline=tuple(json.loads(row.byline)),
        published=Dated(_date(row.published), row.published_origin, row.weak),
        publisher_id=row.publisher_id,
        publisher=row.publisher,
        original_source=OriginalSource(**source) if source else None,
        url=row.url,
        lang=lang,
    )
