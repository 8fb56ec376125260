"""Speakers who are several: listed by name, or told as "the two ministers"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from reportedly.mark.descriptions import INDEFINITE, is_person_noun, stem
from reportedly.mark.people import People
from reportedly.mark.referents import Referent, Speaker

_PAIRS = frozenset({"two", "both"})
_PAIR = 2
_BODIES = frozenset({"monitor", "ngo", "outlet", "body", "armed-group", "person", "party"})


def conjuncts(people: People, holder: Token, span: Sequence[Token]) -> list[Token]:
    """Return the head words of a list of sources, the first included; none where the source is no list."""
    return _coordinated(holder, span) or _after_body(people, holder, span) or _after_name(people, holder, span)


def _after_name(people: People, holder: Token, span: Sequence[Token]) -> list[Token]:
    """Return a body and what the parse ties to a word inside of its name: "the Watch for Human Rights and medics"."""
    mention = people.mention(holder)
    if mention is None:
        return []
    tied = (t for t in span if t.dep_ == "conj" and t.i > holder.i and t.pos_ in {"NOUN", "PROPN"})
    found = next((t for t in tied if people.mention(t.head) == mention and people.mention(t) != mention), None)
    return [] if found is None else [holder, found]


def _after_body(people: People, holder: Token, span: Sequence[Token]) -> list[Token]:
    """Return a body and what follows it after "and", where the parse takes the body for a modifier: "the River Watch and medics"."""
    for token in span[1:]:
        if token.pos_ != "CCONJ" or token.i >= holder.i or token.lower_ != "and":
            continue
        before = token.nbor(-1)
        mention = people.mention(before)
        if mention is not None and mention.kind in _BODIES and mention.start <= span[0].idx + len("the "):
            return [before, holder]
    return []


def _coordinated(holder: Token, span: Sequence[Token]) -> list[Token]:
    inside = {t.i for t in span}
    out, last = [holder], holder
    while True:
        following = [c for c in last.children if c.dep_ == "conj" and c.pos_ in {"NOUN", "PROPN"} and c.i in inside and c.i > last.i]
        if not following:
            break
        last = following[0]
        out.append(last)
    return out if len(out) > 1 else []


def joint(parts: Sequence[Speaker], words: str) -> Speaker | None:
    """Return several speakers as one: the one they all are, or a collective that names each; None where one of them is nobody."""
    if any(p.name is None for p in parts):
        return None
    unique = list(dict.fromkeys(parts))
    if len(unique) == 1 or _one(parts):
        return parts[0]
    if all(p.anonymous for p in parts):
        return Speaker(None, words or None, anonymous=True)
    names = tuple(dict.fromkeys(p.name for p in unique if p.name))
    named = [p for p in unique if (p.name or "").lower() not in INDEFINITE]
    if len(named) == 1:
        return Speaker(named[0].actor, listed(names), anonymous=False, members=names)  # "Varda and others"
    return Speaker(None, listed(names), anonymous=False, members=names)


def _one(parts: Sequence[Speaker]) -> bool:
    """Say whether several names are all those of one actor."""
    return len({p.actor for p in parts}) == 1 and parts[0].actor is not None and not any(p.anonymous for p in parts)


def listed(names: Sequence[str]) -> str:
    """Return names in one line: "A, B and C"."""
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def pair_of(named: Sequence[Referent], holder: Token, at: int) -> Speaker | None:
    """Return the two persons that "the two ministers" or "both men" takes up: those named last who hold the role."""
    if holder.tag_ != "NNS" or not any(c.lower_ in _PAIRS for c in holder.children) or not is_person_noun(holder):
        return None
    role = stem(holder.lemma_)
    found: dict[str, Referent] = {}
    for referent in reversed(named):
        name = referent.speaker.name
        if (
            name
            and referent.at < at
            and referent.kind == "person"
            and (role in {"man", "woman", "leader", "side"} or role in referent.heads)
        ):
            found.setdefault(name, referent)
    names = tuple(reversed(list(found)[:_PAIR]))
    return Speaker(None, listed(names), anonymous=False, members=names) if len(found) == _PAIR else None
