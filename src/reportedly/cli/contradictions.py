"""``reportedly contradictions``."""

from __future__ import annotations

from itertools import islice
from typing import Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.filters import filter_of, filtered, named_if_unmet
from reportedly.cli.out import screen, write_json

SHOWN = 30
"""Pairs shown to a person who did not say how many."""


@filtered
def contradictions(
    *,
    where: dict[str, str],
    ledger: o.LedgerOption = None,
    json: o.Json = False,
    all_: Annotated[bool, typer.Option("--all", help="Give look-alikes too, with the reason why they only seem to contradict.")] = False,
) -> None:
    """List pairs of claims that cannot both hold as they are worded, where one of the two passes the filters."""
    from reportedly.query import contradictions as ask

    chosen = filter_of(where)
    with o.open_ledger(ledger) as held:
        pairs = named_if_unmet(held, chosen, ask(held, chosen, look_alikes=all_))
        if json:
            for pair in pairs:
                write_json(pair)
            return
        from reportedly.cli.views.links import pairs_view

        shown = list(pairs if chosen.limit is not None else islice(pairs, SHOWN))
        screen().print(pairs_view(held, shown, more=next(pairs, None) is not None))
