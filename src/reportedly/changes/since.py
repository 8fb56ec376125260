"""Since when: a moment, a day, or so long ago, as the days by which things were recorded or published before."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from reportedly import clock
from reportedly.errors import OptionError
from reportedly.query.asked import asked
from reportedly.query.filters import ClaimFilter
from reportedly.truce.view import View

_AGO = re.compile(r"(\d{1,4})\s*(h|d|w)")
_UNITS = {"h": "hours", "d": "days", "w": "weeks"}
_NAMED = {"today": 0, "yesterday": 1}
NEVER = "0001-01-01"
"""A day before anything was recorded."""


@dataclass(frozen=True, slots=True)
class Since:
    """The two looks that are compared. ``began``: the first day that counts as new, for deadlines that passed meanwhile."""

    before: View
    after: View


def since_of(recorded: str, known: str, clocks: Mapping[str, str], lens: str = "all") -> Since:
    """Return the two looks that are meant.

    Args:
        recorded: when what was recorded is new: a day, month or year (from its beginning on), a moment (after it), ``today``,
            ``yesterday``, or so long ago, as in ``36h``, ``7d``, ``2w``. Empty where new is only what was published.
        known: from which day on what was published is new; empty where that does not matter.
        clocks: ``as_of``, ``known_by`` and ``recorded_by`` of the later look; and ``judgements``.
        lens: of both.

    Raises:
        OptionError: one of them is not understood.
    """
    given = dict(clocks)
    if known and not given.get("as_of"):
        given["as_of"] = given.get("known_by", "")
    after = asked(given, lens)
    told = _before(recorded) if recorded else after.recorded_by
    published = _day_before(ClaimFilter.from_params({"as_of": known}).as_of or "") if known else after.known_by
    then = published if known else told[:10] if told else after.as_of
    return Since(View(min(then or after.as_of, after.as_of), published, told, after.chains, judged=after.judged), after)


def _before(when: str) -> str:
    """Return the day or moment up to which nothing is new."""
    ago = _AGO.fullmatch(when)
    if ago:
        return clock.stamp(clock.now() - dt.timedelta(**{_UNITS[ago[2]]: int(ago[1])}))
    if when in _NAMED:
        return (clock.now().date() - dt.timedelta(days=_NAMED[when] + 1)).isoformat()
    try:
        found = ClaimFilter.from_params({"recorded_by": when}).recorded_by or NEVER
    except OptionError as error:
        remedy = "give a day as in 2031-01-31, a moment as in 2031-01-31T20:00:00Z, yesterday, or so long ago, as in 36h, 7d or 2w"
        raise OptionError(error.what, where="since", remedy=remedy) from error
    return found if "T" in found else _day_before(found)


def _day_before(day: str) -> str:
    first = dt.date.fromisoformat(f"{day}-01-01"[:10] if len(day) == len("2031") else f"{day}-01"[:10])
    return (first - dt.timedelta(days=1)).isoformat() if first > dt.date.min else NEVER
