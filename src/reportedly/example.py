"""The invented example that comes with the program: its documents, as its manifest describes them, and its pack."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from reportedly import marked
from reportedly.errors import DataError
from reportedly.marked import Marked
from reportedly.model import Document, Failure
from reportedly.ports import ReadOptions
from reportedly.read import read_paths

NAME = "ilmarra"


def folder() -> Path:
    """Return where the example lies: inside the installed package, or beside the source in a checkout.

    Raises:
        DataError: it is in neither place.
    """
    package = Path(__file__).parent
    for examples in (package / "examples", package.parents[1] / "examples"):
        if (examples / NAME / "manifest.yaml").is_file():
            return examples / NAME
    what = "the example is not installed"
    raise DataError(what, where=str(package), remedy="install the program anew, or run it from a checkout")


def pack() -> str:
    """Return the folder of the example's pack."""
    return str(folder() / "pack")


def documents() -> Iterator[Document | Failure]:
    """Yield the documents of the example in order; their paths begin with the example's name, wherever it lies.

    Raises:
        DataError: the manifest has a mistake.
    """
    home = folder()
    for entry in marked.load(home / "manifest.yaml", DataError).items():
        entry.only("path", "published", "publisher", "url", "columns")
        for item in read_paths([str(home / entry.text("path"))], _options(entry)):
            yield _at_home(item, home, entry.maybe("url"))


def _options(entry: Marked) -> ReadOptions:
    day, columns = entry.get("published"), entry.get("columns")
    pairs = tuple((ours, str(theirs.value)) for ours, theirs in columns.expect(dict).items()) if columns else ()
    return ReadOptions(dt.date.fromisoformat(str(day.value)) if day else None, entry.maybe("publisher"), pairs)


def _at_home(item: Document | Failure, home: Path, url: str | None) -> Document | Failure:
    path = item.path.replace(str(home), NAME, 1)
    if isinstance(item, Failure):
        return replace(item, path=path)
    return replace(item, path=path, metadata=replace(item.metadata, url=item.metadata.url or url))
