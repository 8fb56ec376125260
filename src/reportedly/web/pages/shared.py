"""What several pages ask for."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

from reportedly.export.contract import Json
from reportedly.model.plain import plain
from reportedly.query import view
from reportedly.query.filters import ClaimFilter
from reportedly.query.groups import Depth
from reportedly.query.kin import Kept
from reportedly.query.left import Left
from reportedly.store import sql
from reportedly.track.track import Track
from reportedly.web.ask import SHOWN, Ask
from reportedly.web.page import Answer
from reportedly.web.soon import LateError

_ROW, _CLAIMS, _LEAST = 200, 1_000, 4
"""Claims of a row that are looked at for a person, at most; of a page; and of a row where there are many, on average."""


def pairs_of(ask: Ask) -> Kept | None:
    """Return the documents that share words, as they stood by the clock that is asked by; None while they are looked up meanwhile."""
    clock = ClaimFilter(recorded_by=ask.where.recorded_by)

    def make() -> Kept:
        with ask.ledger.reading() as connection:
            return Kept.of_all(sql.reprints(connection, recorded_by=clock.recorded_by))

    with suppress(LateError):
        return ask.site.soon(ask.ledger, ("pairs", clock), make, wait=0)
    return None


def cut(ask: Ask, rows: Sequence[Any], size: int = SHOWN) -> tuple[list[Any], int | None]:
    """Return the rows of the page that is asked for, and the cursor of the next one."""
    begin, wanted = stretch(ask, size)
    end = len(rows) if ask.form == "csv" and ask.where.limit is None else begin + wanted
    return list(rows[begin:end]), end if end < len(rows) and end > begin else None


def viewed(ask: Ask, track: Track[Any], size: int = SHOWN) -> Answer:
    """Return the answer of a view: a page of its rows as plain values, and from where it is looked.

    A person is shown what the newest claims of a row come to, and how many older ones were not looked at; the twins look at all.
    """
    wanted = stretch(ask, size)[1]
    depth = None if ask.form in {"json", "csv"} else Depth(_ROW, max(_LEAST, _CLAIMS // max(1, wanted)))
    return paged(ask, (track, depth), partial(view, track=track, depth=depth), size, counted=track.single or track.whole)


def paged(ask: Ask, key: Hashable, query: Callable[..., Iterable[Any]], size: int = SHOWN, *, counted: bool = True) -> Answer:
    """Return the same of any query that tells what it leaves out.

    ``total`` is how many rows there are in all, or at least, as ``least`` says.

    Args:
        ask: what is asked.
        key: tells it from others.
        query: takes a ledger, a filter, from where it is looked, packs, and where to tell what it leaves out.
        size: rows of a page.
        counted: it knows how many rows there are, and not only how many groups of rows, where it does not say otherwise.
    """
    if ask.form == "csv":
        return shown(ask, key, query, size)
    begin, wanted = stretch(ask, size)
    chosen, asked = replace(ask.where, offset=begin, limit=wanted + 1), ask.view

    def make() -> tuple[list[Json], Left]:
        left = Left()
        return [plain(row) for row in query(ask.ledger, chosen, asked=asked, pack=ask.site.pack, left=left)], left

    rows, left = ask.kept((key, chosen, asked), make)
    more = len(rows) > wanted  # where not, all groups were looked at, of which some may have made no row
    total = begin + len(rows) + (left.rows if more else 0) if rows or not begin else len(_first(ask, query))
    least = left.least or (more and not counted)
    told = {"as_of": asked.as_of, "known_by": asked.known_by, "recorded_by": asked.recorded_by, "chains": asked.chains, "total": total}
    told |= {"least": True} if least else {}
    seen = {"view": asked, "total": total, "least": least, "older": left.claims}
    return Answer(rows[:wanted], seen, told, begin + wanted if len(rows) > wanted > 0 else None)


def _first(ask: Ask, query: Callable[..., Iterable[Any]]) -> range:
    """Return as many numbers as a view has rows: where a page lies behind the last, and knows nothing of those before."""
    left, found = Left(), replace(ask.where, offset=0, limit=1)
    rows = list(query(ask.ledger, found, asked=ask.view, pack=ask.site.pack, left=left))
    return range(len(rows) + left.rows)


def stretch(ask: Ask, size: int) -> tuple[int, int]:
    """Return where the page that is asked for begins among all rows, and how many it has."""
    begin = (ask.after or 0) + (0 if ask.after else ask.where.offset)
    wanted = ask.size if ask.form != "html" or ask.where.limit is not None else size
    return begin, size if wanted is None else wanted


def spread(ask: Ask, found: Answer, parts: str) -> Answer:
    """Return an answer, in CSV with a row for each of the ``parts`` of its rows."""
    return replace(found, rows=[row | part for row in found.rows for part in row[parts]]) if ask.form == "csv" else found


def shown(ask: Ask, key: Hashable, query: Callable[..., Iterable[Any]], size: int = SHOWN) -> Answer:
    """Return the same of any query of a ledger and a filter, from a view and with packs; ``key`` tells it from others."""
    chosen = replace(ask.where, limit=None, offset=0)
    asked = ask.view

    def make() -> list[Json]:
        return [plain(row) for row in query(ask.ledger, chosen, asked=asked, pack=ask.site.pack)]

    rows = ask.kept((key, chosen, asked), make)
    found, following = cut(ask, rows, size)
    told = {"as_of": asked.as_of, "known_by": asked.known_by, "recorded_by": asked.recorded_by, "chains": asked.chains, "total": len(rows)}
    return Answer(found, {"view": asked, "total": len(rows)}, told, following)
