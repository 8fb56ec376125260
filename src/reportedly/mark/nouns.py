"""Attributions without a verb of their own: "the claim that …", "is worried about …", "according to …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from reportedly.mark.cues import Cues
from reportedly.mark.found import Found, Range, extent, joined, without
from reportedly.mark.sources import agent_of, owner_of, source_range, subject_of
from reportedly.parse import sentence_bounds

_CLAUSAL = frozenset({"ROOT", "ccomp", "conj", "advcl", "parataxis", "relcl", "pcomp", "acl"})
_RELATIVES = frozenset({"who", "which", "that"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_GIVEN = frozenset({"toll", "detail", "account", "description", "explanation"})
"""Nouns that say something only where somebody gives it: "gave a toll of ten dead"."""
_VERBAL = frozenset({"VERB", "AUX"})


def noun_cues(token: Token, cues: Cues) -> Iterator[Found]:
    """Yield the attributions that ``token``, a noun, introduces: with a clause, an infinitive or a preposition after it."""
    lemma = token.lemma_.lower()
    for child in token.children:
        if child.i < token.i:
            continue
        if child.dep_ in {"acl", "ccomp", "relcl", "advcl"} and child.pos_ in _VERBAL:
            marks = {c.lower_ for c in child.children if c.dep_ in {"mark", "aux"}}
            pattern = "noun.clause" if "that" in marks and child.dep_ != "relcl" else "noun.infinitive" if "to" in marks else ""
            content = (extent(child),)
        elif child.dep_ == "prep":
            inner = next((c for c in child.children if c.dep_ in {"pobj", "pcomp"}), None)
            if inner is None:
                continue
            pattern, content = f"noun.{child.lower_}", (extent(inner),)
        else:
            continue
        cue = cues.get(lemma, pattern) if pattern else None
        if cue is None:
            continue
        who = source_range(owner_of(token) or _maker(token), token)
        if who is not None and any(a < who[1] and who[0] < b for a, b in content):
            continue
        if who is None and lemma in _GIVEN:
            continue
        yield Found(token.i, pattern, ((token.i, token.i + 1),), content, who, cue.speech, cue.score)
        return


def _maker(noun: Token) -> Token | None:
    """Return the agent of a participle behind a noun: "the accusation made by X that P"."""
    return next((agent for c in noun.children if c.dep_ == "acl" and c.i > noun.i and (agent := agent_of(c)) is not None), None)


def adjective_cues(token: Token, cues: Cues) -> Iterator[Found]:
    """Yield the attributions of a predicate adjective: "is confident that …", "is critical of …"."""
    if token.dep_ not in {"acomp", "conj", "amod", "oprd", "advcl", "acl"}:
        return
    lemma = token.lemma_.lower()
    for child in token.children:
        if child.i < token.i:
            continue
        if child.dep_ == "ccomp":
            pattern, content = "adjective.clause", (extent(child),)
        elif child.dep_ == "xcomp":
            pattern, content = "adjective.infinitive", (extent(child),)
        elif child.dep_ == "prep" and (inner := next((c for c in child.children if c.dep_ in {"pobj", "pcomp"}), None)) is not None:
            pattern, content = f"adjective.{child.lower_}", (extent(inner),)
        else:
            continue
        cue = cues.get(lemma, pattern)
        if cue is None:
            continue
        holder = subject_of(token.head) if token.dep_ == "acomp" and token.head.pos_ in _VERBAL else None
        who = source_range(holder, token)
        yield Found(token.i, pattern, ((token.i, token.i + 1),), content, who, cue.speech, cue.score)
        return


def according_to(token: Token, cues: Cues) -> Iterator[Found]:
    """Yield "according to X", whose content is the clause that it stands in, without it."""
    cue = cues.get("accord", "according")
    after = next((c for c in token.children if c.lower_ == "to"), None)
    if cue is None:
        return
    if after is None:
        after = token.nbor(1) if token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "to" else None
    if after is None:
        return
    who = next((c for c in (*after.children, *token.children) if c.dep_ == "pobj"), None)
    if who is None:
        return
    begin, end = min(token.left_edge.i, token.i), max(extent(who)[1], token.right_edge.i + 1)
    host = _host(token)
    source = source_range(who, token)
    if source is not None and begin == sentence_bounds(token)[0] and source[1] < end and token.doc[source[1]].text != ",":
        end = source[1]
    if (relative := _relative(token, begin, end)) is not None:
        yield Found(token.i, "according", joined([token.i, after.i]), (relative,), source, cue.speech, cue.score)
        return
    first, last = sentence_bounds(token)
    closing = not any(t.is_alpha for t in token.doc[end:last])
    reach = (first, end) if closing else _reach(host, (begin, end))
    content = without([reach], (begin, end))
    if content:
        yield Found(token.i, "according", joined([token.i, after.i]), content, source, cue.speech, cue.score)


def _relative(token: Token, begin: int, end: int) -> Range | None:
    """Return the content of "X, who according to Y P": the rest of the relative clause, up to a comma before another verb."""
    doc = token.doc
    before = begin - 1 if begin > 0 and doc[begin - 1].text != "," else begin - 2
    if doc[begin].lower_ not in _RELATIVES and (before < 0 or doc[before].lower_ not in _RELATIVES):
        return None
    first, last = sentence_bounds(token)
    while end < last and doc[end].text == ",":
        end += 1
    opened = before - 1 > first and doc[before - 1].text == ","
    stop = next((i for i in range(end + 1, last - 1) if opened and doc[i].text == "," and doc[i + 1].tag_ in _FINITE), last)
    return (end, stop) if end < stop else None


def _host(token: Token) -> Token:
    """Return the head of the clause that "according to" belongs to: the nearest verb above it that heads a clause of its own."""
    host = token.head
    while host.head.i != host.i and not (host.pos_ in _VERBAL and host.dep_ in {"ROOT", "ccomp", "conj", "parataxis"}):
        host = host.head
    return host


def _reach(host: Token, aside: Range) -> Range:
    begin, end = extent(host)
    return min(begin, aside[0]), max(end, aside[1])
