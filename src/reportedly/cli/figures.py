"""``reportedly figures``."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.filters import viewed
from reportedly.cli.viewing import Lens, answer

Totals = Annotated[bool, typer.Option("--running", help="Check running totals of several days against what was told to be added.")]


@viewed
def figures(
    *,
    where: dict[str, str],
    ledger: o.LedgerOption = None,
    pack: o.Packs = None,
    lens: Lens = "all",
    running: Totals = False,
    json: o.Json = False,
) -> None:
    """List numbers as series, each of one unit, denominator and place, with operators, days and whose word they are.

    Nothing is summed or averaged but for --running, which sets each total of a voice against its last one and what it says was added since.
    A row is shown whole where one of its claims passes the filters.
    """
    given = (ledger, pack, lens, json)
    if running:
        from reportedly.cli.views.running import running_view
        from reportedly.track.running import RUNNING

        answer(where, given, RUNNING, running_view)
        return
    from reportedly.cli.views.figures import figures_view
    from reportedly.track.figures import FIGURES

    answer(where, given, FIGURES, figures_view)
