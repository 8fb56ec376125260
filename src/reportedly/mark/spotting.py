"""Names of a text that a gazetteer of the world knows: runs of capitalised words, the longest known one first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from reportedly.gazetteer.abbreviations import shortened
from reportedly.gazetteer.fold import fold_name
from reportedly.mark.context import GENERIC
from reportedly.model.toponym import Toponym
from reportedly.parse import text_of

Find = Callable[[str], Sequence[Toponym]]
Get = Callable[[str], Toponym | None]

_LINKS = frozenset(
    "of de del della di da do dos la las le les el al es en du des der den am an ar as ash bin ibn and upon the - – ' ’".split()
)
_NO_NAME = frozenset("DATE TIME MONEY PERCENT QUANTITY ORDINAL CARDINAL LANGUAGE NORP LAW PRODUCT EVENT WORK_OF_ART".split())
_LONGEST = 6
_SHORT = 3
_SHORTENED = 6


@dataclass(frozen=True, slots=True)
class Spot:
    """A name that a gazetteer knows.

    Attributes:
        first, last: its first and its last word.
        found: the places of that name.
    """

    start: int
    end: int
    first: Token
    last: Token
    found: tuple[Toponym, ...]

    @property
    def words(self) -> int:
        """How many words it has."""
        return self.last.i - self.first.i + 1


def spots(doc: Doc, find: Find, get: Get) -> Iterator[Spot]:
    """Yield the names in ``doc`` that are known, in text order, none overlapping another.

    Args:
        doc: the parse.
        find: gives the places of a name by its key.
        get: gives the place of an id, for what short forms stand for.
    """
    at = 0
    while at < len(doc):
        spot = _short(doc[at], get) or (_longest(doc, at, find) if _is_name(doc[at]) else None)
        if spot is not None:
            yield spot
        at = spot.last.i + 1 if spot is not None else at + 1


def _short(token: Token, get: Get) -> Spot | None:
    short = shortened(token.text) if token.text[:1].isupper() and len(token) <= _SHORTENED else None
    if short is None or not (short.alone or _after_town(token)):
        return None
    found = tuple(place for id_ in short.ids if (place := get(id_)) is not None)
    return Spot(token.idx, token.idx + len(token), token, token, found) if found else None


def _after_town(token: Token) -> bool:
    """Say whether a word follows a name and a comma."""
    if token.i < 2:  # noqa: PLR2004 - a name and a comma
        return False
    comma, name = token.nbor(-1), token.nbor(-2)
    return comma.text == "," and name.text[:1].isupper() and name.pos_ == "PROPN"


def _longest(doc: Doc, at: int, find: Find) -> Spot | None:
    first = doc[at]
    for last in reversed(list(_ends(doc, at))):
        start, end = first.idx, last.idx + len(last)
        text = text_of(doc)[start:end]
        if last.i == at and (_is_code(text) or first.lower_.rstrip(".") in GENERIC):
            continue
        found = find(fold_name(text))
        if found:
            return Spot(start, end, first, last, tuple(found))
    return None


def _ends(doc: Doc, at: int) -> Iterator[Token]:
    """Yield the words that a name beginning at ``at`` may end with."""
    for token in doc[at : at + _LONGEST]:
        if token.i > at and (token.is_sent_start or "\n\n" in doc[token.i - 1].whitespace_ or token.text.isspace()):
            return
        if _is_name(token):
            yield token
        elif token.lower_ not in _LINKS:
            return


def _is_name(token: Token) -> bool:
    return token.text[:1].isupper() and any(c.islower() or len(token.text) > 1 for c in token.text) and token.ent_type_ not in _NO_NAME


def _is_code(text: str) -> bool:
    """Say whether a word is an abbreviation: it is known as one, or not at all."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) <= _SHORT + 1 and all(c.isupper() for c in letters)
