"""The pieces that views are made of."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.export.phrases import Row, about, chain, days, figure, name, named, number
from reportedly.text import excerpt

__all__ = ["QUOTE", "Row", "about", "bars", "chain", "days", "figure", "grid", "name", "named", "number", "quoted", "stance"]

QUOTE = 240
"""Characters of a quotation that are shown."""

_BAR, _NAME = 30, 50


def grid(*styles: str, padding: tuple[int, int] = (0, 2)) -> Table:
    """Return a table without lines or header; each column has a style, ``>`` before it sets it right, ``!`` keeps it on one line."""
    table = Table.grid(padding=padding, expand=False)
    for style in styles:
        right, whole = style.startswith(">"), "!" in style
        justify = "right" if right else "left"
        table.add_column(style=style.lstrip(">!"), justify=justify, no_wrap=whole, overflow="fold")  # type: ignore[arg-type]
    return table


def quoted(words: str | None, limit: int = QUOTE) -> Text:
    """Return the exact words between quotation marks, on one line, cut where they are long."""
    if words is None:
        return Text("(the words were redacted)", style="dim")
    return Text(f"“{excerpt(clean(words), limit)}”", style="italic")


def stance(claim: Row) -> Text:
    """Return the stance, which is the same colour whoever's it is."""
    return Text(clean(claim["stance"]), style="cyan")


def bars(counts: Iterable[tuple[str, int]]) -> Table:
    """Return counts by name with a bar each, the longest full."""
    rows = list(counts)
    most = max((count for _, count in rows), default=1)
    table = grid("!", ">!", "dim")
    for title, count in rows:
        table.add_row(excerpt(clean(title), _NAME), f"{count:,}", "▇" * max(1, round(_BAR * count / most)))
    return table
