"""Verdicts on agreements that are other words than before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import select

from reportedly.changes.change import Change
from reportedly.changes.stretch import Stretch
from reportedly.model.pack import Pack
from reportedly.query.truce import truce_evidence
from reportedly.signed.bearing import ACT
from reportedly.store import Ledger, schema
from reportedly.truce.acts import acts
from reportedly.truce.agreement import Agreement
from reportedly.truce.evidence import Evidence
from reportedly.truce.verdict import Verdict, check

_TOLD = ("yes", "ended", "disputed")
Key = tuple[str, str, str | None, str | None]


def verdicts(ledger: Ledger, stretch: Stretch, agreements: Sequence[Agreement], pack: Pack) -> Iterator[Change]:
    """Yield terms, those who owe them and readings, of which claims come to another word, or it is in force otherwise."""
    if not agreements:
        return
    now = _evidence(ledger, stretch, agreements, pack, stretch.after.view.recorded_by)
    replaced = any(stretch.replaced) or _judged_since(stretch)
    then = _evidence(ledger, stretch, agreements, pack, stretch.before.view.recorded_by) if replaced else now
    names = {each.id: each.name for each in agreements}
    deeds = {each.id: acts() | each.acts for each in agreements}
    was = {_key(each): each for each in check(agreements, then, stretch.before.view)}
    for row in check(agreements, now, stretch.after.view):
        before = was.get(_key(row))
        if before is None or word(before) == word(row):
            continue
        known = before.found.for_ | before.found.against
        fresh = sorted((row.found.for_ | row.found.against) - known)
        who = pack.actors[row.obligor].name if row.obligor in pack.actors else row.obligor or "nobody named"
        reading = f", read as {row.reading}" if row.reading else ""
        asked = f"{row.mood.replace('_', ' ')}: {deeds[row.agreement][row.act]}"
        what = f"{names[row.agreement]}, {row.term} {asked}: {who}{reading}"
        yield Change("truce", what, word(before), word(row), (), tuple(fresh), "/truces", {"agreement": row.agreement})


def _evidence(ledger: Ledger, stretch: Stretch, agreements: Sequence[Agreement], pack: Pack, recorded_by: str | None) -> Evidence:
    kept = stretch.after.view.recorded_by is None and recorded_by is None
    return truce_evidence(ledger, agreements, pack, None if kept else recorded_by, judged=stretch.after.view.judged)


def _judged_since(stretch: Stretch) -> bool:
    judgement = schema.judgement.c
    query = select(judgement.seq).where(judgement.act == ACT, judgement.batch > stretch.before.batch).limit(1)
    return stretch.connection.scalar(query) is not None


def _key(row: Verdict) -> Key:
    return row.agreement, row.term, row.obligor, row.reading


def word(row: Verdict) -> str:
    """Return what claims come to on a term, and how it is in force; no word where nobody is bound."""
    if row.in_force not in _TOLD:
        return f"no word; in force: {row.in_force}"
    value = f"{row.found.value.value}, {row.state}{', excused' if row.excused else ''}"
    return value if row.in_force == "yes" else f"{value}; in force: {row.in_force}"
