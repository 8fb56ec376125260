"""Places in a sentence where what it tells does not happen: where somebody speaks, and whose branch or envoy somebody is."""

from __future__ import annotations

from itertools import islice

from spacy.tokens import Token

from reportedly.claim.syntax import VERBAL

_SAYING = frozenset("say tell add announce declare warn insist speak brief address reiterate stress".split())
"""Verbs of those who speak where they stand; what is "reported" or "confirmed in Orre" happened in Orre."""
_HEARING = frozenset("reporter journalist correspondent audience press newsman".split())
_BELONGING = frozenset("branch arm affiliate offshoot franchise wing chapter envoy ambassador representative coordinator spokesman".split())
_GATHERING = frozenset("interview conference meeting talk talks summit negotiation session forum briefing gathering round".split())
_STEPS = 4
_VOICES = frozenset("criticism condemnation reaction response praise anger outrage denial call statement protest rebuke warning".split())
_IN = frozenset({"in", "at", "from"})
_OF = frozenset({"in", "of", "for", "to"})


def happens_elsewhere(root: Token) -> bool:
    """Say whether a place, by the head word of its name, is one of speaking or a part of somebody's name or office.

    "Told reporters in Orre", "said in Orre on Monday", "the group's branch in Orre", "criticism from Orre".
    """
    link = root.head
    if root.dep_ != "pobj" or link.dep_ != "prep":
        return False
    above = link.head
    if above.pos_ in {"NOUN", "PROPN"}:
        lemma = above.lemma_.lower()
        if link.lower_ == "from" and lemma in _VOICES:
            return True
        return (lemma in _BELONGING and link.lower_ in _OF) or (lemma in _HEARING and link.lower_ in _IN and _listens(above))
    return link.lower_ in _IN and _speaks(above) and not any(c.dep_ in {"nsubjpass", "auxpass"} for c in above.children)


def is_of_gathering(root: Token) -> bool:
    """Say whether a place, by the head word of its name, is where people met or spoke: "after last week's talks in Orre"."""
    above = islice(root.ancestors, _STEPS) if root.dep_ == "pobj" and root.head.lower_ in _IN else ()
    return any(_speaks(t) or t.lemma_.lower() in _GATHERING for t in above)


def _listens(noun: Token) -> bool:
    """Say whether somebody speaks to those whom a noun means: "told reporters", "in an address to journalists"."""
    verb = noun.head if noun.dep_ in {"dobj", "dative"} else noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "to" else noun
    return verb != noun and (_speaks(verb) or verb.pos_ == "NOUN")


def _speaks(verb: Token) -> bool:
    return verb.pos_ in VERBAL and verb.lemma_.lower() in _SAYING
