"""Roles: from the words that fill a slot to actors, places and plain arguments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from spacy.tokens import Token

from reportedly.claim.context import Context
from reportedly.claim.lists import long_list
from reportedly.claim.match import Match, is_listed, is_placelike, place_of, whole_of
from reportedly.claim.syntax import VERBAL, preposition, with_conjuncts
from reportedly.claim.wording import neutral
from reportedly.model import ActorMention, Argument
from reportedly.packs.identity import unnamed
from reportedly.parse import text_of
from reportedly.text import excerpt, trim

_INWARD = {"compound", "amod", "nmod", "poss", "appos", "conj", "acl", "agent", "npadvmod"}
_CARRIES = frozenset({"of", "by", "from", "including"})
_BELONGS = frozenset({"of", "to", "for", "on", "in"})
_DEPTH = 4
_VIOLENT = frozenset({"attack", "casualty"})
_DOERS = frozenset({"attacker", "perpetrator", "besieger", "side"})
_DOER_CLASSES = ("force_noun", "attack_noun", "weapon", "government_noun", "group_noun")
_RULERS = frozenset({"government", "state"})
_RELATIVE_TAGS = frozenset({"WDT", "WP", "WRB"})
_PEACEFUL = frozenset({"population", "outlet", "agency", "ngo", "monitor", "think-tank"})
_OWN = frozenset("i we us me our my".split())
_HYPHENS = frozenset({"-", "–"})
_OTHERS = frozenset("others dozens scores hundreds thousands those many".split())
_PEOPLE = "people"
_UNNAMED = ("person", "group_noun", "body_noun")
_LONGEST = 80


class Filled(NamedTuple):
    """An argument, its role, and the word that stands in the role's slot."""

    role: str
    argument: Argument
    head: Token


def arguments(context: Context, match: Match) -> tuple[Filled, ...]:
    """Return the arguments of a match in the order of the frame's roles; a second filler of ``role`` is ``role_2``, and so on."""
    out: list[Filled] = []
    spent: set[tuple[int, int]] = set()
    for role in match.frame.roles:
        found: dict[object, Filled] = {}
        for token in match.roles.get(role.name, ()):
            for plain in _fill(context, token, role.of):
                argument = _forces_of(context, plain) if role.name in _DOERS and match.frame.type in _VIOLENT else plain
                if (argument.start, argument.end) not in spent and not (
                    role.name in _DOERS and _does_no_violence(context, token, argument)
                ):
                    found.setdefault(argument.actor or argument.place or argument.name.lower(), Filled(role.name, argument, token))
        spent |= {(a.start, a.end) for _, a, _ in found.values()}
        out += [f if at == 1 else f._replace(role=f"{role.name}_{at}") for at, f in enumerate(found.values(), 1)]
    return tuple(out)


def _does_no_violence(context: Context, token: Token, argument: Argument) -> bool:
    """Say whether an argument cannot be who attacks: those who report or suffer, and what a loose parse puts there.

    Who is in no register is kept where it is a name, a pronoun, or a noun for fighters, weapons, authorities and groups.
    """
    actor = context.pack.actors.get(argument.actor or "")
    if actor is not None:
        return actor.kind in _PEACEFUL
    if argument.place is not None or is_placelike(context, token) or token.tag_ in _RELATIVE_TAGS:
        return True
    return token.pos_ not in {"PROPN", "PRON"} and not any(context.class_has(name, token) for name in _DOER_CLASSES)


def _forces_of(context: Context, argument: Argument) -> Argument:
    """Return the forces of a government or state that is said to use violence: it is they who bomb; else ``argument``."""
    actor = context.pack.actors.get(argument.actor or "")
    if actor is None or actor.kind not in _RULERS:
        return argument
    state = context.pack.actors.get(actor.country or "")
    forces = context.pack.actors.get(actor.forces or (state.forces if state else None) or "")
    return replace(argument, name=forces.name, actor=forces.id) if forces else argument


def _fill(context: Context, token: Token, kind: str) -> Iterator[Argument]:
    if kind in {"place", "any"} and (listed := _long_list(context, token)):
        yield from listed
        return
    if kind == "place":
        yield from _places(context, token)
        return
    if kind == "thing":
        here = context.actor_at.get(token.i) or next(iter(context.again_at.get(token.i, ())), None)
        yield _thing(context, token) if here is None else Argument(here.name, here.start, here.end, actor=here.actor)
        return
    mentions = list(dict.fromkeys(actors_of(context, token)))
    if kind == "actor" or mentions:
        for mention in mentions:
            yield Argument(mention.name, mention.start, mention.end, actor=mention.actor)
    if not mentions:
        yield replace(phrase(context, token), actor=_class_of(context, token))


def _long_list(context: Context, token: Token) -> list[Argument]:
    """Return all of a long list of places that a noun begins or names: "the villages of X, Y, Z …"; nothing where there is none."""
    found = place_of(context, token)
    if found is None:
        return []
    out = []
    for item in long_list(found):
        mention = next((m for t in item if (m := context.place_at.get(t.i)) is not None), None)
        name, place = (mention.name, mention.place) if mention is not None else (item.text, None)
        out.append(Argument(name, item.start_char, item.end_char, place=place))
    return out


