"""``reportedly allegations``."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.filters import viewed
from reportedly.cli.group import complain
from reportedly.cli.viewing import Lens, show

Unmask = Annotated[bool, typer.Option("--unmask", help="Leave the names of private persons as the texts have them.")]


@viewed
def allegations(
    *,
    where: dict[str, str],
    ledger: o.LedgerOption = None,
    pack: o.Packs = None,
    lens: Lens = "all",
    unmask: Unmask = False,
    json: o.Json = False,
) -> None:
    """List allegations of abuse, and attacks on protected places: exact words, who alleges what of whom, who denies it or found what.

    Nothing is adjudicated: a state says how far something was looked into. A row is shown whole where one of its claims passes the filters.
    Persons whom no pack knows and who do not speak are told by numbers, in JSON too, unless --unmask is given.
    """
    from functools import partial

    from reportedly.cli.views.allegations import allegations_view
    from reportedly.query import allegation_register

    if unmask:
        complain("names of private persons are shown: keep what is written here from those who may harm them")
    show(where, (ledger, pack, lens, json), partial(allegation_register, unmask=unmask), allegations_view)
