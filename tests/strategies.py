"""Generated readings: any text that a document may hold, and layers whose spans lie in it."""

from __future__ import annotations

import datetime as dt
import random
from typing import TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from reportedly.ids import document_id, span_id
from reportedly.model import (
    About,
    ActorMention,
    Argument,
    Attribution,
    Buffer,
    Check,
    Claim,
    Dated,
    Document,
    Explanation,
    Figure,
    Filling,
    Forecast,
    Marker,
    Met,
    Metadata,
    Moment,
    OriginalSource,
    Part,
    PlaceMention,
    Plan,
    Reading,
    Segment,
    Span,
    Speaker,
    Term,
    TimeExpression,
    ValidTime,
)
from reportedly.model.check import CHECKS
from reportedly.model.claim import CLAIM_TYPES, FIGURE_ROLES, OPERATORS, STANCES
from reportedly.model.document import SEGMENT_KINDS
from reportedly.model.mood import MARKERS, SCORABLE
from reportedly.model.term import MOMENTS, MOODS
from reportedly.store import Run

T = TypeVar("T")
RUN = Run(model="invented-model 1", codebook="c0de", packs="facade")

PIECES = (
    *("🕊️", "👩🏽\u200d🚒", "\U0001d4b3", "\ufeff", "\u200b", "\n\n", " "),
    *("مدينة الميناء", "\ufdfa", "e\u0301", "n\u0303\u0303", "İ", "ß"),
    *("\u202eabc\u202c", "\u2067א\u2069", "\u2019", "\u201c"),
)
TOWNS = ("Saltgate", "Copper Row", "Quarry Road", "Old Mint", "Fisher Bank")
chars = st.characters(exclude_categories=["Cs"])
words = st.one_of(st.text(chars, min_size=1, max_size=20), st.sampled_from(PIECES), st.sampled_from(TOWNS))
texts = st.lists(words, min_size=1, max_size=12).map(" ".join)
names = st.text(chars, max_size=12)
days = st.dates(dt.date(2011, 1, 1), dt.date(2030, 12, 31))
scores = st.floats(0, 1)
numbers = st.none() | st.floats(allow_nan=False, allow_infinity=False)


def cases(count: int) -> settings:
    """Return settings of a property that takes long: so many cases, and in a soak fifty times as many."""
    found = settings(max_examples=count * settings().max_examples // 100)
    return settings(found, suppress_health_check=[HealthCheck.function_scoped_fixture])


def spans(text: str) -> st.SearchStrategy[Span]:
    """Return spans that lie in a text; some are empty."""
    return st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda ends: Span(min(ends), max(ends)))


