"""A person's own report (a monitor's log, a phone call) as a signed document, recorded with its claims like any other."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from reportedly.adding import add
from reportedly.claim.coded import frame_of, span_of
from reportedly.codebook import codebook_of
from reportedly.errors import OptionError
from reportedly.ids import document_id
from reportedly.limits import limits
from reportedly.model import Claim, Dated, Document, Failure, Metadata, Segment
from reportedly.model.claim import STANCES
from reportedly.pipeline import Settings
from reportedly.signed import FORMAT, Report, Signed, unpack
from reportedly.store import Ledger
from reportedly.text import canonical_newlines


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of a report.

    Attributes:
        outcome: ``added``, or ``known`` where the same report was there.
        document: its id. path: what it stands under.
        signed: the report with its key and signature.
        claims: the claims that the ledger holds of it. withheld: how many are under the threshold of their type.
        failures: why it could not be recorded.
    """

    outcome: str
    document: str
    path: str
    signed: Signed
    claims: tuple[Claim, ...]
    withheld: int
    failures: tuple[Failure, ...]


def checked(report: Report, settings: Settings) -> Report:
    """Return a report with its newlines as line feeds, after looking at what it holds.

    Raises:
        OptionError: there are no words or too many, the day is none, or it is coded with what the codebook or its words do not have.
    """
    text = canonical_newlines(report.text)
    if not report.reporter:
        what = "the report names nobody who makes it"
        raise OptionError(what, where="--reporter", remedy="give the name of who reports")
    if not text.strip():
        what = "the report has no words"
        raise OptionError(what, where="--text", remedy="give them with --text, --file, or on standard input")
    if len(text.encode()) > limits().document_bytes:
        what = f"the report has more than {limits().document_bytes:,} bytes"
        raise OptionError(what, where="--file", remedy="report it in parts, or raise REPORTEDLY_DOCUMENT_BYTES")
    if report.date is not None:
        _day(report.date)
    coded = report.coded
    if coded is not None:
        frame_of(codebook_of(settings.codebook), coded)
        if coded.stance not in STANCES:
            what = f"{coded.stance!r} is no stance"
            raise OptionError(what, where="--stance", remedy=f"give one of {', '.join(STANCES)}")
        for words in (*(words for _, words in coded.args), *([coded.words] if coded.words is not None else [])):
            span_of(text, canonical_newlines(words))
    return Report(text, report.reporter, report.speaker, report.date, report.place, coded)


def document_of(data: bytes) -> Document:
    """Return the document that a signed report is.

    Raises:
        SignatureError: the bytes hold none.
    """
    report = unpack(data).report
    day = _day(report.date) if report.date is not None else None
    lang = "und" if report.coded else None  # what a person coded counts in whatever language
    meta = Metadata(byline=(report.reporter,), published=Dated(day, "argument" if day else None), lang=lang)
    whole = Segment("body", 0, len(report.text), lang, speaker=report.speaker)
    path = f"reports/{report.date or 'undated'}/{report.reporter}"
    return Document(document_id(data), path, report.text, data, meta, (whole,), format=FORMAT)


def record(data: bytes, ledger: Ledger, settings: Settings) -> Recorded:
    """Record a signed report with its claims, and compare it; the same report is recorded once.

    Raises:
        SignatureError: the bytes hold no signed report.
        LedgerError: the ledger cannot be written.
    """
    document = document_of(data)
    summary = add([document], ledger, settings)
    held = () if summary.failures else ledger.view().reading(document.id).claims or ()
    outcome = "failed" if summary.failures else "added" if summary.added else "known"
    return Recorded(outcome, document.id, document.path, unpack(data), held, summary.withheld, summary.failures)


def _day(value: str) -> dt.date:
    try:
        return dt.date.fromisoformat(value)
    except ValueError as problem:
        what = f"{value!r} is no date"
        raise OptionError(what, where="--date", remedy="write it as YYYY-MM-DD") from problem
