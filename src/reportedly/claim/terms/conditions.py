"""On what condition a term holds: clauses with "if", "unless", "once" and their like, and what is given in exchange."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.claim.syntax import VERBAL
from reportedly.claim.terms.heads import Head
from reportedly.claim.terms.lexicon import Lexicon
from reportedly.claim.terms.words import words_of
from reportedly.model import Part

_UP = 4
_CONDITIONAL = frozenset({"provided", "providing", "assuming"})


def conditions(context: Context, head: Head, words: Sequence[Token], lexicon: Lexicon) -> tuple[Part, ...]:
    """Return the conditions of a term: clauses with "if", "unless", "once" and their like, and what is given in exchange."""
    found = [*clauses(context, head.token, lexicon), *_exchanges(context, words, lexicon)]
    return tuple({(p.start, p.end): p for p in found}.values())


def clauses(context: Context, token: Token, lexicon: Lexicon) -> Iterator[Part]:
    """Yield the clauses that condition the one of ``token``, each coordinated one alone."""
    verb = token
    for _ in range(_UP):
        for child in verb.children:
            kind = _condition(child, lexicon) if child.dep_ in {"advcl", "prep"} else None
            if kind is not None:
                yield from _each(context, child, kind)
        if verb.dep_ not in {"xcomp", "ccomp", "conj", "dobj", "pobj", "prep"} or verb.head == verb:
            return
        verb = verb.head


def _condition(clause: Token, lexicon: Lexicon) -> str | None:
    """Return what kind of condition a clause is, None where it is none."""
    kind = lexicon.kind("conditions", clause.lower_)
    if kind is not None:  # "provided they leave", "after the wounded have left"
        return kind if any(c.pos_ in VERBAL for c in clause.children) else None
    if clause.pos_ not in VERBAL:
        return None
    marks = [c.lower_ for c in clause.children if c.dep_ in {"mark", "advmod", "prep"} and c.i < clause.i]
    return next((found for word in marks if (found := lexicon.kind("conditions", word)) is not None), None)


def _each(context: Context, clause: Token, kind: str) -> Iterator[Part]:
    """Yield a condition, each of its coordinated clauses alone ("if X holds and Y leaves" is two)."""
    verb = clause if clause.pos_ in VERBAL and _has_verb(clause) else next((c for c in clause.children if c.pos_ in VERBAL), clause)
    waiting = [verb]
    while waiting:
        verb = waiting.pop(0)
        joined = [c for c in verb.children if c.dep_ == "conj" and c.pos_ in VERBAL]
        apart = {t.i for c in joined for t in c.subtree}
        opening = {c.i for c in verb.children if c.dep_ in {"mark", "cc"}}
        held = [t for t in verb.subtree if t.i not in apart | opening]
        if verb.dep_ == "advcl":
            held = [t for t in held if not (t.i < verb.i and t.dep_ == "advmod" and t.head == verb)]
        found = words_of(context, kind, held)
        if found is not None:
            yield found
        waiting += joined


def _has_verb(clause: Token) -> bool:
    """Say whether a clause has a verb of its own and is no bare "provided"."""
    return clause.lower_ not in _CONDITIONAL or not any(c.dep_ in {"ccomp", "pcomp"} for c in clause.children)


def _exchanges(context: Context, words: Sequence[Token], lexicon: Lexicon) -> Iterator[Part]:
    for token in words:
        if lexicon.has("in-exchange", token.lower_) and token.dep_ == "pobj" and token.head.lower_ == "in":
            for child in token.children:
                given = words_of(context, "in-exchange", [t for c in child.children for t in c.subtree]) if child.lower_ == "for" else None
                if given is not None:
                    yield given
