"""The consonant skeleton of a name: one key for the many ways in which an Arabic name is written, in Latin and in Arabic script.

Articles and vowels are left off, doubled letters collapse, and letters that writers exchange fold together. It is a key for
finding candidates inside a small scope: nationwide, too many names share one (measured in the design of the project).
Names of actors, which are joined without looking at a scope, have a stricter key: :mod:`reportedly.skeleton` says why there are two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reportedly.gazetteer.fold import fold_name

_ARTICLES = frozenset("al el il ul l the".split())
_SUN = {
    "j": "aj ej",
    "s": "as es is",
    "sh": "ash esh",
    "n": "an en in",
    "t": "at et",
    "r": "ar er",
    "d": "ad ed",
    "z": "az ez",
    "th": "ath eth",
    "dh": "adh",
}
_SUN_ARTICLES = {article: start for start, articles in _SUN.items() for article in articles.split()}
_PAIRS = "tch š sch š sh š ch š kh x gh g th t dh d ph f dj g".split()
_DIGRAPHS = tuple(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_LATIN = str.maketrans({"q": "k", "c": "k", "j": "g", "z": "s", "p": "b", "v": "f"})
_ARABIC = str.maketrans("بتثجحخدذرزسشصضطظغفقكلمنهپچگڤک", "bttghxddrssšsdtsgfkklmnhbšgfk")
_LATIN_LONG = str.maketrans({"a": "", "e": "", "o": "w", "u": "w", "i": "y"})
_ARABIC_LONG = str.maketrans({**dict.fromkeys("اءعآأإ", ""), "ى": "y", "ئ": "y", "ؤ": "w", "و": "w", "ي": "y", "ة": "", "ه": ""})
_SILENT = re.compile(r"[aeiouاءعآىئؤ]")
_WEAK = re.compile(r"(?<=.)[wyوي]")
_DOUBLED = re.compile(r"(.)\1+")
_LONGEST_DEFINITE = 3
_DIN = re.compile(r"(?<=\w{3})[aeu]dd?in\b")
_GLUED = re.compile(r"\b(?:al|el)(?=[^aeiou\s].{3})")


def skeleton(name: str) -> str:
    """Return the key of ``name``; empty where it has no consonant."""
    return skeleton_of_folded(fold_name(name))


def skeleton_of_folded(folded: str) -> str:
    """Return the key of a name that :func:`reportedly.gazetteer.fold.fold_name` gave; empty where it has no consonant."""
    folded = _DIN.sub(" din", folded) if "in" in folded else folded
    return "".join(map(_word, _without_articles(folded.split())))


def skeletons(name: str) -> tuple[str, ...]:
    """Return the keys to look ``name`` up by, in this order: as it is written, and with glued articles taken off ("Alsukkari")."""
    folded = fold_name(name)
    keys = dict.fromkeys((skeleton(folded), skeleton(_GLUED.sub("", folded))))
    return tuple(key for key in keys if key)


def with_long_vowels(name: str) -> str:
    """Return the consonants and long vowels of a name without articles (:func:`bare`), the same for both scripts as far as they tell.

    It is finer than the skeleton, which leaves w and y off and doubles too: "Kawakbi" is not "Aqaba".
    """
    return "".join(_DOUBLED.sub(r"\1", _long(word)) for word in name.split())


def _long(word: str) -> str:
    if word.isascii():
        for pair, letter in _DIGRAPHS:
            word = word.replace(pair, letter)
        return (
            word.replace("ck", "k")
            .replace("ou", "u")
            .replace("oo", "u")
            .replace("ee", "i")
            .rstrip("h")
            .translate(_LATIN)
            .translate(_LATIN_LONG)
        )
    return word.translate(_ARABIC).translate(_ARABIC_LONG)


def bare(name: str) -> str:
    """Return ``name`` folded and without its articles, for comparing spellings."""
    return " ".join(_without_articles(fold_name(name).split()))


def _without_articles(words: list[str]) -> Iterator[str]:
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) else ""
        if following and (word in _ARTICLES or (word in _SUN_ARTICLES and following.startswith(_SUN_ARTICLES[word]))):
            continue
        yield word[2:] if word.startswith("ال") and len(word) > _LONGEST_DEFINITE else word


@lru_cache(maxsize=1 << 15)
def _word(word: str) -> str:
    if word.isascii():
        for pair, letter in _DIGRAPHS:
            word = word.replace(pair, letter)
        word = word.replace("ck", "k").translate(_LATIN)
    else:
        word = word.translate(_ARABIC)
    initial = {"و": "w", "ي": "y"}.get(word[:1], word[:1])
    word = _SILENT.sub("", initial + _WEAK.sub("", " " + word[1:])[1:])
    word = _DOUBLED.sub(r"\1", word)
    return word[:-1] if word.endswith("h") and len(word) > 1 else word
