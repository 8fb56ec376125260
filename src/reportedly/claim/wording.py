"""The words of a document in neutral form: those who are named in it under their neutral names, whatever the source calls them."""

from __future__ import annotations

import re

from reportedly.claim.context import Context
from reportedly.model import ActorMention, PlaceMention
from reportedly.parse import text_of
from reportedly.text import fold

_LOST = re.compile(r"s\b")
"""The end of a possessive whose apostrophe the text has lost: "the Observatorys report"."""
_ARTICLE = re.compile(r"(?<!\w)([Aa])n? $")
_VOWELS = frozenset("aeioAEIO")
_SPELT = re.compile(r"[A-Z]{2}|[Uu]|Eu|One\b")
"""How one begins of which the letters do not tell: an abbreviation, and a vowel that may be spoken as a consonant."""


def neutral(context: Context, start: int, end: int) -> str:
    """Return the words from ``start`` to ``end`` on one line, each name of an actor or place in them replaced by its neutral name.

    So what is said does not change with the label that is used, and no label gets into a sentence of ours.
    """
    text = text_of(context.doc)
    named: list[ActorMention | PlaceMention] = [m for m in context.actors.within(start, end) if m.by == "name"]
    out, at = [], start
    for mention in sorted([*named, *context.places.within(start, end)], key=lambda m: (m.start, -m.end)):
        if mention.start >= at:
            out += [_before(mention.name, text[at : mention.start]), mention.name]
            at = mention.end
            if _LOST.match(text, at):
                out.append("'" if mention.name.endswith("s") else "'s")
                at += 1
    return fold("".join([*out, text[at:end]]))


def _before(name: str, words: str) -> str:
    """Return the words before a name, with the article that goes with it where they end with one."""
    article = None if _SPELT.match(name) else _ARTICLE.search(words)
    if article is None:
        return words
    return f"{words[: article.start()]}{article[1]}{'n' if name[:1] in _VOWELS else ''} "
