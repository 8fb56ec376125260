"""What a claim says of an agreement as a whole: its kind, name, length, whom it covers or leaves out, what it is silent on."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.claim.figures import read_number
from reportedly.claim.numbering import plain
from reportedly.claim.roles import phrase
from reportedly.claim.syntax import VERBAL
from reportedly.claim.terms.heads import Head, spelled
from reportedly.claim.terms.lexicon import Lexicon, load_lexicon
from reportedly.claim.terms.moments import moments
from reportedly.claim.terms.places import where
from reportedly.claim.terms.words import part, words_of
from reportedly.model import Argument, Claim, Part, Plan
from reportedly.parse import root_of, tokens_between

_OUTER = frozenset({"agreement", "plan", "resolution"})
_BOUNDING = frozenset({"set", "due", "schedule", "begin", "start", "last", "expire", "end", "take", "come", "go", "enter", "run"})
_MANY = 200


def plan_of(context: Context, claim: Claim, *, told: bool) -> Plan | None:
    """Return what the words of ``claim`` say of an agreement, None where they speak of none.

    Args:
        context: the document.
        claim: a proposal or demand.
        told: whether the claim tells a term, so that the agreement is known by more than its name.
    """
    lexicon = load_lexicon()
    words = tokens_between(context.doc, claim.start, claim.end, whole=False)
    noun = _noun(claim, words, lexicon) if words is not None else None
    covered, excluded, silent = (_role(context, claim.args, role) for role in ("covered", "excluded", "topic"))
    if noun is None and not (covered or excluded or silent):
        return None
    around = _around(noun) if noun is not None else []
    head = Head(noun, "declares", noun, "other") if noun is not None else None
    dated = moments(context, _bounding(noun, around), lexicon)
    known = told or bool(covered or excluded or silent) or claim.frame == "timed" or any(moment.kind == "for" for moment in dated)
    return Plan(
        kind=_kind(noun, lexicon),
        name=part("name", phrase(context, noun)) if noun is not None else None,
        points=_points(noun, lexicon),
        placeholder=noun is not None and not known,
        where=where(context, head, around, lexicon) if head is not None else (),
        moments=dated,
        covered=covered,
        excluded=excluded,
        silent_on=silent,
    )


def _role(context: Context, args: Sequence[tuple[str, Argument]], role: str) -> tuple[Part, ...]:
    """Return what fills a role: the topic of a silence in all its words, of others all whom the words name."""
    out: list[Part] = []
    for name, argument in args:
        words = tokens_between(context.doc, argument.start, argument.end) if plain(name) == role else None
        if words is None:
            continue
        noun = root_of(words)
        if role == "topic":
            whole = words_of(context, role, noun.subtree)
            out += [whole] if whole is not None else []
        else:
            inside = [m for _, m in context.actors_among(noun.left_edge.i, noun.right_edge.i + 1) if not m.label.islower()]
            named = [Part(role, m.name, m.start, m.end, m.actor) for m in dict.fromkeys(inside)]
            out += [part(role, argument)] if argument.place or not named else named
    return tuple({(p.start, p.end): p for p in out}.values())


def _noun(claim: Claim, words: Tokens, lexicon: Lexicon) -> Token | None:
    """Return the noun that names the agreement: that of the plan's own role, else the first that names a kind of truce."""
    role = next((a for name, a in claim.args if name == "plan"), None)
    if role is not None and not (claim.start <= role.start and role.end <= claim.end):
        words = tokens_between(words.doc, role.start, role.end) or words
    named = [t for t in words if t.pos_ in {"NOUN", "PROPN"} and _kind(t, lexicon) is not None and t.dep_ != "compound"]
    inside = [t for t in named if role is not None and role.start <= t.idx < role.end]
    if inside:
        return inside[0]
    truces = [t for t in named if lexicon.kind("kinds", spelled(t)) not in _OUTER | {"evacuation", "safe-zone"}]
    return next(iter(truces), None)


def _kind(noun: Token | None, lexicon: Lexicon) -> str | None:
    """Return the kind that a noun names: "ceasefire agreement", "plan for a truce" and "cease-fire steps" name that of their part."""
    if noun is None:
        return None
    before = [lexicon.kind("kinds", spelled(t)) for t in noun.lefts if t.dep_ in {"compound", "amod", "nmod"}]
    inside = [lexicon.kind("kinds", spelled(g)) for c in noun.children if c.lower_ in {"for", "on", "of"} for g in c.children]
    own = lexicon.kind("kinds", spelled(noun))
    narrower = [kind for kind in (*before, *inside) if kind is not None and kind not in _OUTER]
    if own is None or own in _OUTER:
        return narrower[0] if narrower else own
    return own


def _points(noun: Token | None, lexicon: Lexicon) -> int | None:
    """Return how many points, stages or steps a plan is said to have: "a four point plan", "a plan in two stages"."""
    for token in noun.subtree if noun is not None else ():
        if lexicon.has("point-nouns", token.lemma_.lower()) and token.i > 0:
            for before in (token.nbor(-1), *([token.nbor(-2)] if token.i > 1 and token.nbor(-1).text == "-" else [])):
                number = read_number(before)
                if number is not None and number.value is not None:
                    return int(number.value)
    return None


def _around(noun: Token) -> list[Token]:
    """Return what bounds a truce where it is named: what hangs on the noun, and on a participle such as "set to begin on Friday"."""
    out: list[Token] = []
    waiting = [noun]
    while waiting:
        token = waiting.pop()
        out.append(token)
        for child in token.children:
            aside = child.dep_ in {"relcl", "acl", "conj", "appos", "advcl", "xcomp"} and child.lemma_.lower() not in _BOUNDING
            if not aside:
                waiting.append(child)
    return sorted({t.i: t for t in out}.values(), key=lambda t: t.i)


def _bounding(noun: Token | None, around: Sequence[Token]) -> list[Token]:
    """Return the words that may date a truce: those around its noun, and those after the verb that sets or begins it."""
    governor = noun.head if noun is not None else None
    out = list(around)
    while governor is not None and governor.pos_ in VERBAL and len(out) < _MANY:
        dated = governor.lemma_.lower() in _BOUNDING or (noun is not None and noun.dep_ in {"dobj", "nsubjpass"})
        if dated:
            out += [t for c in governor.rights if c.dep_ in {"npadvmod", "prep", "xcomp", "advmod"} for t in c.subtree]
        governor = governor.head if governor.dep_ == "xcomp" and governor.head != governor else None
    return sorted({t.i: t for t in out}.values(), key=lambda t: t.i)
