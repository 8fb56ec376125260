"""Nouns that the parse puts in the wrong place: with a number, who was killed for who kills; behind the weapon, whom it was aimed at."""

from __future__ import annotations

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
OBJECTS = frozenset({"dobj", "obj"})
_HARMING = frozenset({"kill", "injure", "wound", "hurt"})
HARMLESS = frozenset("child woman man girl boy civilian citizen person people resident student pupil baby infant teacher medic".split())
FIRED = frozenset("shell rocket missile mortar bomb grenade bullet drone shelling round munition".split())
_COUNTED = 6
"""Words after a participle among which the noun of a number ends: "at least 14 rescue workers"."""


def counted_before(verb: Token) -> list[Token]:
    """Return the number before the second of two joined verbs, which the parse takes for its subject or a measure."""
    return [t for t in verb.lefts if verb.dep_ == "conj" and t.like_num and t.dep_ in SUBJECTS | {"npadvmod"}]


def counted_apart(verb: Token) -> Token | None:
    """Return who was killed in "Three killed two injured in blast", where the parse has the three kill the two; else None."""
    if verb.tag_ not in {"VBN", "VBD"} or verb.lemma_.lower() not in _HARMING:
        return None
    harmed = next((t for t in verb.children if t.dep_ == "nsubj"), None)
    others = next((t for t in verb.children if t.dep_ in OBJECTS and _is_counted(t)), None)
    if harmed is None or others is None or not (_is_counted(harmed) or harmed.lemma_.lower() in HARMLESS):
        return None
    after = verb.doc[others.i + 1 : others.i + 2]
    return harmed if any(t.lemma_.lower() in _HARMING and t.tag_ in {"VBN", "VBD"} for t in after) else None


def _is_counted(noun: Token) -> bool:
    return noun.like_num or any(c.dep_ == "nummod" for c in noun.children)


def taken_for_speaker(verb: Token) -> list[Token]:
    """Return the counted noun right after a participle, which the parse took for who speaks: "killing 14 people, residents said"."""
    after = verb.doc[verb.i + 1 : verb.i + 1 + _COUNTED] if verb.tag_ == "VBG" else ()
    found = next((t for t in after if t.dep_ == "nsubj" and t.left_edge.i == verb.i + 1 and t.head.i > t.i), None)
    return [found] if found is not None and _is_counted(found) else []


def aimed_at(verb: Token) -> Token | None:
    """Return whom fighters "targeted with two rocket shells" or "on Wednesday": what stands right after the weapon or the day; else None.

    The parse runs them into one noun phrase and takes the verb for a participle, as if those who fire had been hit.
    """
    if verb.lemma_.lower() != "target" or verb.tag_ not in {"VBN", "VBD"} or verb.dep_ not in {"acl", "ROOT", "ccomp"}:
        return None
    for link in (t for t in verb.children if t.dep_ == "prep" and t.i == verb.i + 1 and t.lower_ in {"with", "on"}):
        for noun in (t for t in link.children if t.dep_ == "pobj" and t.pos_ in {"NOUN", "PROPN"}):
            before = [t for t in noun.lefts if t.dep_ in {"compound", "nmod", "amod"}]
            if any(t.lemma_.lower() in FIRED or t.ent_type_ in {"DATE", "TIME"} for t in before) and noun.lemma_.lower() not in FIRED:
                return noun if noun.ent_type_ not in {"DATE", "TIME"} else None
    return None
