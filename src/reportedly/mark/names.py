"""Actors and places of a document in one pass: names of the pack, adjectives before force nouns, names that the model finds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from difflib import SequenceMatcher

from spacy.tokens import Doc, Token

from reportedly.codebook import load_codebook
from reportedly.gazetteer import the_world
from reportedly.gazetteer.user import users
from reportedly.mark.containers import by_container
from reportedly.mark.context import part_of_person, tells_of_war
from reportedly.mark.lookup import Hit, split
from reportedly.mark.metonyms import MODIFIERS, acts, names_body, opens_trait
from reportedly.mark.register import Named, Register, forces_of, government_of, register
from reportedly.mark.scoped import chain
from reportedly.mark.settle import settle
from reportedly.mark.spelled import by_spelling
from reportedly.mark.toponyms import by_trigger
from reportedly.model import ActorMention, PlaceMention
from reportedly.model.pack import Actor, Pack, Place
from reportedly.parse import ends_truce, root_of, text_of, tokens_between
from reportedly.text import trim

_PLACE_LABELS = {"GPE", "LOC", "FAC"}
_ALIKE = 0.6
"""Least likeness of a first name to that of the person known by the last name: "Basher", "Bashar"."""
_RANKS = frozenset("president minister ambassador general colonel major prime foreign leader mr mrs ms dr sheikh king dictator".split())
_ACTOR_LABELS = {"PERSON": "person", "ORG": "body"}
_AREAS = {"governorate": frozenset("province governorate countryside rural".split())}
_RULE = frozenset("government regime administration cabinet authority".split())
_LINKED = frozenset("backed supported funded sponsored trained armed financed aligned allied led".split())
"""Participles after a hyphen that make whom they follow a party: "Turkish-backed", but not "Russian-made"."""
_HELD = frozenset("held controlled occupied captured seized besieged".split())
_OPERATION = re.compile(r" (?:Shield|Storm|Wrath|Sword|Dawn|Spring|Volcano|Fury|Hammer|Claw|Thunder|Hurricane|Resolve)\b")
"""What is named after a place and lies nowhere: "Euphrates Shield"."""
_THE = "the "
_OF_STATES = frozenset({"state", "government", "armed-force", "agency"})


def mark_names(doc: Doc, pack: Pack) -> tuple[tuple[ActorMention, ...], tuple[PlaceMention, ...]]:
    """Return the mentions of actors and of places in ``doc``, each in text order; a mention is one or the other."""
    table = register(pack)
    actors: list[ActorMention] = []
    places: list[PlaceMention] = []
    taken = bytearray(len(text_of(doc)))
    twofold = not tells_of_war(doc)
    for hit in table.names.find(text_of(doc), split(text_of(doc))):
        if _is_of_person(doc, table, hit) or _is_namesake(doc, hit):
            continue
        body = _body(doc, hit)
        if body is not None:
            actors.append(body)
            taken[body.start : body.end] = b"\1" * (body.end - body.start)
            continue
        _place_or_actor(doc, table, hit, actors, places, twofold=twofold)
        taken[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
    actors += _by_adjective(doc, table, taken, frozenset(a.end for a in actors if a.kind not in _OF_STATES))
    places += by_trigger(doc, taken)
    for mention in _by_model(doc, taken):
        if isinstance(mention, PlaceMention):
            places.append(mention)
        else:
            actors.append(mention)
    places = by_spelling(pack, places, parts=True)
    if pack.gazetteer:
        actors, places = settle(doc, pack, (*users(), the_world()), actors, places)
    places = [p for p in by_spelling(pack, places) if not _OPERATION.match(text_of(doc), p.end)]
    places = by_container(text_of(doc), pack, places)
    return tuple(sorted(actors, key=lambda m: m.start)), tuple(sorted(places, key=lambda m: m.start))


def _place_or_actor(
    doc: Doc, table: Register, hit: Hit[Named], actors: list[ActorMention], places: list[PlaceMention], *, twofold: bool
) -> None:
    """Append the mention that ``hit`` is: a name that is both a place and an actor is told apart by how it stands.

    With ``twofold``, a place that acts is given as both, and its role as a place is that of a metonym.
    """
    hit = _with_dot(text_of(doc), hit)
    span = tokens_between(doc, hit.start, hit.end)
    found_actor = next((v for v in hit.values if v.actor), None)
    found_places = [v.place for v in hit.values if v.place]
    if span is None:
        return
    root = root_of(span)
    acting = bool(found_actor and acts(root))
    if found_places and (twofold or not acting) and not _in_compound(text_of(doc), hit.start, hit.end):
        place = _place(doc, hit, _best_place(found_places, root, table.pack.scope))
        places.append(replace(place, role="metonym") if acting else place)
    if found_actor and found_actor.actor and not (found_places and not acting):
        actor = _forces(found_actor.actor, root, table) or _government(found_actor.actor, root, table) or found_actor.actor
        actors.append(ActorMention(hit.start, hit.end, actor.id, actor.name, text_of(doc)[hit.start : hit.end], actor.kind))


def _body(doc: Doc, hit: Hit[Named]) -> ActorMention | None:
    """Return the body that a place has given its name to, None where the name stands for itself or is that of an actor too."""
    span = tokens_between(doc, hit.start, hit.end)
    if span is None or any(v.actor for v in hit.values):
        return None
    head = names_body(root_of(span))
    if head is None:
        return None
    label = text_of(doc)[hit.start : head.idx + len(head)]
    return ActorMention(hit.start, head.idx + len(head), None, " ".join(label.split()), label, "body")


def _with_dot(text: str, hit: Hit[Named]) -> Hit[Named]:
    """Return a hit with the dot that ends an abbreviation: "U.S."."""
    return hit._replace(end=hit.end + 1) if "." in text[hit.start : hit.end] and text[hit.end : hit.end + 1] == "." else hit


def _is_of_person(doc: Doc, table: Register, hit: Hit[Named]) -> bool:
    """Say whether the name of a far place is part of a person's: "Paris Hilton"."""
    found = [v.place for v in hit.values if v.place]
    span = tokens_between(doc, hit.start, hit.end)
    return bool(found) and span is not None and part_of_person(span) and not _in_theatre(table.pack, found)


