"""Nouns with a number that the parse takes for who kills, who wounds or who speaks, where they are who was killed or hurt."""

from __future__ import annotations

from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
_OBJECTS = frozenset({"dobj", "obj"})
_HARMING = frozenset({"kill", "injure", "wound", "hurt"})
_COUNTED = 6
"""Words after a participle among which the noun of a number ends: "at least 14 rescue workers"."""


def counted_before(verb: Token) -> list[Token]:
    """Return the number before the second of two joined verbs, which the parse takes for its subject or a measure."""
    return [t for t in verb.lefts if verb.dep_ == "conj" and t.like_num and t.dep_ in _SUBJECTS | {"npadvmod"}]


def counted_apart(verb: Token) -> Token | None:
    """Return who was killed in "Three killed two injured in blast", where the parse has the three kill the two; else None."""
    if verb.tag_ not in {"VBN", "VBD"} or verb.lemma_.lower() not in _HARMING:
        return None
    harmed = next((t for t in verb.children if t.dep_ == "nsubj"), None)
    others = next((t for t in verb.children if t.dep_ in _OBJECTS and t.like_num), None)
    if harmed is None or others is None or not (harmed.like_num or any(c.dep_ == "nummod" for c in harmed.children)):
        return None
    after = verb.doc[others.i + 1 : others.i + 2]
    return harmed if any(t.lemma_.lower() in _HARMING and t.tag_ in {"VBN", "VBD"} for t in after) else None


def taken_for_speaker(verb: Token) -> list[Token]:
    """Return the counted noun right after a participle, which the parse took for who speaks: "killing 14 people, residents said"."""
    after = verb.doc[verb.i + 1 : verb.i + 1 + _COUNTED] if verb.tag_ == "VBG" else ()
    found = next((t for t in after if t.dep_ == "nsubj" and t.left_edge.i == verb.i + 1 and t.head.i > t.i), None)
    counted = found is not None and (found.like_num or any(c.dep_ == "nummod" for c in found.children))
    return [found] if found is not None and counted else []
