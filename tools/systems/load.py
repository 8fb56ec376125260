"""Reading and validating ``tests/quality/systems.yaml``. A mistake is named by its row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

import yaml

from tools.systems.rows import FIELDS, Expectation, Row, Systems, Wanted

PATH = Path(__file__).resolve().parents[2] / "tests" / "quality" / "systems.yaml"


def load(path: Path = PATH) -> Systems:
    """Return the rows of a file.

    Raises:
        ValueError: a row or field is not what the file should hold; names it.
    """
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    groups = {name: tuple(ids) for name, ids in told["groups"].items()}
    rows = tuple(_row(row, told["documents"]) for row in told["rows"])
    numbers = [row.number for row in rows]
    if numbers != list(range(1, len(rows) + 1)):
        what = f"{path.name}: rows are numbered from 1, each once; found {numbers}"
        raise ValueError(what)
    for name in (n for row in rows for e in row.expectations for n in _named(e.wanted)):
        if name.removeprefix("$") not in groups:
            what = f"{path.name}: there is no group {name}"
            raise ValueError(what)
    return Systems(told["documents"], groups, rows, told["floor"])


def _row(told: Mapping[str, object], documents: Mapping[str, str]) -> Row:
    number, key = cast("int", told["row"]), cast("str", told["doc"])
    at = cast("tuple[int, int]", tuple(cast("list[int]", told["at"])))
    if key not in documents:
        what = f"row {number}: there is no document {key}"
        raise ValueError(what)
    asked = cast("list[dict[str, object]]", told.get("expect") or [])
    row = Row(
        number,
        cast("str", told["title"]),
        key,
        tuple(_expectation(number, item, at) for item in asked),
        cast("int | None", told.get("issue")),
        cast("str | None", told.get("later")),
        cast("str | None", told.get("exempt")),
    )
    if not (row.expectations or row.exempt) or (row.issue is None) is not (row.later is None):
        what = f"row {number} needs expectations or the reason why it is exempt, and `issue` and `later` together or neither"
        raise ValueError(what)
    return row


def _expectation(number: int, told: Mapping[str, object], at: tuple[int, int]) -> Expectation:
    kinds = [kind for kind in told if kind != "at"]
    if len(kinds) != 1 or kinds[0] not in FIELDS:
        what = f"row {number}: an expectation has one of {', '.join(FIELDS)}; found {kinds}"
        raise ValueError(what)
    kind = kinds[0]
    wanted = cast("Wanted", told[kind])
    if unknown := set(wanted) - set(FIELDS[kind]):
        what = f"row {number}: {kind} has no {', '.join(sorted(unknown))}"
        raise ValueError(what)
    start, end = cast("list[int]", told.get("at", at))
    return Expectation(kind, wanted, start, end)


def _named(value: object) -> Iterator[str]:
    """Yield the groups that are named anywhere in a value."""
    if isinstance(value, str) and value.startswith("$"):
        yield value
    elif isinstance(value, Mapping):
        yield from (name for inner in value.values() for name in _named(inner))
    elif isinstance(value, list):
        yield from (name for inner in value for name in _named(inner))
