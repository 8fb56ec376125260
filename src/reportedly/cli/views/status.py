"""What is in a ledger."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.columns import Columns
from rich.console import Group, RenderableType
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.parts import bars, grid, named

_MOST = 12


def status_view(found: Mapping[str, Any]) -> RenderableType:
    """Return the numbers of an overview, grouped."""
    first, last = found["published"]["first"], found["published"]["last"]
    table = grid(">!bold", "")
    again = found["appearances"] - found["documents"]
    copies = f", {again:,} of them copies of the same bytes" if again else ""
    table.add_row(f"{found['appearances']:,}", f"documents{copies}; published {first or '?'} to {last or '?'}")
    table.add_row(f"{found['failures']:,}", "could not be read")
    table.add_row(f"{found['claims']:,}", "claims")
    if found["withheld"]:
        table.add_row(f"{found['withheld']:,}", "claims withheld under the threshold of their type")
    table.add_row(f"{found['contradictions']:,}", f"contradictions, and {named(found['look_alikes'], 'look-alike')}")
    shared = ", ".join(f"{count:,} {name}" for name, count in found["reprints"].items())
    table.add_row(f"{sum(found['reprints'].values()):,}", f"pairs of documents that share words{f': {shared}' if shared else ''}")
    parts: list[RenderableType] = [Text(clean(found["ledger"]), style="bold"), table]
    for title, name in (("claims by type", "types"), ("claims by stance", "stances"), ("documents by publisher", "publishers")):
        if found[name]:
            parts += [Text(""), Text(title, style="bold"), counted(found[name])]
    parts += [Text(""), Text(f"head of the chain after {named(found['links'], 'link')}: {found['head']}", style="dim")]
    return Group(*parts)


def counted(counts: Mapping[str | None, int]) -> RenderableType:
    """Return the largest counts as bars, and the rest as one line."""
    rows = [("unknown" if name is None else name, count) for name, count in counts.items()]
    rest = rows[_MOST:]
    shown = bars(rows[:_MOST])
    if not rest:
        return shown
    return Group(shown, Columns([Text(f"and {len(rest)} more with {sum(count for _, count in rest):,}", style="dim")]))
