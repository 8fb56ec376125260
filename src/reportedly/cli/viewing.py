"""What commands that show a view share: what is asked, and how rows are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from reportedly.asking import LENS
from reportedly.cli import options as o
from reportedly.cli.filters import filter_of, named_if_unmet
from reportedly.cli.group import complain
from reportedly.cli.out import screen, write_json
from reportedly.cli.truce.asking import view_of

if TYPE_CHECKING:
    from rich.console import RenderableType

    from reportedly.track.seen import Row
    from reportedly.track.track import Track
    from reportedly.truce.view import View

R = TypeVar("R", bound="Row")
SHOWN = 40
"""Rows shown to a person who did not say how many."""
DEPTH = (200, 25)
"""Claims of a row that are looked at for a person, the newest, at most; and of a page as a whole, so many a row."""
Lens = Annotated[str, typer.Option("--lens", metavar="all|chains:K", help=LENS)]


def answer(
    where: dict[str, str],
    given: tuple[str | None, list[str] | None, str, bool],
    track: Track[R],
    table: Callable[[Sequence[R], View], RenderableType],
) -> None:
    """Show a view: JSON lines, or a table for a person.

    Args:
        where: filters and clocks, by name.
        given: ledger, packs, lens, and whether JSON is asked for.
        track: which claims the view is of, and how its rows are made of them.
        table: shows them.
    """
    from functools import partial

    from reportedly.query import view
    from reportedly.query.groups import Depth

    show(where, given, partial(view, track=track, depth=None if given[-1] else Depth(*DEPTH)), table)


def show(
    where: dict[str, str],
    given: tuple[str | None, list[str] | None, str, bool],
    ask: Callable[..., Iterator[R]],
    table: Callable[[Sequence[R], View], RenderableType],
) -> None:
    """Show the rows that ``ask`` yields of a ledger and a filter, from the view and with the packs that are asked for.

    Args:
        where: filters and clocks, by name.
        given: ledger, packs, lens, and whether JSON is asked for.
        ask: a query of :mod:`reportedly.query`.
        table: shows the rows.
    """
    from dataclasses import replace

    from reportedly.model.plain import plain
    from reportedly.query.left import Left

    left = Left()
    ledger, packs, lens, as_json = given
    chosen = filter_of(where)
    asked = view_of(chosen.as_of, chosen.known_by, chosen.recorded_by, lens, chosen.judgements)
    with o.open_ledger(ledger) as held:
        few = chosen if as_json or chosen.limit is not None else replace(chosen, limit=SHOWN)
        rows: Any = named_if_unmet(held, chosen, ask(held, few, asked=asked, pack=o.pack_of(packs), left=left))
        found = list(rows) if not as_json else []
        for row in rows if as_json else ():
            write_json(plain(row))
    if left.stale:
        complain("the mirror beside the ledger is of an earlier state and is passed over: `reportedly mirror` writes it anew")
    if as_json:
        return
    screen().print(table(found, asked))
    if (left.rows or left.least) and chosen.limit is None:
        more = f"{left.rows:,} and more" if left.least else f"{left.rows:,} more"
        screen().print(f"{more}: a filter, --limit N or --json gives them", style="dim")
    if left.claims:
        screen().print(f"{left.claims:,} older claims, of rows that have very many, were not looked at: --json does", style="dim")
