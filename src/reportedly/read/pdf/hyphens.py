"""Words that a line broke: whether the hyphen was the word's own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reportedly.read.pdf.paragraphs import Line

_LAST = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*$")
_FIRST = re.compile(r"^[^\W_]+(?:[-’'][^\W_]+)*")
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_OWN = frozenset(
    "al anti cease co counter cross de el ex extra far half high infra inter large least long low mid mis most multi near neo non north "
    "now off on over part post pre pro quasi re self semi short single small so south sub then third two un under up vice well "
    "west east".split()
)
"""First parts that keep their hyphen where the text does not say otherwise; so do abbreviations, numbers and adverbs in -ly."""

_SECOND = frozenset(
    "affiliated aligned armed backed based born controlled focused funded occupied oriented sponsored style supported".split()
)
_ADVERB = 5


def vocabulary(found: Sequence[Line]) -> Counter[str]:
    """Return how often each word stands whole in a text."""
    return Counter(word.lower() for line in found for word in _WORD.findall(line.bit.text))


def keeps(before: str, after: str, known: Counter[str]) -> bool:
    """Say whether the hyphen between the end of ``before`` and the beginning of ``after`` belongs to the word.

    The text itself decides where it has the word elsewhere, with or without a hyphen; then its first part.
    """
    last, first = _LAST.search(before), _FIRST.search(after)
    if last is None or first is None:
        return True
    one, other = last.group(), first.group()
    plain, hyphened = known[(one + other).lower()], known[f"{one}-{other}".lower()]
    if plain != hyphened:
        return hyphened > plain
    return not other[0].islower() or _stands_alone(one) or other.lower() in _SECOND


def _stands_alone(part: str) -> bool:
    lower = part.lower()
    adverb = len(part) >= _ADVERB and lower.endswith("ly")
    return part[-1].isdigit() or (len(part) > 1 and part.isupper()) or lower in _OWN or adverb
