"""Who is said to hold what, and which roads and sieges are told of: what changed, by whose word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.changes.change import Change
from reportedly.changes.rows import Shelf
from reportedly.model.actor import is_provisional
from reportedly.track.control import CONTROL, Control, Holder
from reportedly.track.routes import ROUTES, Route

_STATES = {"unknown": "nobody named"}


def holders(shelf: Shelf) -> Iterator[Change]:
    """Yield places whose state, holders, or those whose word it is changed."""
    for before, after in shelf.rows(CONTROL):
        was, now = _first(before), _first(after)
        shown = now or was
        if shown is None or _key(was) == _key(now):
            continue
        claims = now.ids - (was.ids if was else frozenset()) if now else frozenset()
        by = dict.fromkeys(voice for one in (now.holders if now else ()) for voice in one.by)
        old = {voice for one in (was.holders if was else ()) for voice in one.by}
        fresh = tuple(voice for voice in by if voice not in old) or tuple(by)
        day = max((one.last for one in (now.holders if now else ()) if set(one.by) & set(fresh)), default="")
        query = {"type": "control", "place": shown.place}
        yield Change("control", shown.name, _told(was), _told(now), fresh, _newest(claims, now), "/claims", query, day)


def _first(rows: Sequence[Control]) -> Control | None:
    return next(iter(rows), None)


def _key(row: Control | None) -> object:
    return row and (row.state, {one.name: (one.extent, frozenset(one.by), bool(one.against)) for one in row.holders})


def _told(row: Control | None) -> str | None:
    if row is None:
        return None
    part = row.state != "part only"  # which says so itself
    held = [f"{_named(one)}{' (a part)' if part and one.extent == 'part' else ''}" for one in row.holders]
    state = _STATES.get(row.state, row.state)
    return f"{', '.join(held)} ({state})" if held else state


def _named(one: Holder) -> str:
    """Return the name of a party; in quotation marks where no pack has one for it."""
    return one.name if one.actor and not is_provisional(one.actor) else f"“{one.name}”"


def _newest(claims: frozenset[str], row: Control | None) -> tuple[str, ...]:
    order = [each for one in (row.holders if row else ()) for each in (*one.claims, *one.against)]
    return tuple(each for each in dict.fromkeys(order) if each in claims)


def roads(shelf: Shelf) -> Iterator[Change]:
    """Yield roads and besieged places of which something else is said, or by somebody else."""
    for before, after in shelf.rows(ROUTES):
        was, now = next(iter(before), None), next(iter(after), None)
        shown = now or was
        if shown is None or _words(was) == _words(now):
            continue
        old = was.ids if was else frozenset()
        fresh = [word for word in (now.words if now else ()) if {*word.claims, *word.against} - old]
        by = tuple(dict.fromkeys(voice for word in fresh for voice in word.by))
        claims = tuple(dict.fromkeys(each for word in reversed(fresh) for each in (*word.claims, *word.against) if each not in old))
        day = max((word.last for word in fresh), default="")
        query = {"type": shown.kind, **({"place": shown.place} if shown.place else {})}
        called = shown.name if shown.place else f"“{shown.name}”"
        yield Change("route", f"{called} ({shown.kind})", _state(was), _state(now), by, claims, "/claims", query, day)


def _words(row: Route | None) -> object:
    return row and (row.state, {word.says: (word.actors, frozenset(word.by), bool(word.against)) for word in row.words})


def _state(row: Route | None) -> str | None:
    if row is None:
        return None
    newest = next((word for word in row.words if word.claims), None)
    named = f", naming {', '.join(newest.actors)}" if newest and newest.actors else ""
    return f"{row.state}{named}"
