"""What a job came to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.parts import grid, named

if TYPE_CHECKING:
    from reportedly.adding import Summary

_ODD = {
    "copies": "one of {:,} copies of one text; the others are compared with it alone",
    "quotes": "shares words with {:,} documents that are no copies of it",
    "crowd": "so many tell of the same that {:,} of its claims are compared in part",
    "long": "of {:,} words, more than are compared",
}


def summary_view(summary: Summary, where: str) -> RenderableType:
    """Return the counts of a job, what was not read, and where the ledger lies."""
    table = grid(">!bold", "")
    rows = (
        (summary.added, "documents added"),
        (summary.appearances, "new appearances of known texts"),
        (summary.known, "known already"),
        (len(summary.failures), "failed (named above)"),
        (summary.claims, "claims"),
        (summary.withheld, "claims withheld: their score is under the threshold of their type"),
        (summary.attributions, "attributions"),
        (summary.reprints, "pairs of documents that share words"),
        (summary.contradictions, "contradictions"),
    )
    for count, what in rows:
        if count or what in {"documents added", "claims"}:
            table.add_row(f"{count:,}", what)
    lines: list[RenderableType] = [table]
    for path, language in summary.not_read:
        lines.append(Text(f"recorded but not read, its language is {language}: {clean(path)}", style="dim"))
    lines += [Text(f"{_ODD[odd.kind].format(odd.count)}: {odd.document}", style="yellow") for odd in summary.odd]
    took = f"{summary.seconds:.1f} s, {named(round(summary.rate), 'document')} a second · {clean(where)}"
    return Group(*lines, Text(took, style="dim"))
