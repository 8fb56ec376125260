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
    """Return the findings on an agreement, those on the whole text first; what several terms leave open stands once."""
    table = grid(">!dim", "!", "")
    merged: dict[tuple[str, str], list[Finding]] = {}
    for each in found:
        merged.setdefault((each.kind, each.what), []).append(each)
    for (kind, what), alike in merged.items():
        line = "" if alike[0].term is None else str(alike[0].line)
        terms = ", ".join(each.term for each in alike if each.term)
        told = Text.assemble((f"{clean(terms)}  " if terms else "", "cyan"), clean(what))
        table.add_row(line, Text(kind, style=_STYLES[kind]), told)
    title = Text.assemble((clean(agreement.id), "bold"), "  ", clean(agreement.name), (f"  {clean(agreement.file)}", "dim"))
    return Group(title, table, Text(f"{named(len(found), 'thing')} left open", style="dim"), Text(""))
