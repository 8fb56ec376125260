"""``reportedly review correct``."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.review import asking as a

_Option = typer.Option


def correct(
    claim: a.Claim,
    *,
    by: a.By,
    kind: Annotated[str | None, _Option("--type", metavar="NAME", help="Claim type, with --frame.")] = None,
    frame: Annotated[str | None, _Option(metavar="ID", help="Frame of the codebook.")] = None,
    stance: Annotated[str | None, _Option(metavar="NAME", help="How the speaker stands to it.")] = None,
    span: Annotated[str | None, _Option(metavar="START:END", help="Characters of the document, from 0, the end left out.")] = None,
    words: Annotated[str | None, _Option(metavar="WORDS", help="The words instead, as they stand in the document.")] = None,
    speaker: Annotated[str | None, _Option(metavar="NAME", help="Who says it: an actor of the packs, or a name in the document.")] = None,
    place: Annotated[
        str | None, _Option(metavar="NAMES", help="Where: of a gazetteer or the document, ; between several; or none.")
    ] = None,
    date: Annotated[str | None, _Option(metavar="ISO", help="When it holds: 2031-01-31, 2031-01, A/B, ../B; or none.")] = None,
    figure: Annotated[str | None, _Option(metavar="FIGURE", help="As in '>= 12 civilians killed'; or none.")] = None,
    reason: a.Reason = None,
    key: a.Key = None,
    pack: o.Packs = None,
    ledger: o.LedgerOption = None,
    json: o.JsonHere = False,
) -> None:
    """Correct fields of a claim, signed: a claim with the corrected values takes its place; what was drawn stays in the record.

    Values are checked as the program's own are. What hangs on them (gloss, what it says the same as, contradictions) is made anew.
    """
    given = {"type": kind, "frame": frame, "stance": stance, "span": span, "words": words, "speaker": speaker}
    given |= {"place": place, "date": date, "figure": figure, "reason": reason}
    a.record(claim, "correct", given, a.Common(by, key, ledger, pack, json))
