"""An agreement that a party has left: what was done while it was bound is still judged, as of the day it left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from reportedly.truce.evaluate import Evaluator
from reportedly.truce.evidence import ACCEPTED, atom
from reportedly.truce.formula import Accepted, Formula, leaves
from reportedly.truce.value import Value

_INSTANT = dt.timedelta(minutes=1)


def last_bound(evaluator: Evaluator, formulas: tuple[Formula | None, ...]) -> Evaluator | None:
    """Return an evaluator as of the moment before a party first went back on what it had accepted; None where it was not bound then.

    Args:
        evaluator: as of now, with the agreement no longer in force.
        formulas: what being in force hangs on, all of them.
    """
    return evaluator.once(("ended", formulas), lambda: _last_bound(evaluator, formulas))


def _last_bound(evaluator: Evaluator, formulas: tuple[Formula | None, ...]) -> Evaluator | None:
    parties = {leaf.by for formula in formulas for leaf in leaves(formula) if isinstance(leaf, Accepted)}
    for moment in sorted({moment for party in parties for moment in _ends(evaluator, party)}):
        before = evaluator.at((moment - _INSTANT).isoformat())
        opens = before.span().begin
        bound = all(before.formula(formula).value is Value.KEPT for formula in formulas)
        if bound and (opens is None or before.now > opens):
            return before
    return None


def _ends(evaluator: Evaluator, actor: str) -> Iterator[dt.datetime]:
    """Yield when an actor, in its own words, rejected or went back on it."""
    for item in evaluator.seen(atom(ACCEPTED, actor)):
        if item.bearing.speaker == actor and item.bearing.sign < 0 and item.when.begin is not None:
            yield item.when.begin
