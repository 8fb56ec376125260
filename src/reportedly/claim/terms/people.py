"""Who is bound by a term, and whom or what its act is done to: only what its own words name."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.claim.match import is_placelike
from reportedly.claim.roles import phrase
from reportedly.claim.syntax import VERBAL, fillers, is_passive
from reportedly.claim.terms.heads import Head, binds, doers, spelled
from reportedly.claim.terms.lexicon import MOVING, Lexicon
from reportedly.claim.terms.words import named, part, unique, words_of
from reportedly.model import Part

_ADDRESSING = frozenset({"call", "appeal"})
_RELATIVES = frozenset({"that", "which", "who", "there"})


def who(context: Context, head: Head, lexicon: Lexicon) -> tuple[Part, ...]:
    """Return the obligors of a term; none where a passive or a noun names none. A plan is nobody."""
    if head.token.pos_ not in VERBAL:
        return unique(p for t in doers(head) for p in _all_named(context, t))
    tokens = _addressees(head.token) or _subjects(head.token, lexicon)
    tokens = [t for t in tokens if t.lower_ not in _RELATIVES and not _is_matter(t, lexicon)]
    return unique(p for t in tokens for p in named(context, "who", t))


def _subjects(verb: Token, lexicon: Lexicon) -> list[Token]:
    """Return who does what a verb says; of "a plan to evacuate" nobody, unless it is a plan "for" somebody to do so."""
    if verb.dep_ == "acl" and _is_matter(verb.head, lexicon):
        return [t for t in verb.children if t.dep_ == "nsubj"]
    return fillers(verb, "subj")


def _addressees(verb: Token) -> list[Token]:
    """Return whom an appeal goes to: of "they call on the army to leave" the army is to leave, not they."""
    governor = verb
    while governor.dep_ in {"conj", "xcomp", "advcl", "ccomp"} and governor.head != governor:
        governor = governor.head
        if governor.lemma_.lower() in _ADDRESSING:
            return fillers(governor, "prep:on|upon|to")
    return []


def _is_matter(noun: Token, lexicon: Lexicon) -> bool:
    """Say whether a noun is a plan, a truce or their like, which are held to nothing themselves."""
    return noun.pos_ == "NOUN" and (spelled(noun) in lexicon.lists["plans"] or lexicon.kind("kinds", spelled(noun)) is not None)


def _all_named(context: Context, noun: Token) -> Iterator[Part]:
    """Yield all that a coordinated name stands for: "the army and opposition forces" are two."""
    begin = noun.left_edge.i
    held = (
        m
        for t in noun.doc[begin : noun.i + 1]
        for m in ([context.actor_at[t.i]] if t.i in context.actor_at else context.again_at.get(t.i, ()))
    )
    found = dict.fromkeys(held)
    joined = any(t.dep_ == "cc" for t in noun.doc[begin : noun.i])
    if joined and len(found) > 1:
        for mention in found:
            yield Part("who", mention.name, mention.start, mention.end, mention.actor)
    else:
        yield from named(context, "who", noun)


def whom(context: Context, head: Head) -> tuple[Part, ...]:
    """Return who or what the act of a term is done to."""
    if head.token.pos_ not in VERBAL:
        return ()
    tokens = fillers(head.token, "obj") if head.act == head.token else []
    if binds(head.token) and head.act != head.token:
        tokens = fillers(head.act, "subj")
    if not tokens and is_passive(head.token) and head.token.dep_ == "xcomp":
        tokens = fillers(head.token.head, "subj")
    if head.kind in MOVING:
        tokens = [t for t in tokens if not is_placelike(context, t)]
    return unique(_thing(context, t) for t in tokens)


def _thing(context: Context, noun: Token) -> Part:
    """Return what an act is done to: whom the noun itself names, else the noun with its "of" phrase ("all of its heavy weapons")."""
    here = context.actor_at.get(noun.i) or next(iter(context.again_at.get(noun.i, ())), None)
    if here is not None:
        return Part("whom", here.name, here.start, here.end, here.actor)
    after = [t for c in noun.rights if c.dep_ == "prep" and c.lower_ == "of" for t in c.subtree]
    return words_of(context, "whom", [*(t for t in noun.subtree if t.i <= noun.i), *after]) or part("whom", phrase(context, noun))
