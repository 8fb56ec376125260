"""The protocols that the parts of the program meet at. Implementations live on the floor above; nothing here does work."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

from reportedly.model import (
    Attribution,
    Claim,
    Contradiction,
    Document,
    Failure,
    HeldClaim,
    LeftOut,
    Metadata,
    Obtained,
    Reading,
    Reprint,
    TextEntry,
    TimeExpression,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc  # a second of start-up that commands which only read need not wait for


NOTHING_SAID = Metadata()


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the caller says about the input.

    Attributes:
        published, publisher: taken where the document itself names none (origin ``argument``); an explicit date wins.
        columns: our column name -> the table's column name.
        date_order: ``ymd``, ``mdy`` or ``dmy``, for dates that are not ISO.
        encoding: name of the encoding, or None to detect it.
        given: what the container that the bytes lay in says of them; it goes before what they say themselves.
        ref: their own id there.
        obtained: how they were come by.
    """

    published: dt.date | None = None
    publisher: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    date_order: str = "ymd"
    encoding: str | None = None
    given: Metadata = NOTHING_SAID
    ref: str | None = None
    obtained: Obtained | None = None


class Reader(Protocol):
    """Turns the bytes of one file into documents.

    Attributes:
        suffixes: how the names of its files end.
        ceiling: the name of the limit on their bytes.
    """

    name: str
    suffixes: frozenset[str]
    ceiling: str

    def read(self, data: bytes, path: str, options: ReadOptions) -> Iterator[Document | Failure]:
        """Yield the documents of ``data`` in order; what cannot be read is a Failure, never an exception and never silence."""
        ...


@dataclass(frozen=True, slots=True)
class Member:
    """A part of a container that has a reader of its own.

    Attributes:
        path: of the container, and which part it is.
        name: of the part, by which its format is told where it has none given.
        given, ref, obtained: as in :class:`ReadOptions`.
        left_out: of the container, beside this part.
    """

    data: bytes
    path: str
    name: str
    format: str | None = None
    given: Metadata = NOTHING_SAID
    ref: str | None = None
    obtained: Obtained | None = None
    left_out: tuple[LeftOut, ...] = ()


class Allowance(Protocol):
    """How much more may be unpacked from a file, whatever lies in it within what."""

    def entry(self) -> None:
        """Count one part. Raises TooLargeError where there are too many."""
        ...

    def passed(self, size: int) -> None:
        """Count bytes that were unpacked and not kept. Raises TooLargeError where there are too many."""
        ...

    def drain(self, stream: Source) -> bytes:
        """Return all that a stream of unpacked bytes holds. Raises TooLargeError where it is too much."""
        ...


class Source(Protocol):
    """A stream of bytes."""

    def read(self, size: int = -1, /) -> bytes:
        """Return at most ``size`` bytes, none at the end."""
        ...


@runtime_checkable
class Container(Protocol):
    """Takes the bytes of one file apart."""

    name: str
    suffixes: frozenset[str]
    ceiling: str

    def open(self, data: bytes, path: str, options: ReadOptions, allowance: Allowance) -> Iterator[Member | Failure]:
        """Yield the parts of ``data`` in order; what cannot be had is a Failure. Raises a ReadError where nothing further can."""
        ...


class Marker(Protocol):
    """Finds spans of one layer."""

    def __call__(self, doc: Doc, document: Document) -> Sequence[Attribution] | Sequence[TimeExpression]:
        """Return what was found, in text order."""
        ...


class Claimer(Protocol):
    """Draws claims from a reading whose other layers are set."""

    def __call__(self, doc: Doc, reading: Reading) -> Sequence[Claim]:
        """Return the claims in text order."""
        ...


class Writer(Protocol):
    """The one place that writes the record."""

    def add(self, reading: Reading) -> str:
        """Record a reading in one transaction; return ``added``, ``appearance`` (bytes known, place new) or ``known``."""
        ...

    def reread(self, reading: Reading) -> tuple[int, int, int, int] | None:
        """Record a later reading of a document that is recorded; return how many claims are the same, changed, new and gone.

        None where its latest reading is of the same run. Nothing of the earlier reading is taken away.
        """
        ...

    def fail(self, failure: Failure) -> None:
        """Record that a document could not be read."""
        ...

    def link(self, reprints: Iterable[Reprint], contradictions: Iterable[Contradiction]) -> None:
        """Record what comparison found; links that are there already are left alone."""
        ...


