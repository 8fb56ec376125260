"""An agreement that a party has left, or that is over: what was done while it bound is still judged, as of the day before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from reportedly.truce.evaluate import Evaluator
from reportedly.truce.evidence import ACCEPTED, atom
from reportedly.truce.formula import EXISTS, Accepted, Formula, leaves
from reportedly.truce.value import Value

_INSTANT = dt.timedelta(minutes=1)


def last_bound(evaluator: Evaluator, binding: Formula | None) -> Evaluator | None:
    """Return an evaluator as of the moment before a party first went back on what it had accepted, or the agreement was first over.

    None where it was not in force then.

    Args:
        evaluator: as of now, with the agreement no longer in force.
        binding: what it hangs on that a term binds, beside being in force.
    """
    return evaluator.once(("ended", binding), lambda: _last_bound(evaluator, binding))


def _last_bound(evaluator: Evaluator, binding: Formula | None) -> Evaluator | None:
    formulas = (evaluator.agreement.in_force, binding)
    parties = {leaf.by for formula in formulas for leaf in leaves(formula) if isinstance(leaf, Accepted)}
    over = (item.when.begin for item in evaluator.seen(EXISTS) if item.bearing.sign < 0 and item.when.begin is not None)
    for moment in sorted({*over, *(moment for party in parties for moment in _ends(evaluator, party))}):
        before = evaluator.at((moment - _INSTANT).isoformat())
        opens = before.span().begin
        bound = all(found.value is Value.KEPT for found in (before.in_force(), before.formula(binding)))
        if bound and (opens is None or before.now > opens):
            return before
    return None


def _ends(evaluator: Evaluator, actor: str) -> Iterator[dt.datetime]:
    """Yield when an actor, in its own words, rejected or went back on it."""
    for item in evaluator.seen(atom(ACCEPTED, actor)):
        if item.bearing.speaker == actor and item.bearing.sign < 0 and item.when.begin is not None:
            yield item.when.begin
