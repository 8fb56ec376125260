"""A list of claims."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.parts import Row, chain, figure, named, quoted, stance


def claims_view(rows: Sequence[Row], where: str, *, more: bool) -> RenderableType:
    """Return claims as a table: id, stance, neutral sentence with the exact words and the chain under it, and day."""
    if not rows:
        return Text(f"no claim of {clean(where)} passes", style="dim")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_lines=False)
    table.add_column("id", style="dim", no_wrap=True)
    table.add_column("stance", no_wrap=True)
    table.add_column("claim", overflow="fold")
    table.add_column("published", no_wrap=True)
    for row in rows:
        table.add_row(row["id"], stance(row), claim_cell(row), Text(row["doc"]["published"] or "unknown", style="dim"))
    tail = f"{named(len(rows), 'claim')} shown"
    tail += "; there are more: --limit N, --json or --csv gives them" if more else ""
    return Group(table, Text(f"{tail} · `reportedly show ID` gives all that stands behind one", style="dim"))


def claim_cell(row: Row) -> Text:
    """Return the neutral sentence, the exact words, and the chain, on lines of their own."""
    numbers = "; ".join(figure(found) for found in row["figures"])
    lines = [Text(clean(row["gloss"]), style="bold"), quoted(row.get("quote")), Text(chain(row), style="dim")]
    if numbers:
        lines.append(Text(numbers, style="dim"))
    return Text("\n").join(lines)
