"""Evaluating one agreement from one view: formulas, clocks and terms, each worked out once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from reportedly.truce.agreement import Agreement, Moment, Stage, Term
from reportedly.truce.binding import accepted, come_about, not_over
from reportedly.truce.cover import coverage
from reportedly.truce.duty import done, held
from reportedly.truce.evidence import ACCEPTED, Evidence, atom
from reportedly.truce.formula import EXISTS, Accepted, All, AnyOf, Atom, Done, Formula, Held, Not, conjoined, leaves
from reportedly.truce.found import Found, both, either, gated, negated, unknown
from reportedly.truce.settle import Sides, settled, sides
from reportedly.truce.times import Duration, Interval
from reportedly.truce.value import Value
from reportedly.truce.view import Item, View, items
from reportedly.truce.windows import STARTED, When, begin, span_of_agreement, when_of

T = TypeVar("T")
_OWED = ("must", "must_not")


@dataclass(frozen=True, slots=True)
class Judged:
    """A term as it looks for one obligor under one reading.

    Attributes:
        found: its value, exceptions and what it hangs on reckoned in. bare: the value before its exception.
        own: what claims on the term itself come to, whatever it hangs on.
        when: when it binds. state: dormant, pending, due or closed.
    """

    found: Found
    bare: Found
    own: Found
    when: When
    state: str


class Evaluator:
    """Evaluates an agreement from a view, under one reading of it (None where it has none)."""

    def __init__(
        self,
        agreement: Agreement,
        evidence: Evidence,
        view: View,
        reading: str | None = None,
        items: dict[str, list[Item]] | None = None,
    ) -> None:
        self.agreement, self.view, self.reading = agreement, view, reading
        self.now = view.moment(agreement.zone_info)
        self._evidence = evidence
        self._items = {} if items is None else items
        self._known: dict[object, object] = {}
        self._stages: dict[str, Stage] = {stage.id: stage for stage in agreement.stages}
        self._terms: dict[str, Term] = {term.id: term for term in agreement.terms}

    def at(self, moment: str) -> Evaluator:
        """Return an evaluator of the same agreement, evidence and reading as of another moment."""
        return Evaluator(self.agreement, self._evidence, replace(self.view, as_of=moment), self.reading)

    def under(self, reading: str | None) -> Evaluator:
        """Return an evaluator from the same view under another reading."""
        return Evaluator(self.agreement, self._evidence, self.view, reading, self._items)

    def seen(self, name: str) -> list[Item]:
        """Return what bears on an atom, from this view."""
        if name not in self._items:
            rows = self._evidence.bearings.get((self.agreement.id, name), ())
            since = self.agreement.dated.begin if self.agreement.dated else None
            found = items(rows, self.view, self.agreement.zone_info)
            self._items[name] = [item for item in found if since is None or item.when.until is None or item.when.until > since]
        return self._items[name]

    def formula(self, formula: Formula | None) -> Found:
        """Return the value of a formula; no formula has come about from the start."""
        return STARTED if formula is None else self.once(formula, lambda: self._formula(formula))

    def _formula(self, formula: Formula) -> Found:
        match formula:
            case All(parts):
                return both([self.formula(part) for part in parts])
            case AnyOf(parts):
                return either([self.formula(part) for part in parts])
            case Not(part):
                return negated(self.formula(part))
            case Accepted(actor):
                return accepted(actor, self.seen(atom(ACCEPTED, actor)), self.view.chains)
            case Atom(name):
                window = Interval(begin(self.agreement.window.opens, self.clock) if name == EXISTS else None, self.now)
                return come_about(name, self.seen(name), window, self.view.chains)
            case Done(of):
                return both([self.term(term, who).found for term in self._owed(of) for who in term.who or (None,)])
            case Held(of, lasting):
                term = self._terms[of]
                return both([self._held_for(term, who, lasting) for who in term.who or (None,)])

    def _owed(self, name: str) -> list[Term]:
        stage = self._stages.get(name)
        return [term for term in stage.terms if term.mood in _OWED] if stage else [self._terms[name]]

    def in_force(self) -> Found:
        """Return whether the agreement is in force, before it is asked for whom; where acceptances put it in force, until it is over."""
        whole = self.agreement.in_force
        if whole is None:
            return unknown("the text does not say what puts it in force")
        found = self.formula(whole)
        if Atom(EXISTS) in leaves(whole):
            return found
        window = Interval(begin(self.agreement.window.opens, self.clock), self.now)
        return both((found, self.once("over", lambda: not_over(EXISTS, self.seen(EXISTS), window, self.view.chains))))

    def clock(self, name: str) -> Found:
        """Return whether a clock has started, and since when."""
        return self.once(("clock", name), lambda: self._clock(self.agreement.clocks[name], name))

    def _clock(self, starts: Moment | Formula, name: str) -> Found:
        if not isinstance(starts, Moment):
            found = self.formula(starts)
            unsure = found.value is Value.KEPT and found.since is None
            return both((found, unknown(f"clock {name}: when it started"))) if unsure else found
        base = self.clock(starts.clock) if starts.clock else STARTED
        since = begin(starts, self.clock)
        if base.value is not Value.KEPT or (since is not None and since < self.now):
            return replace(base, since=since if base.value is Value.KEPT else None)
        return unknown(f"clock {name}: it starts {starts.text}")

    def term(self, term: Term, who: str | None) -> Judged:
        """Return a term for one of those who owe it, as if the agreement were in force."""
        return self.once((term.id, who), lambda: self._term(term, who))

    def trigger(self, term: Term) -> Found:
        """Return what a term hangs on: its own condition and that of its stage."""
        stage = self._stages[term.stage]
        variant, of_stage = term.variant(self.reading), stage.variant(self.reading)
        return self.formula(conjoined(stage.when, of_stage.when, term.when, variant.when))

    def _term(self, term: Term, who: str | None) -> Judged:
        when = when_of(term, self.agreement, self.trigger(term), self.clock)
        own = self._value(term, who, when)
        bare = gated(when.start, own)
        exception = [formula for formula in (term.unless, term.variant(self.reading).unless) if formula is not None]
        found = either([bare, *(self.formula(formula) for formula in exception)]) if exception else bare
        return Judged(found, bare, own, when, self._state(term, when, bare))

    def _value(self, term: Term, who: str | None, when: When) -> Found:
        if term.mood == "must_not":
            return self._held(term, who, when.window.cut(self.now))
        of = self._sides(term, who, Interval(when.window.begin, when.deadline).cut(self.now))
        if term.mood == "may":
            return settled(of)
        if when.deadline is not None:  # that an act was not done can be told after its time only
            after = self._sides(term, who, Interval(when.window.begin, self.now))
            of = replace(of, minus=after.minus)
        return done(of, who, when.deadline, self.now)

    def _held(self, term: Term, who: str | None, window: Interval) -> Found:
        if window.begin is not None and window.until is not None and window.begin >= window.until:
            return unknown(f"{_name(term, who)}: it has not begun")
        rows = self._evidence.coverage.get(self.agreement.id, ())
        covered = coverage(rows, term.where, window, self.view, self.agreement.zone_info)
        return held(self._sides(term, who, window), covered)

    def _held_for(self, term: Term, who: str | None, lasting: Duration) -> Found:
        when = self.term(term, who).when
        if when.window.begin is None:
            return gated(when.start, unknown(f"{_name(term, who)}: when it began"))
        until = lasting.after(when.window.begin)
        found = self._held(term, who, Interval(when.window.begin, until).cut(self.now))
        if self.now < until and found.value is Value.KEPT:
            found = both((found, unknown(f"{_name(term, who)}: held until {until:%Y-%m-%d %H:%M}")))
        return gated(when.start, replace(found, since=until if found.value is Value.KEPT else None))

    def _sides(self, term: Term, who: str | None, window: Interval) -> Sides:
        acts = {"", term.act, *term.variant(self.reading).counts}
        found = [item for item in self.seen(atom(term.id, who)) if item.bearing.act in acts]
        return sides(_name(term, who), found, window, self.view.chains)

    def _state(self, term: Term, when: When, found: Found) -> str:
        opens, closes = when.window.begin, when.window.until
        if when.start.value is not Value.KEPT or (opens is not None and self.now <= opens):
            return "dormant"
        if (closes is not None and self.now >= closes) or (term.mood == "must" and found.value is Value.KEPT):
            return "closed"
        return "pending" if term.mood == "must" and when.deadline is not None and self.now < when.deadline else "due"

    def span(self) -> Interval:
        """Return when the agreement is meant to be in force."""
        return span_of_agreement(self.agreement, self.clock)

    def once(self, key: object, work: Callable[[], T]) -> T:
        """Return what ``work`` gives, worked out once for each key."""
        if key not in self._known:
            self._known[key] = work()
        return self._known[key]  # type: ignore[return-value]  # what was worked out for this key before


def _name(term: Term, who: str | None) -> str:
    return f"{term.id} {who}" if who else term.id
