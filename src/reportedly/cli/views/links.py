"""Pairs: claims that contradict each other, documents that share words."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.parts import Row, grid, name, quoted


def pair_view(pair: Row, a: Row, b: Row) -> RenderableType:
    """Return one pair: kind and reason, then whose words stand against whose."""
    kind = f"only seems so ({clean(pair['kind'])})" if pair["not"] else clean(pair["kind"])
    table = grid("", "", padding=(0, 3))
    table.columns[0].ratio = table.columns[1].ratio = 1
    table.expand = True
    table.add_row(side(a), side(b))
    return Group(Text.assemble((kind, "cyan"), "  ", clean(pair["why"])), table)


def side(claim: Row) -> Text:
    """Return whose claim it is, its words, and its id."""
    doc = claim["doc"]
    speaker, home = clean(claim["speaker"]["name"]), clean(doc["publisher"] or doc["path"])
    who = Text.assemble((speaker, "bold"), ("" if speaker == home else f", in {home}", "dim"))
    when = Text(f"{doc['published'] or 'date unknown'} · {claim['id']}", style="dim")
    return Text("\n").join([who, quoted(claim["quote"]), when])


def reprints_view(pairs: Sequence[Row]) -> RenderableType:
    """Return pairs of documents that share words on a line each, the one published first before the other, folders left out."""
    if not pairs:
        return Text("no two documents share words", style="dim")
    table = grid("!cyan", ">!", "")
    for pair in pairs:
        first = pair["earliest"] or pair["a"]
        other = pair["b"] if first == pair["a"] else pair["a"]
        link = ", published later: " if pair["earliest"] else " and "
        table.add_row(clean(pair["label"]), f"{pair['containment']:.0%}", Text.assemble(name(first), (link, "dim"), name(other)))
    return Group(table, Text("percent: how much of the shorter text stands in the other", style="dim"))
