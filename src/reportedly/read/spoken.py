"""What shows of paragraphs without quotation marks around them that somebody else speaks in them, and how far they go."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportedly.read.lines import Line

_ELISION = re.compile(r"(?:…|\.\.\.)\W*$")
_FROM_ELISION = re.compile(r"\W{0,3}(?:…|\.\.\.)")
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|[Uu]s|I['’][a-z]{1,3})\b")
_LISTED = re.compile(r"(?:[-–—•*·]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")
_NEXT = re.compile(r"(?:Second|Third|Fourth|Fifth|Next|Then|Finally|Lastly|Also|Further|Furthermore|Moreover|In addition)(?:ly)?,? ")
_REOPENED = re.compile(r"[“„«\"]")
_DOUBLE = re.compile(r"[“”„«»\"]")
_OPENING = frozenset("“„«")
_MOST = 25
_FEWEST = 8


def is_spoken(lines: Sequence[Line], at: int) -> bool:
    """Say whether the unmarked paragraph at ``at`` is speech: it breaks off or sets in with dots, or its speaker says "I" or "we"."""
    words = lines[at].bare
    if lines[at].words < _FEWEST or _LISTED.match(words) or _DOUBLE.search(words):
        return False
    return bool(_ELISION.search(words) or _FROM_ELISION.match(words) or _FIRST_PERSON.search(words))


def goes_on(lines: Sequence[Line], at: int, most: int) -> int:
    """Return the number of the last paragraph of an unmarked block that begins at ``at``.

    A paragraph belongs to the one before where that breaks off in dots, where it counts on ("Second, …"), or where it begins
    with a quotation: the page's own next paragraph does not, for it comes back to what was quoted.
    """
    last = at
    while last + 1 < min(len(lines), at + most):
        words = lines[last + 1].bare
        if not (_ELISION.search(lines[last].bare) or _FROM_ELISION.match(words) or _NEXT.match(words) or _REOPENED.match(words)):
            break
        last += 1
    return last


def long_quotation(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield first and last paragraph of passages of a report that one pair of marks holds, quotations within that have closed before.

    The last paragraph holds one mark, at its end, that closes nothing which was opened; the first is the nearest one before that
    begins with a mark which its own paragraph does not close.
    """
    opened: int | None = None
    inside = 0
    for at, line in enumerate(lines):
        marks = [match.group() for match in _DOUBLE.finditer(line.bare)]
        if _REOPENED.match(line.bare):
            opened, inside = (at if len(marks) % 2 else None), len(marks) % 2
            continue
        if opened is None or not marks or at - opened > _MOST:
            continue
        closes = len(marks) == 1 and marks[0] not in _OPENING
        if closes and not inside and line.bare.endswith(marks[0]):
            yield opened, at
            opened = None
        elif len(marks) % 2:
            inside = 1 - inside
