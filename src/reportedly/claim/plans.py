"""Plans told over several sentences: what a proposal just named would have the parties do is its proposer's word, and planned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.claim.intervals import Spans
from reportedly.claim.syntax import VERBAL
from reportedly.claim.topics import STAND
from reportedly.ids import span_id
from reportedly.model import About, Claim, Speaker
from reportedly.parse import sentences

_EMPTY = frozenset({"says", STAND.frame, "hold-told"})
_OPENS = frozenset({"proposes", "plan-provides", "declares-truce", "reaches"})
_TERMS = frozenset({"would", "shall", "must", "'d", "’d"})
_FUTURE = frozenset({"will", "'ll", "’ll"})
_SILENT = 1
_LONGEST = 10
_BARE = 2
_KEPT = frozenset({"proposal", "prediction"})
_TURNED = frozenset({"supposes", "plans", "demands", "predicts", "asserts"})


@dataclass(slots=True)
class _Plan:
    """A plan whose terms are being told: whose it is, and how many sentences it has run on, the last ones without a term."""

    speaker: Speaker
    chain: tuple[str, ...]
    agreement: str
    own: bool = False
    told: int = 0
    silent: int = 0


def with_plans(context: Context, claims: Sequence[Claim]) -> list[Claim]:
    """Return ``claims``, those that tell the terms of a plan turned into ``proposal`` claims of its proposer.

    A plan is opened by a claim that names its proposer or itself; its terms are the clauses with "would", "shall", "must"
    or "is to" in the sentences after it, in the page's own voice or in the words of the plan. Two sentences without a
    term end it. A clause that only might have been a term and names no actor is no claim.
    """
    out = {claim.id: claim for claim in claims}
    placed = Spans(claims)
    plan: _Plan | None = None
    for sentence in sentences(context.doc):
        inside = placed.starting(sentence.start_char, sentence.end_char)
        if plan is not None:
            turned = list(_terms(context, plan, sentence, inside))
            out |= {old.id: new for old, new in turned}
            plan.told += 1
            plan.silent = 0 if turned else plan.silent + 1
            if plan.silent > _SILENT or plan.told > _LONGEST:
                plan = None
        opened = next((c for c in inside if c.frame in _OPENS and c.stance != "supposes"), None)
        if opened is not None:
            told = next((c.agreement for c in inside if c.agreement), opened.agreement)
            plan = _opened(replace(opened, agreement=told)) if plan is None or _proposer(opened) is not None else plan
            out |= {c.id: replace(out[c.id], agreement=plan.agreement) for c in inside if c.frame in _OPENS and c.id in out}
    return [claim for claim in out.values() if not _says_nothing(claim)]


def _says_nothing(claim: Claim) -> bool:
    """Say whether a clause of the page was only taken up as it might have been a term, and names nobody."""
    return claim.frame in _EMPTY and claim.own and not claim.args


def _proposer(claim: Claim) -> Speaker | None:
    found = next((a for role, a in claim.args if role == "proposer"), None)
    return None if found is None else Speaker(found.name, found.actor)


def _opened(claim: Claim) -> _Plan:
    named = _proposer(claim)
    agreement = claim.agreement or span_id("g", claim.id)
    if named is None and (not claim.own or claim.frame == "reaches"):
        return _Plan(claim.speaker, claim.chain, agreement, claim.own)
    plan = next((a.name for role, a in claim.args if role == "plan"), "the plan")
    speaker = named or Speaker(plan, anonymous=False)
    return _Plan(speaker, tuple(dict.fromkeys((*claim.chain, speaker.name))), agreement)


def _terms(context: Context, plan: _Plan, sentence: Tokens, inside: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Yield each claim of a sentence that tells a term, with what it becomes."""
    clauses = [(t.left_edge.idx, t.right_edge.idx + len(t.right_edge), is_term(t)) for t in sentence if is_term(t) or _is_future(t)]
    for claim in inside:
        # who hands the plan on speaks of it as the page does; "will" is a forecast but in the words of the plan or its proposer
        proposed = not claim.own and (claim.speaker == plan.speaker or _is_plan(context, claim))
        spoken = proposed or claim.own or claim.speaker.name in plan.chain
        term = (
            claim.frame == "is-to"
            or _takes_up(claim)
            or any(s <= claim.start and claim.end <= e and (sure or proposed) for s, e, sure in clauses)
        )
        if spoken and term and claim.stance in _TURNED:
            yield claim, _turned(plan, claim)


def _takes_up(claim: Claim) -> bool:
    """Say whether the claim tells what a plan named without its maker provides for: "the proposal calls for a truce"."""
    named = next((a.name.lower().split() for role, a in claim.args if role == "plan"), [])
    return claim.frame == "plan-provides" and len(named) <= _BARE and named[:1] in (["the"], ["this"], ["it"])


def _is_plan(context: Context, claim: Claim) -> bool:
    """Say whether the claim is in the words of a plan or letter itself."""
    words = claim.speaker.name.lower().split()
    return claim.speaker.actor is None and any(word in context.codebook.classes["plan_noun"] for word in words)


def is_term(verb: Token) -> bool:
    """Say whether a verb tells what a plan would have done: with "would", "shall" or "must"."""
    aux = [t for t in verb.children if t.dep_ in {"aux", "auxpass"}]
    undone = any(t.lemma_ == "have" and t.tag_ == "VB" for t in aux)  # "would have left": what did not come about
    return verb.pos_ in VERBAL and not undone and any(t.lower_ in _TERMS for t in aux)


def _is_future(verb: Token) -> bool:
    return verb.pos_ in VERBAL and any(t.dep_ in {"aux", "auxpass"} and t.lower_ in _FUTURE for t in verb.children)


def _turned(plan: _Plan, claim: Claim) -> Claim:
    if claim.type in _KEPT:
        return replace(claim, stance="plans", speaker=plan.speaker, chain=plan.chain, own=plan.own, agreement=plan.agreement)
    said = replace(claim, speaker=plan.speaker, chain=plan.chain, own=plan.own, agreement=plan.agreement)
    return provided(said, f"Planned, by {plan.speaker.name}", "plan")


def provided(claim: Claim, opening: str, step: str) -> Claim:
    """Return ``claim`` as what a plan provides for.

    Args:
        claim: what would be done, with whoever plans it as its speaker and the plan as its agreement.
        opening: what its gloss begins with.
        step: the name of the rule, which ends its method.
    """
    words = claim.gloss.partition(": ")[2] or claim.gloss
    return replace(
        claim,
        type="proposal",
        frame="plan-provides",
        stance="plans",
        gloss=f"{opening}: {words}",
        proposition=span_id("p", "plan-provides", claim.proposition),
        about=claim.about or About(claim.type, claim.frame, next(iter(claim.place_ids or claim.places), None)),
        method=f"{claim.method}+{step}",
    )
