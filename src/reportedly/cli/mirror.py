"""``reportedly mirror``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.out import screen, write_json


def mirror(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[FOLDER]", help="Where the Parquet files go, over earlier ones; else beside the ledger.")
    ] = None,
    *,
    ledger: o.LedgerOption = None,
    json: o.JsonHere = False,
) -> None:
    """Write the ledger's tables as Parquet files for analysis, and join the whole corpus over them with DuckDB.

    Views are asked of a mirror that lies beside the ledger, for as long as its head is the ledger's.

    One join finds which texts share words, another which claims are of one matter and so compared.
    What was recorded document by document is held against both.
    """
    from reportedly.engine.mirror import ask
    from reportedly.query.mirror import default_folder, matters_join, recorded_families, recorded_matters, reuse_join
    from reportedly.query.mirror import mirror as write

    with o.open_ledger(ledger) as held:
        folder = folder or default_folder(held)
        rows = write(held, folder)
        joined = {(row[0], row[1]) for row in ask(reuse_join(), folder)}
        recorded = recorded_families(held)
        met, against = {(row[0], row[1]) for row in ask(matters_join(), folder)}, recorded_matters(held)
    found = {"folder": str(folder), "rows": rows, "joined": len(joined), "recorded": len(recorded), "missing": len(recorded - joined)}
    found["claims"] = {"joined": len(met), "recorded": len(against), "missing": len(against - met)}
    if json:
        write_json(found)
        return
    lines = [f"{count:>12,}  {name}" for name, count in rows.items()]
    told = f"the join finds {len(joined):,} pairs of texts that share words; of {len(recorded):,} recorded ones it lacks {found['missing']}"
    of_claims = f"{len(met):,} pairs of claims are of one matter; of {len(against):,} recorded ones it lacks {len(against - met)}"
    screen().print("\n".join([*lines, told, of_claims]))
