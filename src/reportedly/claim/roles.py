"""Roles: from the words that fill a slot to actors, places and plain arguments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from spacy.tokens import Doc, Token

from reportedly.claim.antecedent import offered
from reportedly.claim.context import Context
from reportedly.claim.counted import FIRED
from reportedly.claim.lists import long_list
from reportedly.claim.match import Match, is_listed, is_part, is_placelike, place_of, whole_of
from reportedly.claim.means import BOMBER, doers_behind, is_means, is_suicidal
from reportedly.claim.numbering import plain
from reportedly.claim.parties import PEACEFUL, actors_of, is_general
from reportedly.claim.syntax import VERBAL, with_conjuncts
from reportedly.claim.wording import neutral
from reportedly.model import ActorMention, Argument
from reportedly.model.actor import identity
from reportedly.model.frame import Role
from reportedly.packs.identity import unnamed
from reportedly.parse import sentence_bounds, text_of
from reportedly.text import excerpt, trim

_BELONGS = frozenset({"of", "to", "for", "on", "in"})
_VIOLENT = frozenset({"attack", "casualty", "siege"})
DOERS = frozenset({"attacker", "perpetrator", "besieger", "side"})
"""Roles of those who use violence."""
_ACTING = DOERS | {"controller"}
_DOER_CLASSES = ("force_noun", "attack_noun", "weapon", "government_noun", "group_noun")
_ACTORS = ("force_noun", "government_noun", "group_noun", "person", "body_noun", "rank_noun", "observer_noun")
_TELLING = frozenset({"outlet", "agency", "monitor", "think-tank"})
_SPEAKING = _TELLING | {"ngo", "body", "state", "government"}
_RULERS = frozenset({"government", "state"})
_RELATIVE_TAGS = frozenset({"WDT", "WP", "WRB"})
_OTHERS = frozenset("others dozens scores hundreds thousands those many".split())
_THEM = frozenset("them us whom themselves".split())
_MANNERS = frozenset(
    "response retaliation reaction reply revenge reprisal return support accordance coordination conjunction cooperation violation breach "
    "defiance effort attempt bid order preparation honour honor memory protest".split()
)
_NOUNS, _WHEN = frozenset({"pobj", "dobj", "nsubj", "nsubjpass"}), frozenset({"DATE", "TIME"})
_NOBODY = frozenset("himself herself itself themselves it".split())
_PEOPLE = "people"
_UNNAMED = ("person", "group_noun", "body_noun")
_BODIES = frozenset({"armed-group", "armed-force", "coalition", "government", "state", "alliance", "party"})
_HARMED = frozenset({"victims", "target"})
_LONGEST = 80
_SETTLED = frozenset("city town village district neighbourhood neighborhood quarter suburb region province governorate countryside".split())
_AREAS = _SETTLED | {"area"}
_HOUSES = frozenset(
    "hospital clinic school university mosque church bakery office home house centre center warehouse ambulance building".split()
)
"""What belongs to those who help or suffer and is not they: "a hospital of the aid agency"."""
_ABOUT = frozenset({"least", "most"})
_ARTICLES = frozenset({"DT", "CD", "PRP$"})
_HYPHENS = frozenset({"-", "–"})
_NAMING = frozenset({"compound", "nmod", "poss"})


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
            if _is_bracketed(token) and len(match.roles[role.name]) > 1:
                continue
            for argument in _fillers(context, match, role, token):
                if (argument.start, argument.end) not in spent:
                    found.setdefault(argument.actor or argument.place or argument.name.lower(), Filled(role.name, argument, token))
        spent |= {(a.start, a.end) for _, a, _ in found.values()}
        out += [f if at == 1 else f._replace(role=f"{role.name}_{at}") for at, f in enumerate(found.values(), 1)]
    return tuple(_no_own_victim([_charged(context, each, out) for each in out]))


def _charged(context: Context, charge: Filled, filled: Sequence[Filled]) -> Filled:
    """Return what somebody is charged with without the charged: "the raid" of "blamed the raid on the army"."""
    links = [each.head.head for each in filled if each.role == "accused" and each.head.dep_ == "pobj"]
    end = next((link.idx for link in links if link.lower_ == "on"), None)
    if charge.role != "abuse" or end is None or not charge.argument.start < end < charge.argument.end:
        return charge
    start, end = trim(text_of(context.doc), charge.argument.start, end)
    return charge._replace(argument=Argument(neutral(context, start, end), start, end))


def _fillers(context: Context, match: Match, role: Role, token: Token) -> Iterator[Argument]:
    """Yield what a word brings into a role, without what cannot be in it."""
    token = _meant(context, role, token)
    if role.name in {"target", "destination"} and _is_manner(token):
        return
    if role.name == "target" and (token.lower_ in _NOBODY or _is_fired(context, token) or _is_each_other(token)):
        return  # whoever blows himself up aims at others, and what is fired is not what it hits
    if role.name == "matter" and (meant := offered(context, token)) is not None:
        yield _thing(context, meant)
        return
    if (matter := _matter(context, role, token)) is not None:
        yield matter
        return
    violent = role.name in DOERS and match.frame.type in _VIOLENT
    land = role.name == "target" and _is_land(context, token)
    hit = (_long_list(context, token) or [phrase(context, token)]) if land else None
    for said in hit or (_doers(context, token, role.of) if violent else _fill(context, token, role.of)):
        acting = role.name in _ACTING or (role.of != "thing" and context.class_has("force_noun", token))
        kinds = _RULERS if violent or role.name not in _ACTING else _taking(match)
        argument = _forces_of(context, said, kinds) if acting else said
        if role.name in DOERS and _does_no_violence(context, token, argument):
            continue
        if role.of == "actor" and (_is_area(token, argument) or (not role.required and _acts_not(context, role, token, argument))):
            continue
        if role.name == "party" and match.frame.type == "position" and _takes_no_side(context, token, argument):
            continue
        if role.name == "victims" and _only_tells(context, token, argument):
            continue
        yield argument


def _matter(context: Context, role: Role, token: Token) -> Argument | None:
    """Return a matter as it stands, with whose it is: "agreed to a Vell inspection" is about the inspection. None of several."""
    if role.name != "matter" or role.of != "any" or token.i in context.actor_at or token.pos_ not in {"NOUN", "PROPN"}:
        return None
    named = list(dict.fromkeys(actors_of(context, token)))
    if len(named) > 1 or any(m.start > token.idx for m in named):
        return None
    return replace(_thing(context, token), actor=named[0].actor if named else class_of(context, token))


def _acts_not(context: Context, role: Role, token: Token, argument: Argument) -> bool:
    """Say whether an unknown argument is nobody who could act: a thing or event ("the damage"), or a pronoun that takes up nobody.

    With a weapon or an attack violence is done: who uses violence is looked for behind it later.
    """
    if argument.actor or argument.place or token.i in context.actor_at:
        return False
    noun = whole_of(token)[-1]
    if token.pos_ == "PRON":
        return True
    return role.name not in DOERS and noun.pos_ == "NOUN" and not any(context.class_has(name, noun) for name in _ACTORS)


def _takes_no_side(context: Context, token: Token, argument: Argument) -> bool:
    """Say whether an argument is nobody who could hold a position: a thing, an event or a clause ("the failure", "seizing it")."""
    if argument.actor or argument.place or token.i in context.actor_at:
        return False
    noun = whole_of(token)[-1]
    if noun.pos_ in VERBAL:
        return True
    return noun.pos_ == "NOUN" and not any(context.class_has(name, noun) for name in (*_ACTORS, "party_noun"))


def _only_tells(context: Context, token: Token, argument: Argument) -> bool:
    """Say whether an argument is who tells of the harm, whom a loose parse puts among those harmed."""
    actor = context.pack.actors.get(argument.actor or "")
    if token.i in context.actor_at and context.is_source(token.idx) and token.dep_ == "pobj":
        return True
    told = actor is not None and actor.kind in _TELLING and not context.class_has("person", whole_of(token)[-1])
    if actor is not None and actor.kind in _SPEAKING and token.dep_ in {"dobj", "conj"} and context.is_source(token.idx):
        return True  # "killing six teachers the agency Orre said"
    return told or (token.pos_ == "NOUN" and token.lemma_.lower() == "agency")


def _is_each_other(token: Token) -> bool:
    return token.lower_ in {"other", "another"} and token.i > 0 and token.nbor(-1).lower_ in {"each", "one"}


def _is_land(context: Context, token: Token) -> bool:
    """Say whether a noun is a settlement told of without whose it is: who holds the village, or tells of it, was not hit."""
    if token.i in context.actor_at or not (token.i in context.place_at or (token.pos_ == "NOUN" and token.lemma_.lower() in _SETTLED)):
        return False
    return not any(m.start < token.idx for m in actors_of(context, token))


def _is_area(token: Token, argument: Argument) -> bool:
    """Say whether an argument is a stretch of land, which does nothing itself ("several provinces")."""
    return argument.actor is None and argument.place is None and token.pos_ == "NOUN" and token.lemma_.lower() in _AREAS


def _is_fired(context: Context, token: Token) -> bool:
    """Say whether a noun is a weapon or an attack, as in "hundreds of rockets": depots and cars of it are hit like other things."""
    return token.i not in context.actor_at and any(context.class_has(name, token) for name in ("attack_noun", "projectile"))


def _meant(context: Context, role: Role, token: Token) -> Token:
    """Return the noun nearest before "it" in its sentence, for what was hit: "stood by a mill since it was shelled"; else the token."""
    if role.name != "target" or token.lower_ != "it" or context.again_at.get(token.i):
        return token
    before = reversed(token.doc[sentence_bounds(token)[0] : token.i])
    return next((t for t in before if t.tag_ == "NN" and t.dep_ in _NOUNS and t.ent_type_ not in _WHEN), token)


def _is_manner(token: Token) -> bool:
    """Say whether a noun after "in" tells what for or how, which nothing hits: "struck the base in response to it"."""
    return token.dep_ == "pobj" and token.head.lower_ == "in" and token.lemma_.lower() in _MANNERS


def _is_bracketed(token: Token) -> bool:
    """Say whether a noun phrase fills a bracket: what is said there of those before it is nobody else."""
    first, after = token.left_edge.i, token.doc[token.right_edge.i : token.right_edge.i + 2]
    return first > 0 and token.doc[first - 1].text in {"(", "["} and any(t.text in {")", "]"} for t in after)


def _no_own_victim(filled: list[Filled]) -> list[Filled]:
    """Return what is filled without doers who are told as victims too: nobody hits himself, the parse took the nearest noun."""
    harmed = {f.argument.actor for f in filled if plain(f.role) in _HARMED and f.argument.actor}
    return [f for f in filled if plain(f.role) not in {"attacker", "perpetrator"} or f.argument.actor not in harmed]


def _does_no_violence(context: Context, token: Token, argument: Argument) -> bool:
    """Say whether an argument cannot be who attacks: those who report or suffer, and what a loose parse puts there.

    Who is in no register is kept where it is a name, a pronoun, or a noun for fighters, weapons, authorities and groups.
    """
    actor = context.pack.actors.get(argument.actor or "")
    if actor is not None:
        return actor.kind in PEACEFUL
    if argument.actor == unnamed(BOMBER):
        return False
    if argument.place is not None or is_placelike(context, token) or token.tag_ in _RELATIVE_TAGS:
        return True
    noun = whole_of(token)[-1]  # "a number of shells"
    return noun.pos_ not in {"PROPN", "PRON"} and not any(context.class_has(name, noun) for name in _DOER_CLASSES)


def _doers(context: Context, token: Token, kind: str) -> list[Argument]:
    """Return who uses violence: whom the noun names, of a weapon or event who is told to be behind it, else the noun as it stands."""
    found = list(_fill(context, token, kind))
    if is_suicidal(token) and not any(identity(a.actor) and not _is_general(context, a) for a in found):
        words = phrase(context, token)
        return [replace(words, name=words.name if context.class_has("person", token) else BOMBER, actor=unnamed(BOMBER))]
    if not any(a.actor for a in found) and is_means(context, token):
        behind = list(doers_behind(context, token))
        return [Argument(m.name, m.start, m.end, actor=m.actor) for m in behind] or found
    return found


def _is_general(context: Context, argument: Argument) -> bool:
    mention = next((m for m in context.actors.within(argument.start, argument.end) if m.actor == argument.actor), None)
    return mention is not None and is_general(context, mention)


def _taking(match: Match) -> frozenset[str]:
    """Return the kinds of actor whose forces are meant where they take a place: of a government, but states take places themselves."""
    return frozenset({"government"}) if match.frame.id == "takes-control" else frozenset()


def _forces_of(context: Context, argument: Argument, kinds: frozenset[str]) -> Argument:
    """Return the forces of a government or state that is said to use violence: it is they who bomb; else ``argument``."""
    actor = context.pack.actors.get(argument.actor or "")
    if actor is None or actor.kind not in kinds:
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
    if kind == "any" and mentions and token.i not in context.actor_at:
        whole = _whole(context, token, mentions)
        if whole is not None:
            yield whole
            return
        if context.class_has("property_noun", token):
            mentions = [m for m in mentions if m.kind in _BODIES]  # residents' houses are no residents
    if kind == "actor" or mentions:
        for mention in mentions:
            yield Argument(mention.name, mention.start, mention.end, actor=mention.actor)
    if not mentions:
        yield replace(phrase(context, token), actor=class_of(context, token))


def _whole(context: Context, token: Token, mentions: list[ActorMention]) -> Argument | None:
    """Return a person or house told as somebody's with that somebody's id ("the spokesman of Orre", "the agency's hospital"), else None."""
    if context.class_has("rank_noun", token):
        return replace(_thing(context, token), actor=mentions[0].actor)
    if token.lemma_.lower() in _HOUSES and not any(m.kind in _BODIES or m.kind == "population" for m in mentions):
        return replace(phrase(context, token), actor=mentions[0].actor)
    return None


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


def class_of(context: Context, token: Token) -> str | None:
    """Return the id of the class of people that a noun without a name means ("residents", "90 others"), None where it means none."""
    if is_part(token) and (whole := whole_of(token)[1:]):
        return class_of(context, whole[0])
    if token.lower_ in _OTHERS or (token.lower_ in _THEM and token.pos_ != "PROPN") or (token.like_num and token.dep_ != "nummod"):
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
    if name.count('"') % 2:
        name = name.replace('"', "")  # one end of a quotation lies outside
    return Argument(name, short.start, until) if short.end < until and len(name) <= _LONGEST else short


def phrase(context: Context, token: Token) -> Argument:
    """Return the noun phrase around ``token`` as a plain argument: its words up to the first clause that hangs on it, in neutral form."""
    if token.pos_ in VERBAL:
        return _clause(context, token)
    lefts = [t for t in token.lefts if t.dep_ not in {"punct", "cc", "prep"}]
    first = min((t.left_edge.i if t.dep_ in _NAMING else t.i for t in lefts), default=token.i)
    first = _behind_weapon(_whole_word(token.doc, first), lefts)
    if token.doc[first].lower_ in _ABOUT and first < token.i:
        first += 1  # "killing at least 12": the words before the number say how many, not who
    start, end = token.doc[first].idx, token.idx + len(token)
    if is_part(token) and (whole := whole_of(token)[1:]):
        end = whole[0].idx + len(whole[0])
    if len(neutral(context, start, end)) > _LONGEST:
        start = token.idx
    name = neutral(context, start, end)
    if token.doc[first].tag_ in _ARTICLES and name.lower().partition(" ")[0] in {token.doc[first].lower_, "a", "an"}:
        name = name[:1].lower() + name[1:]  # "The mill" at the head of a sentence
    return Argument(name, start, end)


def _behind_weapon(first: int, lefts: Sequence[Token]) -> int:
    """Return where a phrase begins that the parse ran into the weapon before it: "targeted with a rocket shell Orre village"."""
    fired = next((t.i for t in lefts if t.lemma_.lower() in FIRED), None)
    named = None if fired is None else next((t for t in lefts if t.i > fired and t.pos_ == "PROPN"), None)
    return first if named is None else named.left_edge.i


def _whole_word(doc: Doc, first: int) -> int:
    """Return the index of the first part of the hyphened word that the token at ``first`` is in: "army-held" is no "held"."""
    while first >= 2 and doc[first - 1].text in _HYPHENS and not doc[first - 1].whitespace_ and not doc[first - 2].whitespace_:  # noqa: PLR2004
        first -= 2
    return first
