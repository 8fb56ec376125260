"""Mirror pairs, side by side: what each of two parties charges the other with."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.parts import named
from reportedly.cli.views.seeing import columns, framed
from reportedly.text import excerpt
from reportedly.track.mirrors import Accusation, Mirror
from reportedly.truce.view import View

_SHOWN = 4
_LEGEND = "neither side's charges count for more · `reportedly show ID` gives all behind a claim"


def mirrors_view(rows: Sequence[Mirror], view: View) -> RenderableType:
    """Return a table with the charges of one side left and those of the other right."""
    table = columns("charges", "of the one", "of the other")
    table.columns[0].max_width = 22
    for row in rows:
        near = "same day" if not row.near else f"{named(row.near, 'day')} apart"
        kind = Text.assemble((row.kind, "bold"), (f"\n{near}" + (f"\n{row.state}" if row.state != "mirror" else ""), "dim"))
        table.add_row(kind, _side(row.a, row.b, row.by_a), _side(row.b, row.a, row.by_b))
    none = "no two parties are told to charge each other with the same"
    return framed("Charge and counter-charge", view, table, none=none, legend=_LEGEND)


def _side(one: str, other: str, charges: Sequence[Accusation]) -> Text:
    title = Text.assemble((excerpt(clean(one), 30), "bold"), " of ", excerpt(clean(other), 30))
    more = len(charges) - _SHOWN
    lines = [title, *([Text(f"{more} earlier", style="dim")] if more > 0 else []), *map(_line, charges[-_SHOWN:])]
    return Text("\n").join(lines)


def _line(charge: Accusation) -> Text:
    what = f" {excerpt(clean(charge.what), 34)}" if charge.what else ""
    return Text.assemble(charge.day, (what, "cyan"), (f" {excerpt(clean(charge.by), 22)} {charge.claim.partition(':')[2][:8]}", "dim"))
