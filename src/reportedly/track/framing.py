"""Framing: which words each source has for an actor, and for one act, with counts and examples; its own apart from those it quotes.

Loaded words are data here: they stand in the rows as the sources wrote them, and nowhere else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from reportedly.model.actor import CLASS, is_class_id
from reportedly.track.holding import NOBODY
from reportedly.track.spoken import OWN, QUOTED, REPORTED, Spoken

ACTS = {
    "takes-control": ("controller",),
    "holds-control": ("controller",),
    "loses-control": ("loser",),
    "attacks": ("attacker",),
    "clashes": ("side",),
    "killed": ("victims",),
    "injured": ("victims",),
    "captured": ("victims",),
    "advances": ("mover",),
    "withdraws": ("mover",),
    "besieges": ("besieger",),
    "accuses": ("accuser",),
}
"""Frame of an act that sources have words of their own for -> the roles of whom the words are about."""
VOICES = (OWN, REPORTED, QUOTED)
Key = tuple[str, str, str | None]
"""Source, voice and speaker."""


@dataclass(frozen=True, slots=True)
class Example:
    """A use of a word: the words around it, document, path, offsets, and the claim it is of, where it is of one."""

    around: str
    document: str
    path: str
    start: int
    end: int
    claim: str | None


@dataclass(frozen=True, slots=True)
class Word:
    """A word, how often it is used, and in how many texts, reprints counted once; ``marked``: how often in quotation marks of its own."""

    word: str
    count: int
    texts: int
    marked: int
    example: Example


@dataclass(frozen=True, slots=True)
class Use:
    """The words of one source in one voice: its own, those it reports of a speaker, or those it quotes; the most used first."""

    source: str
    voice: str
    speaker: str | None
    count: int
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Framing:
    """An actor, or an act of or upon an actor, and the words that sources have for it.

    Attributes:
        actor: id, None where it has none. act: the frame of the act, None where the words are for the actor.
        state: ``differ``, two sources have no own word in common; ``alike``; ``one source`` has own words for it; ``quoted only``;
            ``unknown`` where fewer texts than the lens asks for have any.
        texts: how many texts have a word for it, reprints counted once.
        more: how many sources and voices are left out of ``uses``.
    """

    act: str | None
    actor: str | None
    name: str
    as_of: str
    state: str
    count: int
    texts: int
    uses: tuple[Use, ...]
    claims: tuple[str, ...]
    more: int = 0

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the claims that its words are of, none for words for an actor."""
        return frozenset(self.claims)


def framing(spoken: Iterable[Spoken], as_of: str, need: int = 1) -> Iterator[Framing]:
    """Yield the actors, then the acts, that sources have words for by a day, those with the most words first."""
    found: dict[tuple[str, str], list[Spoken]] = defaultdict(list)
    for one in _once(one for one in spoken if one.day <= as_of):
        found[subject_of(one)].append(one)
    rows = (_row(group, as_of, need) for group in found.values())
    yield from sorted(rows, key=lambda row: (row.act is not None, -row.count, row.act or "", row.actor or row.name))


def subject_of(one: Spoken) -> tuple[str, str]:
    """Return what words of one row share: the act, empty for a word for an actor, and the id of the actor, else its name."""
    return one.act or "", one.actor or f"{NOBODY}{one.name.casefold()}"


def _once(spoken: Iterable[Spoken]) -> Iterator[Spoken]:
    """Yield the words of each source without those of a text that it printed before, in the order of their days."""
    first: dict[tuple[str, str], str] = {}
    for one in sorted(spoken, key=lambda one: (one.day, one.document, one.start, one.end)):
        if first.setdefault((one.source, one.family), one.document) == one.document:
            yield one


def _row(group: Sequence[Spoken], as_of: str, need: int) -> Framing:
    by: dict[Key, list[Spoken]] = defaultdict(list)
    for one in group:
        by[one.source, one.voice, one.speaker].append(one)
    uses = uses_of((key, word) for key, words in by.items() for word in _words(words))
    claims = tuple(dict.fromkeys(one.claim for one in group if one.claim))
    one = group[0]
    told = (one.act, one.actor, name_of(one.actor, one.name), as_of)
    texts = len({each.family for each in group})
    own = [{word.word for word in use.words} for use in uses if use.voice == OWN]
    return Framing(*told, state_of(own, texts, need), len(group), texts, uses, claims)


def name_of(actor: str | None, told: str) -> str:
    """Return the name of an actor, told as its first word has it: a class of actors has one of its own."""
    return (actor or "").removeprefix(CLASS) if is_class_id(actor) else told


def uses_of(words: Iterable[tuple[Key, Word]]) -> tuple[Use, ...]:
    """Return words by source, voice and speaker: own words first, then those of whom most are."""
    by: dict[Key, list[Word]] = defaultdict(list)
    for key, word in words:
        by[key].append(word)
    uses = [
        Use(*key, sum(word.count for word in each), tuple(sorted(each, key=lambda word: (-word.count, word.word))))
        for key, each in by.items()
    ]
    return tuple(sorted(uses, key=lambda use: (VOICES.index(use.voice), -use.count, use.source, use.speaker or "")))


def _words(spoken: Sequence[Spoken]) -> Iterator[Word]:
    by: dict[str, list[Spoken]] = defaultdict(list)
    for one in spoken:
        by[one.word].append(one)
    for word, found in by.items():
        first = found[0]
        example = Example(first.around, first.document, first.path, first.start, first.end, first.claim)
        yield Word(word, len(found), len({one.family for one in found}), sum(one.marked for one in found), example)


def state_of(own: Sequence[AbstractSet[Hashable]], texts: int, need: int) -> str:
    """Return the state of a row: ``own`` are the words of each source that has own ones, or what stands for them."""
    if texts < need:
        return "unknown"
    if len(own) <= 1:
        return "one source" if own else "quoted only"
    apart = any(not one & other for at, one in enumerate(own) for other in own[at + 1 :])
    return "differ" if apart else "alike"


def shortened(row: Framing, most: int | None) -> Framing:
    """Return a row with so many sources and voices at most, all of them where None."""
    left = 0 if most is None else max(0, len(row.uses) - most)
    return replace(row, uses=row.uses[:most], more=left) if left else row
