"""Numbers as series, as a table."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.parts import named, number
from reportedly.cli.views.seeing import columns, framed, pair, some
from reportedly.text import excerpt
from reportedly.track.figures import Point, Series
from reportedly.truce.view import View

_POINTS = 5
_LEGEND = (
    "differ: numbers of one day that exclude each other, perhaps of different incidents · drift: a speaker's number told with another "
    "operator or denominator · `reportedly show ID` gives all behind a claim"
)


def figures_view(rows: Sequence[Series], view: View) -> RenderableType:
    """Return a table with a row for each series, and a line for each of its newest numbers."""
    table = columns("what, where", "numbers, the newest last", ">chains")
    table.columns[0].max_width = 36
    for row in rows:
        table.add_row(_head(row), _numbers(row), pair(row.chains))
    return framed("Numbers", view, table, none="no claim with a number passes", legend=_LEGEND)


def _head(row: Series) -> Text:
    of = f" of {clean(row.denominator)}" if row.denominator else ""
    beside = f"\nalso told of: {some(row.denominators, 2)}" if row.denominators else ""
    apart = f"\ndiffer: {named(len(row.differ), 'pair')}" if row.differ else f"\n{row.state}" if row.state != "told" else ""
    age = f"\n{named(row.age, 'day')} old{', stale' if row.stale else ''}"
    apart += f"\ndrift: {named(len(row.drift), 'pair')}" if row.drift else ""
    where = clean(row.name) or "place not told"
    return Text.assemble((excerpt(clean(row.unit) + of, 60), "bold"), f"\n{where}", (apart, "yellow"), (age + beside, "dim"))


def _numbers(row: Series) -> Text:
    more = len(row.points) - _POINTS
    lines = [Text(f"{more} earlier, from {row.points[0].day}", style="dim")] if more > 0 else []
    return Text("\n").join([*lines, *map(_line, row.points[-_POINTS:])])


def _line(point: Point) -> Text:
    sign = "" if point.op == "=" else f"{point.op} "
    between = f"{number(point.low)} to {number(point.high)}" if point.high is not None else f">= {number(point.low)}"
    amount = f"{sign}{number(point.value)}" if point.value is not None else between
    marks = "".join(f" ({word})" for word in (point.role, point.stance if point.stance == "denies" else None) if word)
    tail = f"  {excerpt(clean(point.by), 22)} {point.claim.partition(':')[2][:8]}"
    return Text.assemble(f"{point.day} ", (amount + marks, "bold"), (tail, "dim"))
