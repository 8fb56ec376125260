"""``reportedly demo``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from reportedly.cli import options as o
from reportedly.cli.failures import exit_code, name_failure
from reportedly.cli.out import json_keys, progress_screen, screen, write_json

if TYPE_CHECKING:
    from reportedly.pipeline import Settings


def demo(*, ledger: o.LedgerOption = None, json: o.JsonHere = False, workers: o.Workers = 1) -> None:
    """Fill a ledger with an invented war, and show what is in it.

    The ledger is one of its own, in your cache folder, where none is named. Run again, it adds nothing.
    """
    from reportedly import example
    from reportedly.adding import add
    from reportedly.cli.add import summary_row
    from reportedly.query import claims, contradictions, overview, reprints
    from reportedly.query.words import with_quotes

    settings = o.settings([example.pack()], workers)
    console = progress_screen()
    with o.open_ledger(ledger or str(default_place(settings)), create=True) as held:
        with console.status("reading the example"):
            summary = add(example.documents(), held, settings)
        for failure in summary.failures:
            name_failure(failure)
        if json:
            write_json({**summary_row(summary, held.where), "contents": json_keys(overview(held))})
        else:
            from reportedly.cli.views.demo import Shown, demo_view

            shown = Shown(overview(held), list(with_quotes(held, claims(held))), list(contradictions(held)), list(reprints(held)))
            screen().print(demo_view(shown, held.where, summary))
    raise typer.Exit(exit_code(summary.documents, summary.failures))


def default_place(settings: Settings) -> Path:
    """Return where the demo's ledger lies: another one for each run, so that it never shows claims of earlier rules."""
    from platformdirs import user_cache_path

    from reportedly.pipeline import run_of

    return user_cache_path("reportedly", appauthor=False) / f"demo-{run_of(settings).id.rpartition(':')[2]}.db"
