"""A person's own report, recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.parts import named
from reportedly.cli.views.reading import claim_lines
from reportedly.export.contract import claim_to_contract

if TYPE_CHECKING:
    from reportedly.reporting import Recorded

_SHOWN = 16


def recorded_view(found: Recorded, where: str) -> RenderableType:
    """Return what became of a report, who signed it, and its claims with their ids."""
    signed = found.signed
    withheld = f", {found.withheld:,} withheld under the threshold of the type" if found.withheld else ""
    head = f"{found.outcome}: {clean(found.path)}, {named(len(found.claims), 'claim')}{withheld}"
    blocks = [
        Padding(Group(claim_lines(claim_to_contract(c), signed.report.text[c.start : c.end]), Text(f"  {c.id}", style="dim")), (1, 0, 0, 0))
        for c in found.claims
    ]
    by = f"signed by {clean(signed.report.reporter)}, key {signed.key[:_SHOWN]}… · {found.document[:24]}… · {clean(where)}"
    return Group(Text(head, style="bold"), *blocks, Text(""), Text(by, style="dim"))
