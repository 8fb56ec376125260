"""What a text leaves open, against the building blocks that guidance on ceasefires names.

The blocks are those of the United Nations' Guidance on Mediation of Ceasefires (2022): timing, prohibited acts, separation of forces,
verification, humanitarian access, settling of disputes. A text need not have them all; a reader should know which it lacks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reportedly.truce.agreement import Agreement, Term
from reportedly.truce.formula import Accepted, Held, leaves
from reportedly.truce.rules import rules

_SEPARATES = frozenset("withdraw withdraw_heavy_weapons withdraw_and_checkpoint demilitarised fighters_leave set_up_checkpoints".split())
_VERIFIES = frozenset("give_access report_violations exchange_information".split())
_HELPS = frozenset("convoys_enter aid_enters evacuate_civilians evacuate_wounded open_road obstruct_aid".split())
_SETTLES = frozenset("report_violations hold_talks".split())


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a text leaves open.

    Attributes:
        kind: unstated, ambiguous, unverifiable, missing (a building block), or uncited.
        what: what it is. line: where in the file.
        term: id of the term or stage; None of the text as a whole.
    """

    kind: str
    what: str
    line: int
    term: str | None = None


def lint(agreement: Agreement) -> Iterator[Finding]:
    """Yield what an agreement leaves open: of the whole text first, then term by term."""
    for name, has in _BLOCKS.items():
        if not has(agreement):
            yield Finding("missing", name, 1)
    yield from _whole(agreement)
    for stage in agreement.stages:
        if stage.variants:
            what = f"when it begins depends on the reading: {', '.join(agreement.readings)}"
            yield Finding("ambiguous", what, stage.terms[0].line, stage.id)
        for term in stage.terms:
            for kind, what in _term(term, agreement):
                yield Finding(kind, what, term.line, term.id)


def _acts(agreement: Agreement) -> frozenset[str]:
    return frozenset(term.act for term in agreement.terms)


_BLOCKS: dict[str, Callable[[Agreement], bool]] = {
    "timing: when it begins": lambda a: a.window.opens is not None or bool(a.clocks),
    "timing: how long it is for": lambda a: a.window.closes is not None or a.window.lasting is not None,
    "prohibited acts": lambda a: any(term.mood == "must_not" for term in a.terms),
    "separation of forces": lambda a: bool(_acts(a) & _SEPARATES),
    "verification: who looks, and who lets them": lambda a: bool(_acts(a) & _VERIFIES),
    "humanitarian access": lambda a: bool(_acts(a) & _HELPS),
    "settling of disputes and breaches": lambda a: bool(_acts(a) & _SETTLES),
    "what puts it in force": lambda a: a.in_force is not None,
}


def _whole(agreement: Agreement) -> Iterator[Finding]:
    for one in agreement.excluded:
        names = ", ".join(one.actors) or "somebody"
        if one.authority is None or one.date is None:
            yield Finding("unstated", f"on whose authority, or since when, {names} is left out", 1)
        if one.readings:
            yield Finding("ambiguous", f"whether {names} is left out depends on the reading: {', '.join(one.readings)}", 1)
    for one_ in agreement.guarantors:
        if one_.duty is None:
            yield Finding("unstated", f"what {one_.who} owes as guarantor", 1)
    for zone in agreement.zones.values():
        if zone.distance_km is None and not zone.area:
            yield Finding("unstated", f"how far around {' and '.join(zone.places)} the zone {zone.id} reaches", 1)
    unbound = _unbound(agreement)
    if unbound:
        yield Finding(
            "unstated", f"whether they accept what they owe, as nothing that puts it in force asks for it: {', '.join(unbound)}", 1
        )
    for silence in agreement.silent_on:
        yield Finding("unstated", f"it is silent on: {silence.topic}", 1)


def _unbound(agreement: Agreement) -> list[str]:
    """Return those who owe something by a text whose being in force hangs on no acceptance of theirs."""
    whole = {leaf.by for leaf in leaves(agreement.in_force) if isinstance(leaf, Accepted)}
    owed: dict[str, bool] = {}
    for term in agreement.terms:
        own = whole.union(leaf.by for leaf in leaves(term.binding) if isinstance(leaf, Accepted))
        for who in term.who if term.mood in {"must", "must_not"} else ():
            owed[who] = owed.get(who, True) and who in own
    return [who for who, asked in owed.items() if not asked and who not in agreement.proposer]


def _term(term: Term, agreement: Agreement) -> Iterator[tuple[str, str]]:
    if not term.who and term.mood != "declares":
        yield "unstated", "who is to do it" if term.mood == "must" else "who it is for"
    if term.where is None:
        yield "unstated", "where"
    own = term.window
    timed = own.opens or own.closes or own.deadline or own.within or own.lasting
    if term.mood == "must" and not (own.deadline or own.within or own.closes or own.lasting):
        yield "unstated", "by when: without a deadline nobody can be said to have missed it"
    if term.mood == "must_not" and not (timed or term.when or agreement.window.opens):
        yield "unstated", "from when"
    if term.variants:
        yield "ambiguous", f"it depends on the reading: {', '.join(agreement.readings)}"
    yield from (("unverifiable", what) for what in _unverifiable(term, agreement))
    if not term.cite:
        yield "uncited", "no words of a text are cited for it"


def _unverifiable(term: Term, agreement: Agreement) -> Iterator[str]:
    if term.mood == "must_not" and not (_acts(agreement) & _VERIFIES or agreement.guarantors or term.guarantor):
        yield "nobody is named who could see that it is held"
    if not any(rule.act == term.act for held in rules().acts.values() for rule in held):
        yield f"no type of claim bears on {term.act}: a person has to say which claims do"
    for leaf in leaves(term.when):
        if isinstance(leaf, Held) and next(t for t in agreement.terms if t.id == leaf.of).where is None:
            yield f"it waits for {leaf.of} to hold, of which the zone is not stated"
