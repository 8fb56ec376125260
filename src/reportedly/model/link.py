"""What comparison finds between documents and between claims."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.claim import Claim

CONTRADICTION_KINDS = (
    "figure",
    "control",
    "date",
    "denial",
    "existence",
    "cause",
    "scope",
    "denominator",
    "hedge",
    "characterisation",
    "position",
    "truce",
    "meeting",
    "mirror",
    "outcome",
    "internal",
)
"""The kinds of contradiction of the contract."""


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """The same words in two documents: ``a[a_start:a_end]`` and ``b[b_start:b_end]``."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int


@dataclass(frozen=True, slots=True)
class TextEntry:
    """A document as reuse sees it: its id, canonical text, and everyone who published it."""

    id: str
    text: str
    publishers: tuple[str, ...] = ()


WITHDRAWN = "withdrawn"
"""Label of a pair that was found before, and that the documents that came since have shown to share page furniture or stock words only."""


@dataclass(frozen=True, slots=True)
class Reprint:
    """Two documents that share words.

    Attributes:
        a, b: document ids, the smaller first.
        label: reprint or shares-passage; :data:`WITHDRAWN` where it takes back what was found before.
        containment: share of the shorter text's five-word shingles that stand in the other, 0 to 1.
    """

    a: str
    b: str
    label: str
    containment: float
    passages: tuple[Passage, ...] = ()

    def ordered(self) -> Reprint:
        """Return the pair with the smaller id first."""
        return self if self.a <= self.b else self.turned()

    def turned(self) -> Reprint:
        """Return the pair with its sides exchanged."""
        passages = sorted(Passage(part.b_start, part.b_end, part.a_start, part.a_end) for part in self.passages)
        return Reprint(self.b, self.a, self.label, self.containment, tuple(passages))


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two claims that cannot both hold as they are worded, or (``look_alike``) that only seem so, with the reason."""

    id: str
    kind: str
    a: str
    b: str
    why: str
    look_alike: bool = False


@dataclass(frozen=True, slots=True)
class HeldClaim:
    """A claim as the ledger holds it: with its document, and who published that and when (ISO date or None).

    ``before``, ``words``, ``after``: its own words, and up to ``AROUND`` characters that stand before and after them.
    """

    claim: Claim
    document: str
    path: str
    published: str | None
    publisher: str | None
    before: str = ""
    words: str = ""
    after: str = ""


AROUND = 320
"""Characters before and after a claim's words that are held beside it: about two sentences."""
