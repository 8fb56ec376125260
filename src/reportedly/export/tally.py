"""What an export says of itself: what was asked, of which state of the record, what was written, what was left out and why."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

EDITION = 1
NOTICE = (
    "Each row is a claim: what somebody is reported to have said, on whose word. None of it is said here to be so. Claims that contradict "
    "each other stand beside each other."
)


@dataclass(slots=True)
class Tally:
    """Counts what is written while it is written, so that nothing is left out in silence.

    Attributes:
        asked: what stands before the counts: format, filters, clocks, head, program and the like.
        claims: claims that passed the filters. written: those of them that stand in the export.
        notes: what else is counted, by name.
    """

    asked: Mapping[str, Any]
    claims: int = 0
    written: int = 0
    notes: Counter[str] = field(default_factory=Counter)
    _left: dict[str, tuple[Counter[str], bytearray]] = field(default_factory=dict)

    def write(self, row: Mapping[str, Any]) -> None:
        """Count a claim that is written."""
        self.claims += 1
        self.written += 1
        if row.get("masked"):
            self.notes["claims with a private name taken out"] += 1

    def leave(self, row: Mapping[str, Any], why: str, what: str) -> None:
        """Count a claim that the format cannot hold, by the reason and by what of it is the case, and keep its id."""
        self.claims += 1
        if why not in self._left:
            self._left[why] = Counter(), bytearray()  # twenty bytes for each, of a million claims
        counts, ids = self._left[why]
        counts[what] += 1
        ids += f"{row['id']}\n".encode()

    def told(self) -> Json:
        """Return what is asked and counted, without the ids of what is left out."""
        counted = {"claims": self.claims, "written": self.written, "notes": dict(sorted(self.notes.items()))}
        left = [{"why": why, "count": sum(counts.values()), "of": dict(sorted(counts.items()))} for why, (counts, _) in self._reasons()]
        return {"reportedly_export": EDITION, "notice": NOTICE, **self.asked, **counted, "left_out": left}

    def manifest(self) -> Iterator[bytes]:
        """Yield the manifest as JSON, piece by piece, with the ids of all claims that are left out, in the order of the record."""
        told = self.told()
        whole = json.dumps({name: value for name, value in told.items() if name != "left_out"}, ensure_ascii=False, indent=1)
        yield whole.removesuffix("\n}").encode() + b',\n "left_out": ['
        for number, (row, (_, (_, ids))) in enumerate(zip(told["left_out"], self._reasons(), strict=True)):
            head = json.dumps(row, ensure_ascii=False)
            yield (b",\n  " if number else b"\n  ") + head.removesuffix("}").encode() + b', "claims": ['
            yield b'"' + bytes(ids[:-1]).replace(b"\n", b'", "') + b'"]}'
        yield b"\n ]\n}\n" if told["left_out"] else b"]\n}\n"

    def _reasons(self) -> list[tuple[str, tuple[Counter[str], bytearray]]]:
        return sorted(self._left.items(), key=lambda item: item[0])
