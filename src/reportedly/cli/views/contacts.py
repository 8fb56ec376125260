"""Meetings, calls and talks, as a table."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.seeing import claim_ids, columns, framed, pair, some
from reportedly.text import excerpt
from reportedly.track.contacts import Contact, Readout, Word
from reportedly.truce.view import View

_STYLES = {"disputed": "yellow", "denied": "yellow", "called off": "yellow", "unknown": "dim"}
_READ = 4
_LEGEND = (
    "due: its day passed, and nobody tells of it since · own: the word of a side of it · "
    "about: what a side says it was about · `reportedly show ID` gives all behind a claim"
)


def contacts_view(rows: Sequence[Contact], view: View) -> RenderableType:
    """Return a table with a row for each meeting, a line for each thing that is said of it, and its readouts side by side."""
    table = columns("days", "who meets", "what is said of it", ">chains")
    table.columns[1].max_width = 34
    for row in rows:
        lines = [*map(_line, row.words), *map(_about, row.readouts[:_READ])]
        table.add_row(_days(row), _who(row), Text("\n").join(lines), Text("\n".join(pair(word.chains) for word in row.words)))
    return framed("Meetings, calls and talks", view, table, none="no claim of a meeting passes", legend=_LEGEND)


def _days(row: Contact) -> Text:
    until = f"\nto {row.until}" if row.until != row.begin else ""
    return Text.assemble(row.begin, until, (f"\n{row.state}", _STYLES.get(row.state, "cyan")))


def _who(row: Contact) -> Text:
    sides = "\n".join(some(side, 2) for side in row.sides) or "nobody named"
    name = f"\n{excerpt(clean(row.name), 60)}" if row.name else ""
    where = f"\nat {some(row.places, 2)}" if row.places else ""
    return Text.assemble((sides, "bold" if row.sides else "dim"), name, (where, "dim"))


def _line(word: Word) -> Text:
    own = f" · own: {some(word.own, 2)}" if word.own else ""
    tail = f"  {word.last}  {some(word.by, 2)}{own} "
    return Text.assemble((word.says, "cyan"), (tail, "dim"), claim_ids(word.claims))


def _about(readout: Readout) -> Text:
    side = clean(readout.side) if readout.side else "others"
    tail = f"  {excerpt(clean(readout.by), 26)} {readout.claim.partition(':')[2][:8]}"
    return Text.assemble((f"about, {side}: ", "dim"), excerpt(clean(readout.about), 70), (tail, "dim"))
