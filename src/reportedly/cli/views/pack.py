"""A pack as a list, and what reports name that it does not know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.parts import grid, name, named
from reportedly.model.pack import Pack
from reportedly.packs.unknown import Unknown


def pack_view(pack: Pack) -> RenderableType:
    """Return the counts of a pack set by kind, and its actors: id, neutral name, kind, what it is part of, how many ways it is named."""
    parts: list[RenderableType] = [
        Text(f"{clean(pack.id)}  time zone {clean(pack.time_zone)}, centre {clean(pack.scope or 'none')}", style="dim")
    ]
    for title, kinds in (
        ("actors", Counter(actor.kind for actor in pack.actors.values())),
        ("places", Counter(place.kind for place in pack.places.values())),
        ("outlets", Counter(source.kind for source in pack.sources.values())),
    ):
        listed = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
        parts.append(Text.assemble((f"{kinds.total():,} {title}", "bold"), f"  {listed}"))
    table = grid("!dim", "", "dim", "dim", ">!")
    for actor in pack.actors.values():
        part = f"of {clean(actor.part_of)}" if actor.part_of else ""
        table.add_row(clean(actor.id), clean(actor.name), actor.kind, part, named(len(actor.aliases), "name"))
    return Group(*parts, Text(""), table)


def unknown_view(found: Sequence[Unknown], documents: int) -> RenderableType:
    """Return the names that no pack knows: how often, in how many documents, spellings, and where one stands."""
    title = f"{named(len(found), 'name')} in {named(documents, 'document')} that no pack knows"
    table = grid(">!", "!dim", "bold", "dim")
    for entry in found:
        others = [clean(s) for s, _ in entry.spellings.most_common(4) if s != entry.name]
        spelt = f" (also {', '.join(others)})" if others else ""
        kind = f"{entry.what}, {entry.kind}" if entry.kind and entry.kind != entry.what else entry.what
        example = entry.examples[0]
        where = f"{name(example.path)}:{example.start}  “{clean(example.words)}”"
        table.add_row(f"{entry.count:,}", kind, f"{clean(entry.name)}{spelt}", where)
    return Group(Text(title, style="bold"), table)
