"""Contradictions at scale: what comparing the claims of one more document costs in ledgers of many claims.

usage: python -m benchmarks.contradictions [DOCUMENTS] [--json]      (200,000 where no number is given)

Each document has five claims: invented tolls, holders, attacks and denials, in 300 places of 15 regions. Claims are filed without being
compared; then documents are added one by one, and compared with all. Told is the processor time of that, with all its writing, in a small
ledger and in the large one, one after the other in turn, so that others on the machine sway both alike: the wars of both see as many
documents a day. A third ledger, small but of a twentieth of the days, tells what it costs where as many tell of one day as in a large one.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection

from reportedly.compare.matching import Matcher
from reportedly.compare.world import World
from reportedly.ids import document_id, span_id
from reportedly.model import Argument, Claim, Dated, Document, Figure, Metadata, Reading, Segment, Speaker, ValidTime
from reportedly.store import Ledger, Writer
from reportedly.store.batch import Batch
from reportedly.store.matters import match_new

_SMALL, _STEP, _SINGLE, _EACH = 10_000, 1_000, 51, 5  # documents; claims of each
_PACE, _CROWDED = 133, 20  # documents a day; how many times as many where days are crowded
_ATTACK = 2
_PLACES = tuple(f"place-{number}" for number in range(300))
_PARTIES = ("LEAGUE", "CROWN", "UNION")
WORLD = World(
    within={place: f"region-{number % 15}" for number, place in enumerate(_PLACES)},
    kinds=dict.fromkeys(_PLACES, "village") | {f"region-{number}": "governorate" for number in range(15)},
)


@dataclass(slots=True)
class Press:
    """Invented reports, always the same, of a war of so many days."""

    days: int
    chance: random.Random = field(default_factory=lambda: random.Random(7))  # noqa: S311 - invented data
    written: int = 0

    def reading(self) -> Reading:
        """Return the next report, read."""
        self.written += 1
        day = dt.date(2031, 1, 1) + dt.timedelta(days=self.chance.randrange(self.days))
        told = [self._told(day) for _ in range(_EACH)]
        text = "".join(f"{words}\n" for words, _ in told) + f"Report {self.written}."
        data, starts = text.encode(), [sum(len(words) + 1 for words, _ in told[:at]) for at in range(_EACH)]
        metadata = Metadata(published=Dated(day, "argument"), publisher=f"paper {self.written % 200}", lang="en")
        document = Document(document_id(data), f"{self.written}.txt", text, data, metadata, (Segment("body", 0, len(text)),))
        claims = (_claim(document, at, start, *said) for at, (start, said) in enumerate(zip(starts, told, strict=True)))
        return Reading(document, claims=tuple(claims))

    def _told(self, day: dt.date) -> tuple[str, dict[str, object]]:
        place, party, kind = self.chance.choice(_PLACES), self.chance.choice(_PARTIES), self.chance.randrange(5)
        common: dict[str, object] = {"valid": ValidTime(day.isoformat(), day.isoformat()), "places": (place,), "place_ids": (place,)}
        actor = Argument(party, 0, 1, actor=party)
        if kind == 0:
            return f"The {party} holds {place}.", common | {"type": "control", "frame": "holds-control", "args": (("controller", actor),)}
        if kind == 1:
            denied = {"type": "attack", "frame": "shelling", "stance": "denies", "args": (("attacker", actor),)}
            return f"The {party} did not shell {place}.", common | denied
        if kind == _ATTACK:
            return f"The {party} shelled {place}.", common | {"type": "attack", "frame": "shelling", "args": (("attacker", actor),)}
        value = self.chance.randrange(2, 60)
        figures = (Figure(float(value), "=", "civilians killed"),)
        return f"{value} civilians were killed in {place}.", common | {
            "type": "casualty",
            "frame": "killed",
            "args": (),
            "figures": figures,
        }


def _claim(document: Document, at: int, start: int, words: str, said: dict[str, object]) -> Claim:
    told: dict[str, object] = {"stance": "asserts", "figures": ()} | said
    return Claim(
        id=span_id("claim", document.id, at),
        start=start,
        end=start + len(words),
        gloss=words,
        speaker=Speaker(f"Speaker {at}"),
        chain=(str(document.metadata.publisher), f"Speaker {at}"),
        own=False,
        proposition=span_id("proposition", told["frame"], words, str(told["valid"])),
        asserted=str(document.metadata.published.value),
        method="invented 1",
        score=0.5,
        **told,  # type: ignore[arg-type]  # the fields of a claim
    )


def record(ledger: Ledger, press: Press, count: int) -> None:
    """Put reports into the record in one batch."""
    with ledger.writing() as open_batch:

        @contextmanager
        def writing() -> Iterator[tuple[Connection, Batch]]:
            yield open_batch

        for _ in range(count):
            Writer(writing).add(press.reading())


def filled(documents: int, days: int, path: Path) -> tuple[Ledger, Press]:
    """Return a ledger of so many documents, their claims filed, and the press that goes on."""
    press, ledger = Press(days), Ledger.open(path)
    for _ in range(documents // _STEP):
        record(ledger, press, _STEP)
    with ledger.writing() as (connection, _):
        connection.exec_driver_sql("UPDATE matter_until SET compared = (SELECT max(seq) FROM reading)")
    match_new(ledger, Matcher(WORLD), "1")
    print(f"{documents:,} documents of {days:,} days are filed", file=sys.stderr, flush=True)
    return ledger, press


def measure(documents: int, folder: Path) -> list[dict[str, float]]:
    """Return the figures of three ledgers."""
    small = min(_SMALL, documents)
    sizes = [(small, small // _PACE), (documents, documents // _PACE), (small, max(1, small // _PACE // _CROWDED))]
    ledgers = [filled(count, days, folder / f"{at}.db") for at, (count, days) in enumerate(sizes)]
    spent: list[list[float]] = [[] for _ in ledgers]
    for _ in range(_SINGLE):
        for times, (ledger, press) in zip(spent, ledgers, strict=True):
            record(ledger, press, 1)
            begin = time.process_time()
            match_new(ledger, Matcher(WORLD), "1")
            times.append(1000 * (time.process_time() - begin))
    found = [_told(size, sorted(times)) for size, times in zip(sizes, spent, strict=True)]
    found[1]["over_small"] = round(found[1]["one_document_cpu_ms_median"] / found[0]["one_document_cpu_ms_median"], 2)
    return found


def _told(size: tuple[int, int], spent: list[float]) -> dict[str, float]:
    return {
        "documents": size[0],
        "claims": size[0] * _EACH,
        "days": size[1],
        "one_document_cpu_ms_median": round(spent[_SINGLE // 2], 1),
        "one_document_cpu_ms_most": round(spent[-1], 1),
        "memory_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
    }


def main(words: list[str]) -> int:
    """Print the figures."""
    documents = int(next((word for word in words if word.isdecimal()), "200000"))
    with tempfile.TemporaryDirectory() as folder:
        found = measure(documents, Path(folder))
    print(json.dumps(found) if "--json" in words else "\n".join(f"{name}: {value}" for row in found for name, value in row.items()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
