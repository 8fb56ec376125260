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

    The join finds which texts share words, in one query; what was recorded document by document is held against it.
    """
    from reportedly.engine.mirror import ask
    from reportedly.query.mirror import default_folder, recorded_families, reuse_join
    from reportedly.query.mirror import mirror as write

    with o.open_ledger(ledger) as held:
        folder = folder or default_folder(held)
        rows = write(held, folder)
        joined = {(row[0], row[1]) for row in ask(reuse_join(), folder)}
        recorded = recorded_families(held)
    found = {"folder": str(folder), "rows": rows, "joined": len(joined), "recorded": len(recorded), "missing": len(recorded - joined)}
    if json:
        write_json(found)
        return
    lines = [f"{count:>12,}  {name}" for name, count in rows.items()]
    told = f"the join finds {len(joined):,} pairs of texts that share words; of {len(recorded):,} recorded ones it lacks {found['missing']}"
    screen().print("\n".join([*lines, told]))
