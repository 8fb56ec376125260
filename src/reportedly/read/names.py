"""Names of the parts of archives. Nothing is ever written under them; one that leads outside is a sign of an attack, and is said to be."""

from __future__ import annotations

import re

from reportedly.errors import UnsafeNameError
from reportedly.text import excerpt

_DRIVE = re.compile(r"[A-Za-z]:")
_LONGEST = 1_000


def shown_name(name: str) -> str:
    """Return a part's name as it can be written and stored: signs that cannot be as escapes, cut where it has no end."""
    return name.encode("utf-8", "backslashreplace").decode().replace("\0", "\\0")[:_LONGEST]


def unsafe(name: str) -> UnsafeNameError | None:
    """Return why a part of an archive is not read, None where its name is one of a file in it."""
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or ".." in parts or _DRIVE.match(name) or "\0" in name:
        return no_file(f"the name {excerpt(shown_name(name), 60)!r} leads outside the archive")
    return None


def no_file(what: str) -> UnsafeNameError:
    """Return the error of a part that is none that is read."""
    return UnsafeNameError(what, remedy="nothing was written; look at who made the archive before you take the file out by hand")


def passed_over(name: str) -> bool:
    """Say whether a part is what folders leave out, too: hidden, or a note that a system put beside the files."""
    return any((part.startswith(".") and part not in {".", ".."}) or part == "__MACOSX" for part in name.split("/"))
