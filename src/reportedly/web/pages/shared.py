"""What several pages ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from reportedly.export.contract import Json
from reportedly.model import Reprint
from reportedly.model.plain import plain
from reportedly.query import view
from reportedly.query.chains import known_reprints
from reportedly.query.filters import ClaimFilter
from reportedly.track.seen import Glass, Row, Seen
from reportedly.web.ask import SHOWN, Ask
from reportedly.web.page import Answer


def pairs_of(ask: Ask) -> list[Reprint]:
    """Return the documents that share words, as they stood by the clock that is asked by."""
    clock = ClaimFilter(recorded_by=ask.where.recorded_by)

    def make() -> list[Reprint]:
        with ask.ledger.reading() as connection:
            return known_reprints(connection, clock)

    return ask.site.remembered(ask.ledger, ("pairs", clock), make)


def cut(ask: Ask, rows: list[Any], size: int = SHOWN) -> tuple[list[Any], int | None]:
    """Return the rows of the page that is asked for, and the cursor of the next one."""
    begin = (ask.after or 0) + (0 if ask.after else ask.where.offset)
    wanted = ask.size if ask.form != "html" or ask.where.limit is not None else size
    end = len(rows) if wanted is None else begin + wanted
    return rows[begin:end], end if end < len(rows) and end > begin else None


def viewed(ask: Ask, types: tuple[str, ...], build: Callable[[list[Seen], Glass], Iterable[Row]], size: int = SHOWN) -> Answer:
    """Return the answer of a view: a page of its rows as plain values, in all how many there are, and from where it is looked."""
    chosen = ClaimFilter.from_params({name: value for name, value in ask.given.items() if name not in {"after", "lens", "limit", "offset"}})
    asked = ask.view

    def make() -> list[Json]:
        found = view(ask.ledger, chosen, types, build, asked=asked, pack=ask.site.pack)
        return [plain(row) for row in found]

    rows = ask.site.remembered(ask.ledger, (build.__name__, chosen, asked), make)
    shown, following = cut(ask, rows, size)
    told = {"as_of": asked.as_of, "known_by": asked.known_by, "recorded_by": asked.recorded_by, "chains": asked.chains, "total": len(rows)}
    return Answer(shown, {"view": asked, "total": len(rows)}, told, following)
