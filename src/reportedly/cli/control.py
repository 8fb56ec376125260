"""``reportedly control``."""

from __future__ import annotations

from reportedly.cli import options as o
from reportedly.cli.filters import viewed
from reportedly.cli.viewing import Lens, answer


@viewed
def control(
    *, where: dict[str, str], ledger: o.LedgerOption = None, pack: o.Packs = None, lens: Lens = "all", json: o.Json = False
) -> None:
    """List who is said to hold which place: on whose word, since when, how freshly, and who says otherwise.

    A row is shown whole where one of its claims passes the filters. Nothing says who holds a place; the claims of each row do.
    """
    from reportedly.cli.views.control import control_view
    from reportedly.track.control import CONTROL

    answer(where, (ledger, pack, lens, json), CONTROL, control_view)
