"""Recording what a person holds of a claim, and what that makes of it; in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from reportedly.codebook import codebook_of
from reportedly.comparing import compare_judged
from reportedly.errors import OptionError, StaleError, UnknownIdError
from reportedly.model.frame import Codebook
from reportedly.model.pack import Pack
from reportedly.query.one import begins_so
from reportedly.review.change import made_of
from reportedly.review.fold import Act, fold
from reportedly.review.grades import ADMIRALTY, Scheme
from reportedly.review.held import Held, held, row_now
from reportedly.review.said import Asked, reason_of, said_of
from reportedly.review.values import Case
from reportedly.signed.judged import ACTS, Judged, seal_judged
from reportedly.store import Ledger, schema, sql
from reportedly.store.batch import Batch
from reportedly.store.judged import put_back, put_judged

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


@dataclass(frozen=True, slots=True)
class Judging:
    """How judgements are recorded.

    Attributes:
        by: who judges. key: gives what signs it, once all else was looked at.
        pack: names that a correction may use. packs: of the theatre, for what contradicts what.
        schemes: grades that may be given, by name. codebook: files of frames of the user's own.
    """

    by: str
    key: Callable[[], Ed25519PrivateKey]
    pack: Pack
    packs: tuple[str, ...]
    schemes: Mapping[str, Scheme] = field(default_factory=lambda: {ADMIRALTY.name: ADMIRALTY})
    codebook: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was recorded.

    Attributes:
        number: of the judgement. claim: id of the claim as it was drawn. act: what was done.
        made: ids of what stands in its place now; the claim's own where it stands as it was drawn, none where it is gone.
    """

    number: int
    claim: str
    act: str
    made: tuple[str, ...]


def judge(ledger: Ledger, claim: str, act: str, given: Mapping[str, str], how: Judging) -> Recorded:
    """Record a judgement of a claim, signed.

    Args:
        ledger: the open ledger.
        claim: its id, or how it begins; that of one that a person made of it will do.
        act: one of :data:`ACTS` but undo.
        given: fields of the act, ``reason``, and ``seen``: the beginning of the hash of the row that was looked at, where that matters.
        how: who judges, and with what.

    Raises:
        OptionError: a value is not understood. Nothing is recorded then.
        UnknownIdError: no claim's id begins so, several do, or it does not stand.
        StaleError: the claim is not what was looked at any more.
        LedgerError: the ledger cannot be written.
    """
    if act not in ACTS or act == "undo":
        what = f"{act!r:.40} is no judgement"
        raise OptionError(what, where="act", remedy=f"give one of {', '.join(ACTS)}")
    book = codebook_of(how.codebook)
    with ledger.reading() as connection:
        key = begins_so(connection, claim, ledger.where)
        found = held(connection, key)
        now = made_of(found.own.claim, found.standing, book).get(found.part) or found.own.claim
        case = Case(now, found.own.text, how.pack, book)
        said = said_of(act, given, Asked(case, found, connection, how.schemes))
        of = row_now(connection, found, key)
    if not of.startswith(given.get("seen", "")):
        what = "this claim has changed since it was shown"
        raise StaleError(what, where=key, remedy="look at it as it stands now, and send it again if it still holds")
    judged = Judged(found.own.claim.id, of, act, how.by, reason_of(given.get("reason"), act), said)
    return _record(ledger, judged, how, book)


def undo(ledger: Ledger, number: int, how: Judging, reason: str | None = None) -> Recorded:
    """Undo a judgement by a further one; both stay in the record.

    Raises:
        UnknownIdError: no judgement has that number.
        OptionError: it is undone already, is itself an undoing, or is of a bearing.
    """
    table = schema.judgement.c
    with ledger.reading() as connection:
        row = connection.execute(select(schema.judgement).where(table.seq == number)).first()
        followed = connection.scalar(select(table.seq).where(table.supersedes == number).limit(1))
    if row is None:
        what = f"no judgement has the number {number}"
        raise UnknownIdError(what, where="undo", remedy="`reportedly review list` gives the numbers")
    if row.act not in ACTS or row.act == "undo" or followed is not None:
        why = f"it was undone by {followed}" if followed else "it is itself an undoing" if row.act == "undo" else f"it is a {row.act}"
        what = f"judgement {number} cannot be undone: {why}"
        raise OptionError(what, where="undo", remedy="judge the claim anew")
    of = row.hash
    return _record(ledger, Judged(row.claim, of, "undo", how.by, reason_of(reason, "undo"), {}, number), how, codebook_of(how.codebook))


def _record(ledger: Ledger, judged: Judged, how: Judging, book: Codebook) -> Recorded:
    numbers: list[int] = []
    then = partial(_apply, _Making(judged, book, numbers))
    value = seal_judged(judged, how.key())
    number = ledger.writer().judge(
        judged.claim, judged.act, by=judged.by, value=value, reason=judged.reason, supersedes=judged.supersedes, then=then
    )
    if numbers:
        compare_judged(ledger, how.packs, numbers)
    with ledger.reading() as connection:
        table = schema.claim.c
        made = connection.scalars(select(table.id).where(table.seq.in_(numbers)).order_by(table.seq)).all()
        found = held(connection, judged.claim)
        own = (found.own.claim.id,) if found.standing.untouched else _standing_ids(connection, found)
    return Recorded(number, judged.claim, judged.act, tuple(made) or own)


@dataclass(frozen=True, slots=True)
class _Making:
    judged: Judged
    book: Codebook
    numbers: list[int]


def _apply(making: _Making, connection: Connection, batch: Batch, number: int) -> None:
    """Put what the judgement makes of its claim, reckoned anew inside the transaction: another may have been quicker."""
    judged = making.judged
    found = held(connection, judged.claim)
    if judged.act == "undo" and any(act.undoes == judged.supersedes for act in found.acts):
        what = f"judgement {judged.supersedes} was undone meanwhile"
        raise StaleError(what, where="undo", remedy="look at what stands now")
    act = Act(number, judged.act, judged.by, judged.said, judged.supersedes)
    standing = fold([*found.acts, act])
    if standing == found.standing:
        return
    if standing.untouched:
        put_back(connection, batch, found.own, number)
    else:
        making.numbers.extend(put_judged(connection, batch, found.own, number, made_of(found.own.claim, standing, making.book)))


def _standing_ids(connection: Connection, found: Held) -> tuple[str, ...]:
    table = schema.claim.c
    query = select(table.id).where(table.supersedes == found.own.row.seq, sql.current(documents=[found.own.row.document]))
    return tuple(connection.scalars(query.order_by(table.seq)))
