"""The hand-coded gold of the invented example, with every quote found in the text that the program reads."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportedly.model import Span

HELD_OUT = ("04", "07", "09", "10", "14", "19")
"""Numbers of the documents on which nothing may be tuned, after the gold's own README."""

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One claim of the gold. ``number`` is its figure and ``places`` are neutral names; None and empty where it has none."""

    span: Span
    type: str
    speaker: str
    own: bool
    polarity: str
    number: float | None
    places: frozenset[str]


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One attribution of speech."""

    content: tuple[Span, ...]
    source: tuple[Span, ...]
    speaker: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of two stretches of text that are set against each other."""

    doc: str
    span: Span


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two stretches that cannot both hold, or (``look_alike``) only seem so."""

    a: Side
    b: Side
    look_alike: bool


@dataclass(frozen=True, slots=True)
class GoldReprint:
    """Two documents with the label that says what they share."""

    docs: frozenset[str]
    label: str


def held_out(doc: str) -> bool:
    """Say whether nothing may be tuned on this document."""
    return doc.startswith(HELD_OUT)


def claims(folder: Path, texts: Texts) -> dict[str, list[GoldClaim]]:
    """Return the claims of every exhaustively coded document, by its name."""
    found: dict[str, list[GoldClaim]] = {}
    for row in _rows(folder / "claims.jsonl"):
        found.setdefault(row["doc"], []).append(
            GoldClaim(
                span=_span(row, texts),
                type=row["type"],
                speaker=row["speaker"],
                own=row["reporting"] == "own",
                polarity=row["polarity"],
                number=_number(row["value"] or {}),
                places=frozenset(row["places"]),
            )
        )
    return found


def attributions(folder: Path) -> dict[str, list[GoldAttribution]]:
    """Return the attributions of every coded document, by its name."""
    return {
        row["id"]: [GoldAttribution(_spans(a["content"]), _spans(a["source"]), a["speaker"]) for a in row["attributions"]]
        for row in _rows(folder / "attributions.jsonl")
    }


def pairs(folder: Path, texts: Texts) -> list[GoldPair]:
    """Return the contradictions and the look-alikes."""
    rows = _rows(folder / "contradictions.jsonl")
    return [GoldPair(_side(row["a"], texts), _side(row["b"], texts), row["kind"] == "not") for row in rows]


def reprints(folder: Path) -> list[GoldReprint]:
    """Return the labelled pairs of documents."""
    return [GoldReprint(frozenset((row["a"], row["b"])), row["label"]) for row in _rows(folder / "reprints.jsonl")]


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _number(value: Mapping[str, Any]) -> float | None:
    return next((float(value[unit]) for unit in ("n", "percent", "km2") if unit in value), None)


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in pairs)


def _side(row: Mapping[str, Any], texts: Texts) -> Side:
    return Side(row["doc"], _span(row, texts))


def _span(row: Mapping[str, Any], texts: Texts) -> Span:
    """Return where the quote stands; pages without offsets in the gold are searched, whatever white space the words are parted by."""
    text, quote = texts[row["doc"]], row["quote"]
    if row["start"] is not None and text[row["start"] : row["end"]] == quote:
        return Span(row["start"], row["end"])
    found = re.search(r"\s+".join(map(re.escape, quote.split())), text)
    if found is None:
        message = f"{row['doc']} does not hold the gold's quote {quote!r}"
        raise ValueError(message)
    return Span(*found.span())
