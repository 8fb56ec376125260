"""Passages without quote marks behind an introduction ("Here is how X describes it:"): how many paragraphs they have."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.model.span import Span

_NEXT = re.compile(r"(?:Second|Third|Fourth|Fifth|Secondly|Thirdly|Lastly|[2-9][.)]|[-•*–—]) ?\b|[-•] |[a-z…]|\.\.\.")
_UNENDED = re.compile(r"(?:…|\.\.\.|[,;:–—]|\w)$")
_TOLD = re.compile(r"[,?!][\"”’»] the (\w+) (?:said|says|added|adds|reads|states|stated|continued|noted|wrote|told)\b")
_LONGEST = 8
_NAME = re.compile(r"\b[A-Z]\w{2,}")


def passage(text: str, blocks: Sequence[Span], first: int, introduced_by: str) -> tuple[Span, ...]:
    """Return the paragraphs of a passage that begins with paragraph number ``first``.

    It goes on as long as a paragraph breaks off, or the next one counts on ("Second, …"), begins in mid-sentence or quotes "the letter"
    that the passage spoke of; it ends before a paragraph that names its source ``introduced_by`` again.
    """
    last = first
    names = set(_NAME.findall(introduced_by))
    while last + 1 < min(len(blocks), first + _LONGEST):
        here, following = (text[b.start : b.end] for b in blocks[last : last + 2])
        if names & set(_NAME.findall(following)) or not _goes_on(text[blocks[first].start : blocks[last].end], here, following):
            break
        last += 1
    return tuple(blocks[first : last + 1])


def _goes_on(so_far: str, here: str, following: str) -> bool:
    if _UNENDED.search(here) or _NEXT.match(following):
        return True
    told = _TOLD.search(following)
    return told is not None and re.search(rf"\b{told[1]}\b", so_far) is not None
