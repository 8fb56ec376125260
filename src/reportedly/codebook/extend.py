"""Codebooks of an analyst's own: frames, word classes and thresholds laid over the codebook that ships."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from reportedly import marked
from reportedly.codebook.load import classes_from, frame_from, kind_of, load_codebook, threshold_of
from reportedly.errors import CodebookError, DataError
from reportedly.ids import digest
from reportedly.marked import Marked
from reportedly.model.frame import ClaimType, Codebook, Frame

_CLASSES = "classes.yaml"
_KEYS = ("type", "definition", "frames", "threshold", "classes")
Told = Callable[[DataError, Frame | None], None]
"""Told of a mistake, and of the entry that it is in where that could be read."""


@dataclass(slots=True)
class _Parts:
    """What is gathered while files are read: frames with the entries they stand in, thresholds, word classes."""

    classes: dict[str, frozenset[str]]
    frames: list[tuple[Frame, Marked]] = field(default_factory=list)
    thresholds: dict[str, float] = field(default_factory=dict)


@cache
def codebook_of(paths: tuple[str, ...] = ()) -> Codebook:
    """Return the codebook that ships with the files and folders ``paths`` laid over it.

    Args:
        paths: a YAML file of one type each, or folders of such files, which may hold a ``classes.yaml``.

    Raises:
        CodebookError: a file cannot be read, or a line is not what a codebook should hold; the first such line is named.
    """

    def stop(error: DataError, _frame: Frame | None) -> None:
        raise error

    return extended(paths, stop)[0] if paths else load_codebook()


def extended(paths: tuple[str, ...], tell: Told) -> tuple[Codebook, tuple[tuple[Frame, Marked], ...]]:
    """Return the codebook with ``paths`` laid over it, and the frames that they add, each with its entry.

    Args:
        paths: files and folders.
        tell: told of every mistake; where it does not raise, the entry is left out.
    """
    base = load_codebook()
    parts = _Parts(dict(base.classes))
    files = [file for path in paths for file in _files(Path(path), tell)]
    for file in sorted(files, key=lambda f: f.name != _CLASSES):
        try:
            _read(marked.load(file, CodebookError), parts, tell)
        except DataError as error:
            tell(error, None)
    ids = {frame.id: "the codebook that ships" for frame in base.frames()}
    kept = tuple(_unique(parts.frames, ids, tell))
    data = [path.read_bytes() for path in files if path.is_file()]
    types = tuple(_with(kind, parts, [frame for frame, _ in kept if frame.type == kind.id]) for kind in base.types)
    return Codebook(base.version, digest(b"\0".join([base.digest.encode(), *data])), types, parts.classes), kept


def _files(path: Path, tell: Told) -> Iterator[Path]:
    if path.is_dir():
        found = sorted({*path.glob("*.yaml"), *path.glob("*.yml"), *(path / "types").glob("*.yaml")})
        if not found:
            what = "there is no YAML file in this folder"
            tell(CodebookError(what, where=str(path), remedy="put one file for each claim type in it, as docs/codebook.md tells"), None)
        yield from (file for file in found if file.name != "codebook.yaml")
    else:
        yield path


def _read(doc: Marked, parts: _Parts, tell: Told) -> None:
    if doc.file.name == _CLASSES:
        parts.classes = classes_from(doc, parts.classes)
        return
    doc.only(*_KEYS)
    kind = kind_of(doc)
    if (classes := doc.get("classes")) is not None:
        parts.classes = classes_from(classes, parts.classes)
    threshold = threshold_of(doc)
    if threshold is not None:
        parts.thresholds[kind] = threshold
    frames = doc.get("frames")
    if frames is None and threshold is None and classes is None:
        what = "this file adds nothing: it has no frames, no threshold and no classes"
        raise doc.complain(what, "add a line `frames:` and an entry below it")
    for entry in frames.items() if frames is not None else ():
        try:
            parts.frames.append((frame_from(entry, kind, parts.classes), entry))
        except DataError as error:
            tell(error, None)


def _unique(found: list[tuple[Frame, Marked]], ids: dict[str, str], tell: Told) -> Iterator[tuple[Frame, Marked]]:
    for frame, entry in found:
        if frame.id in ids:
            what = f"the frame {frame.id!r} is in {ids[frame.id]} already"
            tell(entry.complain(what, "give the frame an id of its own"), frame)
            continue
        ids[frame.id] = f"{entry.file}:{entry.line}"
        yield frame, entry


def _with(kind: ClaimType, parts: _Parts, frames: list[Frame]) -> ClaimType:
    return replace(kind, frames=(*kind.frames, *frames), threshold=parts.thresholds.get(kind.id, kind.threshold))
