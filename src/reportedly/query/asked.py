"""From where a view is looked at, as options and query strings name it."""

from __future__ import annotations

from collections.abc import Mapping

from reportedly import clock
from reportedly.errors import OptionError
from reportedly.query.filters import WITHOUT, ClaimFilter
from reportedly.truce.view import View

_MOST = 999
"""More chains than there are."""


def asked(clocks: Mapping[str, str], lens: str = "all") -> View:
    """Return the view from the clocks ``as_of`` (today where it is empty), ``known_by`` and ``recorded_by``, through a lens.

    ``judgements`` may stand among the clocks.

    Raises:
        OptionError: one of them is not understood.
    """
    seen = ClaimFilter.from_params(clocks)
    return View(seen.as_of or clock.now().date().isoformat(), seen.known_by, seen.recorded_by, _chains(lens), judged=seen.judged)


def clocks_in(view: View) -> ClaimFilter:
    """Return the filter that has nothing but the clocks of a view, and whether judgements count."""
    return ClaimFilter(known_by=view.known_by, recorded_by=view.recorded_by, judgements=None if view.judged else WITHOUT)


def _chains(lens: str) -> int:
    kind, _, count = lens.partition(":")
    if lens == "all":
        return 1
    if kind != "chains" or not count.isascii() or not count.isdecimal() or not 1 <= int(count[:4]) <= _MOST:
        what = f"{lens!r:.40} is no lens"
        raise OptionError(what, where="lens", remedy="write all, or chains:2 for two independent chains")
    return int(count[:4])
