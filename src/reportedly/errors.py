"""Every error that a caller may meet, as one tree with stable codes.

ReportedlyError                      R000
├── UsageError                       R1xx  the call cannot be carried out as it was made
│   ├── ColumnError                  R101  a table lacks a named column
│   ├── OptionError                  R102  an option's value is not understood
│   ├── FormError                    R103  what a form sent cannot be taken
│   └── StaleError                   R104  what it is about has changed since it was shown
├── ReadError                        R2xx  one document could not be read; the rest go on
│   ├── EmptyDocumentError           R201  nothing in it
│   ├── BinaryDocumentError          R202  bytes that are no text of a known format
│   ├── TooLargeError                R203  over a ceiling of limits.py
│   ├── BadRowError                  R204  a table row that is not what its format says
│   ├── AccessError                  R205  the file could not be opened
│   ├── ParserLimitError             R206  a parser gave up in the middle
│   ├── StepError                    R207  a step of the program broke on the document
│   ├── WorkerError                  R208  the process that read the document was ended from outside
│   ├── BrokenFileError              R209  bytes that are not what their format says: damaged, cut short
│   ├── EncryptedError               R210  it needs a password
│   ├── PicturesError                R211  pages without text: scanned
│   ├── UnsafeNameError              R212  a name in an archive that leads outside, or no file
│   ├── FetchError                   R213  an address that was not fetched
│   └── ReadTimeError                R214  it took more time than a document may
├── DataError                        R3xx  a file of a pack, codebook, agreement or scheme has a mistake
│   ├── PackError                    R301
│   ├── CodebookError                R302
│   ├── GazetteerError               R303
│   ├── AgreementError               R304
│   └── SchemeError                  R305
├── LedgerError                      R4xx  the record
│   ├── LedgerVersionError           R401  written by another version of the program
│   ├── LedgerUnavailableError       R402  cannot be opened, or no space is left
│   ├── IntegrityError               R403  bytes, spans or the hash chain do not agree
│   └── UnknownIdError               R404  no row has that id, or more than one
│       └── LaterError               R405  it is of later than the clock from where it is looked
├── ModelMissingError                R501  the language model is not installed
├── ModelFileError                   R502  the model file of attributions cannot be used
├── OutputError                      R601  the answer could not be written
├── SignatureError                   R701  the key of a signature cannot be used, or bytes are no signed report
└── BundleError                      R702  a bundle of evidence cannot be read, or is not safe to read
```
"""

from __future__ import annotations


class ReportedlyError(Exception):
    """Base of all errors raised on purpose.

    Args:
        what: what went wrong, in one sentence.
        where: the file, row, line or address it went wrong at.
        remedy: what the reader can do about it.
    """

    code = "R000"

    def __init__(self, what: str, *, where: str | None = None, remedy: str | None = None) -> None:
        super().__init__(what)
        self.what, self.where, self.remedy = what, where, remedy

    def __str__(self) -> str:
        place = f" [{self.where}]" if self.where else ""
        todo = f" — {self.remedy}" if self.remedy else ""
        return f"{self.code}{place}: {self.what}{todo}"

    def __reduce__(self) -> tuple[object, ...]:
        """Errors travel between worker processes whole."""
        return _rebuild, (type(self), self.what, self.where, self.remedy)


def _rebuild(kind: type[ReportedlyError], what: str, where: str | None, remedy: str | None) -> ReportedlyError:
    return kind(what, where=where, remedy=remedy)


class UsageError(ReportedlyError):
    """The call cannot be carried out as it was made."""

    code = "R100"


class ColumnError(UsageError):
    """A table lacks a column that the call names or the reader needs."""

    code = "R101"


class OptionError(UsageError):
    """An option's value is not understood."""

    code = "R102"


class FormError(UsageError):
    """What a form sent cannot be taken: it is too large, cut short, of another page, or the server is only read."""

    code = "R103"


class StaleError(UsageError):
    """What a call is about has changed since it was shown. Nothing is recorded; it can be sent again once it was looked at."""

    code = "R104"


class ReadError(ReportedlyError):
    """One document could not be read. The batch goes on without it."""

    code = "R200"


class EmptyDocumentError(ReadError):
    """The document holds no words."""

    code = "R201"


class BinaryDocumentError(ReadError):
    """The bytes are no text of a format that is read."""

    code = "R202"


class TooLargeError(ReadError):
    """The document is over a ceiling of :mod:`reportedly.limits`."""

    code = "R203"


class BadRowError(ReadError):
    """A table row is not what its format says."""

    code = "R204"


class AccessError(ReadError):
    """The file could not be opened."""

    code = "R205"


class ParserLimitError(ReadError):
    """A parser gave up in the middle of the document."""

    code = "R206"


class StepError(ReadError):
    """A step of the program broke on the document: a fault of the program."""

    code = "R207"


class WorkerError(ReadError):
    """The process that worked on the document was ended from outside or broke down, twice: for want of memory, say."""

    code = "R208"


class BrokenFileError(ReadError):
    """The bytes are not what their format says: damaged, or cut short."""

    code = "R209"


class EncryptedError(ReadError):
    """The file, or a part of an archive, needs a password."""

    code = "R210"


class PicturesError(ReadError):
    """The pages hold pictures and no text: a scan."""

    code = "R211"


class UnsafeNameError(ReadError):
    """A name in an archive leads outside of it, or belongs to a link or device."""

    code = "R212"


class FetchError(ReadError):
    """An address was not fetched: the network is off, the address is refused, or no page came back."""

    code = "R213"


class ReadTimeError(ReadError):
    """It took more time than a document may."""

    code = "R214"


class DataError(ReportedlyError):
    """A data file of the program or of its user has a mistake."""

    code = "R300"


class PackError(DataError):
    """A pack file has a mistake."""

    code = "R301"


class CodebookError(DataError):
    """A codebook file has a mistake."""

    code = "R302"


class GazetteerError(DataError):
    """A gazetteer cannot be read or made: its package is not installed, its file is of no known form, or there is no room for it."""

    code = "R303"


class AgreementError(DataError):
    """An agreement file has a mistake. Nothing of the file is evaluated until it is mended."""

    code = "R304"


class SchemeError(DataError):
    """A scheme of grades has a mistake."""

    code = "R305"


class LedgerError(ReportedlyError):
    """The record cannot serve the call."""

    code = "R400"


class LedgerVersionError(LedgerError):
    """The ledger was written by another version of the program."""

    code = "R401"


class LedgerUnavailableError(LedgerError):
    """The ledger cannot be opened, or there is no space left to write it."""

    code = "R402"


class IntegrityError(LedgerError):
    """Bytes, spans or the hash chain do not agree."""

    code = "R403"


class UnknownIdError(LedgerError):
    """No row has that id, or more than one begins with it."""

    code = "R404"


class LaterError(UnknownIdError):
    """It was recorded, or published, after the clock from where it is looked."""

    code = "R405"


class ModelMissingError(ReportedlyError):
    """The language model is not installed."""

    code = "R501"


class OutputError(ReportedlyError):
    """The answer could not be written: standard output is closed, or its disk is full."""

    code = "R601"


class SignatureError(ReportedlyError):
    """The key of a signature cannot be read or made, or the bytes of a document are no signed report."""

    code = "R701"


class BundleError(ReportedlyError):
    """The file is no bundle of evidence, or one that is not safe to read: too large when unpacked, or with names that lead elsewhere."""

    code = "R702"


class ModelFileError(ReportedlyError):
    """The model file of attributions is missing, cut short, damaged or something else. Attributions are marked by rules alone."""

    code = "R502"