def tuples(of: st.SearchStrategy[T], size: int = 3) -> st.SearchStrategy[tuple[T, ...]]:
    """Return short tuples."""
    return st.lists(of, max_size=size).map(tuple)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Draw a document whose id is the hash of its bytes."""
    text = draw(texts)
    data = text.encode() + draw(st.sampled_from((b"", b"\r\n", b"\x00\xff")))
    name, url = draw(names), draw(st.none() | names)
    source = draw(st.none() | spans(text).map(lambda span: OriginalSource(name, url, *span)))
    metadata = Metadata(
        title=draw(st.none() | names),
        byline=draw(tuples(names)),
        published=Dated(draw(st.none() | days), draw(st.sampled_from(("url", "meta", "argument", None))), draw(st.booleans())),
        publisher_id=draw(st.none() | names),
        publisher=draw(st.none() | names),
        original_source=source,
        url=url,
        lang=draw(st.sampled_from(("en", "ar", None))),
    )
    kinds = st.sampled_from(SEGMENT_KINDS)
    segments = st.builds(lambda kind, span, day: Segment(kind, span.start, span.end, "en", day), kinds, spans(text), st.none() | days)
    return Document(document_id(data), draw(names), text, data, metadata, draw(tuples(segments)), draw(st.none() | names), "plain")


def attributions(text: str) -> st.SearchStrategy[Attribution]:
    """Return attributions inside a text."""
    some = tuples(spans(text))
    maybe = st.none() | names
    kinds = st.sampled_from(("direct", "indirect", "mixed"))
    return st.builds(Attribution, names, kinds, some, some, some, st.booleans(), maybe, maybe, maybe, st.booleans(), scores)


def times(text: str) -> st.SearchStrategy[TimeExpression]:
    """Return time expressions inside a text."""
    maybe = st.none() | names
    return spans(text).flatmap(lambda span: st.builds(TimeExpression, *map(st.just, span), names, maybe, maybe, maybe, names, maybe, maybe))


def places(text: str) -> st.SearchStrategy[PlaceMention]:
    """Return mentions of places inside a text."""
    maybe = st.none() | names
    rest = (names, maybe, numbers, numbers, maybe, tuples(names), names, names, scores)
    return spans(text).flatmap(lambda span: st.builds(PlaceMention, *map(st.just, span), *rest))


def actors(text: str) -> st.SearchStrategy[ActorMention]:
    """Return mentions of actors inside a text."""
    maybe = st.none() | names
    return spans(text).flatmap(lambda span: st.builds(ActorMention, *map(st.just, span), maybe, names, names, maybe))


maybe_names = st.none() | names
offsets = st.none() | st.integers(0, 99)
roles = st.none() | st.sampled_from(FIGURE_ROLES)
windows = st.none() | st.tuples(maybe_names, maybe_names)
figures = st.builds(
    Figure,
    *(numbers, st.sampled_from(OPERATORS), names, numbers, numbers, maybe_names, maybe_names, maybe_names, st.booleans()),
    *(offsets, offsets, st.booleans(), roles, windows),
)
at = st.integers(0, 99)
pair = st.tuples(at, at)
parts = st.builds(Part, names, names, at, at, maybe_names, maybe_names)
moments = st.builds(Moment, st.sampled_from(MOMENTS), names, at, at, maybe_names, maybe_names, maybe_names)
buffers = st.builds(Buffer, st.sampled_from(OPERATORS), st.floats(0, 99), names, at, at, st.none() | parts)
terms = st.builds(
    Term,
    *(at, at, st.sampled_from(MOODS), parts, *(tuples(parts),) * 4, st.none() | buffers, tuples(moments), *(tuples(parts),) * 2),
    st.none() | parts,
)
plans = st.builds(
    Plan, maybe_names, st.none() | parts, st.none() | at, st.booleans(), tuples(parts), tuples(moments), *(tuples(parts),) * 3
)
markers = st.builds(Marker, st.sampled_from(MARKERS), names, at, at, pair)
forecasts = st.builds(
    Forecast, st.sampled_from(SCORABLE), maybe_names, maybe_names, st.none() | pair, maybe_names, st.none() | pair, maybe_names
)
checks = st.builds(Check, st.sampled_from(CHECKS), st.booleans(), names, tuples(names))


fillings = st.builds(Filling, names, maybe_names, at, at, st.none() | pair)
explanations = st.builds(
    Explanation,
    names,
    names,
    maybe_names,
    names,
    st.integers(0, 9),
    st.integers(0, 9),
    names,
    tuples(fillings),
    tuples(st.builds(Met, names, st.integers(0, 9), st.integers(0, 9))),
    tuples(st.tuples(names, scores)),
)


@st.composite
def claims(draw: st.DrawFn, document: Document, ordinal: int) -> Claim:
    """Draw a claim inside a document."""
    start, end = draw(spans(document.text))
    argument = st.builds(Argument, names, st.just(start), st.just(end), st.none() | names, st.none() | names)
    maybe = st.none() | names
    bounds = st.none() | days.map(dt.date.isoformat)
    return Claim(
        id=span_id("claim", document.id, start, end, ordinal),
        start=start,
        end=end,
        type=draw(st.sampled_from(CLAIM_TYPES)),
        frame=draw(names),
        gloss=draw(names),
        args=draw(tuples(st.tuples(names, argument))),
        stance=draw(st.sampled_from(STANCES)),
        speaker=draw(st.builds(Speaker, names, maybe, st.booleans())),
        chain=draw(tuples(names)),
        own=draw(st.booleans()),
        proposition=draw(names),
        valid=draw(st.builds(ValidTime, bounds, bounds)),
        asserted=draw(bounds),
        hedge=draw(maybe),
        places=draw(tuples(names)),
        place_ids=draw(tuples(names)),
        places_told=draw(st.booleans()),
        figures=draw(tuples(figures)),
        about=draw(st.none() | st.builds(About, names, names, maybe)),
        agreement=draw(maybe),
        terms=draw(tuples(terms, 2)),
        plan=draw(st.none() | plans),
        markers=draw(tuples(markers)),
        forecast=draw(st.none() | forecasts),
        checks=draw(tuples(checks)),
        attribution=draw(maybe),
        method=draw(names),
        run=draw(st.sampled_from(("", RUN.id))),
        score=draw(scores),
        explanation=draw(st.none() | explanations),
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Draw a reading; every layer may be missing, empty or filled."""
    document = draw(documents())
    count = draw(st.none() | st.integers(0, 3))
    return Reading(
        document,
        draw(st.none() | tuples(attributions(document.text))),
        draw(st.none() | tuples(times(document.text))),
        draw(st.none() | tuples(places(document.text))),
        draw(st.none() | tuples(actors(document.text))),
        None if count is None else tuple(draw(claims(document, ordinal)) for ordinal in range(count)),
    )


