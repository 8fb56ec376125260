"""Watches: filters with a name, checked before they are kept."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from reportedly.errors import OptionError
from reportedly.query.filters import NAMES, ClaimFilter
from reportedly.store.looks import name_of

FILTERS = tuple(
    name for name in NAMES if name not in {"since", "until", "as_of", "known_by", "recorded_by", "limit", "offset", "min_chains"}
)
"""What a watch may filter by: what is new has clocks of its own."""
_LONG = 1_000_000
_MOST = 500
_VALUE = 500


def checked(name: str, where: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """Return a watch's name and filters as they are kept.

    Raises:
        OptionError: the name is none, or a filter is not known or not understood.
    """
    given = {key.replace("-", "_"): value.strip() for key, value in where.items() if value.strip()}
    for key, value in given.items():
        if key not in FILTERS or len(value) > _VALUE:
            what = f"a watch has no filter {key!r:.60}" if key not in FILTERS else f"the value of {key} is too long"
            raise OptionError(what, where=f"{key:.60}", remedy=f"the filters of watches are {', '.join(FILTERS)}")
    ClaimFilter.from_params(given)
    return name_of(name), given


def read_watches(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the watches of a file of JSON lines, as ``watch list --json`` writes them.

    Raises:
        OptionError: the file cannot be read, or a line is no watch; it is named.
    """
    try:
        text = path.read_text(encoding="utf-8") if path.stat().st_size <= _LONG else None
    except (OSError, ValueError) as error:
        what = f"the file cannot be read: {getattr(error, 'strerror', None) or error}"
        raise OptionError(what, where=str(path), remedy="name a file that `reportedly watch list --json` wrote") from error
    lines = [(number, line) for number, line in enumerate((text or "").splitlines(), 1) if line.strip()]
    if text is None or len(lines) > _MOST:
        what = "this is more than watches can be"
        raise OptionError(what, where=str(path), remedy=f"keep {_MOST} at most")
    yield from [_line(line, f"{path}:{number}") for number, line in lines]  # all are looked at before one is kept


def _line(line: str, where: str) -> tuple[str, dict[str, str]]:
    try:
        found = json.loads(line)
        name, filters = found["name"], found["where"]
        told = {str(key): value for key, value in filters.items() if isinstance(value, str)}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        what = "this line is no watch"
        raise OptionError(what, where=where, remedy='write {"name": "…", "where": {"place": "…"}}') from error
    if not isinstance(name, str) or len(told) != len(filters):
        what = "a name or filter of this watch is no text"
        raise OptionError(what, where=where, remedy='write {"name": "…", "where": {"place": "…"}}')
    try:
        return checked(name, told)
    except OptionError as error:
        raise OptionError(error.what, where=where, remedy=error.remedy) from error
