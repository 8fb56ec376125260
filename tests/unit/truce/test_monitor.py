"""A classical two-valued monitor over one trace, run with the gaps closed in every extreme way, against the evaluator.

Time is days. The trace says of each day and act whether it happened; where nobody looked there is a gap.
"""

from __future__ import annotations

import datetime as dt
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.truce.evaluate import Evaluator
from reportedly.truce.evidence import Bearing, Coverage, Evidence
from reportedly.truce.formula import All, AnyOf, Atom, Done, Formula, Held, Not
from reportedly.truce.load import parse_agreements
from reportedly.truce.times import Duration
from reportedly.truce.value import Value
from reportedly.truce.view import View
from tests.unit.truce.agreements import PATH

LENGTH = 8
START = dt.date(2018, 10, 13)
DAYS = [(START + dt.timedelta(days=at)).isoformat() for at in range(LENGTH)]
BANS, DUTIES, FACTS = ("B1", "B2"), ("M1", "M2"), ("f1", "f2")
DEADLINE = {"M1": 3, "M2": 6}
CLOSES = {"B1": 5, "B2": LENGTH}
WINDOW = {"B1": f"from: {DAYS[0]}, until: {DAYS[4]}", "B2": f"from: {DAYS[0]}"}
TEXT = f"""\
{{id: t, version: 1, kind: agreement, name: t, form: full-text, complete: true, parties: [P], atoms: {{f1: one, f2: two}},
 zones: {{z1: {{place: Z1}}, z2: {{place: Z2}}}},
 stages: [{{id: S, terms: [
  {{id: B1, must_not: military_operations, who: P, where: z1, {WINDOW["B1"]}}},
  {{id: B2, must_not: reinforce, who: P, where: z2, {WINDOW["B2"]}}},
  {{id: M1, must: withdraw, who: P, from: {DAYS[0]}, by: {DAYS[2]}}},
  {{id: M2, must: open_road, who: P, from: {DAYS[0]}, by: {DAYS[5]}}}]}}]}}
"""
(MADE,) = parse_agreements(TEXT.encode(), PATH)
Day = bool | None
"""Whether something happened on a day; None where nobody looked."""

NEVER = -1
"""A duty that was not done by its deadline; a day is that of the deed, None leaves it open."""

_days: st.SearchStrategy[list[Day]] = st.lists(st.sampled_from((True, False, False, None)), min_size=LENGTH, max_size=LENGTH)
traces = st.fixed_dictionaries(dict.fromkeys(BANS, _days))
deeds = st.fixed_dictionaries({name: st.sampled_from((*range(LENGTH), NEVER, None)) for name in DUTIES})
facts = st.fixed_dictionaries({name: st.sampled_from((True, False, None)) for name in FACTS})


def formulas() -> st.SearchStrategy[Formula]:
    """Formulas that use each of their leaves once, in any order and depth."""
    leaves: list[Formula] = [Done("B1"), Held("B2", Duration(0, dt.timedelta(days=4))), Done("M1"), Done("M2"), Atom("f1"), Atom("f2")]
    return st.permutations(leaves).flatmap(lambda order: st.integers(1, len(order)).flatmap(lambda n: _tree(tuple(order[:n]))))


def _tree(leaves: tuple[Formula, ...]) -> st.SearchStrategy[Formula]:
    if len(leaves) == 1:
        return st.sampled_from((leaves[0], Not(leaves[0])))
    cut = st.integers(1, len(leaves) - 1)
    return cut.flatmap(lambda at: st.builds(_joined, st.booleans(), _tree(leaves[:at]), _tree(leaves[at:])))


def _joined(every: bool, one: Formula, other: Formula) -> Formula:  # noqa: FBT001 - drawn, not named
    return All((one, other)) if every else AnyOf((one, other))


def evidence(trace: dict[str, list[Day]], done: dict[str, int | None], told: dict[str, Day]) -> Evidence:
    rows, seen = [], []
    for name, happened in trace.items():
        for at, day in enumerate(happened):
            if day:
                rows.append(Bearing(f"{name}{at}", "t", f"{name}@P", -1, "", DAYS[at], DAYS[at], DAYS[at]))
            elif day is False:
                seen.append(Coverage(f"w{name}{at}", "t", "MONITOR", True, f"z{name[1]}", True, DAYS[at], DAYS[at], DAYS[at]))  # noqa: FBT003
    for name, deed in done.items():
        if deed is not None:
            day_ = DAYS[DEADLINE[name] if deed == NEVER else deed]
            rows.append(Bearing(name, "t", f"{name}@P", -1 if deed == NEVER else 1, "", day_, day_, day_, speaker="X"))
    rows += [Bearing(name, "t", name, 1 if so else -1, "", DAYS[0], DAYS[0], DAYS[0]) for name, so in told.items() if so is not None]
    return Evidence(rows, seen)


def monitor(formula: Formula, trace: dict[str, list[bool]], done: dict[str, bool], told: dict[str, bool]) -> bool:
    """Return whether a formula holds of a trace that leaves nothing open."""
    match formula:
        case All(parts):
            return all(monitor(part, trace, done, told) for part in parts)
        case AnyOf(parts):
            return any(monitor(part, trace, done, told) for part in parts)
        case Not(part):
            return not monitor(part, trace, done, told)
        case Held(of):
            return not any(trace[of][:4])
        case Done(of):
            return done[of] if of in done else not any(trace[of][: CLOSES[of]])
        case Atom(name):
            return told[name]
        case _:
            raise AssertionError


def closed(day: Day, *, gap: bool) -> bool:
    return gap if day is None else day


def in_time(name: str, day: int | None, *, gap: bool) -> bool:
    """Whether a duty was done; a deed that was told of late leaves its time open."""
    return gap if day is None or day >= DEADLINE[name] else day != NEVER


@settings(max_examples=120)
@given(traces, deeds, facts, formulas())
def test_what_is_definite_is_so_however_the_gaps_are_closed(
    trace: dict[str, list[Day]], done: dict[str, int | None], told: dict[str, Day], formula: Formula
) -> None:
    found = Evaluator(MADE, evidence(trace, done, told), View(DAYS[-1])).formula(formula).value
    names = (*BANS, *DUTIES, *FACTS)
    ways = set()
    for gaps in product((False, True), repeat=len(names)):
        gap = dict(zip(names, gaps, strict=True))
        bans = {name: [closed(day, gap=gap[name]) for day in days] for name, days in trace.items()}
        duties = {name: in_time(name, day, gap=gap[name]) for name, day in done.items()}
        ways.add(monitor(formula, bans, duties, {name: closed(day, gap=gap[name]) for name, day in told.items()}))
    assert found.definite == (len(ways) == 1)
    assert not found.definite or (found is Value.KEPT) == ways.pop()
