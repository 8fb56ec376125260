"""What a process gives up for good before it reads foreign bytes: network, other programs, other processes, and writing.

On Linux the kernel refuses (seccomp, Drewry 2012: a filter over the numbers of system calls); elsewhere, and beside it, the
interpreter does (PEP 578: audit hooks, which cannot be taken out again).
"""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress

from reportedly.read.apart.calls import CALLS, Calls

_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER, _DEATH_SIGNAL, _KILL = 38, 22, 2, 1, 9
_LOAD, _JUMP, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x05, 0x15, 0x35, 0x45, 0x06
_ALLOW, _REFUSE, _END = 0x7FFF0000, 0x00050001, 0x80000000
_NUMBER, _MACHINE = 0, 4
"""Offsets in what the kernel shows of a call: its number, and the kind of the machine."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_EVENTS = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.kill", "os.remove", "os.rename", "os.mkdir",
           "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "shutil.", "ctypes.dlopen")  # fmt: skip


class _Rule(ctypes.Structure):
    _fields_ = (("code", ctypes.c_uint16), ("yes", ctypes.c_uint8), ("no", ctypes.c_uint8), ("value", ctypes.c_uint32))


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("rules", ctypes.POINTER(_Rule)))


def confine() -> bool:
    """Give all of it up; return whether the kernel sees to it, too."""
    held = _by_kernel()
    sys.dont_write_bytecode = True
    sys.addaudithook(_watch)
    return held


def die_with_parent() -> None:
    """Have the kernel end this process when the one that started it ends, where it can."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_DEATH_SIGNAL, _KILL, 0, 0, 0)


def _watch(event: str, args: tuple[object, ...]) -> None:
    if event == "open":
        flags = args[2] if len(args) > 2 else 0  # noqa: PLR2004 - path, mode, flags
        refused = isinstance(flags, int) and bool(flags & _WRITING)
    else:
        refused = event.startswith(_EVENTS)
    if refused:
        what = f"{event}: not where foreign bytes are read"
        raise PermissionError(what)


def _by_kernel() -> bool:
    calls = CALLS.get((sys.platform, os.uname().machine)) if hasattr(os, "uname") else None
    if calls is None:
        return False
    rules = _rules(calls)
    program = _Program(len(rules), (_Rule * len(rules))(*(_Rule(*rule) for rule in rules)))
    with suppress(OSError, AttributeError):
        prctl = ctypes.CDLL(None, use_errno=True).prctl
        if prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0:
            return bool(prctl(_SECCOMP, _FILTER, ctypes.byref(program), 0, 0) == 0)
    return False


def _rules(calls: Calls) -> list[tuple[int, int, int, int]]:
    """Return the filter: the machine's own calls only, none that is refused, and files opened to be read only."""
    refused = len(calls.refused)
    opening = [step for number, offset in calls.opening for step in _opening(number, offset)]
    return [
        (_LOAD, 0, 0, _MACHINE),
        (_EQUAL, 1, 0, calls.machine),
        (_RETURN, 0, 0, _END),
        (_LOAD, 0, 0, _NUMBER),
        (_AT_LEAST, refused + 1, 0, calls.foreign),
        *((_EQUAL, refused - at, 0, number) for at, number in enumerate(calls.refused)),
        (_JUMP, 0, 0, 1),  # past the refusal
        (_RETURN, 0, 0, _REFUSE),
        *opening,
        (_RETURN, 0, 0, _ALLOW),
    ]


def _opening(number: int, offset: int) -> list[tuple[int, int, int, int]]:
    """Return the steps that refuse a call of that number whose flags, at ``offset``, ask to write."""
    return [
        (_EQUAL, 0, 4, number),
        (_LOAD, 0, 0, offset),
        (_ANY_BIT, 0, 1, _WRITING),
        (_RETURN, 0, 0, _REFUSE),
        (_RETURN, 0, 0, _ALLOW),
    ]
