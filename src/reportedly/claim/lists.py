"""Long lists of names: where a parse loses the thread, what stands between the commas is read as it stands."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from reportedly.parse import sentence_bounds

_FEWEST = 8
_LONGEST = 5
_JOINED = frozenset({"-", "’", "'", "al", "el", "de", "of", "the"})
_BETWEEN = frozenset({",", ";", "and", "&"})


def long_list(token: Token) -> list[Span]:
    """Return the items of the list of names that ``token`` stands in, in text order; nothing where it has fewer than eight items.

    Items are runs of capitalised words, at most five, between commas or "and"; in a shorter list the parse is to be trusted.
    """
    begin, until = sentence_bounds(token)
    first = _start(token, begin)
    items = list(_items(token.doc[first:until]))
    inside = any(item.start <= token.i < item.end for item in items)
    return items if inside and len(items) >= _FEWEST else []


def _start(token: Token, begin: int) -> int:
    """Return the index of the first word of the list, walked back to over names and what stands between them."""
    at = token.i
    while at > begin and (_is_part(token.doc[at - 1]) or token.doc[at - 1].lower_ in _BETWEEN):
        at -= 1
    while at < token.i and token.doc[at].lower_ in _BETWEEN | _JOINED:
        at += 1
    return at


def _items(words: Span) -> Iterator[Span]:
    start: int | None = None
    for token in words:
        if _is_part(token):
            start = token.i if start is None else start
            continue
        if start is not None and token.i - start <= _LONGEST:
            yield words.doc[start : token.i]
        if token.lower_ not in _BETWEEN:
            return
        start = None
    if start is not None and words.end - start <= _LONGEST:
        yield words.doc[start : words.end]


def _is_part(token: Token) -> bool:
    return (token.is_alpha and token.text[:1].isupper()) or token.lower_ in _JOINED
