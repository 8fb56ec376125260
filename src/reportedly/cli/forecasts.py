"""``reportedly forecasts``."""

from __future__ import annotations

from reportedly.cli import options as o
from reportedly.cli.filters import viewed
from reportedly.cli.viewing import Lens, answer


@viewed
def forecasts(
    *, where: dict[str, str], ledger: o.LedgerOption = None, pack: o.Packs = None, lens: Lens = "all", json: o.Json = False
) -> None:
    """List forecasts: who said what was to come and by when, which are due, and which claims since bear on them.

    A forecast that cannot be scored as worded says why. Nothing says which came true; claims do.
    """
    from reportedly.cli.views.forecasts import forecasts_view
    from reportedly.track.forecasts import FORECASTS

    answer(where, (ledger, pack, lens, json), FORECASTS, forecasts_view)
