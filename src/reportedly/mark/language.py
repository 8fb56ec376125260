"""Which language a text is in, by its script and its commonest words. Only English is read further."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

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
_COMMON = {code: frozenset(words.split()) for code, words in _FUNCTION_WORDS.items()}
_LANGUAGES_OF = {word: tuple(code for code, common in _COMMON.items() if word in common) for word in frozenset().union(*_COMMON.values())}
_KANA = ("\u3040", "\u30ff")
_HAN = ("\u4e00", "\u9fff")
# The commonest language of each script stands for all that are written in it: none of them is read.
_SCRIPTS = (
    ("ar", ("\u0600", "\u06ff")),
    ("he", ("\u0590", "\u05ff")),
    ("ru", ("\u0400", "\u04ff")),
    ("zh", _HAN),
    ("el", ("\u0370", "\u03ff")),
    ("hy", ("\u0530", "\u058f")),
    ("hi", ("\u0900", "\u097f")),
    ("bn", ("\u0980", "\u09ff")),
    ("pa", ("\u0a00", "\u0a7f")),
    ("gu", ("\u0a80", "\u0aff")),
    ("or", ("\u0b00", "\u0b7f")),
    ("ta", ("\u0b80", "\u0bff")),
    ("te", ("\u0c00", "\u0c7f")),
    ("kn", ("\u0c80", "\u0cff")),
    ("ml", ("\u0d00", "\u0d7f")),
    ("si", ("\u0d80", "\u0dff")),
    ("th", ("\u0e00", "\u0e7f")),
    ("lo", ("\u0e80", "\u0eff")),
    ("bo", ("\u0f00", "\u0fff")),
    ("my", ("\u1000", "\u109f")),
    ("ka", ("\u10a0", "\u10ff")),
    ("am", ("\u1200", "\u139f")),
    ("km", ("\u1780", "\u17ff")),
    ("ko", ("\uac00", "\ud7a3")),
)
_SHARE = 0.5
_KANA_SHARE = 0.1
_FEW_LETTERS, _FEW_WORDS, _FEW_HITS = 15, 12, 4
_SHARE_SURE, _AHEAD = 0.15, 1.7


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of ``text``; None where its words do not tell."""
    sample = text[:_SAMPLE]
    script = _by_script(Counter(sample))
    if script is not None:
        return script
    counts = Counter(word.lower() for word in _WORD.findall(sample))
    total = sum(counts.values())
    scores = {code: sum(counts[w] for w in words.split()) for code, words in _FUNCTION_WORDS.items()}
    best = max(scores, key=lambda code: scores[code])
    if scores[best] == 0 or (total >= _ENOUGH * 5 and scores[best] < total / 25):
        return None
    return best


def certain_language(text: str) -> str | None:
    """Return the language of a passage that is long and plain enough to be sure of it, else None.

    Sure is one whose script most letters are of, or of a dozen words and more many of which are common words of one language
    and few of any other.
    """
    sample = text[:_SAMPLE]
    if not sample.isascii() and sum(map(str.isalpha, sample)) >= _FEW_LETTERS and (script := _by_script(Counter(sample))) is not None:
        return script
    words = _WORD.findall(sample.lower())
    if len(words) < _FEW_WORDS:
        return None
    hits = Counter(code for word in words for code in _LANGUAGES_OF.get(word, ()))
    if not hits:
        return None
    (code, best), (_, second) = (*hits.most_common(2), ("", 0))[:2]
    return code if best >= max(_FEW_HITS, _SHARE_SURE * len(words)) and best >= _AHEAD * second else None


def _by_script(signs: Mapping[str, int]) -> str | None:
    """Return the language whose script most letters are of, None where none stands out; ``signs`` counts each character."""
    letters = sum(count for sign, count in signs.items() if sign.isalpha())
    if not letters:
        return None
    kana = _of(signs, _KANA)
    # Japanese mixes the two; Chinese has no kana of its own
    if kana > _KANA_SHARE * letters and kana + _of(signs, _HAN) > _SHARE * letters:
        return "ja"
    return next((code for code, script in _SCRIPTS if _of(signs, script) > _SHARE * letters), None)


def _of(signs: Mapping[str, int], script: tuple[str, str]) -> int:
    low, high = script
    return sum(count for sign, count in signs.items() if low <= sign <= high)
