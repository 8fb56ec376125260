"""``reportedly figures``."""

from __future__ import annotations

from reportedly.cli import options as o
from reportedly.cli.filters import viewed
from reportedly.cli.viewing import Lens, answer


@viewed
def figures(
    *, where: dict[str, str], ledger: o.LedgerOption = None, pack: o.Packs = None, lens: Lens = "all", json: o.Json = False
) -> None:
    """List numbers as series, each of one unit, denominator and place, with operators, days and whose word they are.

    Nothing is summed or averaged. A row is shown whole where one of its claims passes the filters.
    """
    from reportedly.cli.views.figures import figures_view
    from reportedly.track.figures import FIGURES

    answer(where, (ledger, pack, lens, json), FIGURES, figures_view)
