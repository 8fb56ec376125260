"""Speech without an active verb that governs it: "make clear that", "as noted above", "set out in the letter", "was insisted upon by X"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from reportedly.mark.construct import NOMINAL, RELATIVES, VERBAL, Verb, construct, construct_with
from reportedly.mark.cues import Cues
from reportedly.mark.found import Found, Range, extent, without
from reportedly.parse import sentence_bounds

_CLEAR = frozenset({"clear", "plain", "known"})
_CLAUSES = frozenset({"ccomp", "advcl", "csubj"})
_BEFORE = frozenset({"above", "previously", "earlier", "before", "already", "elsewhere", "below", "yesterday"})
_WRITINGS = frozenset(
    """
    accord agreement analysis appeal article book cable charter column communique communiqué declaration decree despatch dispatch document
    draft editorial essay interview law letter memo memorandum message note paper plan post protocol report resolution speech statement text
    treaty tweet
    """.split()
)
"""Nouns of what somebody wrote or said, in which something can be set out."""
_IDEAS = frozenset("theory idea view notion suggestion allegation accusation charge argument narrative story version".split())
_AFTER = 24
"""Tokens within which the clause of "the theory floated by X, that …" follows its agent."""


def light_cues(verb: Verb, cues: Cues) -> Iterator[Found]:
    """Yield the attributions of a verb that takes an adjective or a document for its partner, the first reading that fits."""
    for reading in (_made_clear, _said_before, _written):
        found = list(reading(verb, cues))
        if found:
            yield from found
            return


def _made_clear(verb: Verb, cues: Cues) -> Iterator[Found]:
    """Yield "X makes (it) clear that P"."""
    if verb.lemma != "make":
        return
    clear = next((c for c in verb.token.children if c.lower_ in _CLEAR), None)
    if clear is None:
        return
    clause = next((c for c in (*verb.token.children, *clear.children) if c.dep_ in _CLAUSES and c.i > clear.i), None)
    if clause is not None:
        verb.phrase = "make clear"
        yield from construct(verb, cues, "clause", (extent(clause),), extra=clear)


def _said_before(verb: Verb, cues: Cues) -> Iterator[Found]:
    """Yield "as discussed previously, P" and "as stated in the letter, P": nobody is named, or only the document."""
    token = verb.token
    if token.tag_ != "VBN" or not _follows_as(token) or verb.by.keys() & {"nsubj", "nsubjpass", "agent", "auxpass"}:
        return
    where = writing_of(verb)
    if where is None and not any(c.lower_ in _BEFORE for c in token.children):
        return
    first, last = sentence_bounds(token)
    opening = token.left_edge.i <= first + 1
    around = (first, last) if opening or token.head.pos_ not in VERBAL else extent(token.head)
    yield from _passively(verb, cues, without([around], extent(token)), where)


def _written(verb: Verb, cues: Cues) -> Iterator[Found]:
    """Yield "the steps (are) set out in the letter": the document is who says it."""
    token = verb.token
    if token.tag_ not in {"VBN", "VBD"} or "agent" in verb.by or "nsubj" in verb.by:
        return
    where, thing = writing_of(verb), verb.by.get("nsubjpass")
    if where is None:
        return
    if thing is not None and thing.lower_ not in RELATIVES:
        yield from _passively(verb, cues, (extent(thing),), where)
    elif token.dep_ in {"acl", "relcl"} and token.head.pos_ in NOMINAL:
        yield from _passively(verb, cues, without([extent(token.head)], extent(token)), where)


def _passively(verb: Verb, cues: Cues, content: tuple[Range, ...], source: Token | None) -> Iterator[Found]:
    pattern = passive_pattern(verb, cues)
    if pattern is not None:
        yield from construct_with(verb, cues, pattern, content, source, name="passive")


def _follows_as(token: Token) -> bool:
    return any(c.lower_ == "as" and c.i < token.i for c in token.children) or (token.i > 0 and token.nbor(-1).lower_ == "as")


def writing_of(verb: Verb) -> Token | None:
    """Return the document that a participle places something in: "set out (in detail) in the letter"."""
    inner = [c for p in verb.preps if p.lower_ == "in" and p.i > verb.token.i for c in p.children if c.dep_ == "pobj"]
    inner += [c for i in inner if i.lower_ == "detail" for p in i.children if p.lower_ == "in" for c in p.children if c.dep_ == "pobj"]
    return next((i for i in inner if i.lemma_.lower() in _WRITINGS), None)


def passive_pattern(verb: Verb, cues: Cues) -> str | None:
    """Return the construction whose score a passive has: its own, or that of the active where the verb is one of speech."""
    if verb.cue(cues, "passive") is not None:
        return "passive"
    stranded = [f"about.{p.lower_}" for p in verb.preps if not any(c.dep_ in {"pobj", "pcomp"} for c in p.children)]
    for pattern in (*stranded, "object", "clause"):
        cue = verb.cue(cues, pattern)
        if cue is not None and cue.speech:
            return pattern
    return None


def stranded(verb: Verb) -> Iterator[Token]:
    """Yield the prepositions of ``verb`` whose object stands elsewhere: "the truce that X called for"."""
    yield from (p for p in verb.preps if p.i > verb.token.i and not any(c.dep_ in {"pobj", "pcomp"} for c in p.children))


def idea_of(token: Token, agent: Token) -> tuple[Range, ...]:
    """Return the clause of "the theory floated by X, that P", where ``token`` is the participle; empty where there is none."""
    if token.dep_ != "acl" or token.head.lemma_.lower() not in _IDEAS:
        return ()
    doc, last = token.doc, sentence_bounds(token)[1]
    for i in range(agent.i + 1, min(last, agent.i + _AFTER)):
        word = doc[i]
        if word.lower_ == "that" and word.dep_ == "mark" and word.head.pos_ in VERBAL and word.head.i > i:
            said = next((c for c in word.head.children if c.dep_ == "advcl" and c.i > word.head.i and _follows_as(c)), None)
            return ((i, word.head.right_edge.i + 1 if said is None else said.left_edge.i),)
    return ()
