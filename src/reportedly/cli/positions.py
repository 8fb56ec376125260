"""``reportedly positions``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.filters import viewed
from reportedly.cli.viewing import Lens, answer
from reportedly.errors import OptionError

Matrix = Annotated[bool, typer.Option("--matrix", help="By text: who is for or against it, by whose word, act by act.")]
Mirror = Annotated[bool, typer.Option("--mirror", help="Pairs of parties that charge each other with the same.")]
Rules = Annotated[
    str | None,
    typer.Option("--rules", metavar="FILE", help="Your rules of confirmation, as YAML: whose word a text waits for. With --matrix."),
]


@viewed
def positions(
    *,
    where: dict[str, str],
    ledger: o.LedgerOption = None,
    pack: o.Packs = None,
    lens: Lens = "all",
    matrix: Matrix = False,
    mirror: Mirror = False,
    rules: Rules = None,
    json: o.Json = False,
) -> None:
    """List what parties are said to have done about a matter, act by act: their own word, and what others say of them.

    A row is shown whole where one of its claims passes the filters. Neither word counts for more. With --matrix, five texts or fewer are
    told act by act, too; --rules says which of your rules ("until the ministry confirms") a text meets.
    """
    if mirror and (matrix or rules is not None):
        what = f"--mirror and {'--matrix' if matrix else '--rules'} are of two views"
        raise OptionError(what, where="--mirror", remedy="ask for one of them at a time")
    given = (ledger, pack, lens, json)
    if matrix or rules is not None:
        from reportedly.cli.views.matrix import matrix_view
        from reportedly.track.confirming import load_rules
        from reportedly.track.matrix import matrix_of

        answer(where, given, matrix_of(load_rules(Path(rules)) if rules is not None else ()), matrix_view)
    elif mirror:
        from reportedly.cli.views.mirrors import mirrors_view
        from reportedly.track.mirrors import mirror_track

        answer(where, given, mirror_track(), mirrors_view)
    else:
        from reportedly.cli.views.positions import positions_view
        from reportedly.track.positions import POSITIONS

        answer(where, given, POSITIONS, positions_view)
