"""Reuse at scale: a synthetic corpus with planted reprints is compared document by document, in a ledger's file.

usage: python -m benchmarks.reuse [DOCUMENTS] [--json]      (200,000 where no number is given)

Told are documents a second, the most memory, and what one document costs while the ledger is small and while it is large, in processor
time, which others on the machine sway less. Texts are of invented words, 40 each; one in ten is a copy of an earlier one with a word
changed, one in ten quotes a passage of 20 words. Last, single documents are compared with the whole, and of the planted pairs it is
counted how many were found.
"""

from __future__ import annotations

import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select

from reportedly.compare.reuse import update
from reportedly.ids import digest
from reportedly.store import Ledger, schema, sql
from reportedly.store.batch import Batch
from reportedly.store.reuse import compare_new

_TAKEN, _COPIED = 0.2, 0.1  # share of the texts that take from another, and that copy it
_WORDS, _QUOTED, _SINGLE, _STEP = 40, 20, 50, 10_000
_SYLLABLES = "bar bel cor dan fen gil hol jor kel lun mar nes oru pel qua rin sal tor urv wex".split()
VOCABULARY = tuple(a + b + c for a in _SYLLABLES for b in _SYLLABLES for c in _SYLLABLES)


@dataclass(slots=True)
class Corpus:
    """Invented texts, always the same; ``planted`` has the numbers of a copy or quoting text and of what it was taken from."""

    chance: random.Random = field(default_factory=lambda: random.Random(7))  # noqa: S311 - invented data
    texts: list[str] = field(default_factory=list)
    planted: list[tuple[int, int]] = field(default_factory=list)

    def text(self) -> str:
        """Return the next text."""
        words = self.chance.choices(VOCABULARY, k=_WORDS)
        kind = self.chance.random() if self.texts else 1.0
        if kind < _TAKEN:
            source = self.chance.randrange(len(self.texts))
            of = self.texts[source].split()
            self.planted.append((source, len(self.texts)))
            if kind < _COPIED:
                words, at = list(of), self.chance.randrange(len(of))
                words[at] = f"word{len(self.texts)}"
            else:
                words[5 : 5 + _QUOTED] = of[10 : 10 + _QUOTED]
        self.texts.append(" ".join(words))
        return self.texts[-1]


def record(ledger: Ledger, texts: Iterator[str], count: int) -> None:
    """Put documents into the record, without claims, in one batch."""
    with ledger.writing() as (_, batch):
        for number in range(count):
            _put(batch, next(texts), number)


def _put(batch: Batch, text: str, number: int) -> None:
    data = text.encode()
    key = digest(data)
    batch.put(schema.blob, {"sha256": key, "size": len(data), "bytes": data})
    held = {"id": f"sha256:{key}", "blob": key, "text": text, "text_sha256": key, "chars": len(text), "format": "plain"}
    batch.put(schema.document, held | {"lang": "en", "segments": []})
    place = {"id": f"appearance:{key}", "document": f"sha256:{key}", "path": key, "publisher": f"paper {number % 200}"}
    unknown = dict.fromkeys(("ref", "url", "publisher_id", "published", "published_origin", "title", "original_source"))
    batch.put(schema.appearance, place | unknown | {"weak": False, "byline": []})


def measure(documents: int, folder: Path) -> dict[str, float]:
    """Return the figures of one run."""
    corpus, steps, step, waited = Corpus(), list[float](), min(_STEP, documents), 0.0
    texts = iter(corpus.text, "")
    with Ledger.open(folder / "ledger.db") as ledger:
        for _ in range(documents // step):
            record(ledger, texts, step)
            begin, busy = time.perf_counter(), time.process_time()
            compare_new(ledger, update)
            waited += time.perf_counter() - begin
            steps.append((time.process_time() - busy) / step)
            print(f"{len(steps) * step:,} documents, {1000 * steps[-1]:.2f} ms each", file=sys.stderr, flush=True)
        alone = sorted(_alone(ledger, texts) for _ in range(_SINGLE))
        found = _found(ledger, corpus)
    return {
        "documents": documents,
        "documents_per_second": round(documents / waited, 1),
        "cpu_ms_per_document_first": round(1000 * steps[0], 2),
        "cpu_ms_per_document_last": round(1000 * steps[-1], 2),
        "last_over_first": round(steps[-1] / steps[0], 3),
        "one_document_cpu_ms_median": round(1000 * alone[_SINGLE // 2], 1),
        "one_document_cpu_ms_most": round(1000 * alone[-1], 1),
        "planted_found": round(found, 4),
        "memory_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        "ledger_mib": round((folder / "ledger.db").stat().st_size / 2**20, 1),
    }


def _alone(ledger: Ledger, texts: Iterator[str]) -> float:
    record(ledger, texts, 1)
    begin = time.process_time()
    compare_new(ledger, update)
    return time.process_time() - begin


def _found(ledger: Ledger, corpus: Corpus) -> float:
    ids = [f"sha256:{digest(text.encode())}" for text in corpus.texts]
    table = schema.reprint.c
    with ledger.reading() as connection:
        pairs = {frozenset(row) for row in connection.execute(select(table.a, table.b).where(sql.standing_reprint()))}
    return sum(frozenset((ids[a], ids[b])) in pairs for a, b in corpus.planted) / len(corpus.planted)


def main(words: list[str]) -> int:
    """Print the figures."""
    documents = int(next((word for word in words if word.isdecimal()), "200000"))
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(documents, Path(folder))
    print(json.dumps(figures) if "--json" in words else "\n".join(f"{name}: {value}" for name, value in figures.items()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
