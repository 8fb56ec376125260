"""``reportedly routes``."""

from __future__ import annotations

from reportedly.cli import options as o
from reportedly.cli.filters import viewed
from reportedly.cli.viewing import Lens, answer


@viewed
def routes(*, where: dict[str, str], ledger: o.LedgerOption = None, pack: o.Packs = None, lens: Lens = "all", json: o.Json = False) -> None:
    """List roads and sieges: which is said to be open, cut or besieged, by whom, since when, how freshly, and who says otherwise.

    A row is shown whole where one of its claims passes the filters.
    """
    from reportedly.cli.views.routes import routes_view
    from reportedly.track.routes import ROUTES

    answer(where, (ledger, pack, lens, json), ROUTES, routes_view)
