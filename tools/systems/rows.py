"""Rows: what an article does, and what must be drawn there for it to be held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

MOST_EXEMPT = 15

Wanted = Mapping[str, object]
Groups = Mapping[str, tuple[str, ...]]
Json = Mapping[str, object]

_DRAWN = (
    "type frame stance own speaker anonymous hedge about gloss no_gloss chain args actors nobody places begin until until_by figure".split()
)
FIELDS: dict[str, tuple[str, ...]] = {
    "claim": tuple(_DRAWN),
    "no_claim": tuple(_DRAWN),
    "attribution": ("speaker", "anonymous", "speech"),
    "time": ("value", "begin", "until", "rival"),
    "place": ("place", "kind"),
    "actor": ("actor",),
    "no_actor": ("actor",),
    "segment": ("kind", "dated", "speaker"),
    "doc": ("published", "byline", "original_source"),
}
"""Kind of expectation -> the fields that it may ask for."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """What must be found over the words from ``start`` to ``end``.

    Attributes:
        kind: one of the keys of ``FIELDS``.
        wanted: field -> value, or list of values of which any will do.
        start, end: code points of the document's text, half open.
    """

    kind: str
    wanted: Wanted
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that a document does.

    Attributes:
        document: key of the document in ``Systems.documents``.
        issue, later: which later work must hold the rest of it, and what that will be asked.
        exempt: why it is not asked for at all.
    """

    number: int
    title: str
    document: str
    expectations: tuple[Expectation, ...]
    issue: int | None = None
    later: str | None = None
    exempt: str | None = None


@dataclass(frozen=True, slots=True)
class Systems:
    """All rows, the SHA-256 of each document, the groups of ids that may stand for each other, and how many rows must hold."""

    documents: Mapping[str, str]
    groups: Groups
    rows: tuple[Row, ...]
    floor: int = 0
