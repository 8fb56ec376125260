"""``reportedly review accept``, ``reject``, ``comment``, ``grade`` and ``undo``."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.out import written
from reportedly.cli.review import asking as a


def accept(
    claim: a.Claim, *, by: a.By, reason: a.Reason = None, key: a.Key = None, ledger: o.LedgerOption = None, json: o.JsonHere = False
) -> None:
    """Accept a claim as it stands: the words say this. It brings back one that was rejected or merged."""
    a.record(claim, "accept", {"reason": reason}, a.Common(by, key, ledger, None, json))


def reject(
    claim: a.Claim, *, by: a.By, reason: a.Reason = None, key: a.Key = None, ledger: o.LedgerOption = None, json: o.JsonHere = False
) -> None:
    """Reject a claim: the words do not say this. It stays in the record, and in every answer `--judgements without`."""
    a.record(claim, "reject", {"reason": reason}, a.Common(by, key, ledger, None, json))


def comment(
    claim: a.Claim,
    words: Annotated[str, typer.Argument(metavar="WORDS", help="What there is to say of it.")],
    *,
    by: a.By,
    key: a.Key = None,
    ledger: o.LedgerOption = None,
    json: o.JsonHere = False,
) -> None:
    """Say something of a claim, which changes nothing in it."""
    a.record(claim, "comment", {"reason": words}, a.Common(by, key, ledger, None, json))


def grade(
    claim: a.Claim,
    value: Annotated[str, typer.Argument(metavar="GRADE", help="One of each scale: B2, or near/full in a scheme of your own.")],
    *,
    by: a.By,
    scheme: Annotated[
        str | None, typer.Option("--scheme", metavar="FILE", help="File of a scheme of your own; else the Admiralty's.")
    ] = None,
    reason: a.Reason = None,
    key: a.Key = None,
    ledger: o.LedgerOption = None,
    json: o.JsonHere = False,
) -> None:
    """Grade a claim by the Admiralty's scheme (source A to F, information 1 to 6) or your own. A grade drives no verdict."""
    common = a.Common(by, key, ledger, None, json, (scheme,) if scheme else ())
    names = [name for name in a.judging(common).schemes if name != "admiralty"]
    a.record(claim, "grade", {"grade": value, "scheme": names[0] if names else None, "reason": reason}, common)


def undo(
    number: Annotated[int, typer.Argument(metavar="NUMBER", min=1, help="Number of the judgement; `review list` gives it.")],
    *,
    by: a.By,
    reason: a.Reason = None,
    key: a.Key = None,
    pack: o.Packs = None,
    ledger: o.LedgerOption = None,
    json: o.JsonHere = False,
) -> None:
    """Undo a judgement by a further one; both stay in the record. What stands then is what the others come to."""
    from reportedly.review import undo as take_back

    how = a.judging(a.Common(by, key, ledger, pack, json))
    with o.open_ledger(ledger) as held:
        a.tell(take_back(held, number, how, None if reason is None else written(reason)), how.by, json=json)
