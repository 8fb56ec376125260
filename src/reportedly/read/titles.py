"""The title of running text, where nobody names it and no line break parts it from the first sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from reportedly.borders import glued_starts
from reportedly.read.dateparse import find_dates
from reportedly.read.lines import Piece
from reportedly.read.rules import agency, seats
from reportedly.text import trim

SLUG = re.compile(r"(?<!\S)[A-Z]{3,}(?: [A-Z]{3,})?(?: [A-Z][a-z]+)? \([A-Z]\w+\)(?:\s?[—–-]+)?(?=\s[A-Z\"“])")
"""A city in capitals with an agency in brackets."""


@cache
def city_slug() -> re.Pattern[str]:
    """Return a pattern for a city in capitals that lost the dash between it and the first sentence: "Photo (QZA) TARN Two boats …"."""
    return re.compile(rf"(?<!\S)(?:{seats()})(?=\s(?:[A-Z][a-z’']+|An?|\d[\d,]*)\s+[\w’'-]*[a-z])")


_STOP = re.compile(r"[.!?]+(?=\s+[\"“‘'(\[]?[A-Z\d])|\n")
_RUN = re.compile(r"\S+")
_WORD = re.compile(r"[\w’'&/-]+")
_DATED = re.compile(r"\.? [A-Z\d]")
_ARABIC = re.compile(r"(?:al|el|ar|as|ash|at|ad|an|de|ez)-[A-Z]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WINDOW = 260
_FEWEST, _MOST = 4, 24
_AFTER = 40  # words of text that must follow, and in which a title is taken up
_SMALL = frozenset("a an and as at by for from in into near of off on or over the to up via vs with says say after amid".split())
_SENTENCE = re.compile(
    r"(?:has|have|had|was|were|been|being|is|are|said|told|the|it|he|she|they|we|its|his|their|which|who|"
    r"(?!(?:kill|injur|wound|captur|destroy|free|arrest|displac|execut|besieg|arm|back|foil|kidnapp|trapp|divid|fear|link|need|feed)ed)"
    r"[a-z]{2,}ed)"
)
"""Words that a title in small letters does not have: forms of verbs that tell, articles, pronouns."""
_CAPITALS = 0.8
_LISTED = 30  # words in which the end of a title is looked for
_GLUED = 6  # words of a title in capitals without a mark behind it
_INNER = frozenset({"in", "of", "at", "from", "near"})
_OPENERS = frozenset("A An The Two Three Four Five Six Seven Eight Nine Ten Several Dozens".split())
_TAKEN_UP = 3
_LONG = 4


def opening_title(text: str, start: int, end: int) -> Piece | None:
    """Return the first sentence of ``text[start:end]`` where it is the title: in the grammar of titles, and taken up behind it.

    A title has each word of weight in capitals, or tells without articles and auxiliaries what the sentences after it tell again.
    """
    begin = trim(text, start, end)[0]
    reach = min(end, begin + _WINDOW)
    for stop in (min(_stops(text, begin, reach), default=None), after_title(text, begin, reach)):
        if stop is not None and reads_as_title(text, begin, stop, end):
            return Piece("headline", *trim(text, begin, stop))
    return None


def _stops(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where a title may end: at a full stop, before a word that opens a sentence, before an agency or a date."""
    for pattern in (_STOP, _agency()):
        if mark := pattern.search(text, start, end):
            yield mark.start() if pattern is _agency() else mark.end()
    yield from (start + at for at in glued_starts(text[start:end]))
    for found in find_dates(text, "dmy", start, end):
        if found.start > start and _DATED.match(text, found.end, end) and text[: found.start].rsplit(maxsplit=1)[-1].lower() not in _SMALL:
            yield found.start


@cache
def _agency() -> re.Pattern[str]:
    return re.compile(rf"(?<=\w )(?:{agency()})(?= [A-Z\d\"“])")


def reads_as_title(text: str, start: int, stop: int, end: int) -> bool:
    """Say whether ``text[start:stop]`` is a title of what follows it up to ``end``."""
    words = _WORD.findall(text, start, stop)
    after = _WORD.findall(text, stop, min(end, stop + 2 * _WINDOW))
    if not _FEWEST <= len(words) <= _MOST or len(after) < _AFTER or words[0].islower() or any(_YEAR.fullmatch(w) for w in words):
        return False
    heavy = [word for word in words if word.lower() not in _SMALL]
    capitals = sum(not word[0].islower() for word in heavy)
    if len(heavy) >= _FEWEST and capitals >= _CAPITALS * len(heavy) and not any(_SENTENCE.fullmatch(word) for word in words):
        return True
    if words[0] in {"A", "An", "The"} or any(_SENTENCE.fullmatch(word) for word in words):
        return False
    told = {word.lower()[:_LONG] for word in after if len(word) >= _LONG}
    return len({word.lower()[:_LONG] for word in words if len(word) >= _LONG} & told) >= _TAKEN_UP


def after_title(text: str, start: int, end: int) -> int | None:
    """Return where a title in capitals ends: before a slug, or before the phrase of the first word that no title has small."""
    words = list(islice(_RUN.finditer(text, start, end), _LISTED))
    capital: int | None = None
    for at, word in enumerate(words):
        here = word.group()
        if SLUG.match(text, word.start(), end) or (at > 1 and here[0] in '"“'):
            return ended(text, word.start())
        if here[0].isupper() or _ARABIC.match(here):
            capital = at
        elif not here[0].isdigit() and here.lower() not in _SMALL and here[0].isalnum():
            break
    else:
        return words[-1].end() if words and words[-1].end() == end else None
    while capital is not None and capital > 1:
        last = words[capital - 1].group()
        if last in _OPENERS:
            capital -= 1
        elif last in _INNER and words[capital - 2].group()[0].isupper():
            capital -= 2
        else:
            break
    return ended(text, words[capital].start()) if capital is not None and capital >= _GLUED else None


def ended(text: str, at: int) -> int:
    """Return ``at``, or where the white space before it begins."""
    while at and text[at - 1].isspace():
        at -= 1
    return at
