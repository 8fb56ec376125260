"""``reportedly migrate-ledger``."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.out import progress_screen, write_json

_PLACE = "Path of a ledger, or postgresql:// URL of its database."


def migrate_ledger(
    source: Annotated[str, typer.Argument(metavar="FROM", help=_PLACE)],
    target: Annotated[str, typer.Argument(metavar="TO", help=f"{_PLACE} It must be empty, or not there yet.")],
    *,
    json: o.JsonHere = False,
) -> None:
    """Move a ledger between a file and a database, with its chain: it is checked before and after, and has the same head.

    The new ledger holds all of it or nothing. The old one stays as it is. Run again, it changes nothing.
    """
    from reportedly.store import Ledger
    from reportedly.store.move import move

    with Ledger.open(source, create=False, read_only=True) as old, Ledger.open(target) as new:
        with progress_screen().status("moving the ledger"):
            moved = move(old, new)
        found, told = moved.audit, {"from": old.where, "to": new.where}
    counts = {"links": found.links, "documents": found.documents, "claims": found.claims}
    if json:
        write_json({**told, "head": found.head, **counts, "rows": moved.rows})
        return
    counted = f"{found.documents:,} documents, {found.claims:,} claims, {found.links:,} links of the chain"
    sys.stdout.write(f"{'moved' if moved.rows else 'there already'}, whole: {counted}\nhead {found.head}\n")
