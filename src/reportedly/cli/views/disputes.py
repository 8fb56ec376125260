"""Contradictions as matters in dispute: pairs that share a claim under one heading, each claim told once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.parts import Row, days, grid, name, named, quoted
from reportedly.cli.views.sides import kept, sides, spread
from reportedly.query.disputes import HEADINGS, ids_of, matters_in_dispute

__all__ = ["CLAIMS", "HEADINGS", "WORDS", "dispute_view", "disputes_view", "matters_in_dispute", "who"]

CLAIMS = 6
"""Claims of one matter that are shown, as many of each side."""

_HOUSES = 4
WORDS = 140
"""Characters of a quotation that are shown."""


def disputes_view(matters: Sequence[Sequence[Row]], claim_of: Callable[[str], Row], *, more: int = 0) -> RenderableType:
    """Return matters in dispute; ``claim_of`` gives a claim by its id, ``more`` is how many matters are not shown."""
    if not matters:
        return Text("no contradiction passes; that none is found does not mean that the reports agree", style="dim")
    parts: list[RenderableType] = []
    for group in matters:
        parts += [dispute_view(group, claim_of), Text("")]
    tail = f"{named(len(matters), 'matter')} in dispute" + (
        f"; {more:,} more: narrow by --place, --since, --type, --speaker" if more else ""
    )
    ways = "reportedly show ID: all that stands behind a claim · --all: pairs that only seem to contradict · --json: every pair"
    return Group(*parts, Text(tail), Text(ways, style="dim"))


def dispute_view(pairs: Sequence[Row], claim_of: Callable[[str], Row]) -> RenderableType:
    """Return one matter: what it is about, where and when, and then its sides, each with as many of its claims as the others."""
    claims, kind = [claim_of(found) for found in ids_of(pairs)], pairs[0]["kind"]
    plain = f"only seems so ({clean(kind)})" if pairs[0]["not"] else HEADINGS.get(kind, clean(kind))
    head = Text.assemble((plain, "bold cyan"), "  ", (_most(claims, _place), "bold"), "  ", (_most(claims, _when), "dim"))
    table = grid("!bold", "", "", padding=(0, 2))
    found = sides(pairs, claims)
    shown = kept(found)
    each = max(1, CLAIMS // len(shown))
    for side, group in shown:
        first, rest = spread(group, each)
        for at, claim in enumerate(first):
            words = Text.assemble(quoted(claim["quote"], WORDS), (f"  {claim['id']}", "dim"))
            table.add_row("" if at else side, who(claim), words)
        if rest:
            houses = sorted({clean(claim["doc"]["publisher"] or name(claim["doc"]["path"])) for claim in rest})
            listed = ", ".join(houses[:_HOUSES]) + (f" and {len(houses) - _HOUSES} more" if len(houses) > _HOUSES else "")
            table.add_row("", Text(f"and {named(len(rest), 'more claim')}", style="dim"), Text(f"in {listed}", style="dim"))
    lines: list[RenderableType] = [head, table]
    if len(found) > len(shown):
        lines.append(Text(f"and {named(len(found) - len(shown), 'more answer')} to it", style="dim"))
    if pairs[0]["not"] or len(pairs) == 1:
        lines.append(Text(clean(pairs[0]["why"]), style="dim"))
    return Group(*lines)


def _place(claim: Row) -> str:
    return ", ".join(map(clean, claim["places"])) or "place not told"


def _when(claim: Row) -> str:
    return days(claim["valid"]["begin"], claim["valid"]["until"])


def _most(claims: Sequence[Row], what: Callable[[Row], str]) -> str:
    """Return what most claims of a matter say, the first of those that as many say."""
    return Counter(map(what, claims)).most_common(1)[0][0]


def who(claim: Row) -> Text:
    """Return who says it, in which outlet, and when that was published."""
    doc = claim["doc"]
    speaker, home = clean(claim["speaker"]["name"]), clean(doc["publisher"] or name(doc["path"]))
    outlet = "" if speaker == home else f", in {home}"
    return Text.assemble(speaker, (outlet, "dim"), (f" · {doc['published'] or 'date unknown'}", "dim"))
