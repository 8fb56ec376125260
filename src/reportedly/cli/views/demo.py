"""What the demonstration shows of its ledger. All of it is asked of the ledger; nothing is written for the example."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.links import pair_view, reprints_view
from reportedly.cli.views.parts import Row, bars, chain, figure, grid, name, named, quoted, stance
from reportedly.cli.views.pick import forecast, outcomes, shares, varied

if TYPE_CHECKING:
    from reportedly.adding import Summary

_SPEAKERS, _TYPES, _PAIRS, _REPRINTS = 10, 18, 4, 6


@dataclass(frozen=True, slots=True)
class Shown:
    """What the ledger answered: its overview, claims with their words, contradictions, and reprints."""

    overview: Row
    claims: Sequence[Row]
    contradictions: Sequence[Row]
    reprints: Sequence[Row]


def demo_view(shown: Shown, where: str, summary: Summary) -> RenderableType:
    """Return the tour: documents, who claims how much of what, rival figures, contradictions, a forecast, reprints, what to try next."""
    parts: list[RenderableType] = [_opening(shown, summary)]
    for title, body in _sections(shown):
        parts += [Rule(Text(title, style="bold"), align="left", style="dim"), Padding(body, (0, 0, 1, 2))]
    return Group(*parts, _closing(shown, where))


def _opening(shown: Shown, summary: Summary) -> RenderableType:
    found = shown.overview
    again = "" if summary.added else " It was filled before; nothing was added."
    told = (
        f"{named(found['documents'], 'document')} of an invented war, by {named(len(found['publishers']), 'outlet')}, hold "
        f"{named(found['claims'], 'claim')}. The ledger says who claims what, on whose word. It never says what is true.{again}"
    )
    return Padding(Text(told), (1, 0))


def _sections(shown: Shown) -> Iterator[tuple[str, RenderableType]]:
    yield "documents", _documents(shown.claims)
    yield "claims by type", bars([(name or "unknown", n) for name, n in shown.overview["types"].items()][:_TYPES])
    speakers = Counter(claim["speaker"]["name"] for claim in shown.claims if claim["speaker"]["actor"] and not claim["own"])
    yield f"claims by speaker: {_SPEAKERS} of those whom the pages cite and the pack knows", bars(speakers.most_common(_SPEAKERS))
    rival = shares(shown.claims)
    if rival:
        yield "one report, several shares: each with what it is a share of, and whose it is", _shares(rival)
    by_id = {claim["id"]: claim for claim in shown.claims}
    pairs = [pair for pair in varied(shown.contradictions, by_id, _PAIRS) if pair["a"] in by_id and pair["b"] in by_id]
    if pairs:
        count = shown.overview["contradictions"]
        views = [Padding(pair_view(pair, by_id[pair["a"]], by_id[pair["b"]]), (int(at > 0), 0, 0, 0)) for at, pair in enumerate(pairs)]
        yield f"contradictions, {len(pairs)} of {count}", Group(*views)
    told = forecast(shown.claims)
    if told:
        yield "a forecast, and what was said of it later", Group(*map(_dated, [told, *outcomes(told, shown.claims)]))
    if shown.reprints:
        yield (
            "documents that share words",
            reprints_view(sorted(shown.reprints, key=lambda pair: -pair["containment"])[:_REPRINTS]),
        )


def _documents(claims: Sequence[Row]) -> RenderableType:
    counts = Counter((c["doc"]["published"] or "", c["doc"]["publisher"] or "", c["doc"]["path"]) for c in claims)
    table = grid("!dim", "!", ">!", "dim")
    for (published, publisher, path), count in sorted(counts.items()):
        table.add_row(published, clean(publisher), named(count, "claim"), name(path))
    return table


def _shares(found: Sequence[tuple[Row, Row]]) -> RenderableType:
    table = grid(*[""] * len(found), padding=(0, 3))
    table.expand = True
    for column in table.columns:
        column.ratio = 1
    table.add_row(*(Text(figure(share), style="bold") for _, share in found))
    table.add_row(*("" if share["denominator"] else Text("of what, is not told", style="dim") for _, share in found))
    table.add_row(*(quoted(claim["quote"]) for claim, _ in found))
    table.add_row(*(Text(chain(claim), style="dim") for claim, _ in found))
    return table


def _dated(claim: Row) -> RenderableType:
    doc = claim["doc"]
    table = grid("!dim", "")
    head = Text.assemble(stance(claim), "  ", (clean(claim["gloss"]), "bold"))
    table.add_row(doc["published"] or "?", Group(head, quoted(claim["quote"]), Text(chain(claim), style="dim")))
    return table


def _closing(shown: Shown, where: str) -> RenderableType:
    some = next((c["id"] for c in shown.claims if len(c["chain"]) > 2), shown.claims[0]["id"] if shown.claims else "ID")  # noqa: PLR2004 - a chain worth seeing
    # the ledger is named once, so that each command fits its line and can be copied
    lines = (
        f'export REPORTEDLY_LEDGER="{where}"',
        f"reportedly show {some}",
        "reportedly claims --type control --since 2018-10-15",
        "reportedly contradictions --all",
    )
    # each command on one line of its own, whatever the width: it is there to be copied
    return Text.assemble(("try next", "bold"), *((f"\n  {line}", "dim") for line in lines), overflow="ignore", no_wrap=True)
