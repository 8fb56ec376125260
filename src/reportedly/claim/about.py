"""About whom a clause is that no frame takes in: the actors it names, and the people it tells of without a name."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from reportedly.claim.context import Context
from reportedly.claim.parties import is_general, is_trait, speaking
from reportedly.claim.roles import class_of, phrase
from reportedly.model import ActorMention, Argument
from reportedly.parse import root_of, tokens_between

_PRESS = frozenset({"outlet", "agency"})
_TOLD = frozenset({"nsubj", "nsubjpass", "dobj"})


def about(context: Context, part: Span, start: int, end: int, speaker: str | None) -> tuple[tuple[str, Argument], ...]:
    """Return whom the words ``part`` from ``start`` to ``end`` are about, as arguments ``about``, ``about_2`` in text order.

    Not the press nor the ``speaker`` where others are told of. Where nobody is named, those who do or suffer something: "people are
    waiting", "the owner lost his legs".
    """
    told = [*context.actors.within(start, end), *(m for t in part for m in speaking(context, t))]
    named = [m for m in sorted(told, key=lambda m: m.start) if not _stands_aside(context, m, told)]
    others = [m for m in named if m.kind not in _PRESS and (m.actor != speaker or _acts(context, m))]
    people = [] if others else list(_people(context, part))
    mentions = {m.actor or m.name: m for m in others or ([] if people else named)}
    found = [*people, *(Argument(m.name, m.start, m.end, actor=m.actor) for m in mentions.values())]
    return tuple((f"about_{i}" if i > 1 else "about", argument) for i, argument in enumerate(found, 1))


def _stands_aside(context: Context, mention: ActorMention, told: list[ActorMention]) -> bool:
    """Say whether a mention is a trait of somebody else, or a common noun for somebody named with it."""
    words = tokens_between(context.doc, mention.start, mention.end)
    if words is None:
        return False
    if is_trait(root_of(words)):
        return True
    return mention.by == "name" and is_general(context, mention) and any(m.by != "name" and m.end == mention.end for m in told)


def _acts(context: Context, mention: ActorMention) -> bool:
    """Say whether a speaker tells of what he does himself: "he will not relent", but not "the reports which he saw"."""
    words = tokens_between(context.doc, mention.start, mention.end)
    token = None if words is None else root_of(words)
    return token is not None and token.dep_ in {"nsubj", "nsubjpass"} and token.head.dep_ != "relcl"


def _people(context: Context, part: Span) -> Iterator[Argument]:
    """Yield the classes of people that stand as subject or object."""
    for token in part:
        if token.dep_ in _TOLD and _is_told(context, token) and (actor := class_of(context, token)) is not None:
            yield _of_class(context, token, actor)


def _is_told(context: Context, token: Token) -> bool:
    return token.i not in context.actor_at and token.i not in context.again_at and not context.is_source(token.idx)


def _of_class(context: Context, token: Token, actor: str) -> Argument:
    said = phrase(context, token)
    return Argument(said.name, said.start, said.end, actor=actor)
