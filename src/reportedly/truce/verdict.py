"""Verdicts: one per term, obligor and reading, with a word only where the agreement is in force for that obligor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reportedly.truce.agreement import Agreement, Term
from reportedly.truce.ended import last_bound
from reportedly.truce.evaluate import Evaluator
from reportedly.truce.evidence import Evidence
from reportedly.truce.found import Found, both
from reportedly.truce.times import span_of
from reportedly.truce.value import Value
from reportedly.truce.view import View

IN_FORCE = {Value.KEPT: "yes", Value.BREACHED: "no", Value.DISPUTED: "disputed", Value.UNKNOWN: "not shown"}
"""How being in force is told."""

EXCLUDED, NOT_YET, ENDED = "excluded", "not yet", "ended"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What claims come to, of one term for one obligor under one reading.

    Attributes:
        obligor: None where the text names nobody. reading: None where all readings agree on it, or where there is none.
        in_force: a word of ``IN_FORCE``, ``excluded``, ``not yet``, or ``ended`` where a party that was bound has left.
        force: what that rests on.
        state: dormant (what it hangs on is not shown, or its time has not begun), pending (before its deadline), due, or closed.
        found: its value, and what that rests on. bare: before its exception. trigger: what it hangs on.
        own: what claims on the term itself come to, whatever it hangs on and excuses it.
        firm: every reading comes to the same.
    """

    agreement: str
    term: str
    obligor: str | None
    reading: str | None
    in_force: str
    force: Found
    state: str
    found: Found
    bare: Found
    own: Found
    trigger: Found
    mood: str
    act: str
    guarantor: str | None = None
    firm: bool = True

    @property
    def value(self) -> Value | None:
        """The verdict word; None where the agreement is not, and was not, or not surely, in force for the obligor.

        Where it has ended it is of the time before.
        """
        return self.found.value if self.in_force in {"yes", ENDED} else None

    @property
    def if_in_force(self) -> Value | None:
        """What the word would be, where being in force is itself disputed."""
        return self.found.value if self.in_force == IN_FORCE[Value.DISPUTED] else None

    @property
    def excused(self) -> bool:
        """Whether it is kept by its exception alone."""
        return self.found.value is Value.KEPT and self.bare.value is not Value.KEPT


def check(agreements: Iterable[Agreement], evidence: Evidence, view: View) -> Iterator[Verdict]:
    """Yield the verdicts on every term of agreements, in the order of the texts.

    Raises:
        ValueError: the view's moment is none.
    """
    for agreement in agreements:
        plain = Evaluator(agreement, evidence, view)
        evaluators = [plain.under(reading) for reading in agreement.readings or (None,)]
        for term in agreement.terms:
            for who in term.who or (None,):
                if who not in term.exempt:
                    yield from _readings([_verdict(each, term, who) for each in evaluators], varied=_varied(agreement, term))


def _verdict(evaluator: Evaluator, term: Term, who: str | None) -> Verdict:
    force = both((evaluator.in_force(), evaluator.formula(term.binding)))
    word, evaluator = _word(evaluator, term, who, force)
    judged = evaluator.term(term, who)
    return Verdict(
        agreement=evaluator.agreement.id,
        term=term.id,
        obligor=who,
        reading=evaluator.reading,
        in_force=word,
        force=force,
        state="closed" if word == ENDED and judged.state != "dormant" else judged.state,
        found=judged.found,
        bare=judged.bare,
        own=judged.own,
        trigger=evaluator.trigger(term),
        mood=term.mood,
        act=term.act,
        guarantor=term.guarantor,
    )


def _word(evaluator: Evaluator, term: Term, who: str | None, force: Found) -> tuple[str, Evaluator]:
    """Return how being in force is told, and the evaluator that a term is judged by."""
    opens, before = evaluator.span().begin, None
    if _excluded(evaluator, who):
        return EXCLUDED, evaluator
    if opens is not None and evaluator.now <= opens:
        return NOT_YET, evaluator
    if force.value is Value.BREACHED and evaluator.agreement.in_force is not None:
        before = last_bound(evaluator, term.binding)
    return (ENDED, before) if before else (IN_FORCE[force.value], evaluator)


def _excluded(evaluator: Evaluator, who: str | None) -> bool:
    """Say whether an agreement leaves somebody out: they cannot break what is not with them."""
    for one in evaluator.agreement.excluded:
        since = span_of(one.date, evaluator.agreement.zone_info) if one.date else None
        dated = since is None or since.begin is None or since.begin < evaluator.now
        if dated and who in one.actors and (not one.readings or evaluator.reading in one.readings):
            return True
    return False


def _varied(agreement: Agreement, term: Term) -> bool:
    stage = next(stage for stage in agreement.stages if stage.id == term.stage)
    return bool(term.variants or stage.variants)


def _readings(verdicts: list[Verdict], *, varied: bool) -> Iterator[Verdict]:
    """Yield one verdict per reading; one for all where no reading makes a difference to it."""
    first = replace(verdicts[0], reading=None)
    if not varied and all(replace(verdict, reading=None) == first for verdict in verdicts):
        yield first
        return
    firm = len({(verdict.value, verdict.if_in_force, verdict.in_force) for verdict in verdicts}) == 1
    yield from (replace(verdict, firm=firm) for verdict in verdicts)
