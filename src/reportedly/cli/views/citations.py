"""Who takes from whom, for reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.parts import Row, grid, name, named
from reportedly.compare.citations import RELATIONS

UNNAMED = "sources without a name"
_WORDS = frozenset({"reprints", "shares-passage"})
_GIVERS = 6


def citations_view(rows: Sequence[Row], most: int) -> RenderableType:
    """Return whom each voice cites, by claims; whose words stand in whose pages, by documents; and what is odd."""
    edges = [row for row in rows if "relation" in row]
    if not edges:
        return Text("nobody takes from anybody", style="dim")
    cited, taken = _cited(edges), _taken(edges)
    parts: list[RenderableType] = []
    if cited:
        parts += [Text("who cites whom, in how many claims", style="cyan"), _table(cited, most), Text("")]
    if taken:
        parts += [Text("whose pages hold words of whose earlier pages, in how many documents", style="cyan"), _table(taken, most)]
        open_ = sum(row["relation"] in _WORDS and not row["ordered"] for row in edges)
        parts += [Text(f"{named(open_, 'pair')} more of one day, or of a day not known", style="dim")] if open_ else []
        parts.append(Text(""))
    odd = [_odd(row) for row in rows if "odd" in row]
    parts += [*odd, *([Text("")] if odd else [])]
    more = max(0, len(cited) - most)
    tail = f"{named(len(edges), 'edge')}" + (f"; {named(more, 'voice')} more: --limit N" if more else "")
    return Group(*parts, Text(f"{tail} · --relation {'|'.join(RELATIONS)}: edges of one kind · --json: all", style="dim"))


def edges_view(rows: Sequence[Row], most: int) -> RenderableType:
    """Return the edges of one kind that the most claims and documents run along."""
    edges = sorted((row for row in rows if "relation" in row), key=lambda row: (-row["claims"], -len(row["documents"])))
    if not edges:
        return Text("there is no such edge", style="dim")
    table = grid("", "!cyan", "", ">!dim")
    for row in edges[:most]:
        giver = clean(row["to"]["name"]) + ("" if row["resolved"] else " (not resolved)")
        times = named(row["claims"], "claim") if row["claims"] else named(len(row["documents"]), "document")
        table.add_row(clean(row["from"]["name"]), row["relation"], giver, times)
    return Group(table, Text(f"{min(most, len(edges))} of {named(len(edges), 'edge')}; --json gives all", style="dim"))


def _cited(edges: Sequence[Row]) -> dict[str, Counter[str]]:
    """Return voice -> whom it cites or credits, by claims, who has no name under one heading."""
    found: dict[str, Counter[str]] = {}
    for row in edges:
        if row["relation"] in {"cites", "credits"}:
            giver = clean(row["to"]["name"]) if row["resolved"] else UNNAMED
            taker = name(row["from"]["name"]) if row["from"]["kind"] == "page" else clean(row["from"]["name"])
            found.setdefault(taker, Counter())[giver] += row["claims"] or len(row["documents"])
    return found


def _taken(edges: Sequence[Row]) -> dict[str, Counter[str]]:
    """Return publisher -> the publishers whose earlier pages share words with his later ones, by documents."""
    houses = {row["from"]["id"]: clean(row["to"]["name"]) for row in edges if row["relation"] == "published-by"}
    found: dict[str, Counter[str]] = {}
    for row in edges:
        if row["relation"] in _WORDS and row["ordered"]:
            taker, giver = (houses.get(row[end]["id"], "publisher not named") for end in ("from", "to"))
            if taker != giver:
                found.setdefault(taker, Counter())[giver] += 1
    return found


def _table(found: dict[str, Counter[str]], most: int) -> RenderableType:
    table = grid("bold", ">!", "")
    for taker, givers in sorted(found.items(), key=lambda item: (-item[1].total(), item[0]))[:most]:
        named_ = [(giver, count) for giver, count in givers.most_common() if giver != UNNAMED]
        cell = Text(" · ".join(f"{giver} {count:,}" for giver, count in named_[:_GIVERS]))
        rest = [f"{len(named_) - _GIVERS} more"] if len(named_) > _GIVERS else []
        rest += [f"{UNNAMED} {givers[UNNAMED]:,}"] if givers[UNNAMED] else []
        cell.append("".join(f" · {part}" for part in rest) if named_ else " · ".join(rest), style="dim")
        table.add_row(taker, f"{givers.total():,}", cell)
    return table


def _odd(row: Row) -> Text:
    if row["odd"] == "circle":
        return Text(f"in a circle: {', '.join(clean(node['name']) for node in row['nodes'])}", style="yellow")
    return Text(
        f"dates run backwards: {clean(row['earlier'])} credits the publisher of {clean(row['later'])}, which is later", style="yellow"
    )
