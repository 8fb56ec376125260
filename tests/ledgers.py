"""A small ledger with at least one row in every table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reportedly.model import Contradiction, Failure, Passage, Reading, Reprint, Speaker
from reportedly.store import Ledger, redact
from tests.strategies import RUN, invented_reading


def elsewhere(reading: Reading, **changes: object) -> Reading:
    """Return the same bytes at another path, or under other metadata."""
    names = {"path", "ref"} & changes.keys()
    document = replace(reading.document, **{name: changes[name] for name in names})  # type: ignore[arg-type]  # the name decides the type
    metadata = replace(document.metadata, **{name: changes[name] for name in changes.keys() - names})  # type: ignore[arg-type]
    return replace(reading, document=replace(document, metadata=metadata))


def small(number: int) -> Reading:
    """Return a reading with three claims, small enough to look at."""
    return invented_reading(number, 3, sentences=3, publisher=("Harbour Courier", "Longline Wire")[number % 2])


def denied(reading: Reading) -> Reading:
    """Return the reading with its first claim denied by somebody unnamed."""
    first, *rest = reading.claims or ()
    return replace(reading, claims=(replace(first, stance="denies", speaker=Speaker("a resident", None, anonymous=True)), *rest))


def fill(ledger: Ledger, *, redacted: bool = True) -> list[Reading]:
    """Fill a ledger with two readings, a further appearance, links of both kinds, a failure, judgements and a redacted document."""
    readings = [small(1), denied(small(2)), small(3)]
    writer = ledger.writer(RUN)
    for reading in readings:
        writer.add(reading)
    writer.add(elsewhere(readings[0], path="copies/1.txt", ref="r1", publisher="Eastbank Mirror"))
    writer.fail(Failure("reports/broken.txt", "R202", "no text of a known format", None, b"\x00\x01\x02"))
    a, b = (reading.document.id for reading in readings[:2])
    first, second = ((reading.claims or ())[0].id for reading in readings[:2])
    passages = (Passage(0, 10, 5, 15), Passage(20, 30, 25, 35))
    against = Contradiction("contradiction:1", "denial", first, second, "one denies what the other says")
    alike = Contradiction("contradiction:2", "figure", first, second, "two dates", look_alike=True)
    writer.link([Reprint(a, b, "reprint", 0.75, passages)], [against, alike])
    held = writer.judge(first, "accept", by="reviewer", reason="seen")
    writer.judge(first, "correct", by="reviewer", value={"type": "attack"}, supersedes=held)
    if redacted:
        redact(ledger, readings[2].document.id, reason="names a person", by="editor")
    return readings


def filled(folder: Path) -> Path:
    """Return the path of a small ledger in ``folder`` with at least one row in every table."""
    path = folder / "ledger.db"
    with Ledger.open(path) as held:
        fill(held)
    return path
