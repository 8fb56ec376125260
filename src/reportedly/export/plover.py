"""Claims that tell an event, as rows in the terms of PLOVER: event type, mode and contexts. They are claims, and no events.

The types are those of the dataset that is coded by it (where the manual says DEMAND, that says REQUEST). Acts of speech are told where
their doer demands them, too. Contexts are those that the frame alone gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from reportedly.export import events as e
from reportedly.export.lines import csv_line
from reportedly.export.rows import CLAIM, claim_cells, place_of
from reportedly.export.tally import Json, Tally

COLUMNS = tuple(
    "event_id event_date event_end_date event_type event_mode quad_code contexts actor_name actor_id actor_kind recipient_name "
    "recipient_id recipient_kind placename latitude longitude place_precision source publication_date".split()
)


def plover(rows: Iterable[Json], tally: Tally) -> Iterator[bytes]:
    """Yield a table in CSV; claims that tell no event of these types are left out, and counted."""
    yield csv_line((*COLUMNS, *CLAIM))
    for row in rows:
        named = e.events().frames.get(row["frame"], {}).get("plover")
        if named is None:
            tally.leave(row, e.NO_EVENT, row["frame"])
        elif not e.said(row, *(("demands",) if named[0] in e.events().verbal else ())):
            tally.leave(row, e.NOT_SAID, row["stance"])
        else:
            tally.write(row)
            tally.notes["rows without coordinates"] += not row["located"]
            yield csv_line([*_cells(row, named), *claim_cells(row)])


def _cells(row: Json, named: list[Any]) -> list[object]:
    event, mode, contexts, *roles = named
    one, other = e.two_sides(row, *roles)
    means = e.means_of(row) if mode == e.MEANS else None
    how = (means.mode if means else "") if mode == e.MEANS else mode
    at, valid, doc = place_of(row), row["valid"], row["doc"]
    begin = valid["begin"] or valid["until"] or ""
    sides = [e.joined(side, key) for side in (one, other) for key in ("name", "actor", "kind")]
    where = [at["name"], at["lat"], at["lon"], at["precision"]]
    what = [event, how, e.events().quads[event], "; ".join(contexts)]
    return [row["id"], begin, valid["until"] or "", *what, *sides, *where, doc["publisher"] or doc["path"], doc["published"] or ""]
