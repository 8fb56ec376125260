"""The main job: read, mark, ground, claim, record, compare, link.

    documents --annotate--> readings --record, one transaction each--> ledger --compare with what it held--> links

A job that is cut off leaves whole documents behind; the next one compares them too.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from reportedly.compare.reprints import MEASURED
from reportedly.compare.reuse import update
from reportedly.comparing import compare
from reportedly.engine.pool import ordered_map
from reportedly.errors import IntegrityError, LedgerUnavailableError
from reportedly.limits import limits
from reportedly.model import Document, Failure, Reading
from reportedly.packs import load_packs
from reportedly.pipeline import Settings, completing, foreign, lost, read_batch, run_of
from reportedly.query.sightings import catch_up
from reportedly.read.encoding import replace_surrogates
from reportedly.store import Ledger, Writer
from reportedly.store.odd import Odd, crowds, oddities
from reportedly.store.pending import holds, last_batch, links_since, uncompared
from reportedly.store.reuse import compare_new

Progress = Callable[[str, int], None]
"""Told of every document: what became of it (``added``, ``appearance``, ``known``, ``failed``) and its bytes; then ``comparing`` and 0."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a job came to.

    Attributes:
        added: documents recorded. appearances: known bytes at a new place, publisher or date. known: nothing new about them.
        failures: what could not be read, without the bytes.
        not_read: path and language of documents that were recorded in a language that is not read yet.
        claims, attributions: of the documents added.
        withheld: claims of theirs under the threshold of their type, which are not recorded.
        reprints, contradictions: pairs that were recorded.
        odd: crowds of copies, pages that quote very many and overlong ones, which were compared in part.
        seconds: from the first document to the last link.
    """

    added: int
    appearances: int
    known: int
    failures: tuple[Failure, ...]
    not_read: tuple[tuple[str, str], ...]
    claims: int
    attributions: int
    reprints: int
    contradictions: int
    seconds: float
    withheld: int = 0
    odd: tuple[Odd, ...] = ()

    @property
    def documents(self) -> int:
        """How many documents went in or were there already."""
        return self.added + self.appearances + self.known

    @property
    def rate(self) -> float:
        """Documents a second."""
        return self.documents / self.seconds if self.seconds else 0.0


@dataclass(slots=True)
class _Tally:
    outcomes: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("added", "appearance", "known"), 0))
    new: set[str] = field(default_factory=set)
    failures: list[Failure] = field(default_factory=list)
    not_read: list[tuple[str, str]] = field(default_factory=list)
    claims: int = 0
    attributions: int = 0
    withheld: int = 0

    def count(self, outcome: str, reading: Reading) -> None:
        document = reading.document
        self.outcomes[outcome] += 1
        if outcome != "added":
            return
        self.new.add(document.id)
        self.claims += len(reading.claims or ())
        self.attributions += len(reading.attributions or ())
        self.withheld += len(reading.withheld)
        language = foreign(document)
        if language is not None:
            self.not_read.append((document.path, language))


def _silent(_outcome: str, _size: int) -> None:
    """Tell nobody."""


def add(documents: Iterable[Document | Failure], ledger: Ledger, settings: Settings, progress: Progress = _silent) -> Summary:
    """Record documents with all that is found in them, and how they stand to those recorded before.

    Documents pass through one after the other: a few batches are in memory at once. One that fails is recorded as a failure.

    Args:
        documents: in the order in which they are to be recorded, which does not depend on the number of workers.
        ledger: the open ledger.
        settings: packs and workers; all layers are set.
        progress: told of every document.

    Raises:
        UsageError: a table or option is not what the caller says.
        DataError: a pack or the codebook has a mistake.
        LedgerError: the ledger cannot be written; what was recorded before stays.
    """
    begin = time.perf_counter()
    writer, tally = ledger.writer(run_of(settings)), _Tally()
    before = last_batch(ledger)
    items = _unread(documents, ledger, settings)
    work = partial(_work, settings=settings)
    for item in ordered_map(work, items, size=limits().batch_documents, workers=settings.workers, lost=_lost):
        _record(item, writer, tally, progress)
    if uncompared(ledger):
        progress("comparing", 0)
    crowded = compare(ledger, settings.packs)
    compared = compare_new(ledger, update)
    catch_up(ledger)
    with ledger.reading() as connection:
        odd = (*oddities(connection, compared, crowd=MEASURED.family, words=MEASURED.most), *crowds(crowded))
    reprints, contradictions = links_since(ledger, before)
    return Summary(
        added=tally.outcomes["added"],
        appearances=tally.outcomes["appearance"],
        known=tally.outcomes["known"],
        failures=tuple(tally.failures),
        not_read=tuple(tally.not_read),
        claims=tally.claims,
        attributions=tally.attributions,
        reprints=reprints,
        contradictions=contradictions,
        seconds=time.perf_counter() - begin,
        withheld=tally.withheld,
        odd=odd,
    )


def _unread(documents: Iterable[Document | Failure], ledger: Ledger, settings: Settings) -> Iterator[Document | Failure | Reading]:
    """Yield what is to be read; a document whose bytes are recorded already as a reading without layers, which needs no work."""
    named = completing(load_packs(settings.packs))
    for item in documents:
        if isinstance(item, Document) and holds(ledger, item.id):
            yield Reading(named(item))
        else:
            yield item


def _work(batch: list[Document | Failure | Reading], settings: Settings) -> list[Reading | Failure]:
    left = [item for item in batch if not isinstance(item, Reading)]
    done = iter(read_batch(left, settings) if left else ())
    return [item if isinstance(item, Reading) else next(done) for item in batch]


def _lost(item: Document | Failure | Reading) -> Reading | Failure:
    return item if isinstance(item, Reading) else lost(item)


def _record(item: Reading | Failure, writer: Writer, tally: _Tally, progress: Progress) -> None:
    if isinstance(item, Reading):
        data = item.document.data
        try:
            outcome = writer.add(item)
        except IntegrityError as error:
            item = _refused(item.document, error)
        except LedgerUnavailableError as error:
            what = f"{error.what}, when {item.document.path} was to be recorded"
            raise LedgerUnavailableError(what, where=error.where, remedy=error.remedy) from error
        else:
            tally.count(outcome, item)
            progress(outcome, len(data))
            return
    writer.fail(item)
    tally.failures.append(replace(item, data=None))
    progress("failed", len(item.data or b""))


def _refused(document: Document, error: IntegrityError) -> Failure:
    """Return the failure of a document that the record refuses; signs that it refuses in path and number are replaced."""
    path, ref = replace_surrogates(document.path), document.ref
    message = error.what if error.remedy is None else f"{error.what} — {error.remedy}"
    return Failure(path, error.code, replace_surrogates(message), None if ref is None else replace_surrogates(ref), document.data)
