"""Who could see which zone for how long: what a prohibition needs to be called kept."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from reportedly.truce.disjoint import disjoint
from reportedly.truce.evidence import Coverage, chain_of
from reportedly.truce.found import Found, unknown
from reportedly.truce.times import Interval
from reportedly.truce.value import Value
from reportedly.truce.view import View, seen, spell

Seen = tuple[Coverage, Interval]
_SIDES = 2


def coverage(rows: Iterable[Coverage], zone: str | None, window: Interval, view: View, time_zone: ZoneInfo) -> Found:
    """Return whether a monitor, or two sides at least, could see all of a zone for all of a window.

    Args:
        rows: claims of coverage.
        zone: the zone; None is all of the ground, which only a claim about all of it covers.
        window: from when to when; one without beginning or end cannot be covered.
        view: from where it is looked at.
        time_zone: of days.
    """
    of = f"coverage of {zone or 'all of the ground'}"
    if window.begin is None or window.until is None:
        return unknown(f"{of}: its time is not stated")
    found = list(_there(rows, zone, window, view, time_zone))
    refused = [row for row, _ in found if not row.given]
    blind = {row.observer for row in refused}
    by_observer: dict[str, list[Seen]] = defaultdict(list)
    for row, when in found:
        if row.given and row.observer not in blind:
            by_observer[row.observer].append((row, when))
    whole = {name: seen_ for name, seen_ in by_observer.items() if _spans([when for _, when in seen_], window.begin, window.until)}
    eyes = _eyes(whole)
    chains = [chain_of(node for row, _ in seen_ for node in row.chain) for seen_ in eyes]
    rows_ = [row for seen_ in eyes for row, _ in seen_]
    ids, open_ = frozenset(row.claim for row in rows_), frozenset(row.claim for row in rows_ if not row.confirmed)
    if chains and disjoint(chains, view.chains) >= view.chains:
        return Found(Value.KEPT, ids, unconfirmed=open_, since=window.begin)
    missing = {f"access refused, {row.claim}" for row in refused} | {f"{of} from {window.begin:%Y-%m-%d} to {window.until:%Y-%m-%d}"}
    return Found(Value.UNKNOWN, ids, missing=frozenset(missing), unconfirmed=open_)


def _there(rows: Iterable[Coverage], zone: str | None, window: Interval, view: View, time_zone: ZoneInfo) -> Iterable[Seen]:
    now = view.moment(time_zone)
    for row in rows:
        if row.zone in {None, zone} and seen(row, view):
            when, _ = spell(row, now, time_zone)
            if when is not None and when.meets(window):
                yield row, when


def _eyes(whole: dict[str, list[Seen]]) -> list[list[Seen]]:
    """Return the observers that count: monitors, and parties where there are two."""
    monitors = [rows for rows in whole.values() if rows[0][0].monitor]
    parties = [rows for rows in whole.values() if not rows[0][0].monitor]
    return monitors + (parties if len(parties) >= _SIDES else [])


def _spans(parts: list[Interval], begin: dt.datetime, until: dt.datetime) -> bool:
    """Say whether intervals, together, leave nothing of a window out."""
    reached = begin
    for part in sorted((p for p in parts if p.begin is not None), key=lambda p: p.begin or begin):
        if part.begin is not None and part.begin > reached:
            return False
        reached = max(reached, part.until or until)
    return reached >= until
