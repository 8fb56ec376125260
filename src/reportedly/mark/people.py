"""The persons and named actors of a document, looked up by place and by last name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from reportedly.model import ActorMention
from reportedly.text import fold

_TITLES = frozenset("mr mr. mrs mrs. ms ms. dr dr. gen gen. sen sen. rep rep. gov gov. president general".split())
_FULL = 2


class People:
    """Mentions of named actors by offset, and the fullest name of every person by the last word of it."""

    def __init__(self, doc: Doc, actors: Sequence[ActorMention]) -> None:
        self._mentions = sorted(actors, key=lambda m: m.start)
        self._starts = [m.start for m in self._mentions]
        self._full: dict[str, str] = {}
        self._persons: dict[int, str] = {}
        self.subjects: list[Token] = []
        for entity in doc.ents:
            if entity.label_ == "PERSON":
                self._learn(doc[i] for i in range(entity.start, entity.end))
        for mention in self._mentions:
            if mention.kind == "person":
                self._longest(mention.name)

    def _learn(self, tokens: Iterable[Token]) -> None:
        held = [t for t in tokens if not t.is_space and t.text not in {"'s", "’s", "’", "'"}]
        while held and held[0].lower_ in _TITLES:
            held = held[1:]
        if not held or not held[-1].text[:1].isupper():
            return
        name = fold("".join(t.text_with_ws for t in held))
        for token in held:
            self._persons[token.i] = name
        self._longest(self._persons[held[-1].i])
        if held[-1].dep_ in {"nsubj", "nsubjpass"}:
            self.subjects.append(held[-1])

    def _longest(self, name: str) -> None:
        words = name.split()
        last = words[-1].lower() if words else ""
        if len(words) >= _FULL and len(name) > len(self._full.get(last, "")):
            self._full[last] = name

    def mention(self, token: Token) -> ActorMention | None:
        """Return the mention that ``token`` stands in, None where it stands in none."""
        at = bisect_right(self._starts, token.idx) - 1
        if at >= 0 and self._mentions[at].start <= token.idx < self._mentions[at].end:
            return self._mentions[at]
        return None

    def person(self, token: Token) -> str | None:
        """Return the fullest name in the document of the person whom ``token`` names, None where it names none."""
        name = self._persons.get(token.i)
        if name is None:
            last = token.lower_
            return self._full.get(last) if token.pos_ == "PROPN" and token.text[:1].isupper() else None
        return self._full.get(name.split()[-1].lower(), name)

    def is_person(self, name: str | None) -> bool:
        """Say whether ``name`` is the full name of a person of the document."""
        return name is not None and bool(name.split()) and self._full.get(name.split()[-1].lower()) == name

    def monitor(self) -> ActorMention | None:
        """Return the first mention of a body that monitors the war, None where the document names none."""
        return next((m for m in self._mentions if m.kind == "monitor"), None)
