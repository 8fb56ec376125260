"""What parties are said to have done about a matter, as a table."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.seeing import columns, framed
from reportedly.text import excerpt
from reportedly.track.acts import Act
from reportedly.track.positions import Position
from reportedly.truce.view import View

_ACTS = 6
_LEGEND = "own: the party's own word · by: the word of others · `reportedly show ID` gives all behind a claim"


def positions_view(rows: Sequence[Position], view: View) -> RenderableType:
    """Return a table with a row for each party and matter, and a line for each act."""
    table = columns("party", "on", "acts, the newest last")
    table.columns[0].max_width, table.columns[1].max_width = 24, 26
    for row in rows:
        state = Text.assemble(excerpt(clean(row.party), 40), (f"\n{row.state}", "yellow" if row.state == "differ" else "dim"))
        acts = [_line(act) for act in row.acts[-_ACTS:]]
        more = len(row.acts) - _ACTS
        before = [Text(f"{more} earlier", style="dim")] if more > 0 else []
        table.add_row(state, excerpt(clean(row.matter), 60) or Text("not stated", style="dim"), Text("\n").join([*before, *acts]))
    return framed("Positions, act by act", view, table, none="no claim of a position passes", legend=_LEGEND)


def _line(act: Act) -> Text:
    firm = "" if act.stance in {"asserts", "reports"} else f" ({act.stance})"
    whose = "own" if act.own else "by"
    tail = f" {whose}: {excerpt(clean(act.by), 26)} {act.claim.partition(':')[2][:8]}"
    return Text.assemble(f"{act.day} ", (act.act + firm, "cyan"), (tail, "dim"))
