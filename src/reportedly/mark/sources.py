"""Who is the source of a cue: the subject of a verb, own or shared with its governor; the owner or author of a noun."""

from __future__ import annotations

from spacy.tokens import Token

from reportedly.mark.found import Range, extent
from reportedly.mark.speaking import SPEAKING

SUBJECTS = frozenset({"nsubj", "csubj", "nsubjpass"})
_SHARING = frozenset({"conj", "xcomp", "advcl", "dep", "parataxis"})
_DEPTH = 5
_TAILS = frozenset({"appos", "relcl", "acl"})
_CORE = 0.3
_GLUED = 10
_LETTERS = frozenset("letter message note appeal petition statement memorandum memo complaint protest cable request".split())
_SENDING = frozenset("send write address deliver submit hand present release dispatch forward direct issue lodge file".split())
_MODIFYING = frozenset({"compound", "poss"})
_REPORTING = frozenset({"say", "tell", "add", "report", "note", "stress", "confirm", "announce"})
_CITING = frozenset({"cite", "quote"})
_CHARGING = frozenset({"accuse", "suspect"})
_LOOSE = frozenset(",;:—–-\"“”‘’'()")
LIGHT = frozenset(
    "make issue give have offer show express voice repeat raise deliver release put take send draw face hear reiterate publish post".split()
)
"""Verbs whose subject is the source of the noun that they govern: "made a promise"."""


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """Return the head word of who does what ``verb`` says, None where nobody is named.

    A verb without a subject of its own shares that of the verb it is coordinated with or depends on; the object of a
    verb of asking does what the infinitive says; a participle after a noun is said of that noun.
    """
    own, passive = None, False
    for child in verb.children:
        if child.dep_ in SUBJECTS and child.lower_ != "there" and any(c.isalnum() for c in child.text):
            own = own if own is not None and child.i > verb.i else child
        elif child.dep_ == "agent":
            passive = True
    if own is not None and not (passive and own.dep_ == "nsubjpass"):
        return own
    return None if passive or depth > _DEPTH else _shared(verb, depth)


def _shared(verb: Token, depth: int) -> Token | None:
    head = verb.head
    if head.i == verb.i:
        return None
    if verb.dep_ == "xcomp" and verb.lemma_ not in _CITING and (person := _object(head)) is not None:
        return person
    if (outer := _told_by(verb) or (_reporter(verb) if verb.dep_ == "conj" else None)) is not None:
        return subject_of(outer, depth + 1)
    if verb.dep_ in _SHARING and head.pos_ in {"VERB", "AUX"}:
        return subject_of(head, depth + 1)
    if verb.dep_ in {"acl", "relcl"} and head.pos_ in {"NOUN", "PROPN", "PRON"}:
        return _sender(verb, depth) or head
    if verb.dep_ == "pcomp" and head.head.pos_ in {"VERB", "AUX"}:
        return _quoted(head) or subject_of(head.head, depth + 1)
    if verb.dep_ in {"xcomp", "ccomp"} and head.pos_ == "ADJ" and head.head.pos_ in {"VERB", "AUX"}:
        return subject_of(head.head, depth + 1)
    return None


def _told_by(citing: Token) -> Token | None:
    """Return the verb by whose subject somebody is cited in what is told: "X said that Y shelled the town, citing a medic"."""
    if citing.tag_ != "VBG" or citing.lemma_ not in _CITING or citing.head.lemma_ in _REPORTING:
        return None
    at = citing.head
    for _ in range(_DEPTH):
        if at.dep_ == "ccomp" and at.head.lemma_ in _REPORTING and at.head.i < at.i:
            return at.head
        at = at.head
    return None


def _reporter(verb: Token) -> Token | None:
    """Return the verb whose subject goes on in "X told us that two were hurt but said P", where the parse joins "said" to "hurt"."""
    head = verb.head
    if verb.lemma_ not in _REPORTING or verb.tag_ not in {"VBD", "VBZ"} or head.dep_ != "ccomp" or head.head.i > head.i:
        return None
    return head.head if head.head.lemma_ in _REPORTING and head.lemma_ not in _REPORTING else None


def _sender(participle: Token, depth: int) -> Token | None:
    """Return who sent a letter to those whom a participle follows: "X wrote a letter to Y calling for P"; None where nobody did."""
    at = participle.head
    for _ in range(_DEPTH):
        if participle.tag_ != "VBG" or at.dep_ not in {"conj", "pobj", "dative", "prep", "dobj"}:
            return None
        at = at.head
        if at.pos_ == "VERB":
            break
    letter = _object(at)
    if letter is None or letter.i == participle.head.i or letter.lemma_.lower() not in _LETTERS or at.lemma_.lower() not in _SENDING:
        return None
    return subject_of(at, depth + 1)


def _quoted(particle: Token) -> Token | None:
    """Return the head word of who is quoted "as saying": the object of the quoting verb, or its subject where that is passive."""
    if particle.lower_ != "as":
        return None
    kinds = {"nsubjpass"} if any(c.dep_ == "auxpass" for c in particle.head.children) else {"dobj"}
    return next((c for c in particle.head.children if c.dep_ in kinds), None)


