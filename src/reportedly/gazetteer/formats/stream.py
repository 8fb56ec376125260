"""JSON values one after the other, out of a file of any size: a list, a collection of features, or one value a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any

_CHUNK = 1 << 16
_FEATURES = re.compile(r'"features"\s*:\s*\[')
_GAP = re.compile(r"[\s,]*")


@dataclass(frozen=True, slots=True)
class Broken:
    """A line that is no JSON, among lines of one value each."""

    why: str


def values(text: IO[str]) -> Iterator[tuple[int, Any]]:
    """Yield each value with the line that it begins on; of one value a line, a broken line as :class:`Broken`.

    Raises:
        json.JSONDecodeError: what follows is no JSON to the end of the file; ``lineno`` is that of the file.
    """
    decoder, buffer, line = json.JSONDecoder(), text.read(_CHUNK), 1
    head = _FEATURES.search(buffer)
    at = head.end() if head and buffer.lstrip().startswith("{") else len(buffer) - len(buffer.lstrip())
    if head is None and buffer[at : at + 1] == "[":
        at += 1
    line += buffer.count("\n", 0, at)
    lines = head is None and not buffer[:at].endswith("[")
    buffer = buffer[at:]
    wanted = _CHUNK
    while True:
        gap = _GAP.match(buffer)
        skipped = gap.end() if gap else 0
        line += buffer.count("\n", 0, skipped)
        buffer = buffer[skipped:]
        if buffer.startswith("]"):
            return
        try:
            value, end = decoder.raw_decode(buffer) if buffer else (None, -1)
        except json.JSONDecodeError as problem:
            if lines and (found := _next_line(buffer, problem.pos)) is not None:
                yield line, Broken(problem.msg)
                line, buffer = line + 1, buffer[found:]
                continue
            more = text.read(wanted)
            if not more:
                raise json.JSONDecodeError(problem.msg, "\n" * (line + problem.lineno - 2), line + problem.lineno - 2) from problem
            buffer, wanted = buffer + more, wanted * 2
            continue
        except (RecursionError, ValueError) as problem:  # brackets in brackets, a number of thousands of figures
            raise json.JSONDecodeError(str(problem), "\n" * (line - 1), line - 1) from problem
        if end < 0:
            buffer = text.read(_CHUNK)
            if not buffer:
                return
            continue
        yield line, value
        line += buffer.count("\n", 0, end)
        buffer, wanted = buffer[end:], _CHUNK


def _next_line(buffer: str, wrong: int) -> int | None:
    """Return where the next line begins a value of its own; None where it is not there, or the first is not ``wrong``."""
    end = buffer.find("\n") + 1
    return end if end and wrong <= end and buffer.startswith("{", end) else None
