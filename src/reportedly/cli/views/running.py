"""Running totals, each against the one before and what was added, as a table."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.parts import named, number
from reportedly.cli.views.seeing import columns, framed
from reportedly.text import excerpt
from reportedly.track.running import Running, Step
from reportedly.truce.view import View

_STEPS = 8
_LEGEND = "a sum that is not the total is a finding for a reader, not an error of anybody · `reportedly show ID` gives all behind a claim"


def running_view(rows: Sequence[Running], view: View) -> RenderableType:
    """Return a table with a row for each series of totals, and a line for each total."""
    table = columns("who, what", "total of", ">total", "told to be added since", "claims")
    for row in rows:
        of = f" of {clean(row.denominator)}" if row.denominator else ""
        title = Text.assemble((excerpt(clean(row.unit) + of, 40), "bold"), f"\n{excerpt(clean(row.by), 32)}\n{clean(row.name)}")
        steps = row.steps[-_STEPS:]
        days, sums = "\n".join(step.day for step in steps), "\n".join(_range((step.low, step.high)) for step in steps)
        claims = Text("\n".join(map(_claims, steps)), style="dim")
        table.add_row(title, days, sums, Text("\n").join(map(_added, steps)), claims)
    return framed("Running totals", view, table, none="no running totals of several days pass", legend=_LEGEND)


def _added(step: Step) -> Text:
    told = "" if step.added is None else f"{_range(step.added)}: "
    state = f"not told for {named(step.missing, 'day')}" if step.state == "not told" else step.state
    return Text.assemble(told, (state, "yellow" if step.state in {"differs", "falls"} else "dim"))


def _claims(step: Step) -> str:
    both = [found[0].partition(":")[2][:8] for found in (step.additions, step.totals) if found]
    more = len(step.totals) + len(step.additions) - len(both)
    return f"{' '.join(both)}{f' +{more}' if more else ''}"


def _range(bounds: tuple[float | None, float | None]) -> str:
    low, high = bounds
    if low == high:
        return number(low)
    if high is None or low is None:
        return f">= {number(low)}" if high is None else f"<= {number(high)}"
    return f"{number(low)} to {number(high)}"
