"""Cues that are set into or behind their content: "P, X said", "as X said", "the P that X rejected"; also where the marks are lost."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Doc, Token

from reportedly.mark.construct import CUE_PARTS, NOMINAL, RELATIVES, VERBAL, Verb, construct
from reportedly.mark.cues import Cues
from reportedly.mark.found import Found, extent, without
from reportedly.mark.light import stranded
from reportedly.mark.speaking import can_speak
from reportedly.parse import sentence_bounds

_PARENTHETIC = frozenset({"parataxis", "ccomp", "advcl", "conj", "dep", "relcl", "acl"})
_HOSTED = frozenset({"relcl", "ccomp", "advcl", "conj", "parataxis", "dep", "ROOT"})
_BESIDE = frozenset("prep npadvmod advmod punct nsubj dative dobj advcl agent acl relcl prt aux neg".split())
_SHORTEST = 3
_ON = frozenset({"and", "but", "adding", "citing", "who", "noting"})
_PLAIN = frozenset("say tell add report state confirm claim note stress".split())
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_NAMELESS = frozenset(
    "source media observatory official spokesman spokeswoman activist witness monitor ministry agency resident medic correspondent".split()
)
_AGENCY = frozenset({"agency", "spokesman", "spokeswoman", "channel", "newspaper", "minister", "commander", "activist"})
_QUALITY = frozenset("local state official military medical opposition field informed security news semi-official army rebel".split())
_TRAILING = frozenset({"citing", "adding", "quoting", "noting", "stressing"})
_WHEN = frozenset({"DATE", "TIME", "GPE", "LOC", "FAC"})
_REACH = 10


def aside_cues(verb: Verb, cues: Cues) -> Iterator[Found]:
    """Yield the attributions of a verb that governs no content: the surest of the readings of this module."""
    for reading in (_closing, _aside, _bare_closing, _relative):
        found = list(reading(verb, cues))
        if found:
            yield from found
            return


def inserted(verb: Verb, cues: Cues) -> Iterator[Found]:
    """Yield "P, X said, P": source and verb between two commas, which the parse may take for anything."""
    token, subject = verb.token, verb.by.get("nsubj")
    cue = cues.get(verb.lemma, "clause")
    if cue is None or not cue.speech or subject is None or subject.lower_ in RELATIVES or "dobj" in verb.by:
        return
    (first, last), doc = sentence_bounds(token), token.doc
    begin, end = min(extent(subject)[0], token.i), max(token.i, subject.right_edge.i if subject.i > token.i else 0) + 1
    if begin - first < 2 or last - end < _SHORTEST or doc[begin - 1].text != "," or doc[end].text != ",":  # noqa: PLR2004
        return
    if (
        any(c.i > end and c.dep_ in {"advcl", "xcomp", "conj"} for c in token.children)
        or doc[end + 1].is_quote
        or doc[end + 1].lower_ in _ON
    ):
        return
    yield from construct(verb, cues, "clause", ((first, begin), (end + 1, last)), name="inserted")


def _closing(verb: Verb, cues: Cues) -> Iterator[Found]:
    """Yield "P X said (on Monday)" at a sentence's end, where lost marks make the parse take X and its verb for part of P."""
    token, subject = verb.token, _own_subject(verb)
    if subject is None or subject.lower_ in RELATIVES or token.dep_ not in _HOSTED or not _bare(verb, cues):
        return
    first, last = sentence_bounds(token)
    begin, end = min(_agency(token.doc, extent(subject)[0]), token.i), max(token.right_edge.i, subject.right_edge.i) + 1
    if subject.i > token.i and begin == token.i:
        begin = min([c.i for c in token.children if c.dep_ in CUE_PARTS and c.i < token.i], default=begin)
    split = next((c.left_edge.i for c in token.children if c.i > token.i and (c.lower_ == "including" or _goes_on(c))), end)
    before = token.doc[first:begin]
    if any(t.is_alpha for t in token.doc[end:last]):
        return
    if len(before) >= _SHORTEST and any(t.pos_ in VERBAL for t in before):
        content = ((first, begin), *([(split, end)] if split < end else []))
        yield from construct(verb, cues, "clause", content, name="closing")


def _goes_on(circumstance: Token) -> bool:
    """Say whether what follows the verb tells more of the same: "ten were hurt, X said, with five men killed"."""
    if circumstance.lower_ != "with" or circumstance.pos_ not in {"ADP", "SCONJ"}:
        return False
    return any(t.tag_ in {"VBN", "VBG"} and t.dep_ in {"acl", "pcomp", "conj", "relcl"} for t in circumstance.subtree)


def _own_subject(verb: Verb) -> Token | None:
    """Return the subject of a verb; where the parse gives it two before it, the nearer."""
    subjects = [c for c in verb.token.children if c.dep_ == "nsubj"]
    return max((c for c in subjects if c.i < verb.token.i), key=lambda c: c.i, default=verb.by.get("nsubj"))


def _agency(doc: Doc, begin: int) -> int:
    """Return where a source begins that the parse begins at ``begin``: before "state news agency", or the name that it explains."""
    if begin and doc[begin].lower_ in {"a", "an"} and doc[begin - 1].pos_ == "PROPN":
        return _explained(doc, begin)
    if begin == 0 or doc[begin - 1].lower_ not in _AGENCY:
        return begin
    while begin > 0 and doc[begin - 1].lower_ in _AGENCY | _QUALITY:
        begin -= 1
    return begin


