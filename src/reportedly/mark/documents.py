"""Documents as sources: whose letter, statement or figures it is, where the text says so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from reportedly.mark.descriptions import DOCUMENTS, FIGURES, LAWS, RECORDINGS, TEXTS
from reportedly.mark.sources import agent_of, subject_of
from reportedly.parse import sentence_number

_NAMES = frozenset({"GPE", "NORP", "ORG", "PERSON"})
CARRIERS = frozenset("article report story piece column dispatch post interview editorial study commentary".split())
"""Texts that outlets carry."""
ISSUING = frozenset(
    """issue send publish release write sign submit present propose offer circulate table unveil draft deliver make put hand address post
    distribute file pen leak adopt pass announce broadcast carry read prepare compile produce film upload share shoot take capture record
    air""".split()
)
_OWNING = frozenset({"its", "their", "his", "her"})
_ASCRIBING = frozenset({"attribute", "ascribe"})
_LAST = 4
_SCANNED = 200


def owner(noun: Token) -> Token | None:
    """Return the head word of whose document a noun is: possessor, name before it, "by", "from" or "of" it, for an article "in" it."""
    for child in noun.children:
        if child.dep_ == "poss" or (child.dep_ in {"compound", "nmod", "amod"} and child.i < noun.i and _is_name(child)):
            return child
    for child in noun.children:
        fits = child.lower_ in {"by", "from"} or (child.lower_ == "of" and noun.lemma_.lower() in TEXTS | FIGURES)
        carried = child.lower_ in {"in", "on"} and noun.lemma_.lower() in CARRIERS
        if child.dep_ in {"prep", "agent"} and (fits or carried):
            held = next((c for c in child.children if c.dep_ == "pobj"), None)
            if held is not None and (not carried or _is_name(held)) and (child.lower_ != "of" or _is_name(held)):
                return held
    return None


def _is_name(token: Token) -> bool:
    return token.ent_type_ in _NAMES or (token.pos_ == "PROPN" and token.ent_type_ not in {"DATE", "TIME"})


def author(noun: Token) -> Token | None:
    """Return the head word of who made a document, as its phrase or its sentence says: its owner, or who signed, sent or said it."""
    named = owner(noun)
    if named is not None and named.lower_ not in _OWNING:
        return named
    for child in noun.children:
        issued = child.dep_ in {"acl", "relcl"} and child.lemma_.lower() in ISSUING
        if issued and (agent := agent_of(child) or _issuer(child) or _by(child)) is not None:
            return agent
        if child.dep_ == "acl" and child.lemma_.lower() in _ASCRIBING and (holder := _to(child)) is not None:
            return holder
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_.lower() in ISSUING:
        return subject_of(verb)
    if noun.dep_ == "nsubj" and noun.lemma_.lower() in RECORDINGS and verb.lemma_.lower() in ISSUING and (agent := _by(verb)) is not None:
        return agent
    if noun.dep_ == "nsubjpass" and verb.lemma_.lower() in ISSUING:
        return agent_of(verb)
    if noun.dep_ == "pobj" and verb.lower_ == "in" and verb.head.pos_ in {"VERB", "AUX"}:
        return subject_of(verb.head)
    return named


def _to(participle: Token) -> Token | None:
    """Return whom a document is "attributed to"."""
    return next((t for c in participle.children if c.lower_ == "to" for t in c.children if t.dep_ == "pobj"), None)


def _by(participle: Token) -> Token | None:
    """Return "activists" of "shared on networks by activists", where the parse hangs "by" on the networks."""
    after = (t for t in participle.subtree if t.i > participle.i and t.lower_ == "by" and t.pos_ == "ADP")
    return next((c for by in after for c in by.children if c.dep_ == "pobj"), None) if participle.tag_ in {"VBN", "VBD"} else None


def _issuer(verb: Token) -> Token | None:
    """Return who issues something in a relative clause: "the statement (that) the governments published"."""
    told = (t for t in verb.children if t.dep_ == "nsubj" and t.tag_ not in {"WDT", "WP"} and t.lower_ != "that")
    return next(told, None) if verb.dep_ == "relcl" else None


def nouns(doc: Doc) -> list[Token]:
    """Return the nouns of a document that mean documents somebody has made."""
    return [t for t in doc if t.pos_ == "NOUN" and t.lemma_.lower() in DOCUMENTS - LAWS]


def earlier(found: list[Token], holder: Token) -> Iterator[Token]:
    """Yield the documents named before a definite one that it may be: those of the same noun, then the last other text, latest first."""
    last = bisect_left(found, holder.i, key=lambda t: t.i)
    before = found[max(0, last - _SCANNED) : last]
    lemma = holder.lemma_.lower()
    same = (t for t in reversed(before) if t.lemma_.lower() == lemma and (t.tag_ == "NNS") is (holder.tag_ == "NNS"))
    for token in same:
        yield token
        if holder.tag_ == "NNS":
            break  # many reports were named before, and "the reports" are the last
    if lemma in TEXTS:
        for token in reversed(before):
            if token.lemma_.lower() in TEXTS and sentence_number(holder) - sentence_number(token) <= _LAST:
                yield token
