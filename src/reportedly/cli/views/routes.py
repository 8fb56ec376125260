"""Roads and sieges, as a table."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.parts import named
from reportedly.cli.views.seeing import claim_ids, columns, framed, pair, some
from reportedly.text import excerpt
from reportedly.track.routes import Route, Word
from reportedly.truce.view import View

_LEGEND = "chains: independent ones, at least to at most · `reportedly show ID` gives all behind a claim"


def routes_view(rows: Sequence[Route], view: View) -> RenderableType:
    """Return a table with a line for each thing that is said of a road or a besieged place."""
    table = columns("road or place", "is said to be", "from, last said", ">chains", "on whose word")
    for row in rows:
        style = "yellow" if row.state == "contested" else "dim"
        place = Text.assemble((excerpt(clean(row.name), 50), "bold"), (f"\n{row.kind}", "dim"), (f": {row.state}", style))
        for word in row.words:
            table.add_row(place, *_word(word))
            place = Text("")
    return framed("Roads and sieges", view, table, none="no claim of a road or a siege passes", legend=_LEGEND)


def _word(word: Word) -> tuple[RenderableType, ...]:
    who = f"\nnamed: {some(word.actors)}" if word.actors else ""
    against = f"\ndenied: {some([each.partition(':')[2][:8] for each in word.against])}" if word.against else ""
    when = Text.assemble(f"{word.since}\n{word.last}", (f"\n{named(word.age, 'day')} old" if word.age else "", "dim"))
    says = Text.assemble((word.says, "cyan" if word.claims else "dim"), (who, "dim"), (against, "yellow"))
    return says, when, pair(word.chains), Text.assemble(some(word.by), "\n", claim_ids(word.claims))
