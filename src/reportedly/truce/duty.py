"""Whether an act was done in time, and whether a prohibition was held: the two questions that are asked of terms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from reportedly.truce.found import Found, lacking
from reportedly.truce.settle import Sides, common
from reportedly.truce.times import Interval
from reportedly.truce.value import Value
from reportedly.truce.view import Item

_EVER = dt.datetime.min.replace(tzinfo=dt.UTC)


def done(of: Sides, obligor: str | None, deadline: dt.datetime | None, now: dt.datetime) -> Found:
    """Return whether an act was done in its window.

    One claim that it was is enough, but not the word of the one who owes it. It is breached only by claims that it was not done by
    the deadline; before it, or where none is stated, it never is. That it was not done yet contradicts no later deed.
    """
    if of.plus:
        first = _first(of.plus)
        against = tuple(item for item in of.minus if _reaches(item, deadline) or item.when.until is None or first < item.when.until)
        of = replace(of, minus=against)
        if against:
            return of.found(Value.DISPUTED, f"{of.name}: claims on both sides")
        return _deed(of, obligor)
    late = [item for item in of.minus if _reaches(item, deadline)]
    if late and deadline is not None and now >= deadline:
        of = replace(of, minus=tuple(late))
        firm = [item for item in late if item.bearing.surely and _after(item, of.window.begin)]
        if firm and of.enough(firm):
            return of.found(Value.BREACHED)
        return of.found(Value.UNKNOWN, of.lacks(firm, "not so"))
    return of.found(Value.UNKNOWN, f"{of.name}: {_wanting(of, deadline, now)}")


def _deed(of: Sides, obligor: str | None) -> Found:
    firm = of.firm(of.plus)
    others = [item for item in firm if obligor is None or item.bearing.speaker != obligor]
    if others and of.enough(others):
        return of.found(Value.KEPT, since=common(others))
    if firm and not others:
        return of.found(Value.UNKNOWN, f"{of.name}: nobody's word but that of {obligor}")
    return of.found(Value.UNKNOWN, of.lacks(others, "so"))


def _wanting(of: Sides, deadline: dt.datetime | None, now: dt.datetime) -> str:
    if deadline is None:
        return "no deadline stated" if of.minus else "no claim, no deadline stated"
    if now < deadline:
        return f"the deadline, {deadline:%Y-%m-%d %H:%M}, is not reached"
    return "no claim of the time of the deadline" if of.minus else "no claim"


def _reaches(item: Item, deadline: dt.datetime | None) -> bool:
    return deadline is not None and (item.when.until is None or item.when.until > deadline)


def _after(item: Item, moment: dt.datetime | None) -> bool:
    return moment is None or (item.when.begin is not None and item.when.begin >= moment)


def _first(deeds: Sequence[Item]) -> dt.datetime:
    """Return from when on something may have been done: claims that it was not yet done then contradict none that it was."""
    return min((deed.when.begin or _EVER for deed in deeds), default=_EVER)


def held(of: Sides, covered: Found) -> Found:
    """Return whether a prohibition was held over its window.

    One claim that it was not is enough. That it was takes somebody who could see the whole of zone and window: nobody's word that a
    thing did not happen is more than that.
    """
    if of.plus and of.minus:
        return of.found(Value.DISPUTED, f"{of.name}: claims on both sides")
    if of.minus:
        firm = of.firm(of.minus)
        if firm and of.enough(firm):
            return of.found(Value.BREACHED)
        return of.found(Value.UNKNOWN, of.lacks(firm, "not so"))
    said = of.found(Value.KEPT)
    whole = replace(said, for_=said.for_ | covered.for_, unconfirmed=said.unconfirmed | covered.unconfirmed, since=of.window.begin)
    if covered.value is Value.KEPT:
        return whole
    for lack in sorted(covered.missing):
        whole = lacking(whole, f"{of.name}: {lack}")
    return whole


def before(window: Interval, now: dt.datetime) -> bool:
    """Say whether a window has not begun."""
    return window.begin is not None and now <= window.begin
