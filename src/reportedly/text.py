"""Canonical text and code-point offsets.

A plain text keeps every character but its newlines: CR LF and CR become LF. Offsets everywhere in the program count
Unicode code points of that text, half open, which is what Python string indices are.
"""

from __future__ import annotations

import re

_OPENS, _CLOSES = '"“„«', '"”“»'
_MARKS = re.compile('["“”„«»]')
_WORD = re.compile(r"\w+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")


def canonical_newlines(text: str) -> str:
    r"""Return ``text`` with ``\r\n`` and ``\r`` turned into ``\n`` and nothing else changed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def fold(text: str) -> str:
    """Return ``text`` with every run of white space folded to one space and the ends stripped."""
    return " ".join(text.split())


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of ``text[start:end]`` without white space at its ends; empty spans stay empty."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def words(text: str) -> list[str]:
    """Return the words of ``text`` in lower case, for comparing texts whatever their punctuation."""
    return _WORD.findall(text.lower())


def excerpt(text: str, limit: int = 80) -> str:
    """Return ``text`` on one line, cut at a word to at most ``limit`` characters."""
    line = fold(text)
    return line if len(line) <= limit else line[: limit - 1].rsplit(" ", 1)[0] + "…"


def bare(text: str) -> str:
    """Return ``text`` without commas, colons and dashes at its end, where a part was cut out of a sentence."""
    return text.rstrip(" ,;:-–—")


def unquoted(text: str) -> str:
    """Return ``text`` without the quotation marks around it, where it is shown between marks of the program's own."""
    inner = text.strip()
    around = len(inner) > 1 and inner[0] in _OPENS and inner[-1] in _CLOSES and not _MARKS.search(inner[1:-1])
    return inner[1:-1].strip() if around else text


def clean(text: object) -> str:
    """Return ``text`` on one line, without signs that steer a terminal or turn the direction of writing."""
    return " ".join(_CONTROL.sub(" ", str(text)).split())
