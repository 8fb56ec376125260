"""Bookmarks and watches: beside the record, in no hash. Nothing that is claimed hangs on them, and they may be changed and taken out.

A bookmark says up to which batch somebody has looked. A watch is a filter with a name. Both stand in the ledger's file, so that they go
along with it; ``reportedly watch list --json`` gives watches to keep elsewhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Column, Connection, Integer, MetaData, Table, Text, delete, func, insert, inspect, select

from reportedly import clock
from reportedly.errors import OptionError
from reportedly.store import schema

_metadata = MetaData()

look = Table(
    "look",
    _metadata,
    Column("kind", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("batch", Integer, nullable=False),
    Column("recorded", Text, nullable=False),
    Column("looked", Text, nullable=False),
)
watch = Table(
    "watch", _metadata, Column("name", Text, primary_key=True), Column("filter", Text, nullable=False), Column("made", Text, nullable=False)
)

READER, WATCH = "reader", "watch"
"""Kinds of bookmarks: of somebody who looks at everything, and of a watch."""
_NAME = re.compile(r"\w[\w .@+-]{0,62}\w|\w")
_DIGITS = 15
_MOST = 500
"""Watches of one ledger, and bookmarks of each kind."""


@dataclass(frozen=True, slots=True)
class Look:
    """A bookmark: up to which batch somebody has looked, when that was recorded, and when he looked."""

    batch: int
    recorded: str
    looked: str


@dataclass(frozen=True, slots=True)
class Watch:
    """A filter with a name; ``looked`` is the last look at it, None where nobody looked yet."""

    name: str
    where: Mapping[str, str]
    made: str
    looked: Look | None


def name_of(given: str, where: str = "name") -> str:
    """Return a name as it is kept. Raises OptionError where it is none: letters, digits, spaces and ``_ . @ + -`` make one, 64 at most."""
    name = " ".join(given.split())
    if not _NAME.fullmatch(name):
        what = f"{given!r:.80} is no name"
        raise OptionError(
            what, where=where, remedy="give up to 64 letters, digits, spaces or signs of _.@+-, a letter or digit first and last"
        )
    return name


def last_look(connection: Connection, kind: str, name: str) -> Look | None:
    """Return a bookmark, None where there is none."""
    if not inspect(connection).has_table(look.name):
        return None
    row = connection.execute(select(look).where(look.c.kind == kind, look.c.name == name)).first()
    return None if row is None else Look(row.batch, row.recorded, row.looked)


def readers(connection: Connection) -> Iterator[tuple[str, Look]]:
    """Yield those who left a bookmark, who looked last first."""
    if inspect(connection).has_table(look.name):
        for row in connection.execute(select(look).where(look.c.kind == READER).order_by(look.c.looked.desc(), look.c.name)).all():
            yield row.name, Look(row.batch, row.recorded, row.looked)


def now(connection: Connection) -> Look:
    """Return the bookmark of who looks now."""
    batch = schema.batch.c
    row = connection.execute(select(batch.seq, batch.recorded).order_by(batch.seq.desc()).limit(1)).first()
    moment = clock.stamp(clock.now())
    return Look(row.seq, row.recorded, moment) if row else Look(0, moment, moment)


def at(connection: Connection, given: str) -> Look:
    """Return the bookmark of who was shown all up to a batch. Raises OptionError where there is no such batch."""
    batch = schema.batch.c
    number = int(given) if given.isascii() and given.isdecimal() and len(given) < _DIGITS else -1
    row = connection.execute(select(batch.seq, batch.recorded).where(batch.seq == number)).first()
    if row is None:
        what = f"{given!r:.40} is no batch of this ledger"
        raise OptionError(what, where="batch", remedy="load the page anew and send the form again")
    return Look(row.seq, row.recorded, clock.stamp(clock.now()))


def make_looks(connection: Connection) -> None:
    """Make the tables, where there are none."""
    _metadata.create_all(connection)


def put_look(connection: Connection, kind: str, name: str, found: Look) -> None:
    """Put a bookmark in the place of the one before. Raises OptionError where there are too many."""
    _metadata.create_all(connection)
    connection.execute(delete(look).where(look.c.kind == kind, look.c.name == name))
    _room(connection, look.c.name, look.c.kind == kind)
    values = {"batch": found.batch, "recorded": found.recorded, "looked": found.looked}
    connection.execute(insert(look).values(kind=kind, name=name, **values))


def since(connection: Connection, found: Look) -> str:
    """Return the moment since which things are new to who left a bookmark.

    Moments are of whole seconds. Where more was recorded within the second of the bookmark, that is told again rather than never.
    """
    batch = schema.batch.c
    later = select(batch.seq).where(batch.seq > found.batch, batch.recorded == found.recorded).limit(1)
    if connection.scalar(later) is None:
        return found.recorded
    before = connection.scalar(select(func.max(batch.recorded)).where(batch.recorded < found.recorded))
    return str(before or "0001-01-01T00:00:00Z")


def watches(connection: Connection) -> Iterator[Watch]:
    """Yield the watches, in the order of their names."""
    if inspect(connection).has_table(watch.name):
        for row in connection.execute(select(watch).order_by(watch.c.name)).all():
            yield Watch(row.name, json.loads(row.filter), row.made, last_look(connection, WATCH, row.name))


def put_watch(connection: Connection, name: str, where: Mapping[str, str]) -> None:
    """Keep a filter under a name, in the place of one of that name before. Raises OptionError where there are too many."""
    _metadata.create_all(connection)
    connection.execute(delete(watch).where(watch.c.name == name))
    _room(connection, watch.c.name)
    connection.execute(insert(watch).values(name=name, filter=json.dumps(dict(where), sort_keys=True), made=clock.stamp(clock.now())))


def remove_watch(connection: Connection, name: str) -> bool:
    """Take out a watch, and say whether there was one."""
    if not inspect(connection).has_table(watch.name):
        return False
    connection.execute(delete(look).where(look.c.kind == WATCH, look.c.name == name))
    return bool(connection.execute(delete(watch).where(watch.c.name == name)).rowcount)


def _room(connection: Connection, column: Column[str], *of: object) -> None:
    if (connection.scalar(select(func.count(column)).where(*of)) or 0) >= _MOST:  # type: ignore[arg-type]
        what = f"there are {_MOST} of these already"
        raise OptionError(what, where="name", remedy="take one out that is not needed any more")
