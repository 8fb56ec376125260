"""``reportedly claims``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportedly.cli import options as o
from reportedly.cli.filters import filter_of, filtered, named_if_unmet
from reportedly.cli.out import screen, write_csv, write_json
from reportedly.errors import OptionError

if TYPE_CHECKING:
    from reportedly.store import Ledger

SHOWN = 50
"""Claims shown to a person who did not say how many."""


@filtered
def claims(
    *,
    where: dict[str, str],
    ledger: o.LedgerOption = None,
    json: o.Json = False,
    csv: Annotated[bool, typer.Option("--csv", help="Give a table as CSV.")] = False,
) -> None:
    """List the claims of the ledger that pass all filters named: who says what, on whose word, how firmly."""
    if json and csv:
        what = "--json and --csv exclude each other"
        raise OptionError(what, remedy="give one of them")
    from reportedly.query import claims as ask
    from reportedly.query.words import with_quotes

    chosen = filter_of(where)
    with o.open_ledger(ledger) as held:
        rows = named_if_unmet(held, chosen, with_quotes(held, ask(held, chosen)))
        if json:
            for row in rows:
                write_json(row)
        elif csv:
            from reportedly.export.flat import COLUMNS, flat

            write_csv(COLUMNS, map(flat, rows))
        else:
            _show(held, rows, None if chosen.limit is not None else SHOWN)


def _show(held: Ledger, rows: Iterator[dict[str, Any]], most: int | None) -> None:
    from reportedly.cli.views.claims import claims_view

    shown = list(islice(rows, most))
    more = next(rows, None) is not None
    screen().print(claims_view(shown, held.where, more=more))
