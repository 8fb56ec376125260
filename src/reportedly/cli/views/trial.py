"""What a codebook makes of a sentence, and what a frame finds in a ledger."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.explain import why
from reportedly.cli.views.parts import grid, named, quoted
from reportedly.cli.views.reading import claim_lines
from reportedly.export.contract import claim_to_contract, explanation_to_contract
from reportedly.model import Claim, Reading

if TYPE_CHECKING:
    from reportedly.authoring import Yield
    from reportedly.claim.trial import Tried


def sentence_view(reading: Reading, tried: Iterable[Tried]) -> RenderableType:
    """Return the claims of a sentence with why each is drawn, and what every other rule lacks."""
    text = reading.document.text
    claims = reading.claims or ()
    parts: list[RenderableType] = [Text(named(len(claims) + len(reading.withheld), "claim"), style="bold")]
    parts += [_claim(claim, text) for claim in claims]
    for claim in reading.withheld:
        parts += [_claim(claim, text), Text("    withheld: the score is under the threshold of the type", style="dim")]
    rest = [one for one in tried if one.outcome != "drawn"]
    if rest:
        table = grid("!", "!", "dim")
        for one in rest:
            table.add_row(f"  {clean(text[one.start : one.end])}", f"{one.frame} ({one.at})", Text(clean(one.outcome)))
        parts += [Text(""), Text("tried, and not drawn", style="bold"), table]
    elif not claims:
        parts.append(Text("no trigger of the codebook has a word of it", style="dim"))
    return Group(*parts)


def _claim(claim: Claim, text: str) -> RenderableType:
    told = explanation_to_contract(claim, text)
    lines = claim_lines(claim_to_contract(claim), text[claim.start : claim.end])
    return Group(Padding(lines, (1, 0, 0, 0)), *([Padding(why(told), (0, 0, 0, 4))] if told else []))


def ledger_view(found: Yield, frame: str) -> RenderableType:
    """Return how much a frame finds, what it would take the place of, and examples."""
    head = f"{frame}: {named(found.claims, 'claim')} in {found.holding:,} of {named(found.documents, 'document')}"
    table = grid(">!", "")
    table.add_row(f"{found.fresh:,}", "whose trigger no recorded claim holds")
    for other, count in sorted(found.instead.items(), key=lambda item: -item[1]):
        table.add_row(f"{count:,}", f"where {clean(other)} is recorded: it would take its place or stand beside it")
    for stance, count in sorted(found.stances.items(), key=lambda item: -item[1]):
        table.add_row(f"{count:,}", f"stance {clean(stance)}")
    shown = [
        Group(Text(clean(e.gloss), style="bold"), quoted(e.words), Text(f"{clean(e.path)} [{e.start}, {e.end})", style="dim"))
        for e in found.examples
    ]
    return Group(Text(head, style="bold"), *([table] if found.claims else []), *(Padding(block, (1, 0, 0, 2)) for block in shown))
