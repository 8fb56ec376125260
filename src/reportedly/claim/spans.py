"""The words of a claim: the clause of its trigger, without clauses that make claims of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from reportedly.claim.syntax import VERBAL, goes_on, is_passive, noun_before
from reportedly.parse import text_of, tokens_between
from reportedly.text import trim

_HANGING = {"acl", "relcl", "amod"}
_NOUNS = frozenset({"NOUN", "PROPN"})
_NAMING = frozenset({"appos", "compound", "nmod"})
_LONG_APPOSITION = 4
_BESIDE = 6
_FEWEST = 3
_SHORTER = 0.65
_COUNTING = frozenset("dozens scores hundreds thousands millions".split())
_EDGE = " \t\n,;:-–—.\"'“”’‘()«»"
_TELLING = frozenset({"advcl", "parataxis", "relcl", "acl", "ccomp", "conj", "appos", "dep", "pcomp"})


@dataclass(frozen=True, slots=True)
class Clauses:
    """What each word of a document takes along where it makes a claim, worked out once, from the leaves of the parse upwards.

    Attributes:
        others: indices of the words that evoke claims.
        above: indices of these and of all words that govern one.
        adrift: indices of participles that tell what the whole sentence did, not what the noun before them did.
        reach: per word the first and the last of the words that belong to its clause.
    """

    others: frozenset[int]
    above: frozenset[int]
    reach: tuple[tuple[int, int], ...]
    adrift: frozenset[int] = frozenset()

    @classmethod
    def of(cls, doc: Doc, others: Iterable[int], adrift: Iterable[int] = ()) -> Clauses:
        """Return the clauses of ``doc`` where the words at the indices ``others`` evoke claims, those at ``adrift`` not of their noun."""
        held = frozenset(others)
        above = _above(doc, held)
        return cls(held, above, _reach(doc, above - _listed(doc, above - held)), frozenset(adrift))

    def span(self, trigger: Token, kind: str = "verb") -> tuple[int, int]:
        """Return the offsets of the clause around ``trigger``, leaving out clauses at its edges that make claims of their own.

        Args:
            trigger: the word that evokes the claim.
            kind: kind of the trigger; adjectives and hyphenated words take their noun phrase along.
        """
        first, last = self._kept(trigger)
        words = {self._past_subject(trigger, first, last), last}
        if (trigger.dep_ in _HANGING and trigger.i not in self.adrift) or kind in {"adj", "hyphen"}:
            words |= self._noun_phrase(trigger)
        if kind == "noun" and trigger.dep_ in _NAMING and trigger.head.pos_ == "PROPN" and abs(trigger.head.i - trigger.i) <= _BESIDE:
            words |= {trigger.head.i, *(t.i for t in trigger.head.lefts if t.dep_ == "compound" and t.i not in self.others)}
        if trigger.dep_ == "xcomp" and trigger.head.i not in self.others:
            words |= _governor_words(trigger.head)
        return _stripped(trigger.doc, min(words), max(words))

    def _kept(self, trigger: Token) -> tuple[int, int]:
        """Return the first and last word that belong to a trigger; a conjunction of its own that opens the clause does not."""
        marks = [t for t in trigger.children if t.dep_ == "mark" and t.lower_ not in {"if", "unless"}]
        if not marks:
            return self.reach[trigger.i]
        besides = [t for t in trigger.children if t not in marks] + [t for mark in marks for t in mark.children]
        first = min((self.reach[t.i][0] for t in besides if not _apart(t, self.above)), default=trigger.i)
        return min(first, trigger.i), self.reach[trigger.i][1]

    def _past_subject(self, trigger: Token, first: int, last: int) -> int:
        """Return where a clause begins: at its verb, where its subject tells far more in a claim of its own than the clause does."""
        subjects = [] if is_passive(trigger) else [t for t in trigger.lefts if t.dep_ == "nsubj" and t.left_edge.i == first]
        for child in subjects:
            begin = child.right_edge.i + 1
            told = any(t.dep_ in {"acl", "relcl"} and t.i in self.above for t in child.rights)
            if told and _FEWEST <= last - begin + 1 < _SHORTER * (begin - first):
                return begin
        return first

    def _clause_words(self, verb: Token) -> set[int]:
        """Return a verb with its auxiliaries, and its subject where that tells no claim of its own ("the raid had left … dead")."""
        words = {verb.i} | {t.i for t in verb.lefts if t.dep_ in {"aux", "auxpass", "neg"}}
        for child in verb.lefts:
            if child.dep_ in {"nsubj", "nsubjpass"} and child.i not in self.above:
                words |= _edges(child)
        return words

    def _noun_phrase(self, trigger: Token) -> set[int]:
        """Return the edges of the noun phrase that an adjective or participle belongs to, up to the trigger."""
        head = trigger.head
        if head.pos_ not in {"NOUN", "PROPN", "PRON", "NUM"}:
            return self._clause_words(head) if head.i < trigger.i else {head.i}
        words = self._clause_words(head.head) | {head.i} if head.dep_ == "attr" and head.head.i < head.i else {head.i}
        until = max(trigger.i, head.i)
        for child in head.children:
            if child != trigger and child.i < until and child.dep_ not in {"punct", "cc", "conj"} and child.i not in self.above:
                words |= _edges(child)
        if trigger.i < head.i:
            words |= {i for child in head.rights if child.dep_ == "prep" and child.i not in self.above for i in _edges(child)}
        return words


def is_fragment(doc: Doc, start: int, end: int, trigger: Token) -> bool:
    """Say whether the words of a claim are too few to say anything: one or two, without a number or a subject of the verb."""
    words = [t for t in tokens_between(doc, start, end) or () if t.is_alpha or t.like_num]
    if len(words) >= _FEWEST or any(t.like_num or t.lower_ in _COUNTING for t in words):
        return False
    return trigger.pos_ not in VERBAL or not any(t.head == trigger and t.dep_ in {"nsubj", "nsubjpass"} for t in words)


def _stripped(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """Return the offsets of the words ``first`` to ``last`` without the marks at their edges."""
    text = text_of(doc)
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    while end > start and text[end - 1] in _EDGE and text[end - 1] not in ")”":
        end -= 1
    while start < end and text[start] in _EDGE and text[start] not in "(“":
        start += 1
    return trim(text, start, end)


def _edges(token: Token) -> set[int]:
    """Return the first and the last of the words that hang on ``token``, itself among them."""
    return {token.left_edge.i, token.right_edge.i}


def _governor_words(verb: Token) -> set[int]:
    """Return the edges of a governing verb with its auxiliaries and subject: "is trying" belongs to "to cut the road"."""
    words = {verb.i}
    for child in verb.children:
        if child.dep_ in {"aux", "auxpass", "neg", "nsubj", "nsubjpass"}:
            words |= _edges(child) if child.dep_.startswith("nsubj") else {child.i}
    return words


def _above(doc: Doc, others: Iterable[int]) -> frozenset[int]:
    """Return ``others`` and all words that govern one of them."""
    out: set[int] = set()
    for index in others:
        token = doc[index]
        while token.i not in out:  # the root of a sentence is its own head
            out.add(token.i)
            token = token.head
    return frozenset(out)


def _listed(doc: Doc, above: frozenset[int]) -> frozenset[int]:
    """Return the nouns among ``above`` that a list goes on with: "killed soldiers and men fighting beside them" killed the men too."""
    joined = (doc[i] for i in above if doc[i].dep_ == "conj" and doc[i].pos_ in _NOUNS and doc[i].head.pos_ in _NOUNS)
    return frozenset(t.i for t in joined if all(c.dep_ in _HANGING for c in t.children if c.i in above))


def _reach(doc: Doc, above: frozenset[int]) -> tuple[tuple[int, int], ...]:
    """Return for each word the first and last word of its clause: what hangs on it but is not told apart."""
    out = [(token.i, token.i) for token in doc]
    heads = [_holder(token).i for token in doc]
    for token in _leaves_first(doc, heads):
        head = heads[token.i]
        if head != token.i and not _apart(token, above):
            first, last = out[token.i]
            out[head] = min(out[head][0], first), max(out[head][1], last)
    return tuple(out)


def _leaves_first(doc: Doc, heads: Sequence[int]) -> Iterator[Token]:
    """Yield each word after all that hang on it; ``heads`` says on which each does."""
    awaited = [0] * len(heads)
    for index, head in enumerate(heads):
        awaited[head] += index != head
    ready = [index for index, count in enumerate(awaited) if not count]
    while ready:
        index = ready.pop()
        yield doc[index]
        head = heads[index]
        if head != index:
            awaited[head] -= 1
            if not awaited[head]:
                ready.append(head)


def _holder(token: Token) -> Token:
    """Return the word in whose clause ``token`` stands: its head, but for a noun that the parse gave to the participle after it."""
    head = token.head
    return head.head if token.dep_ == "nsubj" and token.i < head.i and noun_before(head) == token else head


def _apart(child: Token, above: frozenset[int]) -> bool:
    """Say whether ``child`` is left out of the clause of its head: it joins, closes, or heads a clause that is told apart."""
    return child.dep_ in {"cc", "punct", "preconj"} or _own_clause(child, child.head, above)


def _own_clause(child: Token, parent: Token, above: frozenset[int]) -> bool:
    """Say whether ``child`` heads a clause that is told apart from its parent's."""
    if child.dep_ == "conj" and parent.pos_ in VERBAL:
        return child.pos_ in VERBAL or child.i in above
    if child.dep_ == "appos" and child.i > parent.i and child.right_edge.i - child.left_edge.i > _LONG_APPOSITION:
        return not goes_on(child)
    if child.dep_ == "advcl" and child.tag_ == "VBG" and child.i > parent.i:
        return True
    if child.dep_ in _TELLING or noun_before(child) is not None:
        return child.i in above
    return child.dep_ == "prep" and any(t.dep_ == "pcomp" and t.i in above and noun_before(t) is None for t in child.children)
