"""Judging: whether what the program draws meets an expectation, where it falls short, and how many rows hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from tools.systems.checks import CHECKS
from tools.systems.rows import Expectation, Groups, Json, Row, Systems, Wanted
from tools.systems.shown import asked, kind_of, value_of
from tools.systems.values import among

HOLDS, LATER, NOT, EXEMPT = "holds", "later", "does not", "exempt"


@dataclass(frozen=True, slots=True)
class Judged:
    """A row with its state, one of holds, later, does not, exempt; and what is missing of it now."""

    row: Row
    state: str
    missing: tuple[str, ...] = ()


def judge(systems: Systems, lines: Iterable[Json]) -> list[Judged]:
    """Return every row judged by what was drawn.

    Args:
        systems: the rows.
        lines: what ``annotate --json`` printed for the documents, in any order.

    Raises:
        ValueError: a document is not among the lines, or other bytes are.
    """
    drawn = {cast("str", cast("Json", line["doc"])["id"]).removeprefix("sha256:"): line for line in lines}
    if lost := {key for key, digest in systems.documents.items() if digest not in drawn}:
        what = f"there is no document with the SHA-256 of {', '.join(sorted(lost))}"
        raise ValueError(what)
    return [_judged(row, drawn[systems.documents[row.document]], systems) for row in systems.rows]


def _judged(row: Row, line: Json, systems: Systems) -> Judged:
    if row.exempt:
        return Judged(row, EXEMPT)
    missing = tuple(filter(None, (short_of(expected, line, systems.groups) for expected in row.expectations)))
    return Judged(row, NOT if missing else LATER if row.issue else HOLDS, missing)


def counts(judged: Iterable[Judged]) -> Mapping[str, int]:
    """Return how many rows are in each state."""
    return Counter(one.state for one in judged)


def held(judged: Iterable[Judged]) -> int:
    """Return how many rows hold as far as it is asked for now: those that hold, and those of which the rest is for later."""
    return sum(one.state in {HOLDS, LATER} for one in judged)


def told(judged: list[Judged]) -> str:
    """Return the totals in a line."""
    number = counts(judged)
    hold, later, fail, exempt = (number[state] for state in (HOLDS, LATER, NOT, EXEMPT))
    return f"{hold} of {len(judged)} hold, {later} more as far as later work is not needed; {fail} do not; {exempt} exempt"


def short_of(expected: Expectation, line: Json, groups: Groups) -> str | None:
    """Return what is missing of an expectation, None where it holds.

    Args:
        expected: what is asked for.
        line: the document as ``annotate --json`` prints it.
        groups: ids that may stand for each other.
    """
    kind = expected.kind.removeprefix("no_")
    there = list(_there(expected, line, kind))
    tried = [(item, failing(kind, expected.wanted, item, groups)) for item in there]
    if expected.kind.startswith("no_"):
        return next((f"{expected.kind}: {kind_of(kind, item)} is there" for item, fails in tried if not fails), None)
    if not tried:
        return f"{kind}: none there, wanted {asked(expected.wanted)}"
    item, fails = min(tried, key=lambda pair: (len(pair[1]), "frame" in pair[1], "type" in pair[1]))
    if not fails:
        return None
    wanted = asked({name: expected.wanted[name] for name in fails})
    return f"{kind_of(kind, item)}: {', '.join(f'{name} is {value_of(kind, name, item)}' for name in fails)}, wanted {wanted}"


def failing(kind: str, wanted: Wanted, item: Json, groups: Groups) -> list[str]:
    """Return the fields of ``wanted`` that ``item`` does not meet."""
    return [name for name, value in wanted.items() if not CHECKS[kind].get(name, among(name))(value, item, groups)]


def _there(expected: Expectation, line: Json, kind: str) -> Iterator[Json]:
    """Yield what was drawn of a kind over the words of an expectation; a segment where it holds their first character."""
    doc = cast("Json", line["doc"])
    if kind == "doc":
        yield doc
        return
    layer = doc["segments"] if kind == "segment" else line[f"{kind}s"]
    until = expected.start + 1 if kind == "segment" else expected.end
    for item in cast("list[Json]", layer):
        if any(start < until and end > expected.start for start, end in _spans(item)):
            yield item


def _spans(item: Json) -> Iterable[tuple[int, int]]:
    return cast("list[tuple[int, int]]", item["content"] if "content" in item else [(item["start"], item["end"])])
