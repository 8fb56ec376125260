"""``reportedly truce confirm`` and ``reportedly truce strike``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli import options as o
from reportedly.cli.out import clean, write_json, written
from reportedly.cli.truce import asking as a

if TYPE_CHECKING:
    from reportedly.signed import JudgedBearing

Claim = Annotated[str, typer.Argument(metavar="CLAIM", help="Id of a claim, or how it begins.")]
Agreement = Annotated[str, typer.Argument(metavar="AGREEMENT", help="Id of an agreement.")]
On = Annotated[str, typer.Argument(metavar="ATOM", help="What it bears on: TERM@ACTOR, TERM, accepted@ACTOR, exists, or an atom.")]
By = Annotated[str, typer.Option("--by", envvar="REPORTEDLY_REPORTER", metavar="NAME", help="Who judges, and signs.")]
Act = Annotated[str | None, typer.Option(metavar="ID", help="The act it is about; that of the term without. Of an acceptance: accepts …")]
Against = Annotated[bool, typer.Option("--against", help="It speaks against it, not for it.")]
Reason = Annotated[str | None, typer.Option(metavar="WORDS", help="Why.")]
Key = Annotated[str | None, typer.Option(metavar="PATH", help="Key to sign with (Ed25519, PEM); made where there is none.")]


def confirm(
    claim: Claim,
    agreement: Agreement,
    atom: On,
    *,
    by: By,
    act: Act = None,
    against: Against = False,
    reason: Reason = None,
    key: Key = None,
    file: a.Files = None,
    pack: o.Packs = None,
    ledger: o.LedgerOption = None,
    json: o.JsonHere = False,
) -> None:
    """Confirm that a claim bears on something of an agreement, signed: one that the program proposed, or one that it did not see."""
    from reportedly.signed import JudgedBearing

    made, settled, sign = _of(agreement, atom, act, file, pack, sign=-1 if against else 1)
    said = JudgedBearing(written(claim), made, written(atom), sign, settled, "confirmed", written(by), _words(reason))
    _record(said, key, ledger, json=json)


def strike(
    claim: Claim,
    agreement: Agreement,
    atom: On,
    *,
    by: By,
    act: Act = None,
    reason: Reason = None,
    key: Key = None,
    file: a.Files = None,
    pack: o.Packs = None,
    ledger: o.LedgerOption = None,
    json: o.JsonHere = False,
) -> None:
    """Strike a bearing that the program proposed, signed: the claim does not bear on this. An earlier judgement is followed, never lost."""
    from reportedly.signed import JudgedBearing

    made, settled, sign = _of(agreement, atom, act, file, pack, sign=0)
    said = JudgedBearing(written(claim), made, written(atom), sign, settled, "struck", written(by), _words(reason))
    _record(said, key, ledger, json=json)


def _of(agreement: str, atom: str, act: str | None, file: list[str] | None, pack: list[str] | None, *, sign: int) -> tuple[str, str, int]:
    """Return the agreement that is meant, the act, and the sign that it makes of ``sign``."""
    from reportedly.truce.atoms import act_of

    (made,) = a.chosen(file, pack, [agreement]).agreements
    return made.id, *act_of(made, written(atom), act, sign)


def _words(reason: str | None) -> str | None:
    return written(reason).strip() or None if reason else None


def _record(said: JudgedBearing, key: str | None, ledger: str | None, *, json: bool) -> None:
    from reportedly.judging import judge_bearing
    from reportedly.signed import own_key

    with o.open_ledger(ledger) as held:
        number, judged = judge_bearing(held, said, lambda: own_key(Path(key) if key else o.own_key_path()))
    if json:
        told = {name: getattr(judged, name) for name in ("claim", "agreement", "atom", "act", "sign", "standing", "by", "reason")}
        write_json({"judgement": number, **told})
        return
    line = f"{number}: {judged.claim} {judged.standing} on {judged.atom} of {judged.agreement}, signed by {judged.by}"
    sys.stdout.write(f"{clean(line)}\n")
