"""All that changed between two looks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from functools import partial

from reportedly.changes.arrivals import claims, documents, judgements, troubles
from reportedly.changes.change import KINDS, Change, Changes
from reportedly.changes.charges import charges
from reportedly.changes.disputes import disputes
from reportedly.changes.holders import holders, roads
from reportedly.changes.rows import DEPTH, Shelf
from reportedly.changes.since import Since
from reportedly.changes.stretch import Stretch
from reportedly.changes.told import foretold, numbers, stands
from reportedly.changes.verdicts import verdicts
from reportedly.errors import LedgerUnavailableError
from reportedly.model.pack import Pack
from reportedly.query.filters import ClaimFilter
from reportedly.query.groups import Depth
from reportedly.query.sightings import catch_up
from reportedly.store import Ledger
from reportedly.truce.agreement import Agreement

MOST = 300
"""Groups of each view that are looked at where not all are asked for: those with the newest claims."""
_KINDS = {"control": "control", "routes": "route", "figures": "figure", "forecasts": "forecast", "positions": "position"}
_KINDS |= {"allegations": "allegation", "contradictions": "contradiction"}


def changed(
    ledger: Ledger,
    where: ClaimFilter,
    looks: Since,
    *,
    pack: Pack,
    agreements: Sequence[Agreement] = (),
    most: int | None = MOST,
    depth: Depth = DEPTH,
    kinds: Collection[str] = tuple(KINDS),
) -> Changes:
    """Return what changed between two looks at a ledger, computed from its views at both.

    Args:
        ledger: the open ledger.
        where: which claims count as new; what they are set against is always whole.
        looks: the two looks.
        pack: relations between actors and places.
        agreements: whose verdicts are compared; none where a filter chooses claims, as verdicts rest on all.
        most: groups of each view that are looked at; all where None.
        depth: claims of these groups that are looked at.
        kinds: kinds of change that are looked for.
    """
    with suppress(LedgerUnavailableError):  # it may only be read: then its claims are looked through
        catch_up(ledger)
    with ledger.reading() as connection:
        stretch = Stretch.of(connection, where, looks)
        if (stretch.before.batch, looks.before.known_by, looks.before.as_of) == (
            stretch.after.batch,
            looks.after.known_by,
            looks.after.as_of,
        ):
            return Changes(looks.before, looks.after, (), {}, {})
        shelf = Shelf.of(stretch, pack, most, depth)
        parts = _parts(ledger, stretch, shelf, agreements if stretch.whole else ())
        rows = [row for kind, part in parts.items() if kind in kinds for row in part()]
    left = {_KINDS[name]: count for name, count in shelf.left.items() if count}
    order = list(KINDS)
    rows.sort(key=lambda row: row.day, reverse=True)
    rows.sort(key=lambda row: (order.index(row.kind), row.before == row.after, row.before is None))
    return Changes(looks.before, looks.after, tuple(rows), Counter(row.kind for row in rows), left)


def _parts(ledger: Ledger, stretch: Stretch, shelf: Shelf, agreements: Sequence[Agreement]) -> dict[str, Callable[[], Iterator[Change]]]:
    of_shelf = {"control": holders, "route": roads, "forecast": foretold, "position": stands, "figure": numbers}
    of_stretch = {"judgement": judgements, "claims": claims, "document": documents, "trouble": troubles}
    return {
        "truce": partial(verdicts, ledger, stretch, agreements, shelf.pack),
        "allegation": partial(charges, ledger, shelf),
        "contradiction": partial(disputes, ledger, shelf),
        **{kind: partial(part, shelf) for kind, part in of_shelf.items()},
        **{kind: partial(part, stretch) for kind, part in of_stretch.items()},
    }