def _places(context: Context, token: Token) -> Iterator[Argument]:
    """Yield the place that a noun names, and all of a list that says which places they are: "the districts of X, Y and Z"."""
    whole = next((t for t in whole_of(token) if is_placelike(context, t)), token)
    found = place_of(context, whole)
    if found is None:
        yield phrase(context, whole)
        return
    listed = [t for t in with_conjuncts(found) if t == found or t.i in context.place_at or is_listed(context, t)]
    for one in listed if found != whole else (found,):
        mention = context.place_at.get(one.i)
        yield phrase(context, one) if mention is None else Argument(mention.name, mention.start, mention.end, place=mention.place)


def actors_of(context: Context, token: Token, depth: int = 0) -> Iterator[ActorMention]:
    """Yield the actors that a noun names: itself, or those that modify it or follow it with of, by or from."""
    here = context.actor_at.get(token.i)
    if here is not None and here.label.islower() and (named := list(_named_before(context, token))):
        yield from named
        return
    if here is not None:
        yield here
    else:
        yield from context.again_at.get(token.i, ()) or speaking(context, token)
    if depth > _DEPTH:
        return
    for child in token.children:
        if (
            child.dep_ in _INWARD
            and not _is_trait(child)
            and not (child.dep_ == "conj" and depth == 0)
            and (here is None or child.i < token.i or child.dep_ == "conj")
        ):
            yield from actors_of(context, child, depth + 1)
    if here is not None:
        return
    for child in preposition(token, _CARRIES):
        yield from actors_of(context, child, depth + 1)


def _named_before(context: Context, token: Token) -> Iterator[ActorMention]:
    """Yield whom a name before a general noun for fighters says they are: "Orre loyalists" are no other loyalists."""
    for child in token.lefts:
        mention = context.actor_at.get(child.i) if child.dep_ in {"compound", "nmod"} else None
        if mention is not None and not mention.label.islower() and mention != context.actor_at.get(token.i):
            yield mention


def speaking(context: Context, token: Token) -> list[ActorMention]:
    """Return whom "we" and "I" mean: who is quoted there, where that is somebody with an id."""
    said = context.attribution_at(token.idx) if token.lower_ in _OWN else None
    if said is None or said.speaker is None or said.speaker_name is None:
        return []
    return [ActorMention(token.idx, token.idx + len(token), said.speaker, said.speaker_name, token.text, by="pronoun")]


def _is_trait(token: Token) -> bool:
    """Say whether a participle after a hyphen makes whom it follows a trait of the noun: "rebel-held", but not "rebel-led"."""
    return token.tag_ == "VBN" and token.i > 1 and token.nbor(-1).text in _HYPHENS and token.lower_ != "led"


def _class_of(context: Context, token: Token) -> str | None:
    """Return the id of the class of people that a noun without a name means ("residents", "90 others"), None where it means none."""
    if token.lower_ in _OTHERS or (token.like_num and token.dep_ != "nummod"):
        return unnamed(_PEOPLE)
    if token.pos_ != "NOUN" or context.class_has("harm_noun", token) or not any(context.class_has(name, token) for name in _UNNAMED):
        return None
    before = [t.lower_ for t in token.lefts if t.dep_ == "compound" and t.is_alpha]
    return unnamed(" ".join((*before, token.lemma_.lower())))


def _clause(context: Context, token: Token) -> Argument:
    """Return the clause of a verb as a plain argument, cut at a word where it is long."""
    words = [t for t in token.subtree if t.dep_ != "punct"]
    start, end = words[0].idx, words[-1].idx + len(words[-1])
    return Argument(excerpt(neutral(context, start, end), _LONGEST), start, end)


def _thing(context: Context, token: Token) -> Argument:
    """Return a noun with what stands before it and the "of", "to" and "for" phrases after it, where that is not long."""
    short = phrase(context, token)
    after = [t for t in token.rights if t.dep_ == "prep" and t.lower_ in _BELONGS]
    until = max((t.right_edge.idx + len(t.right_edge) for t in after), default=short.end)
    _, until = trim(text_of(token.doc), short.start, until)
    name = neutral(context, short.start, until)
    return Argument(name, short.start, until) if short.end < until and len(name) <= _LONGEST else short


def phrase(context: Context, token: Token) -> Argument:
    """Return the noun phrase around ``token`` as a plain argument: its words up to the first clause that hangs on it, in neutral form."""
    if token.pos_ in VERBAL:
        return _clause(context, token)
    first = min((t.i for t in token.lefts if t.dep_ not in {"punct", "cc", "prep"}), default=token.i)
    start, end = token.doc[first].idx, token.idx + len(token)
    if len(neutral(context, start, end)) > _LONGEST:
        start = token.idx
    return Argument(neutral(context, start, end), start, end)