class Exporter(Protocol):
    """Writes a stream of claims in one format of the field."""

    name: str

    def write(self, rows: Iterable[dict[str, object]], out: IO[str]) -> int:
        """Write the rows and return how many there were."""
        ...


class Tally(NamedTuple):
    """Where a mark stands: in how many families of texts, and in how many of each publisher, as far as they are several."""

    families: int
    own: Mapping[str, int]


class Heard(NamedTuple):
    """Who is heard in a block: (standing, number) of claims in order; not all of its claims where it is crowded."""

    crowded: bool
    claims: tuple[tuple[int, int], ...]


class Filed(NamedTuple):
    """A claim in a block, the number by which it is ordered there, and its own."""

    block: int
    standing: int
    claim: int


class Matched(NamedTuple):
    """What claims that came or went change.

    Attributes:
        found: pairs found, or found otherwise. withdrawn: pairs that were found before.
        crowded: document -> how many of its claims are not heard in some crowd.
    """

    found: Sequence[Contradiction]
    withdrawn: Sequence[Contradiction]
    crowded: Mapping[str, int]


class ClaimShelf(Protocol):
    """What comparison of claims keeps from job to job: which are filed where. It can be made anew; none of it is part of the record."""

    def heard(self, blocks: Collection[int]) -> Mapping[int, Heard]:
        """Return for each block that is not empty who is heard in it."""
        ...

    def file(self, rows: Iterable[Filed]) -> None:
        """Put claims into blocks."""
        ...

    def drop(self, rows: Iterable[Filed]) -> None:
        """Take claims out of blocks."""
        ...

    def claims(self, numbers: Collection[int]) -> Mapping[int, HeldClaim]:
        """Return claims by number; those that were replaced or redacted left out."""
        ...

    def of_document(self, document: str) -> Sequence[HeldClaim]:
        """Return the claims of a document."""
        ...

    def pairs(self, claims: Collection[str]) -> Iterable[Contradiction]:
        """Yield the pairs recorded, and not withdrawn, of which one claim has one of the ids."""
        ...


class ClaimMatcher(Protocol):
    """Files claims and finds what contradicts what."""

    def file(self, shelf: ClaimShelf, claims: Mapping[int, HeldClaim]) -> None:
        """File claims without comparing them."""
        ...

    def update(self, shelf: ClaimShelf, new: Mapping[int, HeldClaim], gone: Mapping[int, HeldClaim]) -> Matched:
        """File new claims, take out those that were replaced, and return what that changes."""
        ...


class ReuseShelf(Protocol):
    """What comparison of texts keeps from job to job: families of near copies, and which of them hold which marks.

    All of it can be made anew from the documents; none of it is part of the record.
    """

    def __contains__(self, document: object) -> bool:
        """Say whether a text is held."""
        ...

    def text(self, document: str) -> TextEntry:
        """Return a text that is held, or is about to be."""
        ...

    def family(self, document: str) -> int:
        """Return the family of a text that is held."""
        ...

    def joined(self, bands: Collection[int]) -> set[int]:
        """Return the families that have one of the bands."""
        ...

    def members(self, family: int, most: int | None = None) -> list[str]:
        """Return the texts of a family in order of their ids, the first ``most`` of them."""
        ...

    def place(self, document: str, bands: Collection[int], family: int | None) -> int:
        """Put a text into a family, a new one where None, and return that."""
        ...

    def absorb(self, into: int, other: int, marks: Collection[int]) -> None:
        """Make the texts and bands of one family those of another; ``marks`` are all that the former held, and are let go."""
        ...

    def hold(self, family: int, publishers: Collection[str], marks: Collection[int]) -> None:
        """Note that a family holds marks, on pages of the publishers."""
        ...

    def tally(self, marks: Collection[int], publishers: Collection[str], most: int, least: int) -> Mapping[int, Tally]:
        """Count for each mark its families, up to ``most + 1``, and of each publisher where they are ``least`` or more.

        Where there are more than ``most`` families, only ``publishers`` are looked at.
        """
        ...

    def holders(self, marks: Collection[int], publisher: str | None = None) -> Iterator[tuple[int, int, str]]:
        """Yield mark, family and publisher, of one publisher or of all."""
        ...

    def partners(self, document: str) -> Mapping[tuple[str, str], Reprint]:
        """Return the pairs of a text that were found before and not withdrawn, by their ids."""
        ...
