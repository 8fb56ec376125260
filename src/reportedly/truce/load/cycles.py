"""Terms that wait for each other would wait for ever: such a cycle is refused."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.marked import Marked
from reportedly.truce.agreement import Agreement, Moment, Stage, Term
from reportedly.truce.formula import Done, Formula, Held, leaves
from reportedly.truce.load.names import Names


def refuse_cycles(agreement: Agreement, doc: Marked, names: Names) -> None:
    """Look for terms, stages or clocks that hang on themselves, and for being in force that hangs on a term.

    Raises:
        AgreementError: there is one; the line of its first member is named, and the way round.
    """
    for leaf in leaves(agreement.in_force):
        if isinstance(leaf, Done | Held):
            what = f"being in force cannot hang on the term or stage {leaf.of!r}, which binds only then"
            raise doc.need("in_force").complain(what, "name acceptances or atoms")
    after = dict(_edges(agreement))
    done: set[str] = set()
    for start in after:
        way = _round(start, after, done)
        if way:
            mark = names.terms.get(way[0]) or names.stages.get(way[0]) or doc
            what = f"these wait for each other: {' -> '.join(way)}"
            raise mark.complain(what, "take out one `after`, `when`, `unless` or clock")


def _edges(agreement: Agreement) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, starts in agreement.clocks.items():
        waits = (f"clock {starts.clock}",) * bool(starts.clock) if isinstance(starts, Moment) else _refs(starts)
        yield f"clock {name}", waits
    for stage in agreement.stages:
        yield stage.id, tuple(term.id for term in stage.terms)
        for term in stage.terms:
            yield term.id, tuple(_waits(term, stage))


def _waits(term: Term, stage: Stage) -> Iterator[str]:
    for holder in (term, stage):
        yield from _refs(holder.when)
        for _, variant in holder.variants:
            yield from _refs(variant.when, variant.unless)
    yield from _refs(term.unless, term.binding)
    for moment in (term.window.opens, term.window.closes, term.window.deadline):
        if moment is not None and moment.clock:
            yield f"clock {moment.clock}"


def _refs(*formulas: Formula | None) -> tuple[str, ...]:
    return tuple(leaf.of for formula in formulas for leaf in leaves(formula) if isinstance(leaf, Done | Held))


def _round(start: str, after: dict[str, tuple[str, ...]], done: set[str]) -> list[str]:
    """Return the way from something back to itself; empty where there is none. What is ``done`` need not be looked at again."""
    way: list[str] = []
    ahead: list[Iterator[str]] = [iter((start,))]
    while ahead:
        name = next(ahead[-1], None)
        if name is None:
            ahead.pop()
            if way:
                done.add(way.pop())
        elif name in way:
            return [*way[way.index(name) :], name]
        elif name not in done:
            way.append(name)
            ahead.append(iter(after.get(name, ())))
    return []
