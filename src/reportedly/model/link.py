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


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two documents: ``a[a_start:a_end]`` and ``b[b_start:b_end]``."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int


@dataclass(frozen=True, slots=True)
class Reprint:
    """Two documents that share words.

    Attributes:
        a, b: document ids, the earlier published first where both dates are known.
        label: reprint or shares-passage.
        containment: share of the shorter text's five-word shingles that stand in the other, 0 to 1.
        earliest: id of the one published first, None where that is unknown.
    """

    a: str
    b: str
    label: str
    containment: float
    passages: tuple[Passage, ...] = ()
    earliest: str | None = None


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
