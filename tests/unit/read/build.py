"""Short ways to read invented texts."""

from __future__ import annotations

from pathlib import Path

from reportedly.model import Document, Failure
from reportedly.ports import ReadOptions
from reportedly.read import read_bytes

OPTIONS = ReadOptions()


def read(text: str | bytes, path: str = "a.txt", options: ReadOptions = OPTIONS) -> Document:
    """Return the one document of a text."""
    [found] = read_bytes(text.encode() if isinstance(text, str) else text, path, options)
    assert isinstance(found, Document), found
    return found


def fail(data: str | bytes, path: str = "a.txt", options: ReadOptions = OPTIONS) -> Failure:
    """Return the one failure of some bytes."""
    [found] = read_bytes(data.encode() if isinstance(data, str) else data, path, options)
    assert isinstance(found, Failure), found
    return found


def rows(data: str | bytes, path: str, options: ReadOptions = OPTIONS) -> list[Document | Failure]:
    """Return what a table gives."""
    return list(read_bytes(data.encode() if isinstance(data, str) else data, path, options))


def kinds(document: Document) -> list[tuple[str, str]]:
    """Return the segments as kind and words, white space at the ends left out."""
    return [(s.kind, document.text[s.start : s.end].strip()) for s in document.segments]


def words_of(document: Document, kind: str) -> list[str]:
    """Return the words of the segments of one kind."""
    return [words for found, words in kinds(document) if found == kind]


def put(folder: Path, name: str, content: str | bytes) -> Path:
    """Write a file and return its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def short(value: object) -> str | None:
    """Return a short id for a case of a table whose bytes are made anew each time."""
    return "bytes" if isinstance(value, bytes) else None
