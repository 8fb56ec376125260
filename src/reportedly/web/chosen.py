"""What is known of the claims that pass without asking the record: from the columns that the server holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

import numpy as np
from sqlalchemy import Connection

from reportedly.query import contradictions
from reportedly.query.clocks import cuts
from reportedly.query.columns import Columns, counted, documents_passing, following, passing, there
from reportedly.query.facets import KINDS, MOST, Facet
from reportedly.query.filters import ClaimFilter
from reportedly.query.paging import Pick
from reportedly.query.pairing import Pairs, Some
from reportedly.query.standing import Reprinted, reprinted, standing
from reportedly.query.standing import chosen as of_pairs
from reportedly.web.ask import Ask


def picking(ask: Ask, size: int, *, by_day: bool = False) -> Pick:
    """Return what gives the claims that pass and follow, one more than ``size``; None where the record is to be asked.

    Where claims of so many chains are asked for, all are given that may be one.
    """
    return partial(_picked, ask, size, by_day)


def _picked(ask: Ask, size: int, by_day: bool, connection: Connection) -> Mapping[int, int] | None:  # noqa: FBT001
    columns = ask.site.columns(ask.ledger, connection)
    mask = None if columns is None else passing(columns, connection, ask.where)
    if columns is None or mask is None:
        return None
    least = ask.where.min_chains
    return following(columns, mask, ask.after, size + 1 if least is None else None, by_day=by_day, homes=least or 0)


def picking_documents(ask: Ask) -> Callable[[Connection], Sequence[int] | None]:
    """Return what gives the numbers of the documents that pass and follow; None where the record is to be asked, or does it soon itself."""

    def picked(connection: Connection) -> Sequence[int] | None:
        asked = any(getattr(ask.where, name) is not None for name in ("publisher", "known_by", "published_since", "published_until"))
        columns = ask.site.columns(ask.ledger, connection) if asked and ask.size is not None else None
        return None if columns is None else documents_passing(columns, connection, ask.where, ask.after or 0, (ask.size or 0) + 1)

    return picked


def counts(ask: Ask, names: Sequence[str] = KINDS, times: int = MOST) -> list[Facet] | None:
    """Return how many claims have which value, of times so many values; None where the record is to be asked.

    What was counted is kept: all pages of a list have the same.
    """
    where: ClaimFilter = replace(ask.where, limit=None, offset=0)
    with ask.ledger.reading() as connection:
        columns = ask.site.columns(ask.ledger, connection)
        found = None if columns is None else counted(columns, connection, where, names, times=times)
        return None if found is None else ask.site.remembered(ask.ledger, ("counts", where, names, times), lambda: list(found))


def disputes(ask: Ask, where: ClaimFilter, *, look_alikes: bool) -> Some:
    """Return the pairs of claims that contradict each other of which one passes; limit and offset do not matter."""
    where = replace(where, limit=None, offset=0)

    def make() -> Some:
        ask.site.hold()
        with ask.ledger.reading() as connection:
            columns, found = ask.site.columns(ask.ledger, connection), None
            if columns is not None and (where.recorded_by is None or not cuts(connection, where.recorded_by)):
                pairs = ask.site.remembered(
                    ask.ledger, ("standing pairs", where.judged), partial(standing, ask.ledger, judged=where.judged)
                )
                found = of_pairs(pairs, columns, connection, where)
        return Some(Pairs(list(contradictions(ask.ledger, where, look_alikes=True)))) if found is None else found

    found = ask.kept(("contradictions", where), make)
    return found if look_alikes else found.real()


def held(ask: Ask) -> Callable[[Connection], Columns | None]:
    """Return what gives the claims as columns, where they are at hand."""
    return partial(ask.site.columns, ask.ledger)


def shared(ask: Ask) -> Callable[[Connection, Columns], Reprinted]:
    """Return what gives the documents that share words, as they stand now."""
    return lambda connection, columns: ask.site.remembered(ask.ledger, ("reprinted", columns.batch), lambda: reprinted(connection, columns))


def last_documents(ask: Ask, most: int) -> list[int] | None:
    """Return the numbers of the documents that were recorded last of those known by the clock; None where the record is to be asked."""
    by = ask.where.recorded_by
    with ask.ledger.reading() as connection:
        columns = ask.site.columns(ask.ledger, connection)
        if columns is None or (by is not None and cuts(connection, by)):
            return None
    numbers = columns.number[there(columns, ask.where.known_by)]
    return sorted(map(int, np.partition(numbers, -most)[-most:] if len(numbers) > most else numbers))
