"""What the text of an agreement leaves open."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.parts import grid, named
from reportedly.truce.agreement import Agreement
from reportedly.truce.lint import Finding

_STYLES = {"missing": "magenta", "unstated": "yellow", "ambiguous": "yellow", "unverifiable": "red", "uncited": "dim"}


def findings(agreement: Agreement, found: Sequence[Finding]) -> RenderableType:
    """Return the findings on an agreement, those on the whole text first, then by their lines."""
    table = grid(">!dim", "!", "!cyan", "")
    for each in found:
        line = "" if each.term is None else str(each.line)
        table.add_row(line, Text(each.kind, style=_STYLES[each.kind]), clean(each.term or ""), clean(each.what))
    title = Text.assemble((clean(agreement.id), "bold"), "  ", clean(agreement.name), (f"  {clean(agreement.file)}", "dim"))
    return Group(title, table, Text(f"{named(len(found), 'thing')} left open", style="dim"), Text(""))
