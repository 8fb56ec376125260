"""Positions by text, as a matrix of texts and parties; a few texts are told act by act, too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text as Line

from reportedly.cli.out import clean, screen
from reportedly.cli.views.seeing import columns, framed, some
from reportedly.text import excerpt
from reportedly.track.acts import Act
from reportedly.track.matrix import Cell, Text
from reportedly.truce.view import View

_FEW = 5
_TEXT, _PARTY = 26, 15  # characters of a column
_ACTS = 3  # told in a cell, the newest
_STYLES = {"differ": "yellow", "divided": "yellow", "no side taken": "dim", "unknown": "dim"}
_LEGEND = (
    "*: the party's own word, else that of others · (in brackets): planned, supposed or demanded · "
    "`reportedly show ID` gives all behind a claim"
)


def matrix_view(rows: Sequence[Text], view: View, width: int | None = None) -> RenderableType:
    """Return a row for each text and a column for each of the parties that are told of most; ``width`` in characters, else the screen's."""
    width = width or screen().width
    told = Counter(cell.party for row in rows for cell in row.cells if cell.known)
    parties = [name for name, _ in told.most_common(max(1, (width - _TEXT - 2) // (_PARTY + 2)))]
    table = columns("text", *(excerpt(clean(name), 2 * _PARTY) for name in parties))
    table.columns[0].max_width = _TEXT
    for column in table.columns[1:]:
        column.max_width = _PARTY
    for row in rows:
        table.add_row(_title(row, parties), *(_cell(next((c for c in row.cells if c.party == name), None)) for name in parties))
    acts = [part for row in rows for part in (_title(row, ()), _timeline(row))] if len(rows) <= _FEW else []
    return framed("Positions by text", view, table, *acts, none="no claim of a position on a text passes", legend=_LEGEND)


def _title(row: Text, parties: Sequence[str]) -> Line:
    days = row.begin if row.begin == row.last else f"{row.begin} to {row.last[5:] if row.last[:4] == row.begin[:4] else row.last}"
    parts: list[tuple[str, str]] = [(excerpt(clean(row.title), 56), "bold"), (f"\n{days}", "dim")]
    parts += [(f"\n{row.state}", _STYLES[row.state])] if row.state in _STYLES else []
    rest = [cell.party for cell in row.cells if cell.party not in parties]
    parts += [(f"\nalso: {some(rest, 2, 24)}", "dim")] if rest and parties else []
    for ruling in row.rulings:
        missing = f": {', '.join(map(clean, ruling.missing))}" if ruling.missing else ""
        parts.append((f"\n{clean(ruling.rule)}: {ruling.state}{missing}", "cyan"))
    return Line.assemble(*parts)


def _cell(cell: Cell | None) -> Line:
    if cell is None:
        return Line("·", style="dim")
    acts = "".join(f"\n{act.day[5:]} {_name(act)}" for act in cell.acts[-_ACTS:])
    more = "\n…" if len(cell.acts) > _ACTS else ""
    return Line.assemble((cell.state, _STYLES.get(cell.state, "bold")), (more + acts, "dim"))


def _name(act: Act) -> str:
    said = {"asserts": act.act, "reports": act.act, "denies": f"not {act.act}"}.get(act.stance, f"({act.act})")
    return f"{said}{'*' if act.own else ''}"


def _timeline(row: Text) -> Table:
    """Return the acts on a text in the order of their days, the party of each beside it."""
    table = Table.grid(padding=(0, 2))
    acts = sorted(((act, cell.party) for cell in row.cells for act in cell.acts), key=lambda each: (each[0].day, each[0].claim))
    days: Iterator[str] = (act.day if not at or acts[at - 1][0].day != act.day else "" for at, (act, _) in enumerate(acts))
    for day, (act, party) in zip(days, acts, strict=True):
        table.add_row(f"  {day}", excerpt(clean(party), 26), *_told(act, row))
    return table


def _told(act: Act, row: Text) -> tuple[Line, Line]:
    firm = "" if act.stance in {"asserts", "reports"} else f" ({act.stance})"
    by = "own word" if act.own else f"by {excerpt(clean(act.by), 24)}"
    firm += " (by reference)" if act.claim in row.referred else ""
    return Line(act.act + firm, style="cyan"), Line(f"{by} {act.claim.partition(':')[2][:8]}", style="dim")
