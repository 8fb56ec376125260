"""Who takes from whom, for reading."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.parts import Row, grid, named

_WEIGHT = {"cites": 0, "credits": 1, "reprints": 2}


def citations_view(rows: Sequence[Row], most: int) -> RenderableType:
    """Return the edges that the most claims and documents run along, and what is odd."""
    edges = [row for row in rows if "relation" in row]
    if not edges:
        return Text("nobody takes from anybody", style="dim")
    edges.sort(key=lambda row: (_WEIGHT.get(row["relation"], 3), -row["claims"], -len(row["documents"])))
    table = grid("", "!cyan", "", ">!dim")
    for row in edges[:most]:
        giver = clean(row["to"]["name"]) + ("" if row["resolved"] else " (not resolved)")
        times = named(row["claims"], "claim") if row["claims"] else named(len(row["documents"]), "document")
        table.add_row(clean(row["from"]["name"]), row["relation"], giver, times)
    tail = f"{min(most, len(edges))} of {named(len(edges), 'edge')}; --json gives all"
    return Group(table, *(_odd(row) for row in rows if "odd" in row), Text(tail, style="dim"))


def _odd(row: Row) -> Text:
    if row["odd"] == "circle":
        return Text(f"in a circle: {', '.join(clean(node['name']) for node in row['nodes'])}", style="yellow")
    return Text(
        f"dates run backwards: {clean(row['earlier'])} credits the publisher of {clean(row['later'])}, which is later", style="yellow"
    )
