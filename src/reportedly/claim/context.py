"""What a claimer knows of one document: its parse, and which mention, attribution and time stands at which word."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from spacy.tokens import Doc, Token

from reportedly.model import ActorMention, Attribution, PlaceMention, Reading, TimeExpression
from reportedly.model.document import READ_KINDS
from reportedly.model.frame import Codebook
from reportedly.model.pack import Pack
from reportedly.parse import text_of, tokens_between

M = TypeVar("M")


@dataclass(slots=True)
class Context:
    """A reading laid over its parse, built once per document."""

    doc: Doc
    reading: Reading
    codebook: Codebook
    pack: Pack
    actor_at: dict[int, ActorMention] = field(default_factory=dict)
    place_at: dict[int, PlaceMention] = field(default_factory=dict)
    readable: bytearray = field(default_factory=bytearray)
    relays: dict[str, tuple[str, ...]] | None = None

    @classmethod
    def of(cls, doc: Doc, reading: Reading, codebook: Codebook, pack: Pack) -> Context:
        """Return the context of ``reading``, whose layers but claims are set."""
        made = cls(doc, reading, codebook, pack)
        for mention in reading.actors or ():
            _index(doc, mention.start, mention.end, mention, made.actor_at)
        for place in reading.places or ():
            _index(doc, place.start, place.end, place, made.place_at)
        made.readable = bytearray(len(text_of(doc)))
        for segment in reading.document.segments:
            if segment.kind in READ_KINDS:
                made.readable[segment.start : segment.end] = b"\1" * (segment.end - segment.start)
        if not reading.document.segments:
            made.readable = bytearray(b"\1" * len(text_of(doc)))
        return made

    def attribution_at(self, at: int) -> Attribution | None:
        """Return the innermost attribution whose content holds the character ``at``."""
        holding = [a for a in self.reading.attributions or () if any(s.start <= at < s.end for s in a.content)]
        return min(holding, key=lambda a: sum(s.end - s.start for s in a.content), default=None)

    def attribution_by_cue(self, at: int) -> Attribution | None:
        """Return the attribution whose cue holds the character ``at``, None where the word there is no cue."""
        return next((a for a in self.reading.attributions or () if any(s.start <= at < s.end for s in a.cue)), None)

    def times_in(self, start: int, end: int) -> list[TimeExpression]:
        """Return the time expressions that lie in ``start`` to ``end``."""
        return [t for t in self.reading.times or () if start <= t.start and t.end <= end]

    def class_has(self, name: str, token: Token) -> bool:
        """Say whether the lemma of ``token`` is in a word class of the codebook."""
        words = self.codebook.classes[name]
        compound = f"{token.nbor(-2).lower_}-{token.lemma_.lower()}" if token.i > 1 and token.nbor(-1).text == "-" else ""
        return token.lemma_.lower() in words or compound in words


def _index(doc: Doc, start: int, end: int, mention: M, table: dict[int, M]) -> None:
    span = tokens_between(doc, start, end)
    for token in span if span is not None else ():
        table.setdefault(token.i, mention)
