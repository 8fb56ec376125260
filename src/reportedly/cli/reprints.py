"""``reportedly reprints``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from heapq import nsmallest
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportedly.cli import options as o
from reportedly.cli.filters import filter_of, named_if_unmet
from reportedly.cli.out import screen, write_json, written
from reportedly.errors import OptionError

if TYPE_CHECKING:
    from reportedly.store import Ledger

Row = dict[str, Any]
SHOWN = 15
"""Pairs shown to a person who did not say how many."""


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
    all_: Annotated[bool, typer.Option("--all", help="Show pairs of one text, and of background told over months, too.")] = False,
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
        pairs = passing if path is None else named_if_unmet(held, filter_of({"path": path}), passing)
        if not json:
            _show(held, pairs, SHOWN if limit is None else limit, everything=all_)
            return
        for pair in islice(pairs, limit):
            write_json(pair)


def _show(held: Ledger, pairs: Iterable[Row], most: int, *, everything: bool) -> None:
    """Show the pairs of most interest; of the others, how many there are."""
    from reportedly.cli.views.copies import copies_view, weight, word_for_word
    from reportedly.query import with_words

    hidden = Counter(more=0, same=0, background=0)

    def kept() -> Iterator[Row]:
        for pair in pairs:
            kind = "background" if pair["background"] else "same" if word_for_word(pair) else ""
            hidden["more" if everything or not kind else kind] += 1
            if everything or not kind:
                yield pair

    shown = nsmallest(most, kept(), key=weight)
    hidden["more"] -= len(shown)
    screen().print(copies_view(list(with_words(held, shown)), hidden))


def _grouped(ledger: str | None, *, json: bool, versions: bool, limit: int | None) -> None:
    from reportedly.cli.views.copies import families_view, versions_view
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
