"""Names as they are looked up: without accents, marks and case, so that "Bogotá", "BOGOTA" and "Bogota" are one."""

from __future__ import annotations

import unicodedata

_DROPPED = dict.fromkeys(map(ord, "'’‘`´ʼʻʿʾ‛.ـ\"“”"))
_SPACES = dict.fromkeys(map(ord, "-‐‑–—_/,;:()[]|"), " ")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ى": "ي", "ة": "ه", "ٱ": "ا"})
_MARKS = {**_DROPPED, **_SPACES}


def fold_name(name: str) -> str:
    """Return the key of ``name``: lower case, letters without accents, apostrophes and dots off, hyphens as spaces, in any script."""
    lower = name.translate(_MARKS).casefold()
    if not lower.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c))
        lower = bare.translate(_MARKS).translate(_LETTERS)
    return " ".join(lower.split())
