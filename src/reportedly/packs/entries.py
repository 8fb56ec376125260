"""A pack's YAML list of entries, each with an id of its own. An entry with a mistake is skipped and named; the others are read."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Protocol, TypeVar

from reportedly import marked
from reportedly.errors import DataError, PackError
from reportedly.marked import Marked
from reportedly.packs.mistakes import Held, Mistake, mistake_of

_ENTRY = re.compile(r"^- ", re.MULTILINE)


class Entry(Protocol):
    """What every entry of a pack has."""

    @property
    def id(self) -> str:
        """The id."""
        ...


E = TypeVar("E", bound=Entry)


def load_entries(path: Path, build: Callable[[Marked], E], mistakes: list[Mistake]) -> dict[str, Held[E]]:
    """Return what ``build`` makes of each entry of ``path``, by id, with where it stands; empty where there is no such file.

    What is wrong is added to ``mistakes``: an entry that has one is skipped, also one whose id stood before.
    """
    out: dict[str, Held[E]] = {}
    for entry in _entries(path, mistakes) if path.is_file() else ():
        try:
            made = build(entry)
            if made.id in out:
                what = f"the id {made.id!r} stands here twice, first in line {out[made.id].mark.line}"
                raise entry.complain(what, "give one of the two another id, or make them one entry")
        except PackError as error:
            mistakes.append(mistake_of(error))
        else:
            out[made.id] = Held(made, entry)
    return out


def _entries(path: Path, mistakes: list[Mistake]) -> list[Marked]:
    """Return the entries of a file; of one that is no YAML those that are, each read by itself."""
    try:
        found = list(marked.load(path, PackError).items())
    except DataError as whole:
        found = _one_by_one(path, mistakes)
        if not found:
            mistakes.append(mistake_of(whole, "the file is skipped"))
    return found


def _one_by_one(path: Path, mistakes: list[Mistake]) -> list[Marked]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return []
    starts = [match.start() for match in _ENTRY.finditer(text)]
    out: list[Marked] = []
    for begin, end in pairwise([*starts, len(text)]):
        try:
            out += marked.parse("\n" * text.count("\n", 0, begin) + text[begin:end], path, PackError).items()
        except DataError as error:
            mistakes.append(mistake_of(error))
    return out
