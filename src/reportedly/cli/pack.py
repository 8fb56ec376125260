"""``reportedly pack``."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from reportedly.cli.options import JsonHere
from reportedly.cli.out import write_json

app = typer.Typer(help="Packs: a theatre's actors, places and outlets as tables.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """Packs: a theatre's actors, places and outlets as tables."""


@app.command()
def check(
    folders: Annotated[list[str], typer.Argument(metavar="DIR...", help="Folders of packs, laid over each other in this order.")],
    *,
    json: JsonHere = False,
) -> None:
    """Check packs and what they extend; the first mistake is named by file and line."""
    from reportedly.packs import load_packs

    pack = load_packs(tuple(folders))
    counts = {name: len(getattr(pack, name)) for name in ("actors", "places", "sources")}
    if json:
        write_json({"pack": pack.id, "digest": pack.digest, **counts})
    else:
        sys.stdout.write(f"{pack.id}: {', '.join(f'{count} {name}' for name, count in counts.items())}; no mistake found\n")
