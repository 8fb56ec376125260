"""``reportedly citations``."""

from __future__ import annotations

from itertools import islice
from typing import Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.out import screen, write_json
from reportedly.errors import OptionError

SHOWN = 15
"""Voices or edges shown to a person who did not say how many."""


def citations(
    *,
    ledger: o.LedgerOption = None,
    json: o.Json = False,
    relation: Annotated[str | None, typer.Option(help="Edges of this kind only, as cites, credits or reprints.")] = None,
    limit: Annotated[int | None, typer.Option(min=0, help="Give at most so many.")] = None,
) -> None:
    """List who takes from whom: pages from publishers, authors, cited outlets and persons, and pages from pages.

    Hops that are not named are kept as such. At the end stands what is odd: who cite each other in a circle, and dates that run backwards.
    """
    from reportedly.compare.citations import RELATIONS
    from reportedly.query import citation_graph as ask

    if relation is not None and relation not in RELATIONS:
        what = f"{relation!r} is no relation"
        raise OptionError(what, where="--relation", remedy=f"use one of {', '.join(RELATIONS)}")
    with o.open_ledger(ledger) as held:
        edges = (row for row in ask(held) if relation is None or row.get("relation") == relation)
        if json:
            for row in islice(edges, limit):
                write_json(row)
            return
        from reportedly.cli.views.citations import citations_view, edges_view

        shown = SHOWN if limit is None else limit
        view = citations_view if relation is None else edges_view
        screen().print(view(list(edges), shown))
