"""What changed, by kind, each with what it was and what it is."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from reportedly.changes import KINDS, Change, Changes
from reportedly.cli.out import clean
from reportedly.cli.views.parts import named
from reportedly.cli.views.seeing import claim_ids, some
from reportedly.export.phrases import became
from reportedly.text import excerpt

SHOWN = 8
"""Lines of each kind that are shown."""
_WHAT, _SIDE = 200, 220
_NEVER = "0002"
"""A year before anything was recorded."""


def changes_view(found: Changes, shown: int, title: str) -> RenderableType:
    """Return what changed between two looks, ``shown`` lines of each kind."""
    head = Text.assemble((title, "bold"), (f" · {_looks(found)}", "dim"))
    if not found.rows:
        return Group(head, Text("nothing changed", style="dim"))
    parts: list[RenderableType] = [head]
    for kind, heading in KINDS.items():
        rows = [row for row in found.rows if row.kind == kind]
        if rows:
            parts += [Text.assemble("\n", (heading, "bold cyan"), (f"  {len(rows):,}", "dim"))]
            parts += [Padding(line, (0, 0, 0, 2)) for row in rows[:shown] for line in _lines(row)]
        more = len(rows) - shown
        if more > 0:
            parts.append(Text(f"  and {more:,} more: a filter, --limit N or --json gives them", style="dim"))
        if found.left.get(kind):
            parts.append(Text(f"  {named(found.left[kind], 'older matter')} with new claims not looked at: --json does", style="dim"))
    return Group(*parts, Text("\n`reportedly show ID` gives all behind a claim", style="dim"))


def _looks(found: Changes) -> str:
    before, after = found.before, found.after
    told = []
    if before.recorded_by != after.recorded_by:
        since = "all that is recorded" if (before.recorded_by or "") <= _NEVER else f"recorded after {before.recorded_by}"
        told.append(f"{since}{f' and by {after.recorded_by}' if after.recorded_by else ''}")
    if before.known_by != after.known_by:
        told.append(f"published after {before.known_by}{f' and by {after.known_by}' if after.known_by else ''}")
    return ", ".join(told) or "the same look twice"


def _lines(row: Change) -> Iterator[Text]:
    yield Text.assemble((excerpt(clean(row.what), _WHAT), "bold"))
    by = Text.assemble((f" · {some(row.by)}" if row.by else ""), "  ", claim_ids(row.claims))
    yield Text.assemble("  ", excerpt(clean(became(row.before, row.after, row.by)), _SIDE), by)
