"""Terms of agreements: from the words of a proposal or demand to candidate terms. Nothing is filled in that the words leave open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.claim.numbering import plain
from reportedly.claim.terms.conditions import conditions
from reportedly.claim.terms.heads import Head, heads, provider_of
from reportedly.claim.terms.lexicon import Lexicon, load_lexicon
from reportedly.claim.terms.moments import moments, stage
from reportedly.claim.terms.people import who, whom
from reportedly.claim.terms.places import buffer, destinations, excepted, where
from reportedly.claim.terms.plan import plan_of
from reportedly.claim.terms.words import own_words, words_of
from reportedly.model import Claim, Part, Term
from reportedly.parse import sentence_bounds, tokens_between

_TELLING = frozenset({"calls-on", "ready"})
_MATTERS = frozenset({"matter", "duty", "content"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_NO_TERMS = frozenset({"excludes", "covers", "silent-on", "timed"})


def with_terms(context: Context, claims: Sequence[Claim]) -> list[Claim]:
    """Return ``claims``, those that propose or demand something with its candidate terms, and what they say of the whole."""
    out = [_with(context, claim) if claim.type == "proposal" or claim.frame in _TELLING else claim for claim in claims]
    told = {claim.agreement for claim in out if claim.agreement and claim.terms}
    return [_known(claim) if claim.agreement in told else claim for claim in out]


def _known(claim: Claim) -> Claim:
    """Return a claim of an agreement whose terms other claims tell: it is no placeholder."""
    plan = claim.plan
    return replace(claim, plan=replace(plan, placeholder=False)) if plan is not None and plan.placeholder else claim


def _with(context: Context, claim: Claim) -> Claim:
    terms = () if claim.frame in _NO_TERMS else terms_of(context, claim)
    plan = plan_of(context, claim, told=bool(terms))
    return replace(claim, terms=terms, plan=plan) if terms or plan is not None else claim


def terms_of(context: Context, claim: Claim) -> tuple[Term, ...]:
    """Return the candidate terms that the words of ``claim`` tell, in text order."""
    lexicon = load_lexicon()
    found = list(heads(_words(context, claim), lexicon))
    return tuple(term for head in found if (term := _term(context, head, found, lexicon)) is not None)


def _words(context: Context, claim: Claim) -> list[Token]:
    """Return the words of a claim and of what fills its roles: the clause that a demand or promise governs may make a claim of its own."""
    spans = [(claim.start, claim.end), *((a.start, a.end) for name, a in claim.args if plain(name) in _MATTERS)]
    found = [t for start, end in spans for t in tokens_between(context.doc, start, end, whole=False) or ()]
    return sorted({t.i: t for t in found}.values(), key=lambda t: t.i)


def _term(context: Context, head: Head, others: Sequence[Head], lexicon: Lexicon) -> Term | None:
    words = sorted({t.i: t for t in [*own_words(head, others), *_after(head, others)]}.values(), key=lambda t: t.i)
    around = sorted({t.i: t for t in [*words, *_fronted(head)]}.values(), key=lambda t: t.i)
    act = words_of(context, head.kind, _core(head))
    if act is None:
        return None
    term = Term(
        start=act.start,
        end=act.end,
        mood=head.mood,
        act=act,
        who=who(context, head, lexicon),
        whom=whom(context, head),
        where=where(context, head, words, lexicon),
        to=destinations(context, words, lexicon),
        buffer=buffer(context, words, lexicon),
        moments=moments(context, around, lexicon),
        conditions=conditions(context, head, words, lexicon),
        exceptions=excepted(context, words, lexicon),
        stage=stage(context, head, around, lexicon),
    )
    return _within(term, head.token)


def _after(head: Head, others: Sequence[Head]) -> list[Token]:
    """Return what bounds the last of the nouns that a plan provides for but hangs on the verb: "a halt …, except in the market"."""
    provider = provider_of(head.token, load_lexicon())
    if provider is None or any(h.token.i > head.token.i for h in others):
        return []
    return [t for c in provider.rights if c.dep_ in {"prep", "npadvmod"} and c.i > head.token.i for t in c.subtree]


def _core(head: Head) -> list[Token]:
    """Return the words that name the act itself: the verb with its particle and object, or the noun with what stands before it."""
    out = [head.token, head.act]
    for token in (head.token, head.act):
        for child in token.children:
            if child.dep_ in {"prt", "compound", "amod", "det", "nummod", "neg"}:
                out.append(child)
            elif child.dep_ == "oprd" and head.mood == "declares":
                out += [t for t in child.subtree if t.i <= child.i]
            elif child.dep_ == "dobj" and child.head == head.token:
                partly = [t for c in child.rights if c.lower_ == "of" for t in c.subtree] if child.pos_ not in _NOUNS else []
                out += [*(t for t in child.subtree if t.i <= child.i), *partly]
    return out


def _fronted(head: Head) -> list[Token]:
    """Return what a governor of the head has in front: "In the first stage they are to leave"."""
    governor = head.token.head
    if head.token.dep_ != "xcomp" or governor == head.token:
        return []
    return [t for c in governor.lefts if c.dep_ in {"prep", "npadvmod", "advmod"} for t in c.subtree]


def _within(term: Term, token: Token) -> Term:
    """Return the term with the span of all its words; those that a reference would take from other sentences are left out."""
    begin, end = sentence_bounds(token)
    first, last = token.doc[begin].idx, token.doc[end - 1].idx + len(token.doc[end - 1])

    def here(found: tuple[Part, ...]) -> tuple[Part, ...]:
        return tuple(p for p in found if first <= p.start and p.end <= last)

    term = replace(term, who=here(term.who), whom=here(term.whom), where=here(term.where), to=here(term.to))
    spans = [(p.start, p.end) for p in words_in(term)]
    return replace(term, start=min(s for s, _ in spans), end=max(e for _, e in spans))


def words_in(term: Term) -> Iterator[Part]:
    """Yield every part of a term that has words, its distance and times among them."""
    yield term.act
    for found in (term.who, term.whom, term.where, term.to, term.conditions, term.exceptions):
        yield from found
    for moment in term.moments:
        yield Part(moment.kind, moment.name, moment.start, moment.end)
    if term.buffer is not None:
        yield Part("buffer", term.buffer.unit, term.buffer.start, term.buffer.end)
        yield from (term.buffer.of,) if term.buffer.of is not None else ()
    if term.stage is not None:
        yield term.stage
