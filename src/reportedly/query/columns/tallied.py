"""What there is of claims and documents, in numbers, from the columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from reportedly.query.columns.columns import Columns
from reportedly.query.columns.words import Column, Mask, Numbers, until

Counts = Mapping[str | None, int]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many there are; by name from the most to the fewest, under None what has no name.

    Attributes:
        documents, appearances: how many there are. withheld: claims under the threshold of their type, by the latest readings.
        types, stances: of claims. publishers: of appearances. languages: of documents.
        first, last: days of publication.
    """

    documents: int
    appearances: int
    withheld: int
    types: Counts
    stances: Counts
    publishers: Counts
    languages: Counts
    first: str | None
    last: str | None


def there(columns: Columns, known_by: str | None) -> Mask:
    """Return which documents were known by a day; those that were published or captured at all where it is None."""
    return columns.day.known() if known_by is None else columns.day.meeting(partial(until, known_by))


def tallied(columns: Columns, mask: Mask, known_by: str | None) -> Tally:
    """Return what there is of the claims that are marked, and of the documents and appearances that were known by a day."""
    seen = columns.appearances
    known, appeared = there(columns, known_by), seen.day.known() if known_by is None else seen.day.meeting(partial(until, known_by))
    days = np.unique(seen.published.numbers[appeared & seen.published.known()])
    published = sorted(seen.published.words.values[at] for at in days)
    return Tally(
        documents=int(np.count_nonzero(known)),
        appearances=int(np.count_nonzero(appeared)),
        withheld=int(columns.withheld[known].sum()),
        types=counts_of(columns.type, mask),
        stances=counts_of(columns.stance, mask),
        publishers=counts_of(seen.publisher, appeared),
        languages=counts_of(columns.lang, known),
        first=published[0] if published else None,
        last=published[-1] if published else None,
    )


def counts_of(column: Column, mask: Mask | Numbers) -> dict[str | None, int]:
    """Return how many of some rows, marked or by their places, have which word, from the most to the fewest, then in the order of words."""
    counts = np.bincount(column.numbers[mask] + 1, minlength=len(column.words) + 1)
    words: list[str | None] = [None, *column.words.values]
    found = [(words[at], int(counts[at])) for at in np.flatnonzero(counts)]
    return dict(sorted(found, key=lambda one: (-one[1], one[0] is not None, one[0] or "")))
