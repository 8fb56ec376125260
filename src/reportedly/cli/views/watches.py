"""Watches, as a table."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.seeing import columns
from reportedly.store.looks import Watch
from reportedly.text import excerpt


def watches_view(found: Sequence[Watch]) -> RenderableType:
    """Return a table with a row for each watch."""
    if not found:
        return Text("nothing is watched: `reportedly watch add NAME` keeps a filter", style="dim")
    table = columns("watch", "filter", "last looked at")
    for each in found:
        where = ", ".join(f"{name}: {excerpt(clean(value), 40)}" for name, value in each.where.items()) or "everything"
        table.add_row(Text(clean(each.name), style="bold"), where, each.looked.looked if each.looked else Text("never", style="dim"))
    return table
