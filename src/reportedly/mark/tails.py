"""Who is named right before a verb of speech, read from word to word: where commas are lost the parse runs others into it.

"… as they were entering Turkey the Observatory said", "… a hostage Reuters reported", "… in Odrin local sources told".
"""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from reportedly.mark.speaking import can_speak
from reportedly.model import ActorMention
from reportedly.parse import sentence_bounds

_ARTICLES = frozenset({"the", "a", "an", "another", "one", "its", "his", "her", "their", "our", "this", "that", "some", "several", "many"})
_PERSONAL = frozenset({"he", "she", "they", "it", "i", "we"})
_ADVERBS = frozenset({"also", "later", "earlier", "further", "meanwhile", "separately", "recently", "reportedly"})
_QUALITIES = frozenset(
    """
    state official semi-official local regime government opposition rebel military medical security field police army civil defence defense
    media news press television tv radio agency network channel website site newspaper daily broadcaster outlet portal magazine centre
    center monitor monitoring group watchdog observatory rights human activist activists activist-run pro-government pro-opposition
    pro-regime anti-government state-run state-owned state-controlled independent informed reliable well-informed trusted anonymous
    hospital rescue aid relief humanitarian health intelligence defence-ministry residential tribal foreign western senior top
    other diplomatic judicial charity emergency workers reporter correspondent spokesman spokeswoman eye based linked opposing
    war conflict armed ministry provincial
    """.split()
)
"""Words that stand before a source and belong to it."""
_OF_PRESS = _QUALITIES - frozenset(
    "army police military medical security field hospital rescue health judicial workers reporter correspondent spokesman".split()
)
_PRESS = frozenset({"outlet", "agency", "monitor"})
_TIMES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "PERCENT", "MONEY"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_INNER = frozenset({"of", "for", "in", "at", "from", "with", "to"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_MODIFYING = frozenset({"compound", "amod", "nmod", "poss", "nummod", "npadvmod", "flat", "det"})
_OWNERS = frozenset({"'s", "’s", "'", "’"})
_BARE = frozenset({"media", "television", "tv", "radio", "police", "press", "opposition", "agency", "personnel", "staff"})
"""Nouns that name a source without an article and without a plural."""
_LONGEST = 22


def tail_of(verb: Token, known: Mapping[int, ActorMention]) -> list[Token]:
    """Return the words of the source that ends right before ``verb``, empty where none does.

    Args:
        verb: a finite verb of speech.
        known: the mention of an actor by the index of each of its words.
    """
    end, first = verb.i, sentence_bounds(verb)[0]
    while end - 1 > first and (verb.doc[end - 1].lower_ in _ADVERBS or _is_auxiliary(verb.doc[end - 1], verb)):
        end -= 1
    last = verb.doc[end - 1] if end > first else None
    if last is None:
        return []
    if last.lower_ in _PERSONAL and last.pos_ == "PRON":
        return [last]
    named = last.i in known
    if not (last.pos_ in _NOUNS or named) or not can_speak(last) or (last.ent_type_ in _PLACES | _TIMES and not named):
        return []
    words = _walked(last, first, known)
    return [] if _is_governed(words[0], first) else words


def _is_auxiliary(before: Token, verb: Token) -> bool:
    return before.head.i == verb.i and before.dep_ in {"aux", "auxpass", "neg"}


def _walked(last: Token, first: int, known: Mapping[int, ActorMention]) -> list[Token]:
    """Return the noun phrase that ends with ``last``, and the role before it whose place or body it is ("a source at …")."""
    words = [last]
    while words[0].i > first and len(words) < _LONGEST:
        before, cur = words[0].nbor(-1), words[0]
        mention = known.get(cur.i)
        inside = mention is not None and known.get(before.i) is mention
        ended = cur.lower_ in _ARTICLES and not inside and last.i != cur.i
        if inside or (not ended and _belongs(before, words, known)):
            words = [before, *words]
        elif (role := _role_before(before, first)) is not None:
            words = [*role.doc[role.i : cur.i], *words]
        else:
            break
    return words


def _role_before(preposition: Token, first: int) -> Token | None:
    """Return the person or source before a preposition: "source" of "a source at the police"; None where none stands there."""
    if preposition.lower_ not in _INNER or preposition.pos_ not in {"ADP", "PART"} or preposition.i <= first:
        return None
    role = preposition.nbor(-1)
    if role.lower_ == "close" and preposition.lower_ == "to" and role.i > first:
        role = role.nbor(-1)
    plain = role.pos_ == "NOUN" and not role.ent_type_ and can_speak(role)
    return role if plain and role.i > first and not _counted(role) else None


def _counted(role: Token) -> bool:
    """Say whether a noun is counted, as victims are: "20 people in Odrin"."""
    return any(c.like_num or c.dep_ == "nummod" for c in role.children) or role.nbor(-1).like_num


def _belongs(before: Token, words: list[Token], known: Mapping[int, ActorMention]) -> bool:
    """Say whether a word belongs to the noun phrase that ``words`` begin: a modifier, an article, a hyphen, a part of the same name."""
    cur = words[0]
    if before.is_punct and before.text != "-":
        return False
    if before.text == "-" or cur.text == "-":
        return before.text == "-" or before.whitespace_ == ""
    if before.lower_ in _OWNERS or before.norm_ == "'s" or cur.lower_ in _OWNERS or cur.norm_ == "'s":
        return before.pos_ not in {"VERB", "ADP", "AUX"}
    if before.pos_ == "DET" or (before.lower_ in _ARTICLES and before.pos_ in {"PRON", "NUM", "ADJ"}):
        return before.lower_ in _ARTICLES | {"all", "both", "these", "those", "any", "no"}
    if before.pos_ not in _NOUNS | {"ADJ", "NUM", "VERB", "ADV"} or _owns_country(cur):
        return False
    if before.text.islower() and before.i and before.nbor(-1).text == "-":
        return True  # "state-run", "Britain-based"
    return not _parts(before, words, known) and (_same_name(before, words, known) or _modifies(before, words, known))


def _same_name(before: Token, words: list[Token], known: Mapping[int, ActorMention]) -> bool:
    cur = words[0]
    joined = cur.ent_iob_ == "I" and before.ent_type_ == cur.ent_type_ and cur.ent_type_ not in _TIMES | _PLACES
    return joined and not _is_press(words[-1], known)


def _is_press(word: Token, known: Mapping[int, ActorMention]) -> bool:
    """Say whether a word is the name of an outlet, an agency or a monitor."""
    mention = known.get(word.i)
    return mention is not None and mention.kind in _PRESS and word.pos_ == "PROPN"


def _is_body(word: Token, known: Mapping[int, ActorMention]) -> bool:
    mention = known.get(word.i)
    return mention is not None and mention.kind != "person" and word.pos_ == "PROPN"


def _parts(before: Token, words: list[Token], known: Mapping[int, ActorMention]) -> bool:
    """Say whether another phrase begins with ``words``: at an adjective behind a noun, at a name behind that of somebody else."""
    cur, last = words[0], words[-1]
    if before.ent_type_ in _TIMES or before.like_num:
        return not (before.head.i in range(cur.i, last.i + 1) and before.dep_ == "nummod" and last.tag_ == "NNS")
    governed = before.i > 0 and before.nbor(-1).pos_ == "ADP"
    if before.pos_ in _NOUNS and (cur.pos_ == "ADJ" or cur.ent_type_ == "NORP") and not _is_hyphened(cur):
        return governed or not _is_body(before, known)
    person = known[cur.i].kind == "person" if cur.i in known else cur.ent_type_ == "PERSON"
    return person and cur.pos_ == "PROPN" and _is_body(before, known)


def _is_hyphened(word: Token) -> bool:
    return word.i + 1 < len(word.doc) and word.nbor(1).text == "-"


def _modifies(before: Token, words: list[Token], known: Mapping[int, ActorMention]) -> bool:
    cur, last = words[0], words[-1]
    press = _is_press(last, known)
    if before.lower_ in (_OF_PRESS if press else _QUALITIES) or before.ent_type_ == "NORP" or (before.pos_ == "ADJ" and not press):
        return before.text[:1].islower() or not (cur.text[:1].isupper() and before.pos_ == "NOUN")
    if last.lower_ in _BARE and _is_press(before, known):
        return True
    if press or last.lower_ in _BARE:
        return _owns_country(before)
    governed = before.i > 0 and before.nbor(-1).pos_ == "ADP"
    if governed and before.ent_type_ in _PLACES and _is_bare(last):
        return False
    if not governed and _is_body(before, known):
        return True
    inside = cur.i <= before.head.i <= last.i
    return inside and before.dep_ in _MODIFYING and before.pos_ in _NOUNS | {"ADJ", "NUM"}


def _owns_country(word: Token) -> bool:
    """Say whether a word is a country whose possessive lost its apostrophe: "Syrias" of "Syrias SANA agency"."""
    return word.ent_type_ in {"GPE", "NORP"} and word.lower_.endswith("s") and not (word.i and word.nbor(-1).pos_ == "ADP")


def _is_bare(noun: Token) -> bool:
    return noun.tag_ in {"NNS", "NNPS"} or noun.lower_ in _BARE


def _is_governed(first: Token, begin: int) -> bool:
    """Say whether what stands before a phrase governs it or is coordinated with it."""
    if first.i <= begin:
        return False
    before = first.nbor(-1)
    return before.pos_ == "CCONJ" or (before.pos_ in {"ADP", "SCONJ"} and before.dep_ != "prt" and before.lower_ not in {"that", "while"})
