"""Forecasts, as a table."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.seeing import claim_ids, columns, framed, pair
from reportedly.text import excerpt
from reportedly.track.forecasts import Told
from reportedly.truce.view import View

_LEGEND = "due: the deadline passed, and no claim bears on it · `reportedly show ID` gives all behind a claim"


def forecasts_view(rows: Sequence[Told], view: View) -> RenderableType:
    """Return a table with a row for each forecast."""
    table = columns("said, until", "forecast", "state", ">chains", "claims since")
    for row in rows:
        days = Text.assemble(row.said, (f"\nuntil {row.deadline}" if row.deadline else "\nno deadline", "dim"))
        what = Text.assemble(excerpt(clean(row.gloss), 110), (f"\n{excerpt(clean(row.by), 40)} {row.claim.partition(':')[2][:8]}", "dim"))
        state = Text.assemble((row.state, "cyan"), (f"\n{excerpt(clean(row.why), 60)}" if row.why else "", "dim"))
        since = Text.assemble(claim_ids(row.settled), ("\nagainst: ", "yellow") if row.against else "", claim_ids(row.against))
        table.add_row(days, what, state, pair(row.chains) if row.settled or row.against else "", since)
    return framed("Forecasts", view, table, none="no forecast passes", legend=_LEGEND)
