"""Recordings that somebody made and that show something: "video uploaded by activists shows P" is the activists' word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from reportedly.codebook import load_codebook
from reportedly.mark import documents
from reportedly.mark.descriptions import RECORDINGS, TEXTS, is_person_noun
from reportedly.mark.drafts import Draft

_STATING = frozenset({"state", "say", "claim", "announce", "warn", "declare", "confirm", "allege"})
_SHOWING = frozenset("show depict capture portray purport appear reveal document feature picture".split())


def with_recordings(drafts: Sequence[Draft]) -> list[Draft]:
    """Return ``drafts``, those of what a recording shows as speech of whoever made it, where the text says who did.

    What people show ("the boy showed no sign of life") they do not say.
    """
    return [made if (told := _told(made)) is None else replace(made, speech=told) for made in drafts]


def _told(made: Draft) -> bool | None:
    """Return whether what is shown is somebody's word, None where that is as it was."""
    holder, shows = made.holder, made.head.lemma_.lower()
    if _issues(made):
        return True
    if holder is None or shows not in _SHOWING:
        return None
    if made.speech:
        person = holder.pos_ == "PRON" or (holder.pos_ == "NOUN" and _is_person(holder))
        return False if shows == "show" and made.pattern == "object" and person else None
    return True if _records(holder) or _records(_recording_of(holder)) else None


def _issues(made: Draft) -> bool:
    """Say whether a content is what a text says that somebody issued: "released a report stating that P"."""
    verb = made.head
    text = next((c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in TEXTS), None)
    if text is None or made.start <= text.idx or verb.lemma_.lower() not in documents.ISSUING:
        return False
    return any(c.lemma_.lower() in _STATING and c.tag_ == "VBG" for c in (*text.children, *verb.children))


def _is_person(noun: Token) -> bool:
    return is_person_noun(noun) or noun.lemma_.lower() in load_codebook().classes["person"]


def _records(noun: Token | None) -> bool:
    return noun is not None and noun.lemma_.lower() in RECORDINGS and documents.author(noun) is not None


def _recording_of(maker: Token) -> Token | None:
    """Return the noun before "uploaded by X" for X."""
    participle = maker.head.head if maker.dep_ == "pobj" and maker.head.lower_ == "by" else maker
    return participle.head if participle.dep_ in {"acl", "relcl"} else None
