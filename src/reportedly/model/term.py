"""Terms of agreements as a text tells them: what would have to be done by whom, where, when and on what condition.

Everything here is made of words of the text: what the text leaves open is empty, and :attr:`Term.unstated` names it.
"""

from __future__ import annotations

from dataclasses import dataclass

MOODS = ("must", "must-not", "may", "declares")
"""What a term does: binds to an act, forbids it, allows it, or gives something a standing ("will be declared a safe zone")."""

MOMENTS = ("at", "by", "from", "until", "for", "within")
"""How a time bounds a term: ``for`` is how long it holds, ``within`` how soon a thing is to be done, ``by`` its deadline."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words that do something in a term.

    Attributes:
        kind: what they do: the neutral act, the preposition of a place, ``if`` or ``unless`` of a condition, the number of a stage.
        name: the words in neutral form.
        actor, place: id of whom or what they name, None where they name none.
    """

    kind: str
    name: str
    start: int
    end: int
    actor: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """A time that bounds a term.

    Attributes:
        kind: one of ``MOMENTS``.
        value: TIMEX3 value, a duration as ``P7D``.
        begin, until: ISO, None where the words give none, as durations do.
    """

    kind: str
    name: str
    start: int
    end: int
    value: str | None = None
    begin: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Buffer:
    """A distance that a term sets: from what (``of``, None where unstated), with its operator ("more than 300 metres from the road")."""

    op: str
    value: float
    unit: str
    start: int
    end: int
    of: Part | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """One candidate term of an agreement, offer or demand.

    Attributes:
        start, end: from the first to the last of its words; all of them stand in one sentence.
        mood: one of ``MOODS``.
        act: what is to be done or not; its kind is a neutral act, "other" where the lists know none.
        who: the obligors; empty where the words name none, as in a passive without agent.
        whom: who or what it is done to.
        where: places; the kind is their preposition.
        to: destinations: kind "to", "or" of an alternative, "rather-than" of one that is turned down.
        conditions: kind "if", "unless", "after", "before", "until", "while" or "in-exchange".
        exceptions: who or what it is not for.
        stage: kind is its number where the text counts, else "then".
    """

    start: int
    end: int
    mood: str
    act: Part
    who: tuple[Part, ...] = ()
    whom: tuple[Part, ...] = ()
    where: tuple[Part, ...] = ()
    to: tuple[Part, ...] = ()
    buffer: Buffer | None = None
    moments: tuple[Moment, ...] = ()
    conditions: tuple[Part, ...] = ()
    exceptions: tuple[Part, ...] = ()
    stage: Part | None = None

    @property
    def unstated(self) -> tuple[str, ...]:
        """Which of who, where and moments the words leave open."""
        told = {"who": self.who, "where": self.where or self.to or self.buffer, "moments": self.moments}
        return tuple(name for name, found in told.items() if not found)


@dataclass(frozen=True, slots=True)
class Plan:
    """What the words of a claim say of an agreement as a whole.

    Attributes:
        kind: lull, pause, truce, cessation, ceasefire … as the text calls it, never made equal; None where it has no such name.
        name: the words that name it, None where none does.
        points: how many points or stages it is said to have.
        placeholder: only its name is known: the claim tells no term of it, nor how long it is for.
        where, moments: what bounds the whole.
        covered, excluded: who or what it is said to apply to, or not.
        silent_on: what a source says it leaves out.
    """

    kind: str | None = None
    name: Part | None = None
    points: int | None = None
    placeholder: bool = False
    where: tuple[Part, ...] = ()
    moments: tuple[Moment, ...] = ()
    covered: tuple[Part, ...] = ()
    excluded: tuple[Part, ...] = ()
    silent_on: tuple[Part, ...] = ()
