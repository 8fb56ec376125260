"""What reading again came to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.parts import grid, named

if TYPE_CHECKING:
    from reportedly.rereading import Reread


def reread_view(found: Reread, where: str) -> RenderableType:
    """Return the counts of a job, and the judgements that a person has to look at again."""
    table = grid(">!bold", "")
    rows = (
        (found.documents, "documents read again"),
        (found.current, "read by this run before"),
        (len(found.failures), "failed (named above); their earlier reading stands"),
        (found.same, "claims as before"),
        (found.changed, "claims in the place of another"),
        (found.new, "claims that were not there"),
        (found.gone, "claims that nothing takes the place of; they stay in the record"),
        (found.withheld, "claims withheld: their score is under the threshold of their type"),
        (len(found.orphaned), "judgements that no claim answers to any more"),
    )
    for count, what in rows:
        if count or what == "documents read again":
            table.add_row(f"{count:,}", what)
    orphans = grid("!", "", "dim")
    for judgement in found.orphaned:
        now = f"now {judgement['now']}, which says otherwise" if judgement["now"] else "nothing in its place"
        orphans.add_row(f"  {judgement['claim']}", Text(clean(f"{judgement['act']} by {judgement['by']}")), Text(now))
    took = f"{named(found.contradictions, 'contradiction')} more · {found.run} · {found.seconds:.1f} s · {clean(where)}"
    return Group(table, *([orphans] if found.orphaned else []), Text(took, style="dim"))
