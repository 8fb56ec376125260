"""``reportedly reprints``."""

from __future__ import annotations

from itertools import islice
from typing import Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.filters import filter_of, named_if_unmet
from reportedly.cli.out import screen, write_json, written
from reportedly.errors import OptionError


def reprints(
    *,
    ledger: o.LedgerOption = None,
    json: o.Json = False,
    label: Annotated[str | None, typer.Option(metavar="reprint|shares-passage", help="Pairs of this kind only.")] = None,
    path: Annotated[str | None, typer.Option(help="Pairs with this document, or with one in this folder or table.")] = None,
    min_containment: Annotated[float, typer.Option(min=0, max=1, help="Least share of the shorter text that stands in the other.")] = 0.0,
    limit: Annotated[int | None, typer.Option(min=0, help="Give at most so many.")] = None,
    families: Annotated[bool, typer.Option("--families", help="Families of reprints with the earliest form, in place of pairs.")] = False,
    versions: Annotated[bool, typer.Option("--versions", help="URLs of which several versions are held, in place of pairs.")] = False,
) -> None:
    """List pairs of documents that share words: whole reprints, and passages, with what was edited from one to the other."""
    from reportedly.query import reprints as ask

    if families or versions:
        _grouped(ledger, json=json, versions=versions, limit=limit)
        return
    if label not in {None, "reprint", "shares-passage"}:
        what = f"{label!r} is no label of a pair"
        raise OptionError(what, where="--label", remedy="use reprint or shares-passage")
    path = None if path is None else written(path)
    with o.open_ledger(ledger) as held:
        passing = (
            row
            for row in ask(held)
            if (label is None or row["label"] == label)
            and row["containment"] >= min_containment
            and (path is None or any(_lies(row[side], path) for side in ("a", "b")))
        )
        pairs = islice(passing if path is None else named_if_unmet(held, filter_of({"path": path}), passing), limit)
        if json:
            for pair in pairs:
                write_json(pair)
            return
        from reportedly.cli.views.links import reprints_view

        screen().print(reprints_view(list(pairs)))


def _grouped(ledger: str | None, *, json: bool, versions: bool, limit: int | None) -> None:
    from reportedly.cli.views.links import families_view, versions_view
    from reportedly.query import reprint_families
    from reportedly.query import versions as by_url

    with o.open_ledger(ledger) as held:
        rows = list(islice(by_url(held) if versions else reprint_families(held), limit))
    if json:
        for row in rows:
            write_json(row)
        return
    screen().print((versions_view if versions else families_view)(rows))


def _lies(found: str, path: str) -> bool:
    inside = path.rstrip("/")
    return found == path or found.startswith((f"{inside}/", f"{inside}#"))
