"""Parts of a term from the words of the parse, and which words belong to which term."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.claim.parties import actors_of
from reportedly.claim.roles import phrase
from reportedly.claim.syntax import VERBAL
from reportedly.claim.terms.heads import Head
from reportedly.claim.wording import neutral
from reportedly.model import Argument, Part

_APART = frozenset({"advcl", "ccomp", "relcl", "acl", "parataxis", "appos"})


def part(kind: str, found: Argument) -> Part:
    """Return an argument as a part of a term."""
    return Part(kind, found.name, found.start, found.end, found.actor, found.place)


def words_of(context: Context, kind: str, words: Iterable[Token]) -> Part | None:
    """Return the words from the first to the last of ``words`` as a part, in neutral form, without marks at their ends; None if none."""
    held = [t for t in words if t.dep_ != "punct" and not t.is_space]
    if not held:
        return None
    first, last = min(held, key=lambda t: t.i), max(held, key=lambda t: t.i)
    start, end = first.idx, last.idx + len(last)
    return Part(kind, neutral(context, start, end), start, end)


def own_words(head: Head, heads: Iterable[Head]) -> list[Token]:
    """Return what hangs on a head in text order, leaving out what hangs on another head and clauses that stand aside."""
    others = {t.i for h in heads for t in (h.token, h.act)} - {head.token.i, head.act.i}
    return sorted(_below(head.token, others, head.act), key=lambda t: t.i)


def _below(token: Token, others: set[int], act: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.i in others or (child.dep_ in _APART and child.i != act.i) or (child.dep_ == "conj" and child.pos_ in VERBAL):
            continue
        yield from _below(child, others, act)


def named(context: Context, kind: str, token: Token) -> Iterator[Part]:
    """Yield whom a noun names, else the noun itself in its own words."""
    found = list(dict.fromkeys(actors_of(context, token)))
    for mention in found:
        yield Part(kind, mention.name, mention.start, mention.end, mention.actor)
    if not found:
        yield part(kind, phrase(context, token))


def unique(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Return ``parts`` in order, nobody and no words twice."""
    found: dict[object, Part] = {}
    for one in parts:
        if one.start < one.end:
            found.setdefault(one.actor or (one.start, one.end), one)
    return tuple(found.values())
