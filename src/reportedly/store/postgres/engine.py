"""Connections to a server, and the lock that one writer holds."""

from __future__ import annotations

from functools import partial
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url

from reportedly.store.postgres.dialect import DRIVER
from reportedly.store.postgres.said import made, said
from reportedly.store.postgres.texts import adapt

BUSY_SECONDS = 30
"""How long a writer waits for another one."""
_CONNECT_SECONDS = 10
_READING = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
_WRITING = (
    "SET LOCAL lock_timeout = {wait}; SELECT pg_advisory_xact_lock(hashtextextended('reportedly ' || coalesce(current_schema(), ''), 0))"
)
"""One ledger, one writer: numbers and the chain's head are given out under this lock, which ends with the transaction."""


def make_engine(address: str, *, read_only: bool = False, wait: float | None = None) -> Engine:
    """Return an engine for a ledger on a server. Nothing is opened yet.

    Args:
        address: ``postgresql://`` URL.
        read_only: nothing is ever written by it.
        wait: seconds that a writer waits for another one; the program's own where None.
    """
    arguments = {"connect_timeout": _CONNECT_SECONDS, "application_name": "reportedly"}
    url = make_url(address).set(drivername=DRIVER)
    given = {name: value for name, value in arguments.items() if name not in url.query}
    engine = create_engine(url, connect_args=given, pool_pre_ping=True, use_native_hstore=False)
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", partial(_begin, read_only=read_only, wait=BUSY_SECONDS if wait is None else wait))
    event.listen(engine, "before_cursor_execute", _say, retval=True)
    return engine


def _configure(connection: Any, _entry: Any) -> None:  # noqa: ANN401 - the driver's own
    adapt(connection)
    connection.execute("SET jit = off")  # questions are short, and making machine code of them is not
    connection.commit()


def _begin(connection: Connection, *, read_only: bool, wait: float) -> None:
    writing = connection.get_execution_options().get("writing") and not read_only
    connection.exec_driver_sql(_WRITING.format(wait=max(1, int(wait * 1000))) if writing else _READING)


def _say(_connection: Any, _cursor: Any, statement: str, values: Any, context: Any, _many: bool) -> tuple[str, Any]:  # noqa: ANN401, FBT001
    """Say our own statements as PostgreSQL has them; those that SQLAlchemy built are so already, but for the types of columns."""
    ours = context is None or (context.compiled is None and not context.isddl)
    return (said(statement) if ours else made(statement)), values