def _explained(doc: Doc, begin: int) -> int:
    """Return where "the X Observatory for Y" begins, which "a monitor" at ``begin`` follows without a comma."""
    for i in range(begin - 1, max(begin - _REACH, -1), -1):
        if doc[i].lower_ == "the":
            return i
        if doc[i].pos_ != "PROPN" and doc[i].lower_ not in {"of", "for"}:
            break
    return begin


def _bare(verb: Verb, cues: Cues) -> bool:
    """Say whether a verb of speech has nothing behind it that it could say, and no conjunction before it."""
    cue = cues.get(verb.lemma, "clause")
    if cue is None or not cue.speech or "mark" in verb.by or ("dobj" in verb.by and verb.lemma != "tell"):
        return False
    return all(c.dep_ in _BESIDE or c.i < verb.token.i for c in verb.token.children)


def _aside(verb: Verb, cues: Cues) -> Iterator[Found]:
    """Yield "…, X said, …" and "as X said": the content is the clause that the verb is set into."""
    token = verb.token
    if token.dep_ not in _PARENTHETIC or "nsubj" not in verb.by:
        return
    subject = verb.by["nsubj"]
    if subject.lower_ in RELATIVES and token.dep_ in {"relcl", "ccomp"}:
        return
    mark = next((c for c in token.children if c.dep_ in {"mark", "advmod"} and c.i < token.i and c.lower_ == "as"), None)
    if mark is None and (token.dep_ in {"advcl", "acl"} or any(c.dep_ == "mark" and c.lower_ == "that" for c in token.children)):
        return
    if token.dep_ == "ccomp" and token.head.i < token.i and cues.get(token.head.lemma_.lower(), "clause") is not None:
        return
    told = verb.by.get("dobj")
    if mark is not None and told is not None and not can_speak(told):
        return
    host = token.head
    while host.dep_ in {"conj", "ccomp", "relcl"} and host.head.i != host.i and token.dep_ == "relcl":
        host = host.head
    yield from construct(verb, cues, "paren" if mark is None else "as", without([extent(host)], extent(token)))


def _relative(verb: Verb, cues: Cues) -> Iterator[Found]:
    """Yield "the plan that X rejected" and "the truce that X called for": the content is the noun that the clause is about."""
    token = verb.token
    subject = verb.by.get("nsubj")
    if token.dep_ == "relcl" and subject is not None and subject.lower_ not in RELATIVES and token.head.pos_ in NOMINAL:
        content = without([extent(token.head)], extent(token))
        yield from construct(verb, cues, "relative", content)
        for prep in stranded(verb):
            yield from construct(verb, cues, f"about.{prep.lower_}", content, extra=prep, name="relative")


def _bare_closing(verb: Verb, cues: Cues) -> Iterator[Found]:
    """Yield the sentence before "a source at X said", where the parse gives the verb no subject and nothing verbal follows it."""
    token = verb.token
    cue = cues.get(verb.lemma, "clause")
    if cue is None or verb.lemma not in _PLAIN or token.tag_ not in _FINITE:
        return
    if any(c.dep_ in {"nsubj", "nsubjpass", "auxpass", "agent", "mark"} for c in token.children):
        return
    doc, (first, last) = token.doc, sentence_bounds(token)
    if any(t.pos_ in VERBAL for t in takewhile(lambda t: t.lower_ not in _TRAILING, doc[token.i + 1 : last])):
        return
    begin = _phrase_start(token, first)
    if begin is None or not any(t.pos_ in VERBAL for t in doc[first:begin]):
        return
    yield Found(token.i, "closing", ((token.i, token.i + 1),), ((first, begin),), (begin, token.i), cue.speech, cue.score)


def _speaker_before(token: Token) -> bool:
    """Say whether the word right before a verb without a subject names who can speak: "the governor told"."""
    word = token.nbor(-1) if token.i else token
    return token.dep_ not in {"acl", "amod", "relcl"} and word.pos_ in {"NOUN", "PROPN"} and word.ent_type_ not in _WHEN and can_speak(word)


def _phrase_start(token: Token, first: int) -> int | None:
    """Return where the noun phrase right before ``token`` begins, None where it does not name a source."""
    doc, begin, nameless = token.doc, None, _speaker_before(token)
    for i in range(token.i - 1, max(first, token.i - _REACH) - 1, -1):
        word = doc[i]
        if word.pos_ in VERBAL or (word.is_punct and word.text != "-"):
            break
        nameless = nameless or word.lemma_.lower() in _NAMELESS
        if (word.dep_ in {"det", "nummod"} and word.lower_ in {"a", "an", "the", "one", "another"}) or word.lower_ in _QUALITY:
            begin = i
            if nameless:
                break
    if token.i > 1 and _agency_alone(token.nbor(-1), begin):
        return token.i - 1
    return begin if nameless else None


def _agency_alone(last: Token, begin: int | None) -> bool:
    """Say whether capitals before a verb are a source of their own: "near the town of Geneina SUNA reports"."""
    if not (last.is_upper and last.is_alpha and len(last) > _SHORTEST - 1) or last.nbor(-1).is_upper:
        return False
    noun = next((t for t in last.doc[begin : last.i] if t.pos_ in {"NOUN", "PROPN"}), None) if begin is not None else None
    return noun is None or not can_speak(noun)
