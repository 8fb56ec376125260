"""What the ledger's claims bear on in agreements: proposed by the program, confirmed or struck by persons."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from reportedly.compare.reprints import families
from reportedly.model.pack import Pack
from reportedly.query.bearings import catch_up, is_fresh, read, text_key
from reportedly.query.judgements import judgement_row
from reportedly.query.told import told
from reportedly.signed.bearing import ACT, JudgedBearing, unseal
from reportedly.store import Ledger, schema, sql
from reportedly.truce.agreement import Agreement
from reportedly.truce.evidence import Bearing, Coverage, Evidence
from reportedly.truce.propose import propose
from reportedly.truce.told import Told

Key = tuple[str, str, str, str]
Laid = tuple[list[Bearing | Coverage], dict[Key, JudgedBearing], dict[str, Told]]


def truce_evidence(
    ledger: Ledger,
    agreements: Sequence[Agreement],
    pack: Pack,
    recorded_by: str | None = None,
    *,
    known: Sequence[Agreement] | None = None,
    judged: bool = True,
) -> Evidence:
    """Return what bears on agreements, as it was recorded by a day or moment; what persons judged of it by then is reckoned in.

    ``known`` are all agreements that words such as "the truce" may mean, ``agreements`` alone where it is left out: which of them are
    looked at changes nothing in what bears on one.
    A judgement carries over to the claim that stands in the place of the one that was judged; one whose signature does not hold, or
    that nothing answers to any more, is left out.
    """
    others = known or agreements
    held = _kept(ledger, agreements, pack, others) if recorded_by is None and judged else None
    found, own, claims = held or _proposed(ledger, agreements, pack, others, recorded_by, judged=judged)
    bearings = list(_reckoned((row for row in found if isinstance(row, Bearing)), own, claims))
    return Evidence(bearings, (row for row in found if isinstance(row, Coverage)))


def _kept(ledger: Ledger, agreements: Sequence[Agreement], pack: Pack, known: Sequence[Agreement]) -> Laid | None:
    """Return what the ledger keeps, brought up to date first; None where it cannot be."""
    texts = {text_key(agreement, pack, known): agreement for agreement in agreements}
    if not catch_up(ledger, texts, pack, known):
        return None
    with ledger.reading() as connection:
        if not is_fresh(connection, texts):
            return None
        kin = families(sql.reprints(connection, bare=True))
        found = [row for key, agreement in texts.items() for row in read(connection, key, agreement.id, kin)]
        judged = judged_bearings(connection)
        ids = sorted({claim for claim, *_ in judged})
        documents = sorted(set(connection.scalars(select(schema.claim.c.document).where(schema.claim.c.id.in_(ids)))))
        claims = {one.claim.id: one for one in told(connection, None, documents)} if documents else {}
    return found, judged, claims


def _proposed(
    ledger: Ledger, agreements: Sequence[Agreement], pack: Pack, known: Sequence[Agreement], recorded_by: str | None, *, judged: bool
) -> Laid:
    with ledger.reading() as connection:
        claimed = list(told(connection, recorded_by, judged=judged))
        own = judged_bearings(connection, recorded_by) if judged else {}
    found = [row for agreement in agreements for row in propose(agreement, claimed, pack, known)]
    return found, own, {one.claim.id: one for one in claimed}


def judged_bearings(connection: Connection, recorded_by: str | None = None) -> dict[Key, JudgedBearing]:
    """Return what persons last judged of bearings by a day or moment, by claim (as it stands now), agreement, atom and act."""
    table = schema.judgement
    query = select(table).where(table.c.act == ACT).order_by(table.c.seq)
    if recorded_by is not None:
        query = query.where(sql.until(table.c.recorded, recorded_by))
    found: dict[Key, JudgedBearing] = {}
    for row in connection.execute(query).all():
        judged = unseal(row.claim, row.by, row.reason, json.loads(row.value or "null"))
        now = judgement_row(connection, row)["now"] if judged else None
        if judged is not None and now is not None:
            found[now, judged.agreement, judged.atom, judged.act] = replace(judged, claim=now)
    return found


def last_judgement(ledger: Ledger, judged: JudgedBearing) -> int | None:
    """Return the number of the last judgement of the same bearing, None where there is none."""
    table = schema.judgement
    query = select(table.c.seq, table.c.value).where(table.c.act == ACT, table.c.claim == judged.claim).order_by(table.c.seq.desc())
    own = (judged.agreement, judged.atom, judged.act)
    with ledger.reading() as connection:
        for row in connection.execute(query):
            told = json.loads(row.value or "null")
            if isinstance(told, dict) and tuple(told.get(name) for name in ("agreement", "atom", "act")) == own:
                return int(row.seq)
    return None


def _reckoned(bearings: Iterable[Bearing], judged: dict[Key, JudgedBearing], claims: dict[str, Told]) -> Iterator[Bearing]:
    """Yield bearings as persons judged them: without those struck, and with those that only a person saw."""
    if not judged:
        yield from bearings
        return
    left = dict(judged)
    for row in bearings:
        word = left.pop((row.claim, row.agreement, row.atom, row.act), None)
        if word is None:
            yield row
        elif word.standing == "confirmed":
            yield row._replace(sign=word.sign, confirmed=True, surely=True)
    for word in left.values():
        one = claims.get(word.claim)
        if word.standing == "confirmed" and one is not None:
            speaker = one.claim.speaker.actor
            yield Bearing(word.claim, word.agreement, word.atom, word.sign, word.act, speaker=speaker, confirmed=True, **one.times)
