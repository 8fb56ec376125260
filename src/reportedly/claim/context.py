"""What a claimer knows of one document: its parse, and which mention, attribution and time stands at which word."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TypeVar

from spacy.tokens import Doc, Token

from reportedly.claim.intervals import Holders, Spans
from reportedly.claim.theatre import home_of
from reportedly.model import ActorMention, Attribution, PlaceMention, Reading, Segment, TimeExpression
from reportedly.model.frame import Codebook
from reportedly.model.pack import Pack
from reportedly.parse import ends_truce, text_of, tokens_between, unsaid

M = TypeVar("M")
SHORT_REPORT = 3500
"""Characters under which a page tells of one event and its day, where an analysis goes from place to place and back in time."""


@dataclass(slots=True)
class Context:
    """A reading laid over its parse, built once per document.

    Actors at a word are those named there (``actor_at``) and those taken up there without their name (``again_at``). ``home`` is
    the id of the country that the document is about, None where none is; ``scenes`` keeps, by the first word of a sentence, where things
    may happen in it, once that was asked for.
    """

    doc: Doc
    reading: Reading
    codebook: Codebook
    pack: Pack
    actor_at: dict[int, ActorMention] = field(default_factory=dict)
    again_at: dict[int, list[ActorMention]] = field(default_factory=dict)
    place_at: dict[int, PlaceMention] = field(default_factory=dict)
    readable: bytearray = field(default_factory=bytearray)
    relays: dict[str, tuple[str, ...]] | None = None
    attributions: dict[str, Attribution] = field(init=False)
    acting: list[int] = field(default_factory=list)
    actors: Spans[ActorMention] = field(init=False)
    places: Spans[PlaceMention] = field(init=False)
    home: str | None = field(init=False)
    scenes: dict[int, list[PlaceMention]] = field(default_factory=dict)
    times: Spans[TimeExpression] = field(init=False)
    _contents: Holders[Attribution] = field(init=False)
    _cues: Holders[Attribution] = field(init=False)
    _sources: Holders[Attribution] = field(init=False)
    _segments: Holders[Segment] = field(init=False)

    def __post_init__(self) -> None:
        """Lay out what is asked for by offset."""
        reading = self.reading
        held = reading.attributions or ()
        self.attributions = {a.id: a for a in held}
        self.actors, self.places, self.times = Spans(reading.actors or ()), Spans(_places(reading)), Spans(reading.times or ())
        self.home = home_of(_places(reading), self.pack)
        told = (a for a in held if a.speech or not self._unsaid(a))
        inner = sorted(told, key=self._depth, reverse=True)  # of two with one content the inner one counts
        self._contents = Holders((a, a.content, sum(s.end - s.start for s in a.content)) for a in inner)
        self._cues = Holders((a, a.cue, 0) for a in held)
        self._sources = Holders((a, a.source, 0) for a in held)
        self._segments = Holders((s, (s,), 0) for s in reading.document.segments)

    def _depth(self, attribution: Attribution) -> int:
        """Return how many attributions stand around ``attribution``."""
        around = 0
        while attribution.parent and around < len(self.attributions):
            attribution, around = self.attributions[attribution.parent], around + 1
        return around

    def _unsaid(self, attribution: Attribution) -> bool:
        """Say whether an attribution is of what somebody is told not to have said: it is then nobody's claim but the author's."""
        return any(unsaid(token) for span in attribution.cue for token in tokens_between(self.doc, *span) or ())

    @classmethod
    def of(cls, doc: Doc, reading: Reading, codebook: Codebook, pack: Pack) -> Context:
        """Return the context of ``reading``, whose layers but claims are set."""
        made = cls(doc, reading, codebook, pack)
        for mention in reading.actors or ():
            if mention.by == "name":
                _index(doc, mention.start, mention.end, mention, made.actor_at)
            elif (span := tokens_between(doc, mention.start, mention.end)) is not None:
                made.again_at.setdefault(span[-1].i, []).append(mention)
        made.acting = sorted(made.actor_at)
        for place in _places(reading):
            _index(doc, place.start, place.end, place, made.place_at)
        made.readable = bytearray(len(text_of(doc)))
        for segment in reading.document.segments:
            if reading.document.reads(segment):
                made.readable[segment.start : segment.end] = b"\1" * (segment.end - segment.start)
        if not reading.document.segments:
            made.readable = bytearray(b"\1" * len(text_of(doc)))
        return made

    def attribution_at(self, at: int) -> Attribution | None:
        """Return the innermost attribution whose content holds the character ``at``."""
        return self._contents.at(at)

    def attribution_by_cue(self, at: int) -> Attribution | None:
        """Return the attribution whose cue holds the character ``at``, None where the word there is no cue."""
        return self._cues.at(at)

    def is_source(self, at: int) -> bool:
        """Say whether the character ``at`` stands in the words that name who speaks."""
        return self._sources.at(at) is not None

    def actors_among(self, begin: int, until: int) -> list[tuple[int, ActorMention]]:
        """Return the words from index ``begin`` to ``until`` that stand for an actor, each with its mention, in text order."""
        words = self.acting[bisect_left(self.acting, begin) : bisect_left(self.acting, until)]
        return [(word, self.actor_at[word]) for word in words]

    def segment_at(self, at: int) -> Segment | None:
        """Return the segment that holds the character ``at``, None where none does."""
        return self._segments.at(at)

    def goes_on(self, at: int) -> bool:
        """Say whether the character ``at`` stands in text that goes on from sentence to sentence: read, and in no caption."""
        segment = self.segment_at(at)
        return segment is None or (segment.kind != "caption" and bool(self.readable[at]))

    def times_in(self, start: int, end: int) -> list[TimeExpression]:
        """Return the time expressions that lie in ``start`` to ``end``."""
        return self.times.within(start, end)

    def class_has(self, name: str, token: Token) -> bool:
        """Say whether the lemma of ``token`` is in a word class of the codebook."""
        words = self.codebook.classes[name]
        if ends_truce(token):
            return False
        if token.pos_ == "PROPN" and token.lower_.removesuffix("s") in words:
            return True  # of what is written as a name no plural is taken off: "Air Strikes Kill Four"
        compound = f"{token.nbor(-2).lower_}-{token.lemma_.lower()}" if token.i > 1 and token.nbor(-1).text == "-" else ""
        return token.lemma_.lower() in words or compound in words


def _index(doc: Doc, start: int, end: int, mention: M, table: dict[int, M]) -> None:
    span = tokens_between(doc, start, end)
    for token in span if span is not None else ():
        table.setdefault(token.i, mention)


def _places(reading: Reading) -> tuple[PlaceMention, ...]:
    """Return the places of ``reading`` that are no metonyms: a state that acts is an actor of its claims."""
    return tuple(place for place in reading.places or () if place.role == "place")
