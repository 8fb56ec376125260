"""``reportedly show``."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.out import screen, write_json, written


def show(
    claim: Annotated[str, typer.Argument(metavar="ID", help="Id of a claim, or how it begins.")],
    *,
    ledger: o.LedgerOption = None,
    json: o.JsonHere = False,
) -> None:
    """Show one claim with everything behind it.

    The exact words in their context, the chain of sources, how it was drawn, who says the same, and what contradicts it.
    """
    from reportedly.query import one

    with o.open_ledger(ledger) as held:
        found = one(held, written(claim))
    if json:
        write_json(found)
        return
    from reportedly.cli.views.claim import claim_view

    screen().print(claim_view(found))
