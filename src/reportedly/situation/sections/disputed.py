"""Contradictions side by side, and what is missing to settle each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from reportedly.export.contract import Json
from reportedly.export.phrases import Row, named
from reportedly.query.disputes import HEADINGS, denies, ids_of, matters_in_dispute
from reportedly.query.links import contradiction_row
from reportedly.situation.facts import Facts
from reportedly.situation.model import Line
from reportedly.situation.notes import Notes
from reportedly.situation.phrases import name, opened, phrases, say
from reportedly.situation.telling import claim_sentence

_SIDES = 4


def matters(facts: Facts) -> list[list[Row]]:
    """Return the matters in dispute that a claim of the window is part of."""
    return matters_in_dispute([contradiction_row(row) for row in facts.pairs])


def contradictions(facts: Facts, notes: Notes, found: Sequence[Sequence[Row]]) -> Iterator[list[Line]]:
    """Yield for each matter what it is about, its sides in turn, and what would settle it."""
    for pairs in found:
        ids = ids_of(pairs)
        rows = [row for each in ids if (row := facts.get(each)) is not None]
        kind = pairs[0]["kind"]
        place = next((each for row in rows for each in row["places"]), None)
        told = {"heading": HEADINGS.get(kind, kind), "count": named(len(rows), "claim"), "missing": phrases().missing.get(kind)}
        lines = [notes.line(opened(say("matter", **told, place=name(place) if place else None)), ids)]
        lines += [notes.line(claim_sentence(facts, [row]), (row["id"],), level=1) for row in _in_turn(pairs[0]["a"], rows)[:_SIDES]]
        yield lines


def _in_turn(first: str, rows: list[Json]) -> list[Json]:
    """Return the claims of a matter, those that deny it in turn with those that say it."""
    saying, denying = ([row for row in rows if denies(row) == side] for side in (False, True))
    ends = (denying, saying) if denying and denying[0]["id"] == first else (saying, denying)
    return [row for both in zip_longest(*ends) for row in both if row is not None]
