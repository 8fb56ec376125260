"""``reportedly truce``: agreements checked against the claims of a ledger."""

from __future__ import annotations

import typer

from reportedly.cli.truce import check, explain, judge, lint

app = typer.Typer(help="Agreements: who is said to keep or break which term, on whose word, and what is missing.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """Agreements: who is said to keep or break which term, on whose word, and what is missing."""


for _command in (check.check, explain.explain, lint.lint, judge.confirm, judge.strike):
    app.command()(_command)
