"""Whether a verb binds, allows, or only tells what was: its auxiliaries, and what governs it."""

from __future__ import annotations

from spacy.tokens import Token

from reportedly.claim.syntax import VERBAL, negators
from reportedly.claim.terms.lexicon import Lexicon

_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "acl", "relcl", "pcomp"})


def mood_of(verb: Token, lexicon: Lexicon) -> str | None:
    """Return the mood that the grammar around ``verb`` gives it, None where it only tells what was or is."""
    aux = {t.lower_: lexicon.aux[t.lower_] for t in verb.children if t.dep_ in {"aux", "auxpass"} and t.lower_ in lexicon.aux}
    if aux and (_is_perfect(verb) or _is_purpose(verb)):
        return None  # "would have left": what did not come about; "so that they can be tried": what it is for
    if aux:
        return "may" if "may" in aux.values() else "must"
    if verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and _is_infinitive(verb):
        return "must"
    if verb.dep_ == "conj" and verb.head.pos_ in VERBAL and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children):
        if _is_infinitive(verb) and not _is_infinitive(verb.head) and verb.head.dep_ == "xcomp":
            return mood_of(verb.head.head, lexicon)  # "to stop shelling and to allow aid": the parse joins the nearest verbs
        bare = verb.tag_ in {"VB", verb.head.tag_} or any(c.dep_ == "auxpass" and c.tag_ == "VB" for c in verb.children)
        return mood_of(verb.head, lexicon) if bare else None
    return _governed(verb, lexicon)


def _governed(verb: Token, lexicon: Lexicon) -> str | None:
    governor = verb.head
    if verb.dep_ not in _CLAUSES or governor == verb or _is_purpose(verb):
        return None
    if not (_is_infinitive(verb) or verb.tag_ == "VB" or any(c.dep_ in {"aux", "auxpass"} and c.tag_ == "VB" for c in verb.children)):
        return "must" if governor.lemma_ == "see" and verb.tag_ in {"VBP", "VBN"} and mood_of(governor, lexicon) else None
    if governor.pos_ in {"NOUN", "PROPN"}:
        return "must" if governor.lemma_.lower() in lexicon.lists["plans"] and verb.dep_ in {"acl", "relcl"} else None
    mood = lexicon.governors.get(governor.lemma_.lower())
    if mood == "may" and negators(governor):
        return "must-not"
    return mood


def _is_purpose(verb: Token) -> bool:
    return verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)


def is_governed(verb: Token, lexicon: Lexicon) -> bool:
    """Say whether the mood of a verb is that of its governor ("allowed to leave")."""
    return verb.pos_ in VERBAL and _governed(verb, lexicon) is not None


def _is_infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _is_perfect(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lemma_ == "have" and c.tag_ == "VB" for c in verb.children)
