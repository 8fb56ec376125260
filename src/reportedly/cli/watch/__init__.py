"""``reportedly watch``: filters with a name, that say what is new for each since it was last looked at."""

from __future__ import annotations

import typer

from reportedly.cli.watch import keeping, looking

app = typer.Typer(help="Watches: filters with a name, and what is new for each since you last looked.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """Watches: filters with a name, and what is new for each since you last looked."""


for _command in (keeping.add, keeping.list_, keeping.remove, looking.look):
    app.command(_command.__name__.rstrip("_"))(_command)
