"""A document and what it claims."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.explain import why
from reportedly.cli.views.parts import Row, about, chain, named, quoted, stance
from reportedly.export.contract import claim_to_contract, explanation_to_contract
from reportedly.model import Document, Reading
from reportedly.model.document import READ_KINDS
from reportedly.pipeline import foreign
from reportedly.read.unread import unread
from reportedly.text import excerpt

_SHOWN = 200  # characters of a passage that was left out


def reading_view(reading: Reading, *, explain: bool = False, withheld: bool = False) -> RenderableType:
    """Return the claims of a reading: stance, neutral sentence, exact words, chain, place and time of each; and why, where asked for."""
    document = reading.document
    said = document.metadata
    day = said.published.value
    head = " · ".join(clean(part) for part in (document.path, said.publisher, day.isoformat() if day else "date unknown") if part)
    parts: list[RenderableType] = [Rule(Text(head, style="bold"), align="left")]
    language = foreign(document)
    if language:
        parts.append(Text(f"not read: its language is {language}", style="dim"))
    else:
        parts.append(Text(named(len(reading.claims or ()), "claim"), style="dim"))
        parts += [Text(f"not read: a passage of {size} characters in {lang}", style="dim") for lang, size in _unread(document)]
    if reading.withheld:
        parts.append(Text(f"{named(len(reading.withheld), 'claim')} withheld: the score is under the threshold of the type", style="dim"))
    parts += left_out(document, explain=explain)
    for claim in (*(reading.claims or ()), *(reading.withheld if withheld else ())):
        block: RenderableType = claim_lines(claim_to_contract(claim), document.text[claim.start : claim.end])
        told = explanation_to_contract(claim, document.text) if explain else None
        parts += [Padding(block, (1, 0, 0, 0)), *([Padding(why(told), (0, 0, 0, 4))] if told else [])]
    if explain:
        parts += left_lines(document)
    return Group(*parts, Text(""))


def left_lines(document: Document) -> list[RenderableType]:
    """Return a line with the reason for each stretch that no claims are drawn from, and for what stands in the file and not in the text."""
    told = [(part.kind, document.text[part.start : part.end], part.why) for part in unread(document)]
    told += [(left.why, left.words, f"in the file, not in the text{f', {left.where}' if left.where else ''}") for left in document.left_out]
    if not told:
        return []
    lines = [Text.assemble(f"  {kind}  ", (f"“{clean(excerpt(words))}”", "dim"), f"  {clean(reason)}") for kind, words, reason in told]
    return [Text("\nNot read", style="bold"), *lines]


def left_out(document: Document, *, explain: bool) -> list[Text]:
    """Return what was left out of the text: how many passages, or each with the reason and its words."""
    left = document.left_out
    if not explain:
        return (
            [Text(f"{named(len(left), 'passage')} of the original left out of the text; --explain lists them", style="dim")] if left else []
        )
    return [
        Text(f"left out, {' · '.join(part for part in (each.why, each.where) if part)}: {clean(each.words)[:_SHOWN]}", style="dim")
        for each in left
    ]


def _unread(document: Document) -> list[tuple[str, int]]:
    """Return language and length of the passages of a document that no claims are drawn from because of their language."""
    held = [s for s in document.segments if s.kind in READ_KINDS and not document.reads(s)]
    return [(s.lang or document.metadata.lang or "another language", s.end - s.start) for s in held]


def claim_lines(claim: Row, quote: str | None) -> Group:
    """Return one claim on three lines or four."""
    head = Text.assemble(stance(claim), "  ", (clean(claim["gloss"]), "bold"))
    lines = [head, Text.assemble("  ", quoted(quote)), Text(f"  {chain(claim)}", style="dim")]
    rest = about(claim)
    return Group(*lines, *([Text(f"  {rest}", style="dim")] if rest else []))
