"""``reportedly version``."""

from __future__ import annotations

import sys

from reportedly import __version__
from reportedly.cli.options import JsonHere
from reportedly.cli.out import write_json


def version(*, json: JsonHere = False) -> None:
    """Tell the version of the program."""
    if json:
        write_json({"version": __version__})
    else:
        sys.stdout.write(f"reportedly {__version__}\n")
