"""The frozen line, by side: what each is said to hold at the moment, what is contested, which places are besieged."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from rich.console import Group, RenderableType
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.parts import named
from reportedly.cli.views.seeing import claim_ids, columns, head, pair, some
from reportedly.text import excerpt
from reportedly.track.frozen import Frozen
from reportedly.truce.view import View

_ALONE = frozenset({"one party", "part only"})
_STYLES = {"stale": "yellow", "ageing": "", "fresh": "green", "not told": "dim"}
_PLACE = 26  # characters of a column
_LEGEND = (
    "fresh: told of within 7 days before, stale: 30 or more · after: what claims tell of later · nothing says where a line ran; "
    "the claims of each row do · `reportedly show ID` gives all behind a claim"
)


def frozen_view(rows: Sequence[Frozen], view: View) -> RenderableType:
    """Return a table with the places of each side, then those that are contested or of several, then those that nobody is told to hold."""
    if not rows:
        return Text("no claim of who holds a place passes", style="dim")
    sides: dict[str, list[Frozen]] = defaultdict(list)
    for row in rows:
        sides[_side(row)].append(row)
    table = columns("place", "told", "disputes, sieges, after", "claim")
    table.columns[0].min_width = table.columns[0].max_width = _PLACE
    table.columns[1].no_wrap = table.columns[3].no_wrap = True
    table.columns[3].min_width = 8
    twice = {name for name, count in Counter(row.name for row in rows).items() if count > 1}
    for side in sorted(sides, key=lambda name: (name.startswith("("), -len(sides[name]), name)):
        table.add_row(Text(f"{excerpt(side, 40)}: {len(sides[side])}", style="bold"))
        for row in sides[side]:
            table.add_row(*_line(row, row.place if row.name in twice else None))
    return Group(head("The line, frozen", replace(view, as_of=rows[0].at)), table, Text(_LEGEND, style="dim"))


def _side(row: Frozen) -> str:
    if row.state in _ALONE:
        return clean(row.holders[0].name)
    return {"contested": "(contested)", "several": "(several)"}.get(row.state, "(nobody named)")


def _line(row: Frozen, place: str | None) -> tuple[RenderableType, ...]:
    part = " (part)" if row.state == "part only" else ""
    chains = max((party.chains for party in row.holders), default=None)
    claims = [claim for party in row.holders for claim in party.claims] or [claim for word in row.siege for claim in word.claims]
    behind = f"\n{pair(chains)} {'chain' if chains == (1, 1) else 'chains'}" if chains else ""
    told = Text.assemble(row.last, (f" {row.fresh}", _STYLES[row.fresh]), (behind, "dim"))
    name = f"  {excerpt(clean(row.name), 24 - len(part))}{part}{f'{chr(10)}  {clean(place)}' if place else ''}"
    return name, told, _notes(row), claim_ids(claims[-1:])


def _notes(row: Frozen) -> Text:
    notes: list[tuple[str, str]] = []
    if row.state not in _ALONE:
        notes += [(f"{excerpt(clean(party.name), 24)} {party.last}", "yellow") for party in row.holders[:3]]
    against = sum(len(party.against) for party in row.holders)
    notes += [(f"{named(against, 'claim')} against", "yellow")] if against else []
    notes += [(f"siege: {row.siege_state}{_by(row)}", "")] if row.siege_state else []
    notes += [(f"{named(len(row.same_day), 'claim')} of that day, before or after", "yellow")] if row.same_day else []
    if row.later:
        first = row.later[0]
        notes.append((f"after: {first.kind} {first.day} {excerpt(clean(first.party), 22)}", "dim"))
    return Text("\n").join(Text(words, style=style) for words, style in notes)


def _by(row: Frozen) -> str:
    actors = row.siege[0].actors if row.siege else ()
    return f", by {some(actors, 2, 24)}" if actors else ""
