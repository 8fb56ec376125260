"""``reportedly positions``."""

from __future__ import annotations

from reportedly.cli import options as o
from reportedly.cli.filters import viewed
from reportedly.cli.viewing import Lens, answer


@viewed
def positions(
    *, where: dict[str, str], ledger: o.LedgerOption = None, pack: o.Packs = None, lens: Lens = "all", json: o.Json = False
) -> None:
    """List what parties are said to have done about a matter, act by act: their own word, and what others say of them.

    A row is shown whole where one of its claims passes the filters. Neither word counts for more.
    """
    from reportedly.cli.views.positions import positions_view
    from reportedly.track.positions import POSITIONS

    answer(where, (ledger, pack, lens, json), POSITIONS, positions_view)
