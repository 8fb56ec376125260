"""Who is said to hold what, and which roads and sieges there are said to be, with where they lie."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from reportedly.export.contract import Json
from reportedly.model.pack import Pack
from reportedly.model.plain import plain
from reportedly.query.filters import ClaimFilter
from reportedly.query.groups import Depth
from reportedly.query.left import Left
from reportedly.query.located import Spot, located
from reportedly.query.views import view
from reportedly.store import Ledger
from reportedly.track.control import CONTROL
from reportedly.track.routes import ROUTES
from reportedly.truce.view import View


@dataclass(frozen=True, slots=True)
class Mapped:
    """Rows, each with where its place lies, and how many more there are at least of each of the two views.

    ``older`` are claims of these rows that were not looked at.
    """

    rows: tuple[Json, ...]
    left: int
    older: int = 0


def mapped(ledger: Ledger, where: ClaimFilter, *, asked: View, pack: Pack, most: int, depth: Depth | None = None) -> Mapped:
    """Return the rows of the views of control and of routes.

    To each row are added ``what`` (``control``, or the row's own ``kind``, ``route`` or ``siege``), and ``lat``, ``lon``, ``kind``
    (of the place), ``precision`` and ``within`` as :class:`Spot` has them.

    Args:
        ledger: the open ledger.
        where: which claims a row must have one of.
        asked: from where it is looked.
        pack: the packs.
        most: rows of each view, those told of last.
        depth: claims of these that are looked at, the newest; all where None.
    """
    found: list[Json] = []
    left = [Left(), Left()]
    chosen = replace(where, limit=most, offset=0)
    rows: list[Any] = [*view(ledger, chosen, CONTROL, asked=asked, pack=pack, depth=depth, left=left[0])]
    rows += view(ledger, chosen, ROUTES, asked=asked, pack=pack, depth=depth, left=left[1])
    wanted = {row.place: min(row.ids, default="") for row in rows if row.place}
    spots = located(ledger, wanted, pack)
    for row in rows:
        spot = spots.get(row.place, Spot())
        found.append({"what": getattr(row, "kind", "control"), **plain(row), **plain(spot)})
    return Mapped(tuple(found), left[0].rows + left[1].rows, left[0].claims + left[1].claims)
