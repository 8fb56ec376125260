"""Speakers: sources tied to named actors and to each other inside one document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from spacy.tokens import Token

from reportedly.mark.drafts import Draft
from reportedly.mark.found import Page
from reportedly.mark.people import People
from reportedly.model import ActorMention
from reportedly.text import fold

_PERSONAL = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_PLURAL = frozenset("they them their themselves theirs".split())
_NEUTRAL = frozenset("it its itself".split())
_OWN = frozenset("i we me us my our".split())
_RELATIVE = frozenset("who which that whom whose".split())
_INDEFINITE = frozenset("some many others several few one most another someone somebody everyone all both people those anyone".split())
_ANONYMOUS = frozenset(
    """
    source activist official resident witness eyewitness medic doctor rescuer local villager correspondent reporter diplomat analyst expert
    observer commander fighter soldier rebel militant civilian aide adviser advisor person man woman critic supporter worker leader member
    spokesman spokeswoman spokesperson journalist report rumour rumor people citizen refugee family relative lawyer researcher officer
    group faction opponent insider monitor media""".split()
)
_DOCUMENTS = frozenset(
    "figure estimate data datum report statement survey poll letter resolution number statistic release article account".split()
)
_ROLES = frozenset("appos compound nmod flat".split())
_LEADING = ("the ", "The ")
_LONGEST = 90
_MEMORY = 80


class Speaker(NamedTuple):
    """Who speaks: id of a known actor, name, and whether the source has no name of its own."""

    actor: str | None
    name: str | None
    anonymous: bool


class _Past(NamedTuple):
    """A speaker met before: where, as what, and by which words."""

    at: int
    speaker: Speaker
    sort: str
    words: frozenset[str]


NOBODY = Speaker(None, None, anonymous=False)


class Speakers:
    """Speakers of the drafts of one document, resolved in text order, each in the light of those before it."""

    def __init__(self, page: Page, actors: Sequence[ActorMention], drafts: Sequence[Draft]) -> None:
        self._text = page.text
        self._people = People(page.doc, actors)
        self._past: list[_Past] = []
        self._found: dict[int, Speaker] = {}
        self._sex: dict[str, str] = {}
        for made in sorted(drafts, key=lambda d: d.head.i):
            self._found[id(made)] = self._resolve(made)

    def of(self, made: Draft) -> Speaker:
        """Return the speaker of one of the drafts."""
        return self._found[id(made)]

    def _resolve(self, made: Draft) -> Speaker:
        holder = made.holder
        if made.speaker is not None:
            return Speaker(None, made.speaker, anonymous=False)
        if holder is None:
            return NOBODY
        words = " ".join(self._text[s:e] for s, e in made.source)
        speaker = self._speaker(holder, words, made.head.i)
        if speaker.name is not None:
            sort = self._sort(holder, speaker)
            if holder.lower_ in _PERSONAL:
                self._sex[speaker.name] = _PERSONAL[holder.lower_]
            self._past.append(_Past(made.head.i, speaker, sort, frozenset(t.lower() for t in words.split())))
        return speaker

    def _latest(self) -> Iterator[_Past]:
        """Yield the last speakers, the latest first."""
        return islice(reversed(self._past), _MEMORY)

    def _sort(self, holder: Token, speaker: Speaker) -> str:
        """Return person, many or body: which pronoun may take a speaker up again."""
        if holder.lower_ in _PERSONAL or self._people.person(holder) is not None or self._people.is_person(speaker.name):
            return "person"
        for past in self._latest():
            if past.speaker == speaker:
                return past.sort
        if holder.tag_ in {"NNS", "NNPS"} or holder.lower_ in _PLURAL | _INDEFINITE:
            return "many"
        return "body" if holder.ent_type_ in {"ORG", "GPE", "NORP"} or holder.pos_ == "PROPN" else "single"

    def _speaker(self, holder: Token, words: str, at: int) -> Speaker:
        low = holder.lower_
        if low in _RELATIVE:
            return self._antecedent(holder, at)
        if low in _PERSONAL:
            return self._person_before(at, _PERSONAL[low]) or Speaker(None, words, anonymous=True)
        if low in _PLURAL:
            return self._before(at, ("many", "body")) or Speaker(None, words, anonymous=True)
        if low in _NEUTRAL:
            return self._before(at, ("body", "single")) or self._subject_before(holder) or Speaker(None, words, anonymous=True)
        if low in _OWN:
            return self._around(at) or Speaker(None, words, anonymous=False)
        return self._named(holder, words) or self._again(holder, at) or self._by_words(holder, words)

    def _antecedent(self, holder: Token, at: int) -> Speaker:
        verb = holder.head
        while verb.dep_ in {"conj", "xcomp", "ccomp", "aux"} and verb.head.i != verb.i:
            verb = verb.head
        noun = verb.head
        if verb.dep_ != "relcl" or noun.lower_ in _RELATIVE:
            before = [t for t in holder.doc[max(0, holder.i - 2) : holder.i] if t.pos_ in {"PROPN", "NOUN"}]
            return self._speaker(before[-1], _phrase(before[-1]), at) if before else Speaker(None, None, anonymous=True)
        return self._speaker(noun, _phrase(noun), at)

    def _named(self, holder: Token, words: str) -> Speaker | None:
        """Return the speaker where the source names one: a person in apposition or as head, else the actor at the head."""
        if any(c.dep_ == "conj" and c.pos_ in {"NOUN", "PROPN"} and c.text in words for c in holder.children):
            return Speaker(None, shortened(words), anonymous=False) if holder.pos_ == "PROPN" else None
        for token in (holder, *(c for c in holder.children if c.dep_ in _ROLES and c.i > holder.i)):
            name = self._people.person(token)
            mention = self._people.mention(token)
            if mention is not None and (mention.actor is not None or name is None) and token.pos_ in {"PROPN", "NOUN", "ADJ"}:
                if token.i == holder.i or mention.kind == "person":
                    return Speaker(mention.actor, self._people.person(token) or mention.name, anonymous=False)
            elif name is not None:
                return Speaker(None, name, anonymous=False)
        return self._publisher_of(holder)

    def _publisher_of(self, holder: Token) -> Speaker | None:
        """Return the actor of "UN figures": a document speaks for whom it is of."""
        if holder.lemma_.lower() not in _DOCUMENTS:
            return None
        for child in holder.children:
            if child.dep_ in {"compound", "poss", "nmod", "amod"} and (mention := self._people.mention(child)) is not None:
                return Speaker(mention.actor, mention.name, anonymous=False)
        return None

    def _again(self, holder: Token, at: int) -> Speaker | None:
        """Return the earlier source that a definite noun phrase takes up: "the ministry", "the same source"."""
        if holder.lemma_.lower() == "monitor" and (mention := self._people.monitor()) is not None:
            return Speaker(mention.actor, mention.name, anonymous=False)
        definite = any(c.lower_ in {"the", "this", "that", "same"} for c in holder.children if c.dep_ in {"det", "amod"})
        longer = [c for c in holder.children if c.dep_ in {"prep", "relcl", "acl", "poss"}]
        if longer or not (definite or holder.pos_ == "PROPN"):
            return None
        wanted = {_stem(t.lower_) for t in (holder, *(c for c in holder.children if c.dep_ == "compound"))}
        for past in self._latest():
            if past.at < at and wanted <= {_stem(w) for w in (*past.words, *(past.speaker.name or "").lower().split())}:
                return past.speaker
        return None

    def _by_words(self, holder: Token, words: str) -> Speaker:
        lemma = holder.lemma_.lower()
        unnamed = holder.lower_ in _INDEFINITE or (holder.pos_ in {"NOUN", "PRON", "ADJ", "NUM", "DET"} and lemma in _ANONYMOUS)
        return Speaker(None, shortened(words) or None, anonymous=unnamed)

    def _person_before(self, at: int, sex: str) -> Speaker | None:
        """Return the person that he or she means: the last who spoke, or the subject of a sentence since then."""
        spoke = next((p for p in self._latest() if p.at < at and p.sort == "person" and self._fits(p.speaker, sex)), None)
        subject = next(
            (t for t in islice(reversed(self._people.subjects), _MEMORY) if t.i < at and self._fits(self._of_token(t), sex)), None
        )
        if subject is not None and (spoke is None or subject.i > spoke.at):
            return self._of_token(subject)
        return spoke.speaker if spoke else None

    def _of_token(self, token: Token) -> Speaker:
        mention = self._people.mention(token)
        return Speaker(mention.actor if mention else None, self._people.person(token) or token.text, anonymous=False)

    def _fits(self, speaker: Speaker, sex: str) -> bool:
        return self._sex.get(speaker.name or "", sex) == sex

    def _before(self, at: int, sorts: tuple[str, ...]) -> Speaker | None:
        return next((p.speaker for p in self._latest() if p.at < at and p.sort in sorts), None)

    def _subject_before(self, holder: Token) -> Speaker | None:
        """Return the named actor that is the subject of the sentence above "it"."""
        verb = holder.head
        while verb.head.i != verb.i:
            verb = verb.head
            for child in verb.children:
                if child.dep_ == "nsubj" and child.i < holder.i and (mention := self._people.mention(child)) is not None:
                    return Speaker(mention.actor, mention.name, anonymous=False)
        return None

    def _around(self, at: int) -> Speaker | None:
        """Return the last speaker of all, whom "I" in a quotation means."""
        return next((p.speaker for p in self._latest() if p.at < at), None)


def _stem(word: str) -> str:
    return word.strip("().,").rstrip("s")


def _phrase(noun: Token) -> str:
    return noun.doc[noun.left_edge.i : noun.i + 1].text


def shortened(words: str) -> str:
    """Return the words of a source as a name: on one line, without a leading article, cut before a clause or apposition."""
    name = fold(words)
    for mark in (", ", " who ", " which ", " (", " - "):
        head = name.split(mark, 1)[0]
        name = head if len(head) > 3 else name  # noqa: PLR2004 - not cut down to an initial
    for article in _LEADING:
        name = name.removeprefix(article)
    return name[:_LONGEST].strip()
