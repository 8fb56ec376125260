"""Invented claims and texts for the tests of comparison."""

from __future__ import annotations

import random
from dataclasses import dataclass

from reportedly.compare.world import World
from reportedly.model import About, Argument, Claim, Figure, HeldClaim, Speaker, ValidTime

DAY = "2031-05-02"
LATER = "2031-05-09"
WORLD = World(
    within={"quay": "saltgate", "saltgate": "coast"},
    part_of={"LEAGUE-NAVY": "LEAGUE"},
    kinds={
        "quay": "neighbourhood",
        "mill": "village",
        "saltgate": "city",
        "coast": "governorate",
        "CROWN": "state",
        "LEAGUE": "armed-group",
    },
    vague=frozenset({"ARMED-MEN"}),
    quartered=frozenset({"saltgate"}),
)


@dataclass(frozen=True)
class Said:
    """What a test says of a claim; the rest is filled in."""

    id: str
    type: str = "casualty"
    frame: str = "killed"
    by: str = "Harbour Courier"
    actor: str | None = None
    anonymous: bool = False
    own: bool = False
    chain: tuple[str, ...] = ()
    document: str = ""
    publisher: str | None = "Harbour Courier"
    published: str = DAY
    places: tuple[str, ...] = ("quay",)
    valid: tuple[str | None, str | None] = (DAY, DAY)
    args: tuple[tuple[str, str], ...] = ()
    figures: tuple[Figure, ...] = ()
    stance: str = "asserts"
    about: tuple[str, str] | None = None
    proposition: str = ""
    words: str = ""
    before: str = ""
    at: int = 0


def held(said: Said) -> HeldClaim:
    """Return the claim that a test speaks of."""
    claim = Claim(
        id=said.id,
        start=said.at,
        end=said.at + (len(said.words) or 10),
        type=said.type,
        frame=said.frame,
        gloss=f"{said.frame} at {' and '.join(said.places)}",
        args=tuple((role, Argument(name, 0, 5, **{"place" if role == "place" else "actor": name})) for role, name in said.args),
        stance=said.stance,
        speaker=Speaker(said.by, said.actor, said.anonymous),
        chain=said.chain or (said.publisher or "page", said.by),
        own=said.own,
        proposition=said.proposition or f"proposition of {said.id}",
        valid=ValidTime(*said.valid),
        asserted=said.published,
        places=said.places,
        place_ids=said.places,
        figures=said.figures,
        about=About(*said.about) if said.about else None,
    )
    document = said.document or f"document of {said.id}"
    return HeldClaim(claim, document, f"{document}.txt", said.published, said.publisher, said.before, said.words)


def toll(identity: str, value: float, op: str = "=", unit: str = "civilians killed", **other: object) -> HeldClaim:
    """Return a claim that so many were killed on the quay on one day, each in a document and by a speaker of its own."""
    figure = Figure(value, op, unit)
    said = Said(identity, by=f"Speaker {identity}", figures=(figure,), **other)  # type: ignore[arg-type]  # the fields of Said
    return held(said)


def share(identity: str, value: float, denominator: str | None, **other: object) -> HeldClaim:
    """Return a claim that somebody holds such a share of the town."""
    figure = Figure(value, "=", "percent", denominator=denominator)
    said = Said(identity, "control", "share-controlled", by=f"Speaker {identity}", places=("saltgate",), figures=(figure,), **other)  # type: ignore[arg-type]
    return held(said)


def holds(identity: str, controller: str, frame: str = "holds-control", **other: object) -> HeldClaim:
    """Return a claim that somebody holds the quay."""
    said = Said(identity, "control", frame, by=f"Speaker {identity}", args=(("controller", controller), ("place", "quay")), **other)  # type: ignore[arg-type]
    return held(said)


VOCABULARY = tuple(
    f"{left}{right}"
    for left in ("har", "sal", "mil", "qua", "bro", "tor", "pel", "nim")
    for right in ("bour", "t", "ler", "y", "ken", "rin")
)


def prose(seed: int, words: int) -> str:
    """Return invented words, the same for the same seed, different for another."""
    chance = random.Random(seed)  # noqa: S311 - invented data
    return " ".join(chance.choice(VOCABULARY) + chance.choice(VOCABULARY) for _ in range(words))
