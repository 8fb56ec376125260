"""Contradictions as matters in dispute: pairs that share a claim under one heading, each claim told once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.parts import Row, days, figure, grid, named, quoted
from reportedly.query.disputes import HEADINGS, denies, ids_of, matters_in_dispute

__all__ = ["CLAIMS", "HEADINGS", "WORDS", "dispute_view", "disputes_view", "label", "matters_in_dispute", "who"]

CLAIMS = 6
"""Claims of one matter that are shown."""

WORDS = 140
"""Characters of a quotation that are shown."""


def disputes_view(matters: Sequence[Sequence[Row]], claim_of: Callable[[str], Row], *, more: int = 0) -> RenderableType:
    """Return matters in dispute; ``claim_of`` gives a claim by its id, ``more`` is how many matters are not shown."""
    if not matters:
        return Text("no contradiction passes; that none is found does not mean that the reports agree", style="dim")
    parts: list[RenderableType] = []
    for group in matters:
        parts += [dispute_view(group, claim_of), Text("")]
    tail = f"{named(len(matters), 'matter')} in dispute" + (f"; {more:,} more: --json gives all pairs" if more else "")
    return Group(*parts, Text(f"{tail} · reportedly show ID tells all that stands behind a claim", style="dim"))


def dispute_view(pairs: Sequence[Row], claim_of: Callable[[str], Row]) -> RenderableType:
    """Return one matter: what it is about, where and when, and then who says what, each claim once."""
    ids = ids_of(pairs)
    claims = sorted((claim_of(found) for found in ids[:CLAIMS]), key=lambda claim: (denies(claim), _value(claim)))
    first, kind = claims[0], pairs[0]["kind"]
    plain = f"only seems so ({clean(kind)})" if pairs[0]["not"] else HEADINGS.get(kind, clean(kind))
    place = ", ".join(map(clean, first["places"])) or "place not told"
    head = Text.assemble((plain, "bold cyan"), "  ", (place, "bold"), "  ", (days(first["valid"]["begin"], first["valid"]["until"]), "dim"))
    table = grid("!bold" if kind == "figure" else "!cyan", "", "", padding=(0, 2))
    for claim in claims:
        table.add_row(label(claim, kind), who(claim), Text.assemble(quoted(claim["quote"], WORDS), (f"  {claim['id']}", "dim")))
    lines: list[RenderableType] = [head, table]
    if len(ids) > CLAIMS:
        lines.append(Text(f"and {named(len(ids) - CLAIMS, 'more claim')} on the same matter", style="dim"))
    if pairs[0]["not"] or len(pairs) == 1:
        lines.append(Text(clean(pairs[0]["why"]), style="dim"))
    return Group(*lines)


def label(claim: Row, kind: str) -> str:
    """Return what sets a claim apart from its rivals: its number, or whether it denies."""
    if kind in {"figure", "internal", "denominator"} and claim["figures"]:
        return figure(claim["figures"][0])
    return "denied" if denies(claim) else "said"


def who(claim: Row) -> Text:
    """Return who says it, in which outlet, and when that was published."""
    doc = claim["doc"]
    speaker, home = clean(claim["speaker"]["name"]), clean(doc["publisher"] or doc["path"])
    outlet = "" if speaker == home else f", in {home}"
    return Text.assemble(speaker, (outlet, "dim"), (f" · {doc['published'] or 'date unknown'}", "dim"))


def _value(claim: Row) -> float:
    return next((value for found in claim["figures"][:1] for value in (found["value"], found["low"]) if value is not None), 0.0)
