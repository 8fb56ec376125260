"""Gazetteers of the user: one file for each import, kept in the user's data folder and used beside the embedded one."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from platformdirs import user_data_path

from reportedly.errors import GazetteerError
from reportedly.gazetteer.index import Gazetteer, whole

FOLDER = "REPORTEDLY_GAZETTEERS"
"""Environment variable that names another folder for them."""


def folder() -> Path:
    """Return the folder that they lie in, whether it is there or not."""
    named = os.environ.get(FOLDER)
    return Path(named) if named else user_data_path("reportedly", appauthor=False) / "gazetteers"


def users() -> tuple[Gazetteer, ...]:
    """Return the gazetteers of the user in the order of their names, without files that are none (:func:`unusable`)."""
    return _opened(folder(), tuple(sorted((p.name, p.stat().st_mtime_ns) for p in folder().glob("*.gazetteer"))))


def unusable() -> list[GazetteerError]:
    """Return what is wrong with files in the folder that cannot be used: damaged, or made by another version of the program."""
    what, remedy = "this is no gazetteer that this version can read, and it is left out", "import it again, or delete the file"
    return [GazetteerError(what, where=str(path), remedy=remedy) for path in sorted(folder().glob("*.gazetteer")) if not whole(path)]


@cache
def _opened(where: Path, names: tuple[tuple[str, int], ...]) -> tuple[Gazetteer, ...]:
    return tuple(Gazetteer(where / name) for name, _ in names if whole(where / name))


def identity() -> str:
    """Return what they are made of, in words that change when one of them does; empty where there is none."""
    return " ".join(f"{gazetteer.path.stem} {gazetteer.about('digest')}" for gazetteer in users())
