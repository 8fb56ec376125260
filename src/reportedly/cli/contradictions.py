"""``reportedly contradictions``."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.filters import filter_of, filtered, named_if_unmet
from reportedly.cli.out import screen, write_json

SHOWN = 12
"""Matters in dispute that are shown to a person."""


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
        from reportedly.cli.views.disputes import disputes_view, matters_in_dispute
        from reportedly.query import briefly
        from reportedly.query.disputes import ids_of

        matters = matters_in_dispute(list(pairs))
        shown = matters[:SHOWN]
        claims = briefly(held, (found for matter in shown for found in ids_of(matter)))
        screen().print(disputes_view(shown, claims.__getitem__, more=len(matters) - len(shown)))