def _is_namesake(doc: Doc, hit: Hit[Named]) -> bool:
    """Say whether a last name is that of somebody else than the person known by it: "Ammar al-Assad"."""
    known = next((v.actor for v in hit.values if v.actor and v.actor.kind == "person"), None)
    span = tokens_between(doc, hit.start, hit.end)
    if known is None or span is None or " " in text_of(doc)[hit.start : hit.end] or " " not in known.name or span.start == 0:
        return False
    first = span[0].nbor(-1)
    given = first.pos_ == "PROPN" and first.ent_type_ == "PERSON" and span[0].ent_iob_ == "I" and first.text[:1].isupper()
    if not given or first.lower_.rstrip(".") in _RANKS or not first.text.isalpha() or first.is_upper:
        return False
    return SequenceMatcher(None, first.lower_, known.name.split()[0].lower()).ratio() < _ALIKE


def _in_theatre(pack: Pack, found: list[Place]) -> bool:
    """Say whether a place of the country that the pack centres on is among ``found``: the model takes many of those for persons."""
    country = chain(pack, pack.scope)[-1] if pack.scope else None
    return any(chain(pack, place.id)[-1] == country for place in found)


def _in_compound(text: str, start: int, end: int) -> bool:
    """Say whether a name is half of a compound ("US-led", "Damascus-based", "mid-Atlantic", "US$ 5"), which is a trait or an actor."""
    if start > 1 and text[start - 1] == "-" and text[start - 2].islower():
        return True
    return (text[end : end + 1] == "-" and text[end + 1 : end + 2].islower()) or text[end : end + 1] == "$"


def _best_place(found: list[Place], root: Token, scope: str | None) -> Place:
    """Choose among places of one name: the kind that the next words name, then the scope, then the first of the pack."""
    near = {t.lower_ for t in root.doc[max(0, root.i - 1) : root.i + 3]}
    wanted = [p for p in found if near & ({p.kind} | _AREAS.get(p.kind, frozenset()))]
    inside = [p for p in found if scope is not None and scope in {p.id, p.within}]
    return (wanted or inside or found)[0]


def _place(doc: Doc, hit: Hit[Named], place: Place) -> PlaceMention:
    text = text_of(doc)
    start = hit.start + len(_THE) if text[hit.start : hit.start + len(_THE)].lower() == _THE else hit.start
    within = (place.within,) if place.within else ()
    precision = "unknown" if place.lat is None else "area" if place.kind in {"country", "governorate", "region"} else "point"
    return PlaceMention(start, hit.end, place.name, place.id, place.lat, place.lon, place.kind, within, precision, "place", 0.9)


def _forces(actor: Actor, root: Token, table: Register) -> Actor | None:
    """Return the forces of ``actor``, or of its country, where its name modifies a force or attack noun, else None."""
    forces = forces_of(actor, table)
    if forces is None:
        return None
    head = _noun_after(root) or _mistaken(root)
    armed = (head is not None and _is_force(head)) or _holds_ground(root) or _shares_forces(root)
    return table.pack.actors.get(forces) if armed else None


def _mistaken(root: Token) -> Token | None:
    """Return the next word where it hangs on the name: a noun of attack that was taken for a verb, as in "army airstrikes hit it"."""
    after = root.doc[root.i + 1 : root.i + 2]
    return after[0] if len(after) and after[0].head.i == root.i and after[0].lower_.endswith("s") else None


