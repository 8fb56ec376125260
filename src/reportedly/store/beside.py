"""Files that lie beside a ledger: derived from it, and taken away where words are taken out of the record."""

from __future__ import annotations

from pathlib import Path


def columns_file(where: str) -> Path:
    """Return where the columns of the ledger at a path are kept."""
    return Path(f"{where}.columns")


def forget_files(where: str) -> None:
    """Take away what is kept beside a ledger, as words may stand in it that are to be gone; it is made anew when it is wanted."""
    columns_file(where).unlink(missing_ok=True)
