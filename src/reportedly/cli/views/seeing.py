"""The pieces that views over the ledger are shown with."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.text import excerpt
from reportedly.truce.view import View

BY = 3
"""Voices and claims that are named in a row; the rest are counted."""


def head(title: str, view: View) -> Text:
    """Return what is shown, and from where it is looked at."""
    seen = [f"as of {view.as_of}"]
    seen += [f"{word} by {day}" for word, day in (("known", view.known_by), ("recorded", view.recorded_by)) if day]
    seen += [] if view.judged else ["without judgements"]
    seen.append("every claim" if view.chains == 1 else f"{view.chains} independent chains")
    return Text.assemble((title, "bold"), (f" · {' · '.join(seen)}", "dim"))


def columns(*titles: str) -> Table:
    """Return a table with these columns; ``>`` before a title sets it right."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="dim")
    for title in titles:
        table.add_column(title.lstrip(">"), justify="right" if title.startswith(">") else "left", overflow="fold")
    return table


def framed(title: str, view: View, *parts: RenderableType, none: str, legend: str) -> RenderableType:
    """Return what a view shows, under its title and above its legend; ``none`` where there is nothing, as in a table without rows."""
    there = [part for part in parts if not isinstance(part, Table) or part.row_count]
    return Group(head(title, view), *there, Text(legend, style="dim")) if there else Text(none, style="dim")


def some(names: Sequence[str], most: int = BY, length: int = 32) -> str:
    """Return a few names, and how many more there are."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(excerpt(clean(name), length) for name in names[:most]) + more


def pair(chains: tuple[int, int]) -> str:
    """Return the number of independent chains, at least and at most."""
    return str(chains[0]) if chains[0] == chains[1] else f"{chains[0]} to {chains[1]}"


def claim_ids(found: Sequence[str]) -> Text:
    """Return the ids of claims, the newest first, as `show` takes them."""
    return Text(some([each.partition(":")[2][:8] or each for each in reversed(found)], 2), style="dim")
