"""Places of the world: names that the pack does not know, or that more than one place bears, settled by what the document says."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from reportedly.gazetteer.index import Gazetteer
from reportedly.mark.coherence import prior
from reportedly.mark.context import DIRECTIONAL, LOCATIVE, governing, names_disease, surnames, wanted_kinds
from reportedly.mark.placed import AREAS
from reportedly.mark.resolve import Open, resolve
from reportedly.mark.spotting import Spot, spots
from reportedly.mark.theatre import Theatre, same, theatre
from reportedly.model import ActorMention, PlaceMention
from reportedly.model.pack import Pack
from reportedly.model.toponym import Toponym
from reportedly.parse import text_of, tokens_between

_PARTS = frozenset({"neighbourhood", "quarter", "street", "square", "road"})
_LARGE, _WELL_KNOWN, _BODY = 6.2, 5.7, 5.0
_LONG_ARTICLE = 4
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def settle(
    doc: Doc, pack: Pack, gazetteers: Sequence[Gazetteer], actors: Sequence[ActorMention], places: Sequence[PlaceMention]
) -> tuple[list[ActorMention], list[PlaceMention]]:
    """Return the mentions with those added, and those settled, that the gazetteer knows.

    Args:
        doc: the parse.
        pack: its places win inside its theatre.
        gazetteers: those of the user, and last the one of the world.
        actors: the actors that were found without it.
        places: the places that were found without it.
    """
    around = theatre(pack, gazetteers[-1])
    seen = list(spots(doc, lambda key: _known(key, around, gazetteers), gazetteers[-1].get))
    kept, held = _merge(doc, around, list(actors), list(places), seen)
    return kept, resolve(doc, around, held)


def _known(key: str, around: Theatre, gazetteers: Sequence[Gazetteer]) -> tuple[Toponym, ...]:
    """Return the places of a name: the pack's, then those of each gazetteer that the ones before it do not have."""
    found = list(around.by_key.get(key, ()))
    for gazetteer in gazetteers:
        found += [t for t in gazetteer.find_key(key) if not any(same(p, t) for p in found)]
    return tuple(found)


def _merge(
    doc: Doc, around: Theatre, actors: list[ActorMention], places: list[PlaceMention], seen: Sequence[Spot]
) -> tuple[list[ActorMention], list[Open]]:
    """Lay the spotted names over what was found; return the actors left, and all mentions of places with what they may be."""
    theatrical = _is_theatrical(around, places)
    people = surnames(doc)
    held = {(p.start, p.end): Open(p) for p in places if p.place is not None or not _is_something_else(doc, p, people)}
    for spot in seen:
        spot_found = _fitting(spot, around) if theatrical else spot.found
        over = [o for o in held.values() if o.mention.start < spot.end and spot.start < o.mention.end]
        acting = [a for a in actors if a.start < spot.end and spot.start < a.end]
        named = spot.words == 1 and spot.first.text in people and governing(spot.first) not in LOCATIVE
        if not spot_found or names_disease(spot.last) or (named and not acting) or any(o.mention.place in around.own for o in over):
            continue
        wanted = wanted_kinds(spot.first, spot.last)
        if over:
            _take_over(held, over, spot, spot_found, wanted, theatrical=theatrical)
        elif _is_place(doc, spot, spot_found, acting):
            actors = [a for a in actors if a not in acting]
            held[spot.start, spot.end] = Open(_mention(doc, spot), spot_found, wanted)
    return actors, sorted(held.values(), key=lambda o: o.mention.start)


def _take_over(
    held: dict[tuple[int, int], Open],
    over: list[Open],
    spot: Spot,
    found: tuple[Toponym, ...],
    wanted: frozenset[str],
    *,
    theatrical: bool,
) -> None:
    """Give a mention the places that the name in it, or around it, may be."""
    first = over[0].mention
    if theatrical and first.kind in _PARTS and first.place is None:
        return
    longer = spot.start <= first.start and spot.end >= first.end and spot.end - spot.start > first.end - first.start
    if longer and (first.place is None or any(t.main or t.kind in AREAS for t in found)):
        for mention in over:
            held.pop((mention.mention.start, mention.mention.end), None)
        held[spot.start, spot.end] = Open(_mention(spot.first.doc, spot), found, wanted)
    elif (first.place is None and _opens(spot, first, found)) or (spot.start, spot.end) == (first.start, first.end):
        held[first.start, first.end] = Open(first, found, wanted)


def _is_something_else(doc: Doc, mention: PlaceMention, people: frozenset[str]) -> bool:
    """Say whether a mention that no pack knows is an illness, or a person who was named in full elsewhere."""
    span = tokens_between(doc, mention.start, mention.end)
    if span is None:
        return False
    return names_disease(span[-1]) or (mention.name in people and governing(span[0]) not in LOCATIVE)


def _opens(spot: Spot, mention: PlaceMention, found: Sequence[Toponym]) -> bool:
    """Say whether a mention is the place that is spotted in it, or a part or building of a well-known one: "the Dresden Zoo"."""
    begins = spot.start - mention.start <= _LONG_ARTICLE
    whole = mention.end == spot.end
    return begins and (whole or any(t.main and prior(t) >= _WELL_KNOWN for t in found))


def _is_theatrical(around: Theatre, places: Sequence[PlaceMention]) -> bool:
    """Say whether a document is about the pack's theatre: most places that a pack knows lie there."""
    known = [p.place in around.own for p in places if p.place is not None]
    return sum(known) * 2 > len(known)


def _fitting(spot: Spot, around: Theatre) -> tuple[Toponym, ...]:
    """Return the places that a document about the theatre can mean: of its country, or so large that everybody knows them."""
    return tuple(t for t in spot.found if t.country == around.country or t.id in around.places or (t.main and prior(t) >= _LARGE))


def _is_place(doc: Doc, spot: Spot, found: Sequence[Toponym], acting: Sequence[ActorMention]) -> bool:
    """Say whether a spotted name that no one took for a place is one."""
    if any(a.actor is not None or a.start < spot.start - _LONG_ARTICLE or a.end > spot.end for a in acting):
        return False
    before = governing(spot.first)
    if any(a.kind == "person" for a in acting):
        return before in LOCATIVE
    if before in DIRECTIONAL or _beside_place(doc, spot):
        return True
    if acting and spot.words == 1:
        return spot.last.dep_ not in _SUBJECTS and any(t.main and (t.kind in AREAS or prior(t) >= _LARGE) for t in found)
    if acting or spot.words > 1:
        return any(t.main and (t.kind in AREAS or prior(t) >= _BODY) for t in found)
    return spot.first.pos_ == "PROPN" and any(t.kind in AREAS and t.main for t in found) and not spot.first.is_sent_start


def _beside_place(doc: Doc, spot: Spot) -> bool:
    """Say whether a name stands in a list or a pair with one that the model takes for a place: "Rongo, Kenya"."""
    after = doc[spot.last.i + 1 : spot.last.i + 3]
    before = doc[max(0, spot.first.i - 2) : spot.first.i]
    pairs = [(after[0], after[1])] if len(after) > 1 else []
    pairs += [(before[1], before[0])] if len(before) > 1 else []
    return any(mark.text == "," and name.ent_type_ == "GPE" for mark, name in pairs)


def _mention(doc: Doc, spot: Spot) -> PlaceMention:
    name = " ".join(text_of(doc)[spot.start : spot.end].split())
    return PlaceMention(spot.start, spot.end, name, None, precision="unknown", score=0.5)