def invented_reading(number: int, claims_each: int = 15, *, publisher: str | None = "Harbour Courier", sentences: int = 40) -> Reading:
    """Return a reading of the size of a news article, the same for the same number."""
    chance = random.Random(number)  # noqa: S311 - invented data
    towns = ("Saltgate", "Copper Row", "Quarry Road", "Old Mint", "Fisher Bank")
    lines = [
        f"Report {number}: on day {n} the league held {chance.choice(towns)} with {chance.randrange(900)} people." for n in range(sentences)
    ]
    text = "\n".join(lines)
    data = text.encode()
    day = dt.date(2031, 1, 1) + dt.timedelta(days=number % 300)
    metadata = Metadata(title=f"Report {number}", published=Dated(day, "argument"), publisher=publisher, lang="en")
    document = Document(document_id(data), f"reports/{number}.txt", text, data, metadata, (Segment("body", 0, len(text)),))
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(sentences)]
    marked = [Span(start, start + 10) for start in starts]
    held = tuple(_claim(document, starts[n % sentences], len(lines[n % sentences]), n, TOWNS[n % len(TOWNS)]) for n in range(claims_each))
    return Reading(
        document,
        tuple(Attribution(span_id("attribution", document.id, *span), "indirect", (span,)) for span in marked[:20]),
        tuple(TimeExpression(*span, "DATE", day.isoformat()) for span in marked[:10]),
        tuple(PlaceMention(*span, "Saltgate", "saltgate") for span in marked[:30]),
        tuple(ActorMention(*span, "LEAGUE", "the League", "league") for span in marked),
        held,
    )


def _claim(document: Document, start: int, length: int, number: int, town: str) -> Claim:
    day = document.metadata.published.value
    stamp = day.isoformat() if day else None
    league = Argument("the League", start, start + 6, actor="LEAGUE")
    return Claim(
        id=span_id("claim", document.id, start, number),
        start=start,
        end=start + length,
        type="control" if number % 2 else "casualty",
        frame="holds",
        gloss=f"the League holds {town}",
        args=(("controller", league), ("place", Argument(town, start, start + 6, place=town.lower()))),
        stance="asserts",
        speaker=Speaker("Ana Brook", "BROOK"),
        chain=("Harbour Courier", "Ana Brook"),
        own=number % 3 == 0,
        proposition=span_id("proposition", "holds", "LEAGUE", town, stamp),
        valid=ValidTime(stamp, stamp),
        asserted=stamp,
        places=(town,),
        place_ids=(town.lower(),),
        figures=(Figure(float(number), "=", "people"),),
        method="invented 1",
        run=RUN.id,
        score=0.5,
    )
