"""Who is said to hold which place, as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.parts import named
from reportedly.cli.views.seeing import claim_ids, columns, framed, pair, some
from reportedly.text import excerpt
from reportedly.track.control import Control, Holder
from reportedly.truce.view import View

_STYLES = {"contested": "yellow", "several": "yellow", "unknown": "dim"}
_LEGEND = (
    "chains: independent ones, at least to at most · against: claims that deny it or tell of its loss · "
    "`reportedly show ID` gives all behind a claim"
)


def control_view(rows: Sequence[Control], view: View) -> RenderableType:
    """Return a table with a line for each party that is said to hold a place."""
    table = columns("place", "said to hold it", "from, last said", ">chains", "on whose word")
    for row in rows:
        for line in _lines(row):
            table.add_row(*line)
    return framed("Who is said to hold what", view, table, none="no claim of who holds a place passes", legend=_LEGEND)


def _lines(row: Control) -> Iterator[tuple[RenderableType, ...]]:
    place = Text.assemble((clean(row.name), "bold"), (f"\n{row.state}", _STYLES.get(row.state, "")), (f"\n{clean(row.place)}", "dim"))
    if not row.holders:
        before = some([party.name for party in row.earlier])
        nobody = f"nobody named last{f'; before: {before}' if before else ''}"
        yield place, Text(nobody, style="dim"), "", "", claim_ids(row.divided)
    for party in row.holders:
        yield place, *_party(party)
        place = Text("")


def _party(party: Holder) -> tuple[RenderableType, ...]:
    part = f"\nof a part: {some(party.parts, 2)}" if party.parts else "\nof a part" if party.extent != "whole" else ""
    against = f"\nagainst it: {some([each.partition(':')[2][:8] for each in party.against])}" if party.against else ""
    who = Text.assemble(excerpt(clean(party.name), 60), (part, "dim"), (against, "yellow"))
    when = Text.assemble(party.since, (f"\n{party.last}", ""), (f"\n{named(party.age, 'day')} old" if party.age else "", "dim"))
    return who, when, pair(party.chains), Text.assemble(some(party.by), "\n", claim_ids(party.claims))
