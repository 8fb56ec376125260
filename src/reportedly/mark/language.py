"""Which language a text is in, by its script and its commonest words. Only English is read further."""

from __future__ import annotations

import re
from collections import Counter

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
_ENOUGH = 8
_FUNCTION_WORDS = {
    "en": "the of and to in that for on with was by is as were has from which have at it he they said are be this its",
    "fr": "le la les des et du une dans que est pour sur qui au par avec sont pas aux ses ont cette plus",
    "es": "el los las del que una por con para como sus más fue son sobre entre este está han",
    "de": "der die und das den von mit ist des für auf dem nicht ein eine sich als auch bei wurde nach",
    "tr": "ve bir bu için ile olarak olan da de çok sonra kadar ise gibi daha tarafından",
    "it": "il che di della per con una sono del nel alla dei gli ha non anche le",
    "pt": "os que não uma para com dos das foi por mais são ao pelo também na",
    "nl": "het een van en dat op te zijn met voor niet aan door er maar ook",
}
_SCRIPTS = (
    ("ar", "\u0600", "\u06ff"),
    ("he", "\u0590", "\u05ff"),
    ("ru", "\u0400", "\u04ff"),
    ("zh", "\u4e00", "\u9fff"),
    ("el", "\u0370", "\u03ff"),
)
_SHARE = 0.5


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of ``text``; None where its words do not tell."""
    sample = text[:_SAMPLE]
    letters = sum(c.isalpha() for c in sample)
    if not letters:
        return None
    for code, low, high in _SCRIPTS:
        if sum(low <= c <= high for c in sample) > _SHARE * letters:
            return code
    counts = Counter(word.lower() for word in _WORD.findall(sample))
    total = sum(counts.values())
    scores = {code: sum(counts[w] for w in words.split()) for code, words in _FUNCTION_WORDS.items()}
    best = max(scores, key=lambda code: scores[code])
    if scores[best] == 0 or (total >= _ENOUGH * 5 and scores[best] < total / 25):
        return None
    return best
