"""``reportedly verify``."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.group import DONE, FAILED
from reportedly.cli.out import clean, write_json, written


def verify(
    *,
    ledger: o.LedgerOption = None,
    head: Annotated[str | None, typer.Option(metavar="HASH", help="A head that was kept earlier; it must be part of the chain.")] = None,
    json: o.JsonHere = False,
) -> None:
    """Check that nothing in the record was changed: bytes, spans, hashes, chain. Ends with 1 where something was."""
    from reportedly.store import verify as check

    with o.open_ledger(ledger) as held:
        audit = check(held, None if head is None else written(head))
    if json:
        findings = [{"code": found.code, "where": found.where, "what": found.what} for found in audit.findings]
        counts = {"links": audit.links, "documents": audit.documents, "claims": audit.claims}
        write_json({"ledger": held.where, "whole": not findings, "head": audit.head, **counts, "findings": findings})
    else:
        for found in audit.findings:
            sys.stdout.write(f"{clean(found)}\n")
        told = f"{len(audit.findings):,} findings" if audit.findings else "whole"
        counted = f"{audit.documents:,} documents, {audit.claims:,} claims, {audit.links:,} links of the chain"
        sys.stdout.write(f"{told}: {counted}\nhead {audit.head}\n")
    raise typer.Exit(FAILED if audit.findings else DONE)
