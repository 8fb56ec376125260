"""Markers: what negates, conditions, questions, hedges or denies a claim, in the source's words, each with the words that it bears on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.claim.stance import asking, counterfactual, hedges, negating
from reportedly.claim.syntax import VERBAL
from reportedly.claim.terms.conditions import clauses
from reportedly.claim.terms.lexicon import load_lexicon
from reportedly.claim.wordlists import MOODS, pattern
from reportedly.model import Claim, Marker
from reportedly.parse import root_of, sentence_bounds, text_of, tokens_between

_ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "all"})
_BINDING = frozenset({"if", "unless"})


def with_markers(context: Context, claims: Sequence[Claim]) -> list[Claim]:
    """Return ``claims`` with their markers in text order; words that a source uses for reports it denies are kept as labels only."""
    return [_marked(context, claim) for claim in claims]


def _marked(context: Context, claim: Claim) -> Claim:
    head = head_of(context, claim)
    if head is None:
        return claim
    found = {(m.kind, m.start): m for m in _markers(context, claim, head)}
    labelled = _without_labels(context, claim)
    return replace(labelled, markers=tuple(sorted(found.values(), key=lambda m: (m.start, m.kind)))) if found else labelled


def head_of(context: Context, claim: Claim) -> Token | None:
    """Return the word that evoked a claim: its trigger where it keeps one, else the root of its words."""
    told = claim.explanation
    words = tokens_between(context.doc, told.start, told.end) if told is not None and told.kind != "clause" else None
    if words is not None:
        return words[0]
    words = tokens_between(context.doc, claim.start, claim.end)
    return root_of(words) if words is not None else None


def _markers(context: Context, claim: Claim, head: Token) -> Iterator[Marker]:
    scope = (claim.start, claim.end)
    yield from (_marker("negation", token, scope) for token in negating(head))
    yield from _conditions(context, claim, head)
    yield from (_marker("question", token, scope) for token in asking(head))
    yield from (_marker("hedge", token, scope) for token in hedges(context, head, claim.start, claim.end) if not _is_modal(token))
    if counterfactual(head) is None:
        yield from (_marker("modal", token, scope) for token in _auxiliaries(head) if _is_modal(token))
    yield from _denials(context, claim, head)
    yield from (Marker("label", name, start, end, (start, end)) for name, start, end in _labels(context, claim))


def _marker(kind: str, token: Token, scope: tuple[int, int]) -> Marker:
    return Marker(kind, token.text, token.idx, token.idx + len(token), scope)


def _conditions(context: Context, claim: Claim, head: Token) -> Iterator[Marker]:
    """Yield the conditions of a claim, or the word that makes it one; what is told against the facts is a counterfactual."""
    undone = counterfactual(head)
    if undone is not None:
        yield Marker("counterfactual", text_of(context.doc)[slice(*undone)], *undone, (claim.start, claim.end))
        return
    for part in clauses(context, head, load_lexicon()):
        if part.kind in _BINDING and not (part.start < claim.end and claim.start < part.end):
            yield Marker("condition", text_of(context.doc)[part.start : part.end], part.start, part.end, (claim.start, claim.end))
    begin, _ = sentence_bounds(head)
    opening = next((t for t in head.children if t.dep_ == "mark" and t.lower_ in _BINDING and t.i >= begin), None)
    if opening is not None:
        yield _marker("condition", opening, (claim.start, claim.end))


def _auxiliaries(head: Token) -> list[Token]:
    verb = head if head.pos_ in VERBAL else head.head
    return [t for t in verb.children if t.dep_ in {"aux", "auxpass"}]


def _is_modal(token: Token) -> bool:
    return pattern("modals", MOODS).search(token.lower_) is not None


def _denials(context: Context, claim: Claim, head: Token) -> Iterator[Marker]:
    """Yield the cue by which somebody denies what a claim says, with what is denied as its scope; and the verb of a denial itself."""
    cue = pattern("denials", MOODS)
    found = context.attribution_at(head.idx)
    for span in found.cue if found is not None and claim.stance == "denies" else ():
        for token in tokens_between(context.doc, *span) or ():
            if cue.search(token.lemma_.lower()) and found is not None:
                yield _marker("denial", token, (found.content[0].start, found.content[-1].end))
    if claim.type == "denial" and cue.search(head.lemma_.lower()):
        matter = next((a for role, a in claim.args if role == "matter"), None)
        yield _marker("denial", head, (matter.start, matter.end) if matter is not None else (claim.start, claim.end))


def _labels(context: Context, claim: Claim) -> Iterator[tuple[str, int, int]]:
    text = text_of(context.doc)
    for role, argument in claim.args if claim.type == "denial" else ():
        words = text[argument.start : argument.end]
        if role == "matter" and pattern("labels", MOODS).search(words):
            yield words, argument.start, argument.end


def _without_labels(context: Context, claim: Claim) -> Claim:
    """Return a denial with "reports" in its gloss and arguments for what its source calls propaganda, lies or myths."""
    for _, start, end in _labels(context, claim):
        held = next(a for _, a in claim.args if (a.start, a.end) == (start, end))
        if not pattern("labels", MOODS).search(held.name):
            continue  # its name is neutral already
        words = [
            w for w in pattern("labels", MOODS).sub("", held.name).split() if w.lower() not in {"the", "a", "an", "this", "that", "all"}
        ]
        name = f"reports of {' '.join(words)}" if words else "reports"
        args = tuple((role, replace(a, name=name) if a is held else a) for role, a in claim.args)
        claim = replace(claim, args=args, gloss=claim.gloss.replace(held.name, name))
    return claim
