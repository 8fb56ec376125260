"""Brings a ledger to the present schema when it is opened."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect

from reportedly.errors import LedgerUnavailableError, LedgerVersionError
from reportedly.store import database

HEAD = "0004"
"""The revision that this program writes."""


def prepare(engine: Engine, where: str, *, create: bool, read_only: bool = False) -> None:
    """Check that the open file is a ledger, and bring it to the present schema.

    Raises:
        LedgerUnavailableError: it is no ledger, or it is empty and ``create`` is false.
        LedgerVersionError: a later edition of the program wrote it; or an earlier one, and ``read_only`` is true.
    """
    with engine.connect() as connection:
        found = database.of(connection).is_ledger(connection)
        if found is False:
            what = "this database was not made by reportedly"
            raise LedgerUnavailableError(what, where=where, remedy="name another file, or none to use the default one")
        if found and _revision(connection, where) == HEAD:
            return
    if found is None and not create:
        what = "there is no ledger here"
        raise LedgerUnavailableError(what, where=where, remedy="add documents to it first, or name another one")
    if read_only:
        what = f"this ledger is not yet of schema {HEAD}, and it is only read here"
        raise LedgerVersionError(what, where=where, remedy="run `reportedly status` on it, which brings it up to date")
    database.of(engine).make_ready(engine)
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        if (
            database.of(connection).is_ledger(connection) is None or _revision(connection, where) != HEAD
        ):  # another process may have been quicker
            _upgrade(connection)


def _revision(connection: Connection, where: str) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    if found and found > HEAD:
        what = f"this ledger has schema {found}, and this program knows schemas up to {HEAD}"
        raise LedgerVersionError(what, where=where, remedy="update reportedly, or name another ledger")
    return found


def _upgrade(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - a fifth of a second, and only a new ledger needs it
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