def _object(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "dobj"), None)


def agent_of(verb: Token) -> Token | None:
    """Return the head word of "by …" of a passive."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def owner_of(noun: Token) -> Token | None:
    """Return the head word of whose claim, report or demand a noun is: possessor, "of", "by" or "from", or a light verb's subject."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"by", "from"}:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    for child in noun.children:
        if child.dep_ in {"compound", "nmod", "amod"} and child.ent_type_ in {"GPE", "NORP", "ORG", "PERSON"}:
            return child
    if noun.dep_ == "dobj" and noun.head.lemma_ in LIGHT:
        return subject_of(noun.head)
    return None


def source_range(head: Token | None, cue: Token) -> Range | None:
    """Return the whole noun phrase of ``head`` (titles, appositions and clauses included) as far as it does not reach over ``cue``."""
    if head is None:
        return None
    begin, end = extent(head)
    if begin <= cue.i < end:
        begin, end = (begin, cue.i) if head.i < cue.i else (cue.i + 1, end)
        if cue.dep_ in {"acl", "relcl"}:
            end = min(end, cue.left_edge.i) if head.i < cue.left_edge.i else end
    end = min(end, _charge(head, cue))
    doc = head.doc
    while end > begin + 1 and (doc[end - 1].is_space or doc[end - 1].text in _LOOSE):
        end -= 1
    while begin < end - 1 and (doc[begin].is_space or doc[begin].text in _LOOSE):
        begin += 1
    begin, end = _whole_name(head, begin, end)
    if end - begin > _GLUED and (start := _after_title(head, begin, end)) is not None:
        return start, end
    return _trimmed(head, begin, end) if begin <= head.i < end else (head.i, head.i + 1)


def charge_of(noun: Token, cue: Token) -> Token | None:
    """Return the "of" that tells a charge, though the parse hangs it on who accuses: "accused by X of shelling the town"."""
    if cue.lemma_ not in _CHARGING or noun.i < cue.i:
        return None
    return next(
        (c for t in (cue, noun) for c in t.children if c.lower_ == "of" and c.i > noun.i and any(g.tag_ == "VBG" for g in c.children)), None
    )


def _charge(noun: Token, cue: Token) -> int:
    link = charge_of(noun, cue)
    return len(noun.doc) if link is None else link.i


def _whole_name(head: Token, begin: int, end: int) -> Range:
    """Return a range with the rest of the name of a person or body that the parse has broken up."""
    doc, kind = head.doc, head.ent_type_
    if kind not in {"PERSON", "ORG"}:
        return begin, end
    while begin > 0 and doc[begin].ent_iob_ == "I" and doc[begin].ent_type_ == kind and begin <= head.i:
        begin -= 1
    while end < len(doc) and end > head.i and doc[end].ent_iob_ == "I" and doc[end].ent_type_ == kind and doc[end - 1].ent_type_ == kind:
        end += 1
    return _with_noun(head, begin), end


def _with_noun(head: Token, begin: int) -> int:
    """Return where a name begins with the noun that says what it is, which the parse takes for a second subject: "the group Orre said"."""
    noun = head.doc[begin - 1] if begin else head
    second = noun.pos_ == "NOUN" and head.pos_ == "PROPN" and noun.head == head.head and {noun.dep_, head.dep_} <= SUBJECTS
    return noun.left_edge.i if second else begin


def _after_title(head: Token, begin: int, end: int) -> int | None:
    """Return where a source really begins whose sentence a title without a full stop was run into: at a capital after small words."""
    doc = head.doc
    for i in range(begin + 4, end):
        word = doc[i]
        if word.text == ",":
            return None
        speaking = word.text[:1].isupper() and word.lemma_.lower() in SPEAKING and word.dep_ not in _MODIFYING
        if word.text in {"The", "A", "An"} or (speaking and not _is_of(word)):
            return None if doc[i - 1].is_punct or doc[i - 1].pos_ == "ADP" else i
    return None


def _is_of(word: Token) -> bool:
    """Say whether a word belongs to a preposition right before it and its own modifiers: "member of the Medical Council"."""
    between = word.doc[word.head.i + 1 : word.i] if word.dep_ == "pobj" and word.head.i < word.i else None
    return between is not None and all(t.head.i == word.i and t.ent_type_ not in {"DATE", "TIME"} for t in between)


def _trimmed(head: Token, begin: int, end: int) -> Range:
    """Return a noun phrase without what follows its core (apposition, clause) where that is far longer than the core itself."""
    tail = min((c.left_edge.i for c in head.children if c.i > head.i and c.dep_ in _TAILS), default=end)
    doc = head.doc
    while tail > head.i + 1 and doc[tail - 1].text in _LOOSE:
        tail -= 1
    return (begin, tail) if tail < end and _letters(head, begin, tail) < _CORE * _letters(head, begin, end) else (begin, end)


def _letters(token: Token, begin: int, end: int) -> int:
    return sum(len(t) for t in token.doc[begin:end] if not t.is_punct)
