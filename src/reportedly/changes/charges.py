"""Allegations that are new: charges that were not there before, by incident, with the names of private persons taken out."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select

from reportedly.changes.change import Change
from reportedly.changes.rows import Shelf
from reportedly.changes.stretch import listed
from reportedly.query.allegations import register
from reportedly.query.seen import by_numbers
from reportedly.store import Ledger, schema
from reportedly.text import clean, excerpt
from reportedly.track.allegations import TYPES, Incident
from reportedly.track.alleged import alleges

_WORDS = 160


def charges(ledger: Ledger, shelf: Shelf) -> Iterator[Change]:
    """Yield incidents among the new charges, those recorded last; an earlier charge of the same incident is not looked for."""
    stretch, claim = shelf.stretch, schema.claim.c
    query = select(claim.seq).where(claim.seq.in_(listed(stretch.new)), claim.type.in_(TYPES)).order_by(claim.seq)
    every = stretch.connection.scalars(query).all()
    numbers = every if shelf.most is None else every[-shelf.most * shelf.depth.mean :]
    shelf.left["allegations"] = len(every) - len(numbers)
    known = {one.claim.id for one in stretch.replaced[0].values()}
    new = [one for one in by_numbers(stretch.connection, numbers).values() if alleges(one) and one.claim.id not in known]
    if not new:
        return
    shelf.counters[1].learn({one.held.document for one in new})  # at once for all incidents
    build = register(ledger, asked=stretch.after.view, pack=shelf.pack)
    yield from (_change(row) for row in build(new, shelf.glass(1)) if row.charges)


def _change(row: Incident) -> Change:
    newest = row.charges[-1]
    what = f"{row.act or excerpt(clean(newest.what), 60) or 'act not told'}, {row.name or 'place not told'}"
    accused = ", ".join(party.name for party in row.accused)
    words = f"“{excerpt(clean(newest.words), _WORDS)}”" if newest.words is not None else "the words were redacted"
    after = f"{row.state}{f'; accused: {accused}' if accused else ''}; {words}"
    by = tuple(dict.fromkeys(each.by for each in row.charges))
    query = {"place": row.place} if row.place else {}
    return Change("allegation", what, None, after, by, tuple(each.claim for each in row.charges), "/allegations", query, row.last)
