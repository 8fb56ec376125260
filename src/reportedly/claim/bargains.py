"""What a deal would have done, told in one sentence with it: "under the deal fighters will leave", "a deal that they would leave"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.claim.plans import provided
from reportedly.claim.syntax import VERBAL
from reportedly.claim.terms.heads import spelled
from reportedly.claim.terms.lexicon import load_lexicon
from reportedly.claim.terms.moods import mood_of
from reportedly.ids import span_id
from reportedly.model import Claim
from reportedly.parse import root_of, sentence_bounds, tokens_between

_TURNED = frozenset({"movement", "humanitarian", "statement", "prediction", "control", "route", "siege", "support", "attack"})
_HELD = frozenset({"supposes", "plans", "predicts", "asserts", "denies"})
_UNDER = frozenset({"under", "in", "by", "per"})
_POINTING = frozenset({"excludes", "covers", "silent-on"})
_PRONOUNS = frozenset({"it", "which", "that", "this", "they"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_KEEPING = frozenset({"implement", "hold", "keep", "honour", "honor", "respect", "carry", "work", "succeed", "stick", "observe", "apply"})
_UP = 4
_CLAUSES = frozenset({"relcl", "acl", "ccomp", "xcomp", "conj", "advcl", "appos", "pcomp"})


def with_bargains(context: Context, claims: Sequence[Claim]) -> list[Claim]:
    """Return ``claims``, those that tell what a deal named in their sentence would have done turned into ``proposal`` claims.

    Who says it stays who says it. What was done under a deal is told as done and stays what it is.
    """
    kept = [claim for claim in claims if claim.frame not in _POINTING or _points_to_plan(context, claim)]
    return [_turned(context, claim, noun) if (noun := _plan_over(context, claim)) is not None else claim for claim in kept]


def _points_to_plan(context: Context, claim: Claim) -> bool:
    """Say whether what a claim says of "it" or "this" is said of a plan: one that its sentence or the one before names."""
    plan = next((a for role, a in claim.args if role == "plan"), None)
    words = tokens_between(context.doc, plan.start, plan.end) if plan is not None else None
    if words is None or len(words) > 1 or words[0].lower_ not in _PRONOUNS:
        return True
    begin, _ = sentence_bounds(words[0])
    before = sentence_bounds(context.doc[begin - 1])[0] if begin else begin
    named = load_lexicon().lists["plans"]
    return any(t.lemma_.lower() in named or _is_plan(context, t) for t in context.doc[before : words[0].i] if t.pos_ in _NOUNS)


def _plan_over(context: Context, claim: Claim) -> Token | None:
    """Return the noun of the deal that the verb of ``claim`` tells a term of, None where there is none."""
    turned = claim.type in _TURNED or claim.method.startswith("attributed-content")
    if not turned or claim.stance not in _HELD or claim.frame in _POINTING:
        return None
    words = tokens_between(context.doc, claim.start, claim.end, whole=False)
    verb = _verb(root_of(words)) if words is not None else None
    if verb is None or mood_of(verb, load_lexicon()) is None:
        return None
    for _ in range(_UP):
        noun = _under(context, verb) or _above(context, verb)
        if noun is not None:
            return noun
        if verb.dep_ not in _CLAUSES or verb.head.pos_ not in VERBAL or verb.head == verb:
            return None
        verb = verb.head
    return None


def _verb(root: Token) -> Token | None:
    """Return the verb of a claim: its root, or that of the clause which its noun carries ("an agreement … that they would leave")."""
    if root.pos_ in VERBAL:
        return root
    return next((c for c in root.rights if c.dep_ in {"relcl", "acl"} and c.pos_ in VERBAL), None)


def _is_plan(context: Context, noun: Token) -> bool:
    return any(word in context.codebook.classes[name] for name in ("plan_noun", "truce") for word in (spelled(noun), noun.lemma_.lower()))


def stands_under(context: Context, verb: Token) -> bool:
    """Say whether a clause tells what a deal named in it would have done ("under the deal they will leave")."""
    return mood_of(verb, load_lexicon()) is not None and _under(context, verb) is not None


def _under(context: Context, verb: Token) -> Token | None:
    """Return the deal that a clause stands under: "under the deal", "in the agreement"."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in _UNDER:
            found = next((t for t in child.children if t.dep_ == "pobj" and _is_plan(context, t)), None)
            if found is not None and (child.lower_ == "under" or child.i < verb.i):
                return found
        if child.dep_ == "advcl" and child.lemma_.lower() in _KEEPING and any(c.lower_ == "if" for c in child.children):
            found = next((t for t in child.children if t.dep_ in {"nsubj", "nsubjpass"} and _is_plan(context, t)), None)
            if found is not None:
                return found
    return None


def _above(context: Context, verb: Token) -> Token | None:
    """Return the deal whose clause a verb heads: "a deal that would see them leave", "a deal was reached that they would leave"."""
    head = verb.head
    if verb.dep_ in {"relcl", "acl", "appos"} and head.pos_ in _NOUNS:
        # "a deal was reached in the suburb that will see them leave": the parse takes the nearest noun
        governor = next((t for t in head.ancestors if t.pos_ in VERBAL), head) if verb.lemma_ == "see" else head
        near = (head, *(t for t in governor.children if t.dep_ in {"nsubjpass", "dobj"}))
        return next((t for t in near if _is_plan(context, t)), None)
    if verb.dep_ == "ccomp" and head.pos_ in VERBAL:
        told = (t for t in head.children if t.dep_ in {"nsubjpass", "dobj"})
        return next((t for t in told if _is_plan(context, t)), None)
    return None


def _turned(context: Context, claim: Claim, noun: Token) -> Claim:
    return provided(replace(claim, agreement=span_id("g", context.reading.document.id, noun.idx)), "Planned", "deal")
