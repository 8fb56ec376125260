"""Files that lie beside a ledger: derived from it, and taken away where words are taken out of the record."""

from __future__ import annotations

import shutil
from pathlib import Path

from reportedly.store.places import beside


def columns_file(where: str) -> Path:
    """Return where the columns of the ledger at a path are kept."""
    return Path(f"{where}.columns")


def mirror_folder(address: str) -> Path:
    """Return where a mirror lies if nothing else is said: beside the ledger, or in your data folder where that is on a server."""
    return beside(address, ".mirror")


def forget_files(where: str, address: str) -> None:
    """Take away what is kept beside a ledger, as words may stand in it that are to be gone; it is made anew when it is wanted.

    A mirror that was written to another folder is not known here.
    """
    columns_file(where).unlink(missing_ok=True)
    shutil.rmtree(mirror_folder(address), ignore_errors=True)
