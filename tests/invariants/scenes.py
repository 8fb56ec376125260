"""Invented reports built from templates, and what is compared of two readings of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import strategies as st

from reportedly.compare.contradictions import find_contradictions
from reportedly.compare.world import World
from reportedly.model import Claim, HeldClaim, Reading
from reportedly.packs import load_packs
from reportedly.pipeline import Settings, read_batch
from tests.drawing import page

PACK = str(Path(__file__).parent / "pack")
SETTINGS = Settings(packs=(PACK,))
ACTORS = ("NOR-ARMY", "SUD-ARMY", "EAS-ARMY")
TEMPLATES = (
    "{A} captured Kelmstadt on Monday.",
    "{A} shelled Brunnfeld on Tuesday and killed three people.",
    "{B} said that {A} had attacked the town of Kelmstadt.",
    "{A} denied that they had broken the truce.",
    "{A} rejected the proposal of {B}.",
    "{A} withdrew from Brunnfeld. They lost five tanks.",
    "{A} met {B} in Osterham on Friday.",
    "{A} will leave Kelmstadt next week, {B} said.",
    "Brunnfeld is under the control of {A}.",
    "{A} and {B} agreed on a ceasefire. Both kept it.",
    "According to {B}, {A} killed seven villagers in Kelmstadt.",
)
"""Sentences with one or two actors; what is taken up again is taken up in the same template."""


FRAGILE = (
    "{B} accused {A} of an attack on a hospital in Brunnfeld.",
    "{A} hit Kelmstadt {B} said.",
    "After {A} left, {B} in Brunnfeld were hit by shells.",
)
"""Sentences that the parser reads one way with one label and another way with another: no rule of ours, so a share of them is held."""


class Report(NamedTuple):
    """A report to be written: templates with the actors that fill them."""

    parts: tuple[tuple[str, str, str], ...]

    def actors(self) -> list[str]:
        """Return the actors in the order of the slots they fill."""
        return [actor for _, *pair in self.parts for actor in pair]

    def text(self, label: Callable[[int, str], str]) -> str:
        """Return the text, where ``label`` gives the words for the actor that fills a slot, by number and id."""
        lines = []
        for at, (template, one, other) in enumerate(self.parts):
            line = template.format(A=label(2 * at, one), B=label(2 * at + 1, other))
            lines.append(line[:1].upper() + line[1:])
        return "\n".join(lines)

    def swapped(self, one: str, other: str) -> Report:
        """Return the report with two actors exchanged throughout."""
        return Report(tuple((template, *(exchanged(actor, one, other) for actor in pair)) for template, *pair in self.parts))


@cache
def labels(actor: str) -> tuple[str, ...]:
    """Return every way an actor of the pack is named."""
    return tuple(alias.text for alias in load_packs((PACK,)).actors[actor].aliases)


def reports(size: int) -> st.SearchStrategy[Report]:
    """Return reports of up to so many sentences, in each of which two different actors stand."""
    pairs = st.permutations(ACTORS).map(lambda order: (order[0], order[1]))
    parts = st.tuples(st.sampled_from(TEMPLATES), pairs).map(lambda part: (part[0], *part[1]))
    return st.lists(parts, min_size=1, max_size=size).map(lambda held: Report(tuple(held)))


def read(texts: Sequence[str], settings: Settings = SETTINGS) -> list[Reading]:
    """Return the texts with all layers."""
    found = read_batch([page(text) for text in texts], settings)
    assert all(isinstance(item, Reading) for item in found)
    return [item for item in found if isinstance(item, Reading)]


def grounded(reading: Reading) -> dict[str, list[Any]]:
    """Return all that must not depend on a label: who, where and what, by id and neutral name, in text order; no words, no offsets."""
    return {
        "actors": [(mention.actor, mention.name, mention.by) for mention in reading.actors or ()],
        "places": [(place.place, place.name) for place in reading.places or ()],
        "speakers": [(found.kind, found.speaker, found.anonymous) for found in reading.attributions or ()],
        "claims": [(*told(claim), claim.proposition) for claim in reading.claims or ()],
    }


def told(claim: Claim) -> tuple[object, ...]:
    """Return what a claim says: everything but its words, offsets and ids."""
    args = tuple((role, arg.actor or arg.place or arg.name.lower()) for role, arg in claim.args)
    figures = tuple((figure.value, figure.unit) for figure in claim.figures)
    return (claim.frame, claim.stance, claim.speaker.actor, claim.own, args, claim.place_ids, figures, claim.valid)


def verdicts(readings: Sequence[Reading]) -> list[tuple[str, bool, tuple[str, ...]]]:
    """Return what contradicts what in several readings, in an order of its own: kind, whether it only looks so, both claims' frames."""
    held = {
        c.id: HeldClaim(c, r.document.id, r.document.path, "2030-05-08", str(at)) for at, r in enumerate(readings) for c in r.claims or ()
    }
    found = find_contradictions(list(held.values()), world=World.of(load_packs((PACK,))))
    return sorted((c.kind, c.look_alike, tuple(sorted((held[c.a].claim.frame, held[c.b].claim.frame)))) for c in found)


def exchanged(value: Any, one: str, other: str) -> Any:  # noqa: ANN401 - any nesting of tuples, lists and texts
    """Return ``value`` with two ids exchanged wherever they stand."""
    if isinstance(value, str):
        return other if value == one else one if value == other else value
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(exchanged(item, one, other) for item in value)
    if isinstance(value, list):
        return [exchanged(item, one, other) for item in value]
    return value


def without_names(found: Mapping[str, list[Any]]) -> dict[str, list[Any]]:
    """Return what is grounded by ids alone: a proposition's id and a name are those of the actor, and change with it."""
    return {
        **found,
        "actors": [(actor, by) for actor, _, by in found["actors"]],
        "claims": [_plain(claim[:-1]) for claim in found["claims"]],
    }


def _plain(claim: tuple[Any, ...]) -> tuple[Any, ...]:
    names = {name.lower(): actor for actor in ACTORS for name in labels(actor)[:1]}
    frame, stance, speaker, own, args, *rest = claim
    return (frame, stance, speaker, own, tuple((role, _ids(value, names)) for role, value in args), *rest)


def _ids(words: str, names: Mapping[str, str]) -> str | tuple[str, ...]:
    """Return the words of an argument with the ids of those they name in place of the names."""
    for name, actor in names.items():
        words = words.replace(name, actor)
    return tuple(words.split()) if " " in words else words
