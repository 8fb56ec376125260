"""The persons and named actors of a document, looked up by place and by last name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from reportedly.model import ActorMention
from reportedly.text import fold

_MALE = frozenset("mr mr. king prince lord sir father brother".split())
_FEMALE = frozenset("mrs mrs. ms ms. miss queen princess lady dame sister".split())
_TITLES = (
    _MALE | _FEMALE | frozenset("dr dr. gen gen. sen sen. rep rep. gov gov. col col. lt lt. maj maj. capt capt. president general".split())
)
_NO_NAMES = frozenset({"'s", "’s", "’", "'"})
_FULL = 2


class People:
    """Mentions of named actors by offset, and the full names of persons by the last word of them.

    ``subjects`` are the last words of persons' names where these are subjects; ``sex`` is what a title says of a full name: m or f.
    """

    def __init__(self, doc: Doc, actors: Sequence[ActorMention]) -> None:
        self.mentions = sorted(actors, key=lambda m: m.start)
        self._starts = [m.start for m in self.mentions]
        self._full: dict[str, list[tuple[int, str]]] = {}
        self._persons: dict[int, str] = {}
        self._known: dict[str, ActorMention] = {}
        self.subjects: list[Token] = []
        self.sex: dict[str, str] = {}
        # where a reader found the names, a person that is no actor there is a place
        self._checked = any(m.actor is None for m in self.mentions)
        for entity in doc.ents:
            if entity.label_ == "PERSON":
                self._learn([doc[i] for i in range(entity.start, entity.end)])
        for mention in self.mentions:
            if mention.kind == "person":
                self._full_name(mention.name, mention.start)
                if mention.actor is not None:
                    self._known |= {mention.name: mention, fold(mention.label): mention}
        for held in self._full.values():
            held.sort()

    def _learn(self, tokens: Sequence[Token]) -> None:
        held = [t for t in tokens if not t.is_space and t.text not in _NO_NAMES]
        titles: list[str] = []
        while held and held[0].lower_ in _TITLES:
            titles.append(held.pop(0).lower_)
        while len(held) > _FULL and not self._may_be_person(held[-1]):
            held.pop()
        if not held or not held[-1].text[:1].isupper() or not self._may_be_person(held[-1]):
            return
        if held[0].i > 0:
            titles.append(held[0].nbor(-1).lower_)
        name = fold("".join(t.text_with_ws for t in held))
        for token in held:
            self._persons[token.i] = name
        self._full_name(name, held[0].idx)
        self._learn_sex(name, titles)
        if held[-1].dep_ in {"nsubj", "nsubjpass"}:
            self.subjects.append(held[-1])

    def _may_be_person(self, token: Token) -> bool:
        mention = self.mention(token)
        return mention.kind == "person" or mention.actor is None if mention is not None else not self._checked

    def _learn_sex(self, name: str, titles: Iterable[str]) -> None:
        for title in titles:
            if title in _MALE | _FEMALE:
                self.sex[name.rsplit(maxsplit=1)[-1].lower()] = "m" if title in _MALE else "f"

    def _full_name(self, name: str, at: int) -> None:
        words = name.split()
        if len(words) >= _FULL:
            self._full.setdefault(words[-1].lower(), []).append((at, name))

    def _fuller(self, last: str, at: int) -> str | None:
        """Return the full name with that last word which stands last before the offset ``at``, else the first after it."""
        known = self._full.get(last.lower())
        return None if known is None else known[max(0, bisect_right(known, (at, "")) - 1)][1]

    def mention(self, token: Token) -> ActorMention | None:
        """Return the mention that ``token`` stands in, None where it stands in none."""
        at = bisect_right(self._starts, token.idx) - 1
        if at >= 0 and self.mentions[at].start <= token.idx < self.mentions[at].end:
            return self.mentions[at]
        return None

    def lost_possessive(self, token: Token) -> bool:
        """Say whether a name in capitals, or one known, has lost the apostrophe of its possessive: "VARNs" in "VARNs correspondent"."""
        stem, mention = token.text[:-1], self.mention(token) if token.text.endswith("s") else None
        return mention is not None and mention.label == token.text and (stem == mention.name or (len(stem) > 1 and stem.isupper()))

    def person(self, token: Token) -> str | None:
        """Return the full name of the person whom ``token`` names, None where it names none.

        A last name alone is that of the person of that name who was named in full last.
        """
        name = self._persons.get(token.i)
        if name is not None:
            return name if " " in name else self._fuller(name, token.idx) or name
        mention = self.mention(token)
        other = mention is not None and mention.kind not in {None, "person"}
        if other or token.pos_ not in {"PROPN", "NOUN"} or not token.text[:1].isupper():
            return None
        full = self._fuller(token.text, token.idx)
        return full if full is not None and (token.pos_ == "PROPN" or full.endswith(token.text)) else None

    def known(self, name: str) -> ActorMention | None:
        """Return a mention of the person of the register who has that full name in this document, None where there is none."""
        return self._known.get(name)

    def is_person(self, name: str | None) -> bool:
        """Say whether ``name`` is the full name of a person of the document."""
        words = (name or "").split()
        return bool(words) and any(known == name for _, known in self._full.get(words[-1].lower(), ()))

    def monitor(self) -> ActorMention | None:
        """Return the first mention of a body that monitors the war, by its name if it has one; None where the document names none."""
        found = [m for m in self.mentions if m.kind == "monitor"]
        return next((m for m in found if m.label.removeprefix("the ")[:1].isupper() and " " in m.label), found[0] if found else None)
