"""An agreement, proposal or request as data: what its text asks of whom, where, when and on what condition.

Nothing in it is filled in: what the text leaves open is empty, and :mod:`reportedly.truce.lint` lists it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from reportedly.truce.formula import Formula
from reportedly.truce.times import Duration, Interval

KINDS = ("agreement", "proposal", "request", "declaration", "reported-understanding")
"""What a text is: signed or announced by several, offered, asked for, declared by one side, or only said to be agreed."""

FORMS = ("full-text", "external-text", "quoted-in-press", "paraphrase")
"""How its words are known."""

MOODS = ("must", "must_not", "may", "declares")
"""What a term does: binds to an act, forbids it, allows it, gives something a standing."""


@dataclass(frozen=True, slots=True)
class Cite:
    """Where a text says so: code points of a document with this hash, or a public text by name. No words of a publisher are kept."""

    document: str | None = None
    start: int | None = None
    end: int | None = None
    source: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """A day or minute, or so long after a clock has started."""

    text: str
    at: Interval | None = None
    clock: str | None = None
    plus: Duration | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """When a term holds.

    Attributes:
        opens, closes: from when, and until when.
        deadline: by when an act is to be done.
        lasting: how long from its opening. within: how soon after its trigger an act is to be done.
    """

    opens: Moment | None = None
    closes: Moment | None = None
    deadline: Moment | None = None
    lasting: Duration | None = None
    within: Duration | None = None


@dataclass(frozen=True, slots=True)
class Zone:
    """An area that terms are about: a place, with a buffer where the text gives one, or a polygon of latitudes and longitudes.

    Attributes:
        op, distance_km: the buffer, with its operator, in kilometres.
        words: the buffer as the text gives it ("1 mile").
        becomes: the standing that the text gives it.
    """

    id: str
    places: tuple[str, ...] = ()
    area: tuple[tuple[float, float], ...] = ()
    op: str | None = None
    distance_km: float | None = None
    words: str | None = None
    becomes: str | None = None


@dataclass(frozen=True, slots=True)
class Variant:
    """What one reading changes in a term: further acts that count, a further condition, a further exception."""

    counts: tuple[str, ...] = ()
    when: Formula | None = None
    unless: Formula | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """One term.

    Attributes:
        who: ids of those who owe it; empty where the text does not say.
        where: id of a zone; None where the text does not say.
        when: what must have come about before it binds; unless: what excuses.
        binding: what must hold beyond the agreement being in force, such as the obligor's own acceptance.
        exempt: whom it is not for. guarantor: who vouches for it.
        line: where it stands in its file.
    """

    id: str
    stage: str
    mood: str
    act: str
    who: tuple[str, ...] = ()
    where: str | None = None
    window: Window = Window()
    when: Formula | None = None
    unless: Formula | None = None
    binding: Formula | None = None
    exempt: tuple[str, ...] = ()
    guarantor: str | None = None
    variants: tuple[tuple[str, Variant], ...] = ()
    cite: tuple[Cite, ...] = ()
    note: str | None = None
    line: int = 0

    def variant(self, reading: str | None) -> Variant:
        """Return what a reading changes in it."""
        return dict(self.variants).get(reading or "", Variant())


@dataclass(frozen=True, slots=True)
class Stage:
    """Terms that begin together, and what must have come about before."""

    id: str
    terms: tuple[Term, ...]
    when: Formula | None = None
    variants: tuple[tuple[str, Variant], ...] = ()

    def variant(self, reading: str | None) -> Variant:
        """Return what a reading changes in its condition."""
        return dict(self.variants).get(reading or "", Variant())


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Whom it is not with, on whose authority and since when; under all readings where none is named."""

    actors: tuple[str, ...]
    authority: str | None
    date: str | None
    readings: tuple[str, ...] = ()
    cite: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class Guarantor:
    """Who vouches for whom, and the term that says what that means; None where the text does not say."""

    who: str
    of: tuple[str, ...]
    duty: str | None
    cite: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class Silence:
    """What the text leaves out, as somebody points out."""

    topic: str
    cite: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """A text with its terms.

    Attributes:
        may_mean: actor of the pack that names no group in particular -> the parties that may be meant by it.
        called: words that claims name it by; those of ``bearings.yaml`` where it names none.
        dated: when the text is of; nothing that lies wholly before it bears on it.
        replaces: ids of the agreements whose place it takes: what is done from its beginning on bears on them no more.
        window: when it is meant to be in force.
        in_force: what must hold for that; None where the text does not say, and then it is never said to be.
        readings: id -> what it takes the text to mean.
        acts: acts of its own, beside those of ``acts.yaml``; atoms: other things that claims bear on: id -> in words.
        clocks: name -> the moment at which it starts, or what starts it.
        file: the name of the file it stands in.
    """

    id: str
    version: int
    kind: str
    name: str
    form: str
    complete: bool
    parties: tuple[str, ...]
    stages: tuple[Stage, ...]
    zone_info: ZoneInfo
    proposer: tuple[str, ...] = ()
    may_mean: dict[str, tuple[str, ...]] = field(default_factory=dict)
    called: tuple[str, ...] = ()
    dated: Interval | None = None
    replaces: tuple[str, ...] = ()
    window: Window = Window()
    in_force: Formula | None = None
    zones: dict[str, Zone] = field(default_factory=dict)
    clocks: dict[str, Moment | Formula] = field(default_factory=dict)
    readings: dict[str, str] = field(default_factory=dict)
    acts: dict[str, str] = field(default_factory=dict)
    atoms: dict[str, str] = field(default_factory=dict)
    excluded: tuple[Exclusion, ...] = ()
    guarantors: tuple[Guarantor, ...] = ()
    silent_on: tuple[Silence, ...] = ()
    cite: tuple[Cite, ...] = ()
    note: str | None = None
    file: str = ""

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms, in their order."""
        return tuple(term for stage in self.stages for term in stage.terms)
