"""The queue, the judgements and how far reviewers agree, for a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.parts import Row
from reportedly.cli.views.seeing import columns
from reportedly.export.judged import judged_words
from reportedly.review.agreement import Agreement
from reportedly.review.queue import Waiting
from reportedly.text import excerpt

_LONG = 90


def queue_view(found: Sequence[Waiting], claims: Mapping[str, Row], order: str, total: int) -> RenderableType:
    """Return the claims that wait, each with why it is uncertain and what hangs on it."""
    if not found:
        return Text("no claim waits to be judged", style="dim")
    table = columns("claim", ">uncertain", ">impact", "why, and what hangs on it")
    for one in found:
        hangs = (
            (one.contradictions, "contradictions"),
            (one.bearings, "bearings"),
            (one.views, "places in views"),
            (one.repeats, "say the same"),
        )
        why = Text.assemble(", ".join(one.why), (f"; {', '.join(f'{n} {name}' for n, name in hangs if n)}" if one.impact else "", "dim"))
        claim = claims[one.id]
        words = Text.assemble((excerpt(clean(claim["gloss"]), _LONG), "bold"), (f"\n{one.id}", "dim"))
        table.add_row(words, f"{one.uncertainty:.2f}", f"{one.impact:.2f}", why)
    return Group(table, Text(f"{len(found):,} of {total:,} claims that wait, by {order}", style="dim"))


def judgements_view(found: Sequence[Row]) -> RenderableType:
    """Return judgements, each on a line with what it said."""
    if not found:
        return Text("nobody has judged a claim yet", style="dim")
    table = columns(">no.", "recorded", "by", "act", "claim", "says")
    for row in found:
        says = " · ".join(clean(part) for part in (judged_words(row["act"], row["value"]), row["reason"] or "") if part)
        state = f"undone by {row['undone_by']}" if row["undone_by"] else "orphaned" if row["state"] == "orphaned" else ""
        act = f"undo {row['supersedes']}" if row["act"] == "undo" else row["act"]
        style = "dim strike" if row["undone_by"] else ""
        cells = (str(row["seq"]), row["recorded"][:16], clean(row["by"]), act, row["claim"])
        table.add_row(
            *(Text(cell, style=style) for cell in cells), Text.assemble(excerpt(says, _LONG), (f" {state}" if state else "", "dim"))
        )
    return table


def agreement_view(found: Sequence[Agreement]) -> RenderableType:
    """Return how far reviewers agree on each field."""
    if not found:
        return Text("no claim was judged by two reviewers", style="dim")
    table = columns("field", "who", "measure", ">claims", ">same", ">value", "95 %")
    for one in found:
        value = "all one value" if one.value is None else f"{one.value:.2f}"
        interval = "" if one.low is None or one.high is None else f"{one.low:.2f} to {one.high:.2f}"
        who = " and ".join(map(clean, one.who)) if one.measure == "kappa" else f"all {len(one.who)}"
        table.add_row(one.field, who, one.measure, str(one.claims), f"{one.same:.0%}", value, interval)
    return table
