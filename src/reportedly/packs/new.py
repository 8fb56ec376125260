"""Starting a pack: a folder of commented tables that load as they are."""

from __future__ import annotations

import re
from pathlib import Path

from reportedly.errors import OptionError

STARTER = Path(__file__).parent / "starter"
_NAME = "NAME"
_UNFIT = re.compile(r"[^a-z0-9]+")


def start_pack(folder: Path) -> list[Path]:
    """Write a new pack to ``folder``; its id is the folder's name. Return the files written, in order of their names.

    Raises:
        OptionError: the folder is there and holds something, its name holds no letter or figure, or it cannot be written.
    """
    name = _UNFIT.sub("-", folder.absolute().name.lower()).strip("-")
    if not name:
        what = f"{folder.absolute().name!r} is no name for a pack"
        raise OptionError(what, where=str(folder), remedy="take letters a to z, figures and hyphens")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        what = "there is something under that name already"
        raise OptionError(what, where=str(folder), remedy="take another name, or an empty folder: nothing is written over")
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for table in sorted(STARTER.iterdir()):
            path = folder / table.name
            path.write_text(table.read_text(encoding="utf-8").replace(_NAME, name), encoding="utf-8")
            written.append(path)
    except OSError as problem:
        what = f"the folder cannot be written: {problem.strerror or problem}"
        raise OptionError(what, where=str(folder), remedy="take a place that you may write to") from problem
    return written
