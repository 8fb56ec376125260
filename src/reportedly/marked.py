"""YAML with line numbers, so that a mistake in a data file can be named by file and line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from reportedly.errors import DataError

type_names = {dict: "a mapping", list: "a list", str: "text", bool: "true or false", int: "a whole number", float: "a number"}
_FIGURES = 18
_REPEATS = 10_000
_FLOAT = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""PyYAML's safe loader, in C where it was built with it, some eight times as quick."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A value of a YAML file that knows its file and line.

    Attributes:
        value: plain data; mappings hold Marked values by key, lists hold Marked values.
        file: the file it stands in.
        line: from 1.
        error: the error class that complaints are raised as.
    """

    value: Any
    file: Path
    line: int
    error: type[DataError]

    def complain(self, what: str, remedy: str | None = None) -> DataError:
        """Return an error that names this place."""
        return self.error(what, where=f"{self.file}:{self.line}", remedy=remedy)

    def get(self, key: str) -> Marked | None:
        """Return the value under ``key`` of a mapping, None where it is absent or null.

        Raises:
            DataError: this is no mapping.
        """
        found = self.expect(dict).get(key)
        return found if isinstance(found, Marked) and found.value is not None else None

    def need(self, key: str) -> Marked:
        """Return the value under ``key``.

        Raises:
            DataError: it is absent.
        """
        found = self.get(key)
        if found is None:
            what = f"{key!r} is missing"
            raise self.complain(what, f"add a line `{key}: …`")
        return found

    def expect(self, kind: type[Any]) -> Any:  # noqa: ANN401 - the caller names the kind
        """Return the plain value.

        Raises:
            DataError: it is of another kind.
        """
        if not isinstance(self.value, kind):
            what = f"{type_names.get(kind, kind.__name__)} is expected here, not {self.plain()!r:.60}"
            raise self.complain(what)
        return self.value

    def text(self, key: str) -> str:
        """Return the text under ``key``. Raises DataError where it is absent or no text."""
        return str(self.need(key).expect(str))

    def maybe(self, key: str) -> str | None:
        """Return the text under ``key`` or None. Raises DataError where it is no text."""
        found = self.get(key)
        return None if found is None else str(found.expect(str))

    def items(self) -> Iterator[Marked]:
        """Yield the values of a list. Raises DataError where this is no list."""
        yield from self.expect(list)

    def strings(self, key: str) -> tuple[str, ...]:
        """Return a list of texts (or one text) under ``key``, empty where it is absent. Raises DataError on other kinds."""
        found = self.get(key)
        if found is None:
            return ()
        if isinstance(found.value, str):
            return (found.value,)
        return tuple(str(item.expect(str)) for item in found.items())

    def only(self, *known: str) -> None:
        """Raise DataError where a mapping has a key that is not among ``known``."""
        for key, value in self.expect(dict).items():
            if key not in known:
                what = f"unknown key {key!r}"
                raise value.complain(what, f"known here are: {', '.join(known)}")

    def plain(self) -> Any:  # noqa: ANN401 - whatever the file holds
        """Return the value without its marks."""
        if isinstance(self.value, dict):
            return {k: v.plain() for k, v in self.value.items()}
        return [v.plain() for v in self.value] if isinstance(self.value, list) else self.value


def load(path: Path, error: type[DataError]) -> Marked:
    """Return the one YAML document of ``path`` with its marks; dates stay text.

    Raises:
        DataError: (as ``error``) the file cannot be read or is no YAML; the line is named.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        what = f"the file cannot be read: {problem}"
        raise error(what, where=str(path), remedy="check its name, its rights and that it is UTF-8") from problem
    return parse(text, path, error)


def parse(text: str, path: Path, error: type[DataError]) -> Marked:
    """Return the one YAML document of ``text``, which stands in ``path``, with its marks.

    Raises:
        DataError: (as ``error``) it is no YAML, or empty; the line is named.
    """
    try:
        node = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        what = f"this is no YAML: {getattr(problem, 'problem', None) or problem}"
        raise error(what, where=f"{path}:{line}", remedy="check indentation, quotes and colons near that line") from problem
    if node is None:
        what = "the file is empty"
        raise error(what, where=f"{path}:1")
    try:
        return _mark(node, _Reader(path, error))
    except RecursionError as problem:
        what = "lists and mappings lie too deep in each other, or one in itself"
        raise error(what, where=f"{path}:{node.start_mark.line + 1}", remedy="look for brackets that are not closed") from problem


class _Reader:
    """Where a text stands, and how often its aliases had a value read again: a few lines of them can stand for billions of values."""

    def __init__(self, path: Path, error: type[DataError]) -> None:
        self.path, self.error = path, error
        self._seen: set[int] = set()
        self._again = 0

    def count(self, node: yaml.Node) -> None:
        """Count a value. Raises DataError where aliases repeat more than is in any use."""
        if id(node) not in self._seen:
            self._seen.add(id(node))
            return
        self._again += 1
        if self._again > _REPEATS:
            what = f"aliases repeat more than {_REPEATS:,} values"
            raise self.error(what, where=f"{self.path}:{node.start_mark.line + 1}", remedy="write the values out, without & and *")


def _mark(node: yaml.Node, reader: _Reader) -> Marked:
    reader.count(node)
    path, error = reader.path, reader.error
    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        value: Any = {}
        for key, item in node.value:
            if not isinstance(key, yaml.ScalarNode):
                what = "a key is a list or a mapping"
                raise error(what, where=f"{path}:{key.start_mark.line + 1}", remedy="write one word before the colon")
            if key.value in value:
                what = f"the key {key.value!r} stands here twice"
                raise error(what, where=f"{path}:{key.start_mark.line + 1}", remedy="keep one of them")
            value[key.value] = _mark(item, reader)
    elif isinstance(node, yaml.SequenceNode):
        value = [_mark(item, reader) for item in node.value]
    else:
        value = _scalar(node)
    return Marked(value, path, line, error)


def _scalar(node: yaml.Node) -> str | int | float | bool | None:
    text = str(node.value)
    match node.tag.rpartition(":")[2]:
        case "null":
            return None
        case "bool":
            return text.lower() in {"true", "yes", "on"}
        case "int" if text.lstrip("+-").isdecimal() and len(text) <= _FIGURES:
            return int(text)
        case "float" if _FLOAT.fullmatch(text):
            return float(text)
        case _:
            return text
