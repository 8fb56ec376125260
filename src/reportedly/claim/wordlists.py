"""Word lists of ``figures.yaml`` and ``moods.yaml``: patterns compiled once. Mistakes are named by file and line."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from reportedly import marked
from reportedly.errors import DataError
from reportedly.marked import Marked

FIGURES = Path(__file__).with_name("figures.yaml")
MOODS = Path(__file__).with_name("moods.yaml")


@cache
def pattern(name: str, path: Path = FIGURES) -> re.Pattern[str]:
    """Return the pattern ``name`` of a file of words.

    Raises:
        DataError: it is missing or no pattern; its line is named.
    """
    return _compiled(marked.load(path, DataError).need(name))


@cache
def patterns(name: str, path: Path = FIGURES) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the patterns of the table ``name``, each with its key, in the order of the file.

    Raises:
        DataError: one is missing or no pattern; its line is named.
    """
    table = marked.load(path, DataError).need(name)
    return tuple((key, _compiled(value)) for key, value in table.expect(dict).items())


@cache
def number(name: str, path: Path = FIGURES) -> int:
    """Return the whole number under ``name``. Raises DataError where there is none."""
    return int(marked.load(path, DataError).need(name).expect(int))


@cache
def table(name: str, path: Path = FIGURES) -> dict[str, int]:
    """Return the whole numbers of the table ``name``. Raises DataError where one is none."""
    held = marked.load(path, DataError).need(name)
    return {key: int(value.expect(int)) for key, value in held.expect(dict).items()}


def _compiled(value: Marked) -> re.Pattern[str]:
    try:
        return re.compile(str(value.expect(str)), re.IGNORECASE)
    except re.error as problem:
        what = f"this is no pattern: {problem}"
        raise value.complain(what, "see the syntax of regular expressions in Python") from problem
