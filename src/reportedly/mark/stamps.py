"""Contents that begin too early: titles, agencies and dates that a text without line breaks runs into its first sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from reportedly.mark.drafts import Draft
from reportedly.model.span import Span

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATES = rf"\b{_DAY} {_MONTH},? \d{{4}}|\b{_MONTH} \d{{1,2}},? \d{{4}}|\b\d{{1,2}}[-./]\d{{1,2}}[-./]\d{{4}}|^{_MONTH} \d{{4}}"
_STAMP = re.compile(rf"(?:{_DATES}|\(\w+\))(?: \d{{1,2}}:\d{{2}})?[ .|–-]{{1,3}}(?=[A-Z\d])")
_HEAD = 400
"""Characters at the start of a text in which its title and date stand."""
_SAME = 28
"""Characters that a title and the sentence that repeats it have in common at least."""


def unstamped(text: str, made: Draft) -> Draft:
    """Return ``made`` with a content that begins behind the title, agency and date that it was run into."""
    first, *more = made.content
    start = _behind(text, *first)
    return made if start == first.start else replace(made, content=(Span(start, first.end), *more))


def _behind(text: str, start: int, end: int) -> int:
    if start < _HEAD:
        stamps = list(_STAMP.finditer(text[start : min(end, _HEAD)]))
        if stamps and end - start - stamps[-1].end() > _SAME:
            start += stamps[-1].end()
    again = text.find(text[start : start + _SAME], start + _SAME, end) if end - start > 2 * _SAME else -1
    return again if again >= 0 else start