def _holds_ground(root: Token) -> bool:
    """Say whether a name opens a compound that only forces can do: "opposition-held"."""
    return opens_trait(root) and root.doc[root.i + 2].lower_ in _HELD


def _shares_forces(root: Token) -> bool:
    """Say whether a name shares the force noun of what follows it, where somebody is attacked by both: "by government and rebel planes"."""
    if root.dep_ != "pobj" or root.head.lower_ not in {"by", "in"}:
        return False
    shared = (c for c in root.children if c.dep_ == "conj" and _is_force(c) and any(m.dep_ in MODIFIERS for m in c.lefts))
    return any(m.dep_ != "poss" for c in shared for m in list(c.lefts)[:1])  # "by the council and its allied forces" shares nothing


def _government(actor: Actor, root: Token, table: Register) -> Actor | None:
    """Return the government that a person heads, where the name says whose government it is: "the government of President Orre"."""
    if actor.kind != "person":
        return None
    noun = root.head.head if root.dep_ == "pobj" and root.head.lower_ == "of" else root.head if root.dep_ in {"poss", "compound"} else None
    return government_of(actor, table) if noun is not None and noun.lemma_.lower() in _RULE else None


def _noun_after(token: Token) -> Token | None:
    """Return the noun that ``token`` modifies, reached through coordinated modifiers."""
    while token.dep_ == "conj" and token.head.dep_ in MODIFIERS:
        token = token.head
    head = token.head
    while head.dep_ in {"compound", "nmod"} and head.head.i > head.i and not _is_force(head):
        head = head.head
    return head if token.dep_ in MODIFIERS and head.pos_ in {"NOUN", "PROPN"} and head.i > token.i else None


def _is_force(token: Token) -> bool:
    if ends_truce(token):
        return False
    classes = load_codebook().classes
    armed = classes["force_noun"] | classes["attack_noun"] | classes["hold_noun"]
    # of what is written as a name no plural is taken off: "Russian Airstrikes"
    return token.lemma_.lower() in armed or token.lower_.removesuffix("s") in armed or token.lower_ == "air"


def _by_adjective(doc: Doc, table: Register, taken: bytearray, named: AbstractSet[int]) -> Iterator[ActorMention]:
    """Yield actors that an adjective and a noun or participle make together: "Russian jets", "Turkish officials", "Turkish-backed".

    Where the noun ends the name of a party (``named``), the adjective only tells where that is from: "Syrian rebel forces".
    """
    government_nouns = load_codebook().classes["government_noun"]
    for token in doc:
        owner = table.adjectives.get(token.lower_)
        if owner is None or any(taken[token.idx : token.idx + len(token)]):
            continue
        head = _noun_after(token)
        actor: Actor | None = None
        if head is not None and head.idx + len(head) in named:
            continue
        if head is not None and _is_force(head):
            actor = table.pack.actors.get(owner.forces or owner.id)
        elif head is not None and head.lemma_.lower() in government_nouns:
            actor = table.governments.get(owner.id, owner)
        elif opens_trait(token) and token.doc[token.i + 2].lower_ in _LINKED:
            actor, head = owner, token
        if actor is None or head is None:
            continue
        end = head.idx + len(head) if not any(taken[token.idx : head.idx + len(head)]) and head.i - token.i <= 2 else token.idx + len(token)  # noqa: PLR2004
        taken[token.idx : end] = b"\1" * (end - token.idx)
        yield ActorMention(token.idx, end, actor.id, actor.name, text_of(doc)[token.idx : end], actor.kind)


def _tells_attack(name: str) -> bool:
    """Say whether words that were taken for a name end with a noun of attack, as in a title: "Escalating Bombardment"."""
    return name.rsplit(maxsplit=1)[-1].lower().removesuffix("s") in load_codebook().classes["attack_noun"]


def _by_model(doc: Doc, taken: bytearray) -> Iterator[ActorMention | PlaceMention]:
    """Yield names that the pack does not know but the model takes for a place, person or organisation."""
    for entity in doc.ents:
        # the model runs names on into the next line of a page; a name ends with its line
        first_line = entity.text.lstrip().partition("\n")[0]
        start, end = trim(text_of(doc), entity.start_char, entity.end_char)
        end = min(end, start + len(first_line.rstrip()))
        name = " ".join(first_line.split())
        if any(taken[start:end]) or not any(c.isalpha() for c in name) or name.islower() or all(t.pos_ == "NOUN" for t in entity):
            continue
        if entity.label_ in _PLACE_LABELS:
            yield PlaceMention(start, end, name, None, precision="unknown", score=0.5)
        elif entity.label_ in _ACTOR_LABELS and not _tells_attack(name):
            yield ActorMention(start, end, None, name, text_of(doc)[start:end], _ACTOR_LABELS[entity.label_])
