"""Every span that the ledger gives back holds the very words of the file it was read from."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator

import pytest

from reportedly import example
from reportedly.model import Reading
from reportedly.query import claims
from reportedly.query.words import with_quotes
from tests.quality.measured import Example, name

pytestmark = pytest.mark.quality


def originals() -> Iterator[tuple[str, str]]:
    """Yield name and text of every document whose text is given as it stands, read without the program."""
    docs = example.folder() / "docs"
    for path in docs.glob("*.txt"):
        yield path.name, path.read_text(encoding="utf-8")
    lines = (docs / "feed.jsonl").read_text(encoding="utf-8").splitlines()
    with (docs / "bulletins.csv").open(encoding="utf-8", newline="") as table:
        tables = {
            "feed.jsonl": [json.loads(line)["text"] for line in lines],
            "bulletins.csv": [r["article_content"] for r in csv.DictReader(table)],
        }
    for table_name, texts in tables.items():
        for number, text in enumerate(texts, 1):
            yield f"{table_name}#{number}", text


def spans(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield every span of every layer."""
    for layer in (reading.claims, reading.times, reading.places, reading.actors):
        yield from ((mark.start, mark.end) for mark in layer or ())
    for told in reading.attributions or ():
        yield from (*told.content, *told.cue, *told.source)
    for claim in reading.claims or ():
        yield from ((argument.start, argument.end) for _, argument in claim.args)
        yield from ((figure.start, figure.end) for figure in claim.figures if figure.start is not None and figure.end is not None)


def test_every_document_went_in(run: Example) -> None:
    assert {known for known, _ in originals()} < set(run.readings)


def test_every_quote_stands_in_the_file(run: Example) -> None:
    texts = dict(originals())
    quotes = [(row, texts.get(name(row["doc"]["path"]))) for row in with_quotes(run.ledger, claims(run.ledger))]
    held = [(row["quote"], text[row["start"] : row["end"]]) for row, text in quotes if text is not None]
    assert len(held) > 200
    assert [pair for pair in held if pair[0] != pair[1]] == []


def test_every_span_holds_words(run: Example) -> None:
    readings = run.readings.values()
    checked = [(reading.document.text, start, end) for reading in readings for start, end in spans(reading)]
    assert len(checked) > 2_000
    assert [(start, end) for text, start, end in checked if not 0 <= start < end <= len(text) or not text[start:end].strip()] == []


def test_no_span_runs_into_white_space(run: Example) -> None:
    words = [(name(r.document.path), r.document.text[start:end]) for r in run.readings.values() for start, end in spans(r)]
    assert [(doc, held) for doc, held in words if held != held.strip()] == []


def test_labels_are_the_words_of_their_span(run: Example) -> None:
    for reading in run.readings.values():
        for mark in reading.actors or ():
            assert mark.label == reading.document.text[mark.start : mark.end]
