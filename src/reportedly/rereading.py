"""Reading again: the claims of the recorded documents are drawn anew with the present rules and models.

    documents whose latest reading is of another run --annotate--> readings --record, one transaction each--> ledger --compare--> links

Nothing is taken away: earlier readings and their claims stay in the record, superseded. A job that is cut off leaves every document
with one whole reading or the other; the next one goes on with those that are left, and compares them all.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from reportedly.codebook import codebook_of
from reportedly.comparing import compare
from reportedly.engine.pool import ordered_map
from reportedly.errors import IntegrityError, UnknownIdError
from reportedly.export.contract import Json
from reportedly.limits import limits
from reportedly.model import Document, Failure, Reading
from reportedly.pipeline import Settings, lost, read_batch, run_of
from reportedly.query import orphans
from reportedly.query.sightings import catch_up
from reportedly.review.again import reapply
from reportedly.store import Ledger, Writer
from reportedly.store.carry import Replaced
from reportedly.store.pending import link_counts, unread_by


@dataclass(slots=True)
class Reread:
    """What a job came to.

    Attributes:
        run: the run that the claims are of now.
        documents: documents read again. current: those whose latest reading was of this run already.
        same, changed, new, gone: claims by what became of them; see :class:`reportedly.store.carry.Replaced`.
        withheld: claims under the threshold of their type, which are not recorded.
        failures: documents that could not be read again; their earlier reading stands.
        contradictions: how many more pairs stand than before.
        orphaned: judgements of the whole ledger that no claim answers to any more; a person has to look at them.
        seconds: of the whole job.
    """

    run: str
    documents: int = 0
    current: int = 0
    same: int = 0
    changed: int = 0
    new: int = 0
    gone: int = 0
    withheld: int = 0
    failures: list[Failure] = field(default_factory=list)
    contradictions: int = 0
    orphaned: list[Json] = field(default_factory=list)
    seconds: float = 0.0

    def count(self, found: Replaced) -> None:
        """Add what became of the claims of one document."""
        self.documents += 1
        self.same += found.same
        self.changed += found.changed
        self.new += found.new
        self.gone += found.gone


def reread(ledger: Ledger, settings: Settings, only: tuple[str, ...] = ()) -> Reread:
    """Draw the claims of recorded documents anew, and compare them; documents that this run has read already are left as they are.

    Args:
        ledger: the open ledger.
        settings: packs, codebook, model and workers; all layers are set.
        only: beginnings of ids of documents, with or without their kind; all documents where there is none.

    Raises:
        DataError: a pack or the codebook has a mistake.
        UnknownIdError: no document has an id that begins with one of ``only``.
        LedgerError: the ledger cannot be written; what was recorded before stays.
    """
    begin = time.perf_counter()
    run = run_of(settings)
    told, before = Reread(run.id), link_counts(ledger)[1]
    wanted = _wanted(ledger, only)
    left = [key for key in unread_by(ledger, run.id) if key in wanted]
    told.current = len(wanted) - len(left)
    writer = ledger.writer(run)
    work = partial(read_batch, settings=settings)
    for item in ordered_map(work, _documents(ledger, left), size=limits().batch_documents, workers=settings.workers, lost=lost):
        _record(item, writer, told)
    compare(ledger, settings.packs)
    reapply(ledger, settings.packs, codebook_of(settings.codebook))
    catch_up(ledger)
    told.contradictions = link_counts(ledger)[1] - before
    told.orphaned = orphans(ledger)
    told.seconds = time.perf_counter() - begin
    return told


def _wanted(ledger: Ledger, only: tuple[str, ...]) -> frozenset[str]:
    ids = unread_by(ledger, "")
    if not only:
        return frozenset(ids)
    begins = [f"sha256:{prefix.removeprefix('sha256:')}" for prefix in only]
    for given, prefix in zip(only, begins, strict=True):
        if not given or not any(key.startswith(prefix) for key in ids):
            what = f"no document has an id that begins with {given!r}"
            raise UnknownIdError(what, where=ledger.where, remedy="`reportedly claims --json` gives the ids of documents")
    return frozenset(key for key in ids if key.startswith(tuple(begins)))


def _documents(ledger: Ledger, ids: list[str]) -> Iterator[Document | Failure]:
    """Yield the documents, fetched one by one, so that no state of the ledger is held on to while it is written."""
    view = ledger.view()
    for key in ids:
        try:
            yield view.document(key)
        except UnknownIdError as gone:  # redacted meanwhile
            yield Failure(key, gone.code, gone.what)


def _record(item: Reading | Failure, writer: Writer, told: Reread) -> None:
    if isinstance(item, Failure):
        told.failures.append(replace(item, data=None))
        return
    try:
        found = writer.reread(item)
    except (IntegrityError, UnknownIdError) as error:
        told.failures.append(Failure(item.document.path, error.code, error.what))
        return
    if found is None:  # another process was quicker
        told.current += 1
        return
    told.count(found)
    told.withheld += len(item.withheld)
