"""Pairs: claims that contradict each other, documents that share words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.parts import Row, grid, name, named, quoted


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


def reprints_view(pairs: Sequence[Row], *, short: bool = False) -> RenderableType:
    """Return pairs of documents that share words, the one published first before the other; ``short`` leaves folders out."""
    if not pairs:
        return Text("no two documents share words", style="dim")
    table = grid("!cyan", ">!", "")
    for pair in pairs:
        first = pair["earliest"] or pair["a"]
        other = pair["b"] if first == pair["a"] else pair["a"]
        one_, two = (name(path) if short else clean(path) for path in (first, other))
        link = ", published later: " if pair["earliest"] else " and "
        passages = "" if short else f"  {named(len(pair['passages']), 'passage')}{_edited(pair)}"
        table.add_row(clean(pair["label"]), f"{pair['containment']:.0%}", Text.assemble(one_, (link, "dim"), two, (passages, "dim")))
    return Group(table, Text("percent: how much of the shorter text stands in the other", style="dim"))


def _edited(pair: Row) -> str:
    """Return how many edits that matter there are, by kind."""
    kinds = Counter(edit["kind"] for edit in pair["edits"] or () if edit["kind"] not in {"cut", "added", "other"})
    return f"; changed: {', '.join(f'{count} {kind}' for kind, count in kinds.most_common())}" if kinds else ""


def families_view(rows: Sequence[Row]) -> RenderableType:
    """Return families of reprints, each with its earliest form."""
    if not rows:
        return Text("no document is a reprint of another", style="dim")
    table = grid(">!cyan", "", "")
    for row in rows:
        first = f"{clean(row['earliest'])}, {row['published']}" if row["earliest"] else "not known which is the earliest"
        table.add_row(str(len(row["documents"])), first, Text(", ".join(map(clean, row["publishers"])), style="dim"))
    return Group(table, Text("documents of each family, its earliest form, its publishers", style="dim"))


def versions_view(rows: Sequence[Row]) -> RenderableType:
    """Return URLs of which several versions are held, with what became of the text."""
    if not rows:
        return Text("of no URL are several versions held", style="dim")
    table = grid("!cyan", "", "")
    for row in rows:
        table.add_row(
            "", Text(clean(row["url"]), style="bold"), f"in order of {'publication' if row['order'] == 'published' else 'recording'}"
        )
        for version in row["versions"]:
            table.add_row(version["change"], clean(version["path"]), f"{version['published'] or 'date unknown'}{_edited(version)}")
    return table
