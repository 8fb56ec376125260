"""What came: documents, claims by type and place, judgements; and what could not be read, or was taken out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from sqlalchemy import func, select

from reportedly.changes.change import Change
from reportedly.changes.stretch import Stretch, known, listed
from reportedly.export.phrases import name, named
from reportedly.query.judgements import judgement_row
from reportedly.store import schema, sql

_PLACES, _LAST = 4, 3


def documents(stretch: Stretch) -> Iterator[Change]:
    """Yield the documents that came, and further appearances of known ones, the newest first."""
    place, claim = schema.appearance.c, schema.claim.c
    query = select(schema.appearance).where(place.batch <= stretch.after.batch, stretch.fresh(place.batch, place.document))
    if stretch.after.view.known_by is not None:
        query = query.where(known(place.document, stretch.after.view.known_by))
    if not stretch.whole:
        query = query.where(place.document.in_(select(claim.document).where(claim.seq.in_(listed(stretch.new)))))
    document = schema.document.c
    query = query.add_columns(document.batch.label("added"), document.text.is_(None).label("redacted"))
    query = query.join(schema.document, document.id == place.document)
    for row in stretch.connection.execute(query.order_by(place.seq.desc())):
        new = row.added == row.batch
        title, page = (row.path, "") if row.redacted else (row.title or name(row.path), f"/document/{row.document}")
        told = f"published {row.published}" if row.published else "undated"
        after = f"{told}{'' if new else ', another appearance of a known text'}{', redacted since' if row.redacted else ''}"
        publisher = row.publisher or row.publisher_id or "publisher not known"
        yield Change("document", title, None, after, (publisher,), (), page, {}, row.published or "")


def claims(stretch: Stretch) -> Iterator[Change]:
    """Yield how many claims are new of each type, and at which places most of them are; those drawn again word for word are none."""
    claim, at = schema.claim.c, schema.claim_place.c
    query = select(claim.seq, claim.id, claim.type).where(claim.seq.in_(listed(stretch.new))).order_by(claim.seq)
    before = {one.claim.id for one in stretch.replaced[0].values()}
    types: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in stretch.connection.execute(query):
        if row.id not in before:
            types[row.type].append((row.seq, row.id))
    for kind, found in sorted(types.items(), key=lambda each: (-len(each[1]), each[0])):
        places: Counter[str] = Counter()
        for start in range(0, len(found), sql.CHUNK):
            part = [number for number, _ in found[start : start + sql.CHUNK]]
            counted = select(at.name, func.count(at.claim.distinct())).where(at.claim.in_(part), at.name.is_not(None)).group_by(at.name)
            places.update({row[0]: row[1] for row in stretch.connection.execute(counted)})
        most = [f"{where} {count:,}" for where, count in sorted(places.items(), key=lambda each: (-each[1], each[0]))[:_PLACES]]
        ids = tuple(each for _, each in found[-_LAST:])
        after = ": ".join([named(len(found), "claim"), *([", ".join(most)] if most else [])])
        yield Change("claims", kind, None, after, (), ids, "/claims", {"type": kind})
    left = before - {each for found in types.values() for _, each in found} - _still(stretch, before)
    if left:
        yield Change("claims", "no longer drawn", named(len(left), "claim"), None, (), tuple(sorted(left)[:_LAST]), "", {})


def _still(stretch: Stretch, ids: set[str]) -> set[str]:
    """Return those of the ids that claims which stand have."""
    claim, wanted, found = schema.claim.c, sorted(ids), set[str]()
    for start in range(0, len(wanted), sql.CHUNK):
        ids_ = claim.id.in_(wanted[start : start + sql.CHUNK])
        found.update(stretch.connection.scalars(select(claim.id).where(ids_, sql.current(judged=stretch.after.view.judged))))
    return found


def judgements(stretch: Stretch) -> Iterator[Change]:
    """Yield what persons judged meanwhile, and which judgements nothing answers to any more."""
    judgement = schema.judgement
    query = select(judgement).where(judgement.c.batch > stretch.before.batch, judgement.c.batch <= stretch.after.batch)
    if not stretch.whole:
        return
    for row in stretch.connection.execute(query.order_by(judgement.c.seq.desc())).all():
        told = judgement_row(stretch.connection, row)
        state = "" if told["state"] == "current" else f", {told['state']}"
        after = f"{row.act}{f': {row.reason}' if row.reason else ''}{state}"
        yield Change("judgement", row.claim, None, after, (row.by,), (row.claim,), f"/claim/{row.claim}", {}, row.recorded[:10])


def troubles(stretch: Stretch) -> Iterator[Change]:
    """Yield what could not be read, and what was redacted; where a filter chooses claims, it says nothing of these."""
    if not stretch.whole:
        return
    failure, redaction = schema.failure.c, schema.redaction.c
    between = [(table.batch > stretch.before.batch) & (table.batch <= stretch.after.batch) for table in (failure, redaction)]
    for row in stretch.connection.execute(select(schema.failure).where(between[0]).order_by(failure.seq.desc())):
        yield Change("trouble", row.path, None, f"could not be read: {row.message}", (), (), "", {}, row.recorded[:10])
    for row in stretch.connection.execute(select(schema.redaction).where(between[1]).order_by(redaction.seq.desc())):
        yield Change("trouble", row.document, None, f"redacted: {row.reason}", (row.by,), (), "", {}, row.recorded[:10])
