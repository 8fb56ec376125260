"""What the server's errors mean."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy.exc import DBAPIError

from reportedly.errors import IntegrityError, LedgerError, LedgerUnavailableError

_GONE = (
    "the server of the ledger cannot be reached, or has gone away",
    "start it or wait for it, then run the same again: each document is recorded whole or not at all, and none twice",
)
_MEANING = {
    "08": _GONE,
    "57P": _GONE,
    "28": ("the server does not let this user in", "check the name and the password in the address, or in ~/.pgpass"),
    "3D000": ("there is no database of this name on the server", "make it first: createdb --encoding UTF8 --template template0 NAME"),
    "42501": ("this user may not do that in the database", "have its owner grant it, or name a user who may"),
    "25006": ("the ledger may not be written", "name a server that is no standby, or a user who may write"),
    "53100": ("no space is left on the server to record this", "free some space and run the command again: nothing was half recorded"),
    "53300": ("the server has no connection left", "close some, or raise max_connections, then run the command again"),
    "53": ("the server is short of something that it needs", "look into its log, then run the command again"),
    "55P03": ("another process is writing, and has not ended in time", "nothing was recorded: wait for it to end and try again"),
    "40": ("another process was quicker", "nothing was recorded: try again"),
    "57014": ("the server was told to stop this", "nothing was recorded: try again"),
    "XX": ("the ledger is damaged", "restore it from a copy; `verify` on the copy says whether it is whole"),
}
"""SQLSTATE, or how it begins, the longest that fits: what it means, and what to do."""
_REFUSED = ("P0001", "22", "23", "54")
"""What is refused because of what was to be written."""


@contextmanager
def guarded(where: str) -> Iterator[None]:
    """Turn the database's errors into ours.

    Raises:
        LedgerUnavailableError: no server, no access, no space, locked.
        IntegrityError: the rows contradict each other, or the record was to be changed.
    """
    try:
        yield
    except (DBAPIError, psycopg.Error) as error:
        own = error.orig if isinstance(error, DBAPIError) else error
        found = _meant(own, where)
        if found is None:  # a mistake of ours, not the ledger's state
            raise
        raise found from error


def _meant(error: BaseException | None, where: str) -> LedgerError | None:
    state = getattr(error, "sqlstate", None) or ""
    words = str(error).partition("\n")[0]
    if state.startswith(_REFUSED):
        what = f"the record refuses this: {words}"
        return IntegrityError(what, where=where)
    fitting = max((begin for begin in _MEANING if state.startswith(begin)), key=len, default=None)
    if fitting is not None:
        return LedgerUnavailableError(_MEANING[fitting][0], where=where, remedy=_MEANING[fitting][1])
    if isinstance(error, psycopg.OperationalError):  # the connection's own errors have no state, those of a login are told in words alone
        return _unreached(words, where)
    return None


def _unreached(words: str, where: str) -> LedgerError:
    for sign, state in (("password", "28"), ("authentication", "28"), ("no pg_hba.conf", "28"), ("role", "28"), ("database", "3D000")):
        if sign in words and ("does not exist" in words or state == "28"):
            return LedgerUnavailableError(_MEANING[state][0], where=where, remedy=_MEANING[state][1])
    return LedgerUnavailableError(_GONE[0], where=where, remedy=_GONE[1])
