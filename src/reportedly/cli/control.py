"""``reportedly control``."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.filters import viewed
from reportedly.cli.viewing import Lens, answer
from reportedly.errors import OptionError

FrozenAt = Annotated[
    str | None, typer.Option("--frozen-at", metavar="TIME", help="The line as it runs at this day or minute, and what is told of later.")
]


@viewed
def control(
    *,
    where: dict[str, str],
    ledger: o.LedgerOption = None,
    pack: o.Packs = None,
    lens: Lens = "all",
    frozen_at: FrozenAt = None,
    json: o.Json = False,
) -> None:
    """List who is said to hold which place: on whose word, since when, how freshly, and who says otherwise.

    A row is shown whole where one of its claims passes the filters. Nothing says who holds a place; the claims of each row do.
    """
    given = (ledger, pack, lens, json)
    if frozen_at is not None:
        from reportedly.cli.views.frozen import frozen_view
        from reportedly.track.frozen import frozen_at as track

        answer(where | {"as_of": _day(frozen_at, where)}, given, track(frozen_at), frozen_view)
        return
    from reportedly.cli.views.control import control_view
    from reportedly.track.control import CONTROL

    answer(where, given, CONTROL, control_view)


def _day(moment: str, where: dict[str, str]) -> str:
    """Return the day of a moment. Raises OptionError where it is none, or another day to look from is given, too."""
    from zoneinfo import ZoneInfo

    from reportedly.truce.times import span_of

    if "as_of" in where:
        what = "the line is frozen at one moment"
        raise OptionError(what, where="--as-of", remedy="leave it out with --frozen-at")
    if span_of(moment, ZoneInfo("UTC")) is None:
        what = f"{moment!r:.40} is no day or minute"
        raise OptionError(what, where="--frozen-at", remedy="write it as 2031-01-31 or 2031-01-31T18:00")
    return moment.partition("T")[0]
