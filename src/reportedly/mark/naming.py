"""Whom a source names: a person at either edge of it, an actor of the register, or a class of people without a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from reportedly.mark.descriptions import INDEFINITE, SPOKESPERSONS, UNNAMED, is_class, is_person_noun, kinds_of, stem
from reportedly.mark.people import People
from reportedly.mark.referents import Speaker
from reportedly.model import ActorMention
from reportedly.text import fold

_ROLES = frozenset("appos compound nmod flat".split())
_REPORTING = frozenset("correspondent reporter official spokesman source".split()) | SPOKESPERSONS
_GENERAL = frozenset({"state", "government", "population"})
_FREE = frozenset({"nsubj", "nsubjpass", "ROOT", "appos", "conj", "dep", "npadvmod", "attr", "compound"})
_NOTE = re.compile(r"(?:the\s+)?(editor|translator)[’']?s?[’']?\s+(?:foot)?notes?\b", re.IGNORECASE)
_LEADING = ("the ", "The ")
_LONGEST = 90
_NAME = 2
_ARTICLE = 4


def named(people: People, holder: Token, span: Sequence[Token]) -> Speaker | None:
    """Return the speaker where a source names one.

    Args:
        people: the persons and actors of the document.
        holder: the head word of the source.
        span: all its words.
    """
    mention = _within(people.mention(holder), span)
    if mention is not None and mention.actor is not None and mention.kind == "person":
        return Speaker(mention.actor, mention.name, anonymous=False)
    person = _person(people, holder, span) or _watching(people, holder)
    if person is not None:
        return person
    if (name := _name_behind(people, holder, span)) is not None:
        return name
    if is_class(holder, mention):
        return Speaker(_behind(people, holder), shortened(_words(people, span)), anonymous=True)
    if mention is not None and (holder.pos_ in {"PROPN", "NOUN", "ADJ"} or holder.is_upper) and not _goes_on(mention, holder):
        return Speaker(mention.actor, plain(mention.name), anonymous=False)
    return _beside(people, holder, span)


def _name_behind(people: People, holder: Token, span: Sequence[Token]) -> Speaker | None:
    """Return the actor whose name follows a general noun for it at once: "the militant group Orre"."""
    behind = [t for t in span if t.i > holder.i]
    if not behind or behind[0].i != holder.i + 1 or any(t.pos_ != "PROPN" for t in behind):
        return None
    mention = people.mention(behind[-1])
    fits = mention is not None and mention.actor is not None and mention.kind in kinds_of(stem(holder.lower_))
    return Speaker(mention.actor, plain(mention.name), anonymous=False) if mention is not None and fits else None


def _within(mention: ActorMention | None, span: Sequence[Token]) -> ActorMention | None:
    """Return a mention, None where it is a name that no register knows and that reaches out of the source: it was read too long."""
    if mention is None or mention.actor is not None or not span:
        return mention
    return mention if mention.start >= span[0].idx - _ARTICLE and mention.end <= span[-1].idx + len(span[-1]) else None


def _after_body(people: People, holder: Token, span: Sequence[Token]) -> str | None:
    """Return a name that follows the name of a body at the end of a role: "member of the Harbour Council Ann Orre"."""
    tail = len(span)
    while tail > 0 and span[tail - 1].pos_ == "PROPN" and span[tail - 1].text[:1].isupper() and people.mention(span[tail - 1]) is None:
        tail -= 1
    name = span[tail:]
    if len(name) not in {_NAME, _NAME + 1} or tail == 0 or span[tail].i <= holder.i or not is_person_noun(holder):
        return None
    before = people.mention(span[tail - 1])
    return fold(_words(people, name)) if before is not None and before.kind != "person" else None


def _goes_on(mention: ActorMention, holder: Token) -> bool:
    """Say whether a name of one word is only the beginning of a longer one: "Observatory" in "the Observatory of Donbas Rights"."""
    if mention.label.lower().removeprefix("the ").count(" ") or not holder.text[:1].isupper():
        return False
    following = next((c for c in holder.children if c.dep_ == "prep" and c.i == holder.i + 1 and c.lower_ in {"of", "for"}), None)
    return following is not None and any(c.dep_ == "pobj" and c.text[:1].isupper() for c in following.children)


def of_token(people: People, token: Token) -> Speaker:
    """Return whom a word names by itself."""
    mention = people.mention(token)
    if mention is not None and mention.actor is not None:
        return Speaker(mention.actor, mention.name, anonymous=False)
    name = people.person(token) or (plain(mention.name) if mention else token.text)
    known = people.known(name)
    return Speaker(None, name, anonymous=False) if known is None else Speaker(known.actor, known.name, anonymous=False)


def _person(people: People, holder: Token, span: Sequence[Token]) -> Speaker | None:
    """Return the person whom the source names: its head, an apposition, the name that a role ends or begins with."""
    beside = (c for c in holder.children if c.dep_ in _ROLES and c.i > holder.i)
    for token in (holder, *beside, *_edges(people, holder, span)):
        if (name := people.person(token)) is not None:
            known = people.known(name)
            if known is not None:
                return Speaker(known.actor, known.name, anonymous=False)
            return Speaker(_behind(people, holder), name, anonymous=False)
    after = _after_body(people, holder, span)
    return None if after is None else Speaker(_behind(people, holder), after, anonymous=False)


def _edges(people: People, holder: Token, span: Sequence[Token]) -> list[Token]:
    """Return the last words of names at the edges of a source whose head is a role: "head of the club Ann Orre", "Ann Orre head of …"."""
    if not span or not is_person_noun(holder):
        return []
    found = []
    last = span[-1]
    if last.i > holder.i and _full(people, last) and _apart_from_role(people, last, span):
        found.append(last)
    first = _end_of_name(people, span[0])
    if first is not None and first.i < holder.i and _full(people, first) and _introduces(first, holder):
        found.append(first)
    before = span[0].nbor(-1) if span[0].i > 1 else None
    if before is not None and before.text == "," and not found:
        name = before.nbor(-1)
        if _full(people, name) and name.dep_ in _FREE and holder.head.i > holder.i:
            found.append(name)
    return found


def _full(people: People, token: Token) -> bool:
    name = people.person(token)
    return name is not None and len(name.split()) >= _NAME and token.lower_ == name.split()[-1].lower()


def _start_of_name(people: People, last: Token) -> int:
    name, i = people.person(last), last.i
    while i > 0 and people.person(last.doc[i - 1]) == name and name is not None and last.doc[i - 1].pos_ == "PROPN":
        i -= 1
    return i


def _end_of_name(people: People, first: Token) -> Token | None:
    name = people.person(first)
    if name is None:
        return None
    i = first.i
    while i + 1 < len(first.doc) and people.person(first.doc[i + 1]) == name:
        i += 1
    return first.doc[i]


def _apart_from_role(people: People, last: Token, span: Sequence[Token]) -> bool:
    """Say whether the name at the end is the bearer of the role, not of another one: not "a spokesman for President Ann Orre"."""
    i = _start_of_name(people, last)
    if i <= span[0].i:
        return False
    doc = last.doc
    if doc[i - 1].text == ",":
        return True
    while i > span[0].i and doc[i - 1].pos_ in {"NOUN", "PROPN", "ADJ"}:
        i -= 1
        if is_person_noun(doc[i]):
            return not any(t.pos_ == "ADP" for t in span if t.i < i)
    return i > span[0].i and i < _start_of_name(people, last) and doc[i - 1].pos_ != "CCONJ"


def _introduces(first: Token, holder: Token) -> bool:
    """Say whether a name at the beginning is followed by its role: not "Ann Orre adviser", nor "Ann Orre's adviser"."""
    between = first.doc[first.i + 1 : holder.i]
    if any(t.lower_ in {"'s", "’s", "s"} or t.pos_ == "CCONJ" for t in between):
        return False
    return len(between) > 0 or any(c.dep_ == "prep" and c.i > holder.i for c in holder.children)


def _behind(people: People, holder: Token) -> str | None:
    """Return the id of the actor that a spokesperson, official or reporter speaks for, or of the class itself; None where it has none."""
    own = people.mention(holder)
    if own is not None and own.kind != "person":
        return own.actor
    roles = [holder, *(c for c in holder.children if c.dep_ in {"appos", "compound"} and c.pos_ == "NOUN")]
    if holder.dep_ == "appos":
        roles.append(holder.head)
    role = next((t for t in roles if t.lemma_.lower() in _REPORTING), None)
    for token in _belongings(role) if role is not None else []:
        mention = people.mention(token)
        if mention is not None and mention.kind != "person" and mention.actor is not None:
            return mention.actor
    return None


def _watching(people: People, holder: Token) -> Speaker | None:
    """Return the body that monitors are of: "monitors at the River Watch"."""
    found = (people.mention(t) for t in _belongings(holder)) if holder.lemma_.lower() == "monitor" else ()
    body = next((m for m in found if m is not None and m.kind in {"monitor", "ngo"}), None)
    return None if body is None else Speaker(body.actor, plain(body.name), anonymous=False)


def _belongings(role: Token) -> list[Token]:
    near = [c for c in role.children if c.dep_ in {"compound", "amod", "poss", "nmod"}]
    near += [
        c for p in role.children if p.dep_ == "prep" and p.lower_ in {"for", "of", "from", "at"} for c in p.children if c.dep_ == "pobj"
    ]
    return [*near, *(c for t in near for c in t.children if c.dep_ in {"compound", "amod", "poss"})]


def _beside(people: People, holder: Token, span: Sequence[Token]) -> Speaker | None:
    """Return the actor that stands beside a general noun for it: "the news agency Varda", "Varda, a monitor", not "Council members"."""
    kinds = kinds_of(stem(holder.lower_))
    if not kinds:
        return None
    inside = {t.i for t in span}
    for child in holder.children:
        follows = child.dep_ == "appos" and child.left_edge.i == holder.i + 1
        if (child.i not in inside and not follows) or child.dep_ not in {"compound", "appos", "nmod", "flat"}:
            continue
        mention = people.mention(child)
        if mention is None or mention.kind in _GENERAL | {"person"}:
            continue
        between = holder.doc[min(child.i, holder.i) + 1 : max(child.i, holder.i)]
        beside = holder.tag_ == "NN" and all(t.pos_ == "NOUN" and t.text.islower() for t in between)
        if (mention.kind in kinds and (beside or child.i > holder.i)) or (child.dep_ == "appos" and child.i > holder.i):
            return Speaker(mention.actor, plain(mention.name), anonymous=False)
    return None


def by_words(holder: Token, words: str) -> Speaker:
    """Return a source that is known by nothing but its words; a note of the editor is the editor's."""
    if (note := _NOTE.match(words)) is not None:
        return Speaker(None, note[1].lower(), anonymous=True)
    lemma = holder.lemma_.lower()
    common = holder.pos_ in {"NOUN", "PRON", "ADJ", "NUM", "DET"}
    unnamed = holder.lower_ in INDEFINITE or (common and (lemma in UNNAMED or (holder.pos_ == "NOUN" and is_person_noun(holder))))
    return Speaker(None, shortened(words) or None, anonymous=unnamed)


def shortened(words: str) -> str:
    """Return the words of a source as a name: on one line, without a leading article, cut before a clause or apposition."""
    name = fold(words).strip('"“”«»')
    for mark in (", ", " who ", " which ", " speaking ", " (", " - ", '" ', "” "):
        head = name.split(mark, 1)[0]
        name = head if len(head) > 3 else name  # noqa: PLR2004 - not cut down to an initial
    name = plain(name)
    return name if len(name) <= _LONGEST else name[:_LONGEST].rpartition(" ")[0].strip()


def plain(name: str) -> str:
    """Return a name without a leading article."""
    for article in _LEADING:
        name = name.removeprefix(article)
    return name


def _words(people: People, span: Sequence[Token]) -> str:
    """Return the words of ``span``, with the apostrophes of possessives that the text has lost."""
    return "".join(_with_apostrophe(people, token, last=token.i == span[-1].i) for token in span)


def _with_apostrophe(people: People, token: Token, *, last: bool) -> str:
    if token.text == "s" and token.norm_ == "'s":
        return f"'{token.text_with_ws}"
    return f"{token.text[:-1]}'s{token.whitespace_}" if not last and people.lost_possessive(token) else token.text_with_ws
