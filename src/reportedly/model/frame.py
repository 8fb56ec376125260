"""The shape of the codebook: claim types, their frames, the roles of a frame and the words that evoke it."""

from __future__ import annotations

from dataclasses import dataclass

TRIGGER_KINDS = ("verb", "noun", "adj", "hyphen")
"""Parts of speech that evoke a frame; ``hyphen`` is the last word of a compound such as ``rebel-held``."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What must stand in a slot for a trigger to count: one of the lemmas, an actor or a place; ``absent`` turns it round."""

    slot: str
    lemmas: frozenset[str]
    actors: bool = False
    absent: bool = False
    places: bool = False


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that evoke a frame, what must stand beside them, and which slot fills which role.

    Attributes:
        kind: verb, noun, adj or hyphen.
        lemmas: the words, as lemmas in lower case.
        when: conditions that must all hold.
        fill: role -> slots, tried in order.
        stance: overrides the stance that the syntax gives.
        score: how sure the frame is of such a match, 0 to 1.
        at: file and line that it stands at, empty where it was not read from a file.
    """

    kind: str
    lemmas: frozenset[str]
    when: tuple[Condition, ...] = ()
    fill: tuple[tuple[str, tuple[str, ...]], ...] = ()
    stance: str | None = None
    score: float = 0.8
    at: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """A role of a frame; a claim without a required one is not emitted.

    Attributes:
        of: what may fill it: ``actor``, ``place``, a ``thing`` told in its own words (never the actors named in them), or ``any`` words.
    """

    name: str
    required: bool = False
    of: str = "any"


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with the claim that must be drawn from it (or must not, where ``drawn`` is false)."""

    text: str
    line: int
    file: str
    stance: str | None = None
    figure: str | None = None
    args: tuple[tuple[str, str], ...] = ()
    own: bool | None = None
    drawn: bool = True


@dataclass(frozen=True, slots=True)
class Frame:
    """One way in which claims of a type are made.

    Attributes:
        gloss: neutral sentence with the roles in braces.
        unit: unit of a figure counted in the frame ("killed" gives "civilians killed"), None where it counts nothing of its own.
        counts: role whose filler is counted.
        speech: the act is one of speech: the actor in role ``speaker_role`` is the speaker of the claim.
    """

    id: str
    type: str
    gloss: str
    roles: tuple[Role, ...]
    triggers: tuple[Trigger, ...]
    examples: tuple[Example, ...]
    unit: str | None = None
    counts: str | None = None
    speaker_role: str | None = None
    stance: str | None = None
    priority: int = 0


@dataclass(frozen=True, slots=True)
class ClaimType:
    """A type of the codebook with its definition and frames.

    Attributes:
        threshold: score below which claims of the type are left out of what is given and recorded, and counted.
    """

    id: str
    definition: str
    frames: tuple[Frame, ...]
    threshold: float = 0.0


@dataclass(frozen=True, slots=True)
class Codebook:
    """All claim types, and the word classes that their triggers name.

    Attributes:
        version: of the codebook, counted up when a frame changes what is drawn.
        digest: hash of its files.
    """

    version: str
    digest: str
    types: tuple[ClaimType, ...]
    classes: dict[str, frozenset[str]]

    def frames(self) -> tuple[Frame, ...]:
        """Return the frames of all types in order."""
        return tuple(frame for kind in self.types for frame in kind.frames)
