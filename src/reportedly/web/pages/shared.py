"""What several pages ask for."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from reportedly.export.contract import Json
from reportedly.model.plain import plain
from reportedly.query import view
from reportedly.query.filters import ClaimFilter
from reportedly.query.kin import Kept
from reportedly.store import sql
from reportedly.track.track import Track
from reportedly.web.ask import SHOWN, Ask
from reportedly.web.page import Answer


def pairs_of(ask: Ask) -> Kept:
    """Return the documents that share words, as they stood by the clock that is asked by."""
    clock = ClaimFilter(recorded_by=ask.where.recorded_by)

    def make() -> Kept:
        with ask.ledger.reading() as connection:
            return Kept.of_all(sql.reprints(connection, recorded_by=clock.recorded_by))

    return ask.site.remembered(ask.ledger, ("pairs", clock), make)


def cut(ask: Ask, rows: list[Any], size: int = SHOWN) -> tuple[list[Any], int | None]:
    """Return the rows of the page that is asked for, and the cursor of the next one."""
    begin = (ask.after or 0) + (0 if ask.after else ask.where.offset)
    wanted = ask.size if ask.form != "html" or ask.where.limit is not None else size
    end = len(rows) if wanted is None else begin + wanted
    return rows[begin:end], end if end < len(rows) and end > begin else None


def viewed(ask: Ask, track: Track[Any], size: int = SHOWN) -> Answer:
    """Return the answer of a view: a page of its rows as plain values, in all how many there are, and from where it is looked."""
    return shown(ask, track, partial(view, track=track), size)


def spread(ask: Ask, found: Answer, parts: str) -> Answer:
    """Return an answer, in CSV with a row for each of the ``parts`` of its rows."""
    return replace(found, rows=[row | part for row in found.rows for part in row[parts]]) if ask.form == "csv" else found


def shown(ask: Ask, key: Hashable, query: Callable[..., Iterable[Any]], size: int = SHOWN) -> Answer:
    """Return the same of any query of a ledger and a filter, from a view and with packs; ``key`` tells it from others."""
    chosen = replace(ask.where, limit=None, offset=0)
    asked = ask.view

    def make() -> list[Json]:
        return [plain(row) for row in query(ask.ledger, chosen, asked=asked, pack=ask.site.pack)]

    rows = ask.site.remembered(ask.ledger, (key, chosen, asked), make)
    found, following = cut(ask, rows, size)
    told = {"as_of": asked.as_of, "known_by": asked.known_by, "recorded_by": asked.recorded_by, "chains": asked.chains, "total": len(rows)}
    return Answer(found, {"view": asked, "total": len(rows)}, told, following)
