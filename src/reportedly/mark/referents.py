"""What a document has named so far, and what in it a pronoun or a definite description takes up again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from spacy.tokens import Token

from reportedly.mark.descriptions import is_class, is_definite, is_person_noun, kinds_of, stem
from reportedly.mark.people import People
from reportedly.model import ActorMention
from reportedly.parse import root_of, sentence_number, tokens_between

_MEMORY = 80
_SCANNED = 1_000
_NEAR = 6
_REACH = 8
_OUTER = {"ROOT", "conj", "parataxis"}
_PEOPLES = {"population", "armed-group"}
_BODIES = frozenset({"armed-group", "coalition"})
_SOFT = frozenset("same latter former first second other new latest joint brief short official own".split())
_LONGER = frozenset({"prep", "relcl", "acl", "poss"})


class Speaker(NamedTuple):
    """Who speaks.

    Attributes:
        actor: id of a known actor; of a spokesperson or official without an id of their own that of whom they speak for.
        name: neutral name where known, else the words used.
        anonymous: the source has no name of its own.
        members: of a collective speaker the names that are listed.
    """

    actor: str | None
    name: str | None
    anonymous: bool
    members: tuple[str, ...] = ()


class Referent(NamedTuple):
    """Somebody named: where (token), as what (person, many, body), by which head nouns and words (stems), and of which kind of actor."""

    at: int
    speaker: Speaker
    sort: str
    heads: frozenset[str]
    words: frozenset[str]
    kind: str | None = None
    number: str = ""


NOBODY = Speaker(None, None, anonymous=False)


class Memory:
    """Speakers met so far, and all named actors of the document with them."""

    def __init__(self, people: People, subjects: list[Token], first: Token | None) -> None:
        self.people = people
        self._past: list[Referent] = []
        self._named: list[Referent] | None = None
        self._subjects = subjects
        self._places = [t.i for t in subjects]
        self._first = first

    def add(self, referent: Referent) -> None:
        """Remember who spoke."""
        self._past.append(referent)

    def spoke(self, at: int, accept: Callable[[Referent], bool], *, near: bool = False) -> Referent | None:
        """Return the last speaker before token ``at`` that ``accept`` takes, with ``near`` only of the last sentences."""
        found = next((r for r in islice(reversed(self._past), _MEMORY) if r.at < at and accept(r)), None)
        return None if found is not None and near and self._sentences(found.at, at) > _REACH else found

    def subject(self, at: int, after: int, accept: Callable[[Token], bool]) -> Token | None:
        """Return the last subject of a main clause between two tokens that ``accept`` takes, none of an earlier sentence but the last."""
        for n in range(bisect_left(self._places, at) - 1, -1, -1):
            token = self._subjects[n]
            if token.i <= after or sentence_number(token) < sentence_number(token.doc[at]) - 1:
                return None
            if accept(token):
                return token
        return None

    def take_up(self, holder: Token, at: int, *, spoke: bool = False) -> Referent | None:
        """Return whom a definite noun phrase takes up: "the ministry", "the same source"; None where it names somebody new.

        With ``spoke`` only one who spoke before and is called by the same noun.
        """
        if any(c.dep_ in _LONGER and c.i != at for c in holder.children) or not (is_definite(holder) or holder.pos_ == "PROPN"):
            return None
        head = stem(holder.lower_)
        told = frozenset(stem(c.lower_) for c in holder.children if c.dep_ in {"compound", "amod", "nmod"} and _tells_apart(c))
        number = _number(holder)

        def by_head(referent: Referent) -> bool:
            several = bool(referent.speaker.members) and number != "many"
            fits = number == "" or referent.number in {"", number}
            return head in referent.heads and told <= referent.words and fits and not several

        def by_kind(referent: Referent) -> bool:
            return "many" not in {number, referent.number} and referent.kind in kinds_of(head) and told <= referent.words

        found = self.spoke(at, by_head)
        if found is not None or spoke:
            return found
        if len(kinds_of(head)) > 1 and holder.pos_ != "PROPN":
            # "the group" is sooner the one that spoke last than one that was called so somewhere
            found = self._by_kind(at, by_kind)
        found = found or self._mentioned(at, by_head)
        if found is None and holder.pos_ != "PROPN":
            found = self._by_kind(at, by_kind)
        if found is None and any(c.lower_ == "same" for c in holder.children):
            found = self.spoke(at, lambda _: True)
        return found

    def _by_kind(self, at: int, accept: Callable[[Referent], bool]) -> Referent | None:
        spoke = self.spoke(at, accept)
        named = self._mentioned(at, accept, near=True)
        if spoke is None or (named is not None and self._sentences(spoke.at, at) > _NEAR):
            return named or spoke
        return spoke

    def _sentences(self, begin: int, end: int) -> int:
        doc = None if self._first is None else self._first.doc
        return 0 if doc is None else sentence_number(doc[end]) - sentence_number(doc[begin])

    def _mentioned(self, at: int, accept: Callable[[Referent], bool], *, near: bool = False) -> Referent | None:
        named = self.named()
        last = bisect_left(named, at, key=lambda r: r.at)
        for referent in islice(reversed(named[max(0, last - _SCANNED) : last]), _SCANNED):
            if near and self._sentences(referent.at, at) > _NEAR:
                return None
            if accept(referent):
                return referent
        return None

    def named(self) -> list[Referent]:
        """Return the named actors of the document in text order."""
        if self._named is None:
            self._named = sorted(self._mentions(), key=lambda r: r.at)
        return self._named

    def _mentions(self) -> Iterator[Referent]:
        if self._first is None:
            return
        doc = self._first.doc
        for mention in self.people.mentions:
            span = tokens_between(doc, mention.start, mention.end)
            if span is not None and not is_class(root_of(span), mention):
                yield of_mention(self.people, mention, root_of(span))


def of_mention(people: People, mention: ActorMention, token: Token) -> Referent:
    """Return a named actor as a referent."""
    name = people.person(token) if mention.kind == "person" and mention.actor is None else None
    words = {stem(w) for w in (*mention.name.split(), *mention.label.split(), *roles(token))}
    heads = {stem(token.lower_)} | ({stem(r) for r in roles(token)} if mention.kind == "person" else set())
    sort = "person" if mention.kind == "person" else "many" if mention.kind in _PEOPLES else "body"
    speaker = Speaker(mention.actor, name or mention.name, anonymous=False)
    # "Orre fighters" is Orre, one body, where "the ministers" are several
    number = "" if mention.kind in _BODIES and not mention.label.islower() else _number(token)
    # "the coalition" takes up no "terrorists" or "gunmen", whoever they are
    kind = None if mention.kind == "coalition" and mention.label[1:].islower() else mention.kind
    return Referent(token.i, speaker, sort, frozenset(heads), frozenset(words), kind, number)


def described(at: int, who: tuple[Speaker, str, str | None], holder: Token, words: str) -> Referent:
    """Return a speaker (with sort and kind of actor) as a referent, by the words of the source and those of the name."""
    speaker, sort, kind = who
    told = frozenset(stem(w) for w in (*words.split(), *(speaker.name or "").split(), *roles(holder)))
    last = (speaker.name or "").split()[-1:]
    heads = frozenset(stem(w) for w in (holder.lower_, *last, *roles(holder))) | _first_of_name(speaker.name)
    return Referent(at, speaker, sort, heads, told, kind, _number(holder))


def roles(token: Token) -> list[str]:
    """Return the nouns that say what somebody named is: a title before the name, an apposition on either side."""
    near = [c for c in token.children if c.dep_ in {"compound", "appos", "nmod", "amod"} and c.pos_ in {"NOUN", "PROPN"}]
    if token.dep_ in {"appos", "compound", "nmod"} and is_person_noun(token.head):
        near.append(token.head)
    return [t.lemma_.lower() for t in near if is_person_noun(t)]


def main_subjects(tokens: Iterator[Token]) -> list[Token]:
    """Return the subjects of main clauses among ``tokens``, in order."""
    return [t for t in tokens if t.dep_ in {"nsubj", "nsubjpass"} and t.pos_ in {"NOUN", "PROPN"} and t.head.dep_ in _OUTER]


def _first_of_name(name: str | None) -> frozenset[str]:
    """Return the head noun of a name with "of" or "for": "Ministry of Interior" is a ministry."""
    for part in (" of ", " for ", " in ", " at "):
        before, found, _ = (name or "").partition(part)
        if found:
            return frozenset({stem(before.split()[-1])}) if before.split() else frozenset()
    return frozenset()


def _tells_apart(modifier: Token) -> bool:
    """Say whether a modifier tells one ministry from another; "same" and "London-based" do not."""
    return (
        modifier.lower_ not in _SOFT and modifier.tag_ not in {"VBN", "VBG", "VBD"} and (modifier.i == 0 or modifier.nbor(-1).text != "-")
    )


def _number(token: Token) -> str:
    if token.pos_ != "NOUN":
        return ""
    return "many" if token.tag_ == "NNS" else "one"
