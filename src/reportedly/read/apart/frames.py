"""What passes between the process that reads and the one that asked: frames of one letter and what it says of the rest.

What comes back is not trusted: only rows of our own model, dates and our own errors are made of it, whatever the bytes say.
"""

from __future__ import annotations

import datetime as dt
import importlib
import io
import pickle
from dataclasses import dataclass, is_dataclass
from typing import Any

from reportedly import errors
from reportedly.errors import ReportedlyError
from reportedly.ports import Member, ReadOptions

ITEM, LOG, ERROR, END = b"i", b"l", b"e", b"."
"""A document or failure; a line for the log; an error of the caller's; nothing more comes."""

NO_ROOM = 77
"""How the process that reads ends where its memory does not do."""

_MODEL = "reportedly.model"
_PLAIN = {("datetime", "date"): dt.date, ("builtins", "frozenset"): frozenset}


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be read.

    Attributes:
        environment: settings of the program that are in force, by the names of their variables.
        seconds: of processor time that one document may take. memory: bytes that may be taken beside what is held before.
        level: from which on lines of the log are wanted.
    """

    member: Member
    options: ReadOptions
    environment: tuple[tuple[str, str], ...]
    seconds: int
    memory: int
    level: int


class UntrustedError(Exception):
    """A frame that holds something else than it may."""


class _Strict(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - as the method it takes the place of
        """Return a class that may be made; none of them does more than hold its fields."""
        if (module, name) in _PLAIN:
            return _PLAIN[module, name]
        if module == errors.__name__ and (name == "_rebuild" or _is_error(getattr(errors, name, None))):
            return getattr(errors, name)
        if module == _MODEL or module.startswith(f"{_MODEL}."):
            found = getattr(importlib.import_module(module), name, None)
            if isinstance(found, type) and found.__module__ == module and (is_dataclass(found) or issubclass(found, tuple)):
                return found
        what = f"{module}.{name}"
        raise UntrustedError(what)


def _is_error(found: object) -> bool:
    return isinstance(found, type) and issubclass(found, ReportedlyError)


def packed(item: object) -> bytes:
    """Return ``item`` as bytes."""
    return pickle.dumps(item, protocol=pickle.HIGHEST_PROTOCOL)


def unpacked(data: bytes) -> object:
    """Return what ``data`` holds.

    Raises:
        UntrustedError: it is none of what may pass.
    """
    try:
        return _Strict(io.BytesIO(data)).load()
    except UntrustedError:
        raise
    except Exception as problem:
        raise UntrustedError(str(problem)) from problem


def job_of(data: bytes) -> Job:
    """Return the job that the asking process, which is trusted, sent."""
    job: Job = pickle.loads(data)  # noqa: S301 - it comes from the parent
    return job
