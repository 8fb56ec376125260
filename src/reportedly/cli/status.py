"""``reportedly status``."""

from __future__ import annotations

from reportedly.cli import options as o
from reportedly.cli.out import json_keys, screen, write_json


def status(*, ledger: o.LedgerOption = None, json: o.JsonHere = False) -> None:
    """Tell what is in a ledger: documents, publishers, claims by type and stance, contradictions, reprints."""
    from reportedly.query import overview
    from reportedly.store import head

    with o.open_ledger(ledger) as held:
        found = {"ledger": held.where, "head": head(held), **overview(held)}
    if json:
        write_json(json_keys(found))
        return
    from reportedly.cli.views.status import status_view

    screen().print(status_view(found))
