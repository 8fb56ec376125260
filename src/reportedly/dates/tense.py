"""The direction of an expression from the words around it: has what is told of happened, or is it to come?

Verbs mostly stand before the time they govern ("will meet on Friday", "said on Friday"), so the nearest one before it in the
sentence decides, and the nearest one behind it only where there is none.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.dates.grammar import Grammar
from reportedly.dates.lexer import Tokens

_REACH = 14
_SHORTEST_PAST = 5
_UNTIL_REACH = 2
_PERFECT = frozenset({"has", "have"})


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


def sentence_start(grammar: Grammar, tokens: Tokens, index: int, reach: int = 60) -> int:
    """Return the first token of the sentence that ``index`` stands in, at most ``reach`` tokens back."""
    ends = grammar.classes["STOP"] + grammar.classes["BREAK"]
    dot = grammar.classes["DOT"]
    for at in range(index - 1, max(index - reach, 0) - 1, -1):
        kind = tokens.kinds[at]
        if kind in ends or (kind == dot and _ends_sentence(tokens, at)):
            return at + 1
    return max(index - reach, 0)


def _ends_sentence(tokens: Tokens, dot: int) -> bool:
    """Say whether a full stop is one: white space and a capital or figure follow, and no single letter stands before."""
    if dot + 1 >= len(tokens.starts) or tokens.starts[dot + 1] == tokens.ends[dot]:
        return dot + 1 >= len(tokens.starts)
    following = tokens.text[tokens.starts[dot + 1]]
    return not following.islower() and tokens.ends[dot - 1] - tokens.starts[dot - 1] > 1


def cue(grammar: Grammar, tokens: Tokens, first: int, last: int) -> Cue:
    """Return what the words around the tokens ``first`` to ``last`` say."""
    start = sentence_start(grammar, tokens, first)
    end = _sentence_end(grammar, tokens, last)
    behind = range(first - 1, max(start, first - _REACH) - 1, -1)
    ahead = range(last, min(end, last + _REACH))
    future, relative = _direction(grammar, tokens, behind)
    if future is None:
        future, relative = _direction(grammar, tokens, ahead)
    lead = [tokens.word(at) for at in range(max(first - _UNTIL_REACH, start), first)]
    if "since" in lead:
        future, relative = False, False
    untils = grammar.classes["UNTIL"]
    until = any(kind in untils for kind in tokens.kinds[max(first - _UNTIL_REACH, start) : first])
    perfect = any(tokens.word(at) in _PERFECT for at in (*behind, *ahead))
    return Cue(future, relative, until, perfect, start)


def _sentence_end(grammar: Grammar, tokens: Tokens, index: int) -> int:
    ends = grammar.classes["STOP"] + grammar.classes["BREAK"]
    dot = grammar.classes["DOT"]
    last = min(index + _REACH, len(tokens.kinds))
    for at in range(index, last):
        kind = tokens.kinds[at]
        if kind in ends or (kind == dot and _ends_sentence(tokens, at)):
            return at
    return last


def _direction(grammar: Grammar, tokens: Tokens, indexes: range) -> tuple[bool | None, bool]:
    future, relative, past = (grammar.classes[name] for name in ("FUTUREW", "RELATIVEW", "PASTW"))
    for at in indexes:
        kind = tokens.kinds[at]
        if kind in future:
            return True, kind in relative
        if (kind in past or _looks_past(tokens, at)) and tokens.word(at - 1) != "be":  # what is "to be held" is not past
            return False, False
    return None, False


def _looks_past(tokens: Tokens, at: int) -> bool:
    word = tokens.text[tokens.starts[at] : tokens.ends[at]]
    return word.endswith("ed") and len(word) >= _SHORTEST_PAST and word.islower()
