"""Tense of the clause that a word stands in, from the parse: what is told as past, as present, or as done by now."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

from reportedly.claim.syntax import VERBAL

Tense = Literal["past", "present", "perfect", "pluperfect"]

_HEADS = 4
_NOW = frozenset({"VBZ", "VBP"})
_ABLE = frozenset({"can", "ca", "cannot"})
_TRIED = frozenset("try attempt seek struggle fail bid effort foil thwart prevent stop repel repulse".split())


def tense_of(token: Token) -> Tense | None:
    """Return the tense of the nearest clause around ``token`` that has one; None for modals and what has no verb.

    A noun, participle or infinitive takes the tense of what it hangs on: "the shelling killed two" is past in all its words.
    """
    head = token
    if token.tag_ == "VBG" and token.dep_ == "pcomp" and token.head.lower_ == "after":
        return "past"
    for _ in range(_HEADS):
        if head.pos_ in VERBAL:
            found = _finite(head)
            if found is not None or any(t.tag_ == "MD" for t in head.children):
                return found
        if head.head is head:
            return None
        head = head.head
    return None


def was_tried(token: Token) -> bool:
    """Say whether ``token`` tells what somebody had set out to do by then: "had tried to flee", "foiled an attempt to enter"."""
    above = token
    for _ in range(_HEADS):
        if above.head is above:
            return False
        above = above.head
        if above.lemma_.lower() in _TRIED:
            return tense_of(above) in {"past", "pluperfect"}
    return False


def _finite(verb: Token) -> Tense | None:
    """Return the tense of a verb by its auxiliaries, else by its own form."""
    tags = [(t.lower_, t.tag_) for t in verb.children if t.dep_ in {"aux", "auxpass"}]
    words = {word for word, _ in tags}
    if any(tag == "MD" for _, tag in tags):
        return "present" if words & _ABLE and "have" not in words else None
    if {"to", "have"} <= words:
        return "past"  # "seem to have shelled it"
    if "had" in words:
        return "pluperfect"
    if words & {"has", "have", "’ve", "'ve"} and verb.tag_ in {"VBN", "VBD", "VBG"}:
        return "perfect"
    if any(tag in _NOW for _, tag in tags) or verb.tag_ in _NOW:
        return "present"
    return "past" if verb.tag_ == "VBD" or any(tag == "VBD" for _, tag in tags) else None
