"""What the press and witnesses saw, and what those count who watch a war, is told on their word.

"A photographer saw children treated at the clinic", "the network registered 45 strikes on hospitals".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from reportedly.mark.found import Found
from reportedly.mark.sources import source_range, subject_of

_SEEING = frozenset({"see", "hear", "witness", "watch"})
_WITNESSES = frozenset("photographer correspondent reporter journalist cameraman cameraperson stringer witness eyewitness".split())
_COUNTING = frozenset({"register", "record", "count", "tally", "log"})
_WATCHING = frozenset("observatory network center centre monitor group watchdog organisation organization mission office".split())
_SCORE = 0.5
_SHORTEST = 3


def witness_cues(token: Token) -> Iterator[Found]:
    """Yield what the verb ``token`` tells that a witness saw or a monitor counted, nothing where none does."""
    lemma = token.lemma_.lower()
    if lemma not in _SEEING | _COUNTING or token.tag_ not in {"VBD", "VBN"} or any(c.dep_ in {"neg", "auxpass"} for c in token.children):
        return
    who, pattern = subject_of(token), "clause" if lemma in _SEEING else "object"
    if who is None or who.i > token.i or who.lemma_.lower() not in (_WITNESSES if lemma in _SEEING else _WATCHING):
        return
    begin, end = token.i + 1, token.right_edge.i + 1
    if lemma in _COUNTING and not any(c.dep_ == "dobj" and any(t.like_num for t in c.subtree) for c in token.children):
        return
    if end - begin >= _SHORTEST:
        yield Found(token.i, pattern, ((token.i, token.i + 1),), ((begin, end),), source_range(who, token), score=_SCORE)
