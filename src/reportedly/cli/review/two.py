"""``reportedly review merge`` and ``reportedly review split``."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.review import asking as a

_Words = Annotated[str, typer.Argument(metavar="WORDS", help="Words of the document, or START:END.")]


def merge(
    claim: a.Claim,
    into: Annotated[str, typer.Argument(metavar="OTHER", help="Id of the claim that it is one with, and that stays.")],
    *,
    by: a.By,
    reason: a.Reason = None,
    key: a.Key = None,
    ledger: o.LedgerOption = None,
    json: o.JsonHere = False,
) -> None:
    """Say that two claims are one: the first is told by the other from now on, and counts no more beside it."""
    a.record(claim, "merge", {"into": into, "reason": reason}, a.Common(by, key, ledger, None, json))


def split(
    claim: a.Claim,
    first: _Words,
    second: _Words,
    *,
    by: a.By,
    reason: a.Reason = None,
    key: a.Key = None,
    ledger: o.LedgerOption = None,
    json: o.JsonHere = False,
) -> None:
    """Split a claim into two, each with words of its own; each can then be corrected or rejected by itself."""
    given = {"reason": reason, **_part(first, "words", "span"), **_part(second, "words_two", "span_two")}
    a.record(claim, "split", given, a.Common(by, key, ledger, None, json))


def _part(value: str, words: str, span: str) -> dict[str, str]:
    start, colon, end = value.partition(":")
    return {span if colon and start.isdecimal() and end.isdecimal() else words: value}
