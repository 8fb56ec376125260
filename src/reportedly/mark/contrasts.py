"""Two speakers in one sentence, set against each other: "X said P while Y said Q", where the parse has P reach over all of Y's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from reportedly.mark.drafts import Draft
from reportedly.mark.found import Page
from reportedly.mark.quotes import QuoteIndex
from reportedly.model.span import Span
from reportedly.text import trim

_AGAINST = frozenset({"while", "whilst", "whereas"})


def set_apart(page: Page, drafts: Sequence[Draft], quotes: QuoteIndex) -> list[Draft]:
    """Return ``drafts``, their contents ended where somebody else is set against their source.

    Not inside a quotation that the speaker is outside of, nor where the two that are set against each other are both told by a third:
    "he says the army claims P while the militia claims Q".
    """
    marks = [(mark, made) for made in drafts for mark in _marks(made)]
    if not marks:
        return list(drafts)
    out = []
    for made in drafts:
        reached = [(m, other) for m, other in marks if other is not made and made.start < m.idx < made.end]
        ends = [m.idx for m, other in reached if _against(made, other, drafts) and quotes.at(m.idx) == quotes.at(made.head.idx)]
        out.append(_ended(page.text, made, min(ends)) if ends else made)
    return out


def _marks(made: Draft) -> Iterator[Token]:
    """Yield the word that sets a draft with a source against what stands before it."""
    if made.source and made.head.dep_ == "advcl":
        yield from (t for t in made.head.children if t.dep_ == "mark" and t.lower_ in _AGAINST and t.i < made.head.i)


def _against(made: Draft, other: Draft, drafts: Sequence[Draft]) -> bool:
    """Say whether ``other`` is set against ``made`` itself, and not against somebody whose words ``made`` tells."""
    between = (d.head for d in drafts if d.speech and d.source and made.head.i < d.head.i < other.head.i)
    return made.head.i < other.head.i and not any(made.start <= head.idx < made.end for head in between)


def _ended(text: str, made: Draft, end: int) -> Draft:
    kept = tuple(Span(*trim(text, piece.start, min(piece.end, end))) for piece in made.content if piece.start < end)
    return replace(made, content=kept)
