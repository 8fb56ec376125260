"""What no agreement needs and a hostile file may hold: anchors, aliases, tags, depth and size without end. Refused before it is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from reportedly.errors import AgreementError
from reportedly.limits import limits
from reportedly.marked import Loader

_OPENING = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_CLOSING = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


def documents(data: bytes, path: Path) -> list[str]:
    """Return the YAML documents of a file, each with as many empty lines before it as keep its lines' numbers.

    Raises:
        AgreementError: it is no UTF-8 or no YAML, too large or too deep, or uses anchors, aliases or tags.
    """
    if len(data) > limits().agreement_bytes:
        what = f"the file has {len(data):,} bytes, more than {limits().agreement_bytes:,}"
        raise AgreementError(what, where=f"{path}:1", remedy="split it, one agreement a file")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        what, line = f"the file is no UTF-8: {problem.reason} at byte {problem.start}", data.count(b"\n", 0, problem.start) + 1
        raise AgreementError(what, where=f"{path}:{line}", remedy="save it as UTF-8") from problem
    starts = list(_starts(text, path))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    ends = [*starts[1:], len(lines)] if starts else []
    return ["\n" * start + "\n".join(lines[start:end]) for start, end in zip(starts, ends, strict=True)]


def _starts(text: str, path: Path) -> Iterator[int]:
    """Yield the line, from 0, at which each document begins, while every event is looked at."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=Loader):
            if isinstance(event, yaml.DocumentStartEvent):
                yield _line(event)
            depth += isinstance(event, _OPENING) - isinstance(event, _CLOSING)
            _refuse(event, depth, path)
    except (yaml.YAMLError, RecursionError) as problem:
        mark = getattr(problem, "problem_mark", None)
        what = f"this is no YAML: {getattr(problem, 'problem', None) or problem}"
        where = f"{path}:{mark.line + 1 if mark else 1}"
        raise AgreementError(what, where=where, remedy="check indentation, quotes and colons near that line") from problem


def _refuse(event: Any, depth: int, path: Path) -> None:  # noqa: ANN401 - an event of the parser
    where = f"{path}:{_line(event) + 1}"
    if getattr(event, "anchor", None) is not None:
        what = "anchors and aliases (& and *) are not read in agreements"
        raise AgreementError(what, where=where, remedy="write the value out where it is needed")
    if getattr(event, "tag", None) not in {None, "!"}:
        what = f"tags are not read in agreements: {event.tag!s:.40}"
        raise AgreementError(what, where=where, remedy="write plain text, numbers, lists and mappings only")
    if depth > limits().agreement_depth:
        what = f"lists and mappings lie more than {limits().agreement_depth} deep in each other"
        raise AgreementError(what, where=where, remedy="look for brackets that are not closed")


def _line(event: Any) -> int:  # noqa: ANN401 - an event of the parser
    return int(event.start_mark.line)
