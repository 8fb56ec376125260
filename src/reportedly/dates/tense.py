"""The direction of an expression from the words around it: has what is told of happened, or is it to come?

Verbs mostly stand before the time they govern ("will meet on Friday", "said on Friday"), so the nearest one before it in the
sentence decides, and the nearest one behind it only where there is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from reportedly.dates.grammar import Grammar
from reportedly.dates.lexer import ENDED, Tokens

_REACH = 14
_UNTIL_REACH = 2
_BASE_AFTER, _AHEAD_AFTER = ("be", "can", "not"), ("to", "could", "should")


@dataclass(frozen=True, slots=True)
class Cue:
    """What the words around say.

    Attributes:
        future: True, False, or None where they say nothing.
        relative: that future is counted from an event told before.
        until: "until" or "by" stands right before.
        perfect: "has" or "have" stands in the sentence.
        start: first token of the sentence, as far as it was looked at.
    """

    future: bool | None
    relative: bool
    until: bool
    perfect: bool
    start: int


@dataclass(frozen=True, slots=True)
class _Signs:
    """The kinds of a grammar that tell tense, and what looks for the nearest one of them in a row of kinds.

    Attributes:
        behind, ahead: the first sign of a reversed, of a plain row; groups ``future`` and ``past``. "To be held" is not past, "could
            hit" is future, "had expected" is not.
        relative: kinds of the future of an earlier event.
        ends: kinds that always end a sentence.
    """

    behind: re.Pattern[str]
    ahead: re.Pattern[str]
    relative: str
    until: str
    ends: str
    dot: str
    since: str
    perfect: str


@cache
def _signs(grammar: Grammar) -> _Signs:
    classes, words = grammar.classes, grammar.lexer.words
    future = classes["FUTUREW"]
    base = f"[{future}{''.join(words[word] for word in (*_BASE_AFTER, *_AHEAD_AFTER))}]"
    ahead = f"[{''.join(words[word] for word in _AHEAD_AFTER)}]"
    had = words["had"]
    ended = {kind for word, kind in words.items() if word.endswith("ed") and word.isalpha() and len(word) > len("ended") - 1}
    past = "".join(sorted({*classes["PASTW"], *ended, ENDED} - set(future)))
    return _Signs(
        behind=re.compile(f"(?P<future>[{future}](?!{had})|[{past}](?={ahead}))|(?P<past>[{past}])(?!{base})"),
        ahead=re.compile(f"(?P<future>(?<!{had})[{future}]|(?<={ahead})[{past}])|(?<!{base})(?P<past>[{past}])"),
        relative=classes["RELATIVEW"],
        until=classes["UNTIL"],
        ends=classes["STOP"] + classes["BREAK"],
        dot=classes["DOT"],
        since=words["since"],
        perfect=words["has"] + words["have"],
    )


def sentence_start(grammar: Grammar, tokens: Tokens, index: int, reach: int = 60) -> int:
    """Return the first token of the sentence that ``index`` stands in, at most ``reach`` tokens back."""
    signs, low = _signs(grammar), max(index - reach, 0)
    last = max(tokens.kinds.rfind(end, low, index) for end in signs.ends)
    dot = tokens.kinds.rfind(signs.dot, max(low, last), index)
    while dot > last and not _ends_sentence(tokens, dot):
        dot = tokens.kinds.rfind(signs.dot, max(low, last), dot)
    return max(last, dot, low - 1) + 1


def _ends_sentence(tokens: Tokens, dot: int) -> bool:
    """Say whether a full stop is one: white space and a capital or figure follow, and no single letter stands before."""
    if dot + 1 >= len(tokens.starts) or tokens.starts[dot + 1] == tokens.ends[dot]:
        return dot + 1 >= len(tokens.starts)
    following = tokens.text[tokens.starts[dot + 1]]
    return not following.islower() and tokens.ends[dot - 1] - tokens.starts[dot - 1] > 1


def cue(grammar: Grammar, tokens: Tokens, first: int, last: int) -> Cue:
    """Return what the words around the tokens ``first`` to ``last`` say."""
    signs = _signs(grammar)
    start = sentence_start(grammar, tokens, first)
    behind = tokens.kinds[max(start, first - _REACH) : first]
    ahead = tokens.kinds[last : _sentence_end(signs, tokens, last)]
    future, relative, perfect = _told(grammar, behind, ahead)
    lead = tokens.kinds[max(first - _UNTIL_REACH, start) : first]
    if signs.since in lead:
        future, relative = False, False
    until = any(kind in lead for kind in signs.until)
    return Cue(future, relative, until, perfect, start)


@lru_cache(maxsize=4096)
def _told(grammar: Grammar, behind: str, ahead: str) -> tuple[bool | None, bool, bool]:
    """Return the direction, whether it is that of an earlier event, and whether a perfect is near, by the kinds on both sides."""
    signs = _signs(grammar)
    future, relative = _direction(signs, signs.behind.search(behind[::-1]))
    if future is None:
        future, relative = _direction(signs, signs.ahead.search(ahead))
    return future, relative, any(kind in behind or kind in ahead for kind in signs.perfect)


def _sentence_end(signs: _Signs, tokens: Tokens, index: int) -> int:
    last = min(index + _REACH, len(tokens.kinds))
    for end in signs.ends:
        at = tokens.kinds.find(end, index, last)
        last = at if at >= 0 else last
    dot = tokens.kinds.find(signs.dot, index, last)
    while dot >= 0 and not _ends_sentence(tokens, dot):
        dot = tokens.kinds.find(signs.dot, dot + 1, last)
    return dot if dot >= 0 else last


def _direction(signs: _Signs, found: re.Match[str] | None) -> tuple[bool | None, bool]:
    if found is None:
        return None, False
    return (True, found.group() in signs.relative) if found.lastgroup == "future" else (False, False)
