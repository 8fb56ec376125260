"""``reportedly reread``."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.failures import exit_code, name_failure
from reportedly.cli.out import Row, progress_screen, screen, write_json, written

if TYPE_CHECKING:
    from reportedly.rereading import Reread


def reread(
    *,
    ledger: o.LedgerOption = None,
    json: o.JsonHere = False,
    doc: Annotated[list[str] | None, typer.Option("--doc", metavar="ID", help="The beginning of a document's id; all without.")] = None,
    pack: o.Packs = None,
    workers: o.Workers = None,
    rules_only: o.RulesOnly = False,
    codebook: o.Codebooks = None,
) -> None:
    """Draw the claims of the recorded documents anew with the present rules, model, packs and codebook.

    Earlier claims stay in the record, superseded; `claims` gives the present ones. A judgement carries over to the claim that says the
    same in the place of its own; those that none answers to are listed. A job that was stopped goes on where it was.
    """
    from reportedly.rereading import reread as again

    settings = o.settings(pack, workers, rules_only=rules_only, codebook=codebook)
    console = progress_screen()
    with o.open_ledger(ledger) as held, console.status("reading again"):
        where = held.where
        found = again(held, settings, tuple(map(written, doc or ())))
    for failure in found.failures:
        name_failure(failure)
    if json:
        write_json(_row(found, where))
    else:
        from reportedly.cli.views.reread import reread_view

        screen().print(reread_view(found, where))
    raise typer.Exit(exit_code(found.documents + found.current, found.failures))


def _row(found: Reread, where: str) -> Row:
    told = asdict(found)
    failures = [{"path": f.path, "ref": f.ref, "code": f.code, "message": f.message} for f in found.failures]
    return {"ledger": where, **told, "seconds": round(found.seconds, 2), "failures": failures}
