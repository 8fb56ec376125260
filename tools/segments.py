"""Score the segments and metadata that the readers give against hand-made gold, character by character.

usage: python -m tools.segments DATA GOLD.jsonl [--json FILE] [--wrong]

DATA holds ``seeds/*.txt`` and ``fa-kes/FA-KES-Dataset.csv``; a line of GOLD names its set and document (``ref``: a file name or a row
from 0) and gives the kinds of its characters as ranges, for whole pages the metadata too. White space is not counted. Nothing is
marked, parsed or recorded. Exit codes: 0 all scored, 2 usage, 3 some left out, each with the reason.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from reportedly.mark.language import language_of
from reportedly.mark.segment_language import with_languages
from reportedly.model import Document
from reportedly.ports import ReadOptions
from reportedly.read import read_bytes
from reportedly.read.table import Columns, read_row
from tools.runs import Row, read_rows

ARTICLE = "body"
FIELDS = ("title", "byline", "publisher", "published", "section", "original_source", "lang")
_COLUMNS = Columns({"text": "article_content", "title": "article_title", "publisher": "source", "published": "date"})


@dataclass(frozen=True, slots=True)
class Scored:
    """One document: how many characters it has that are no white space, and per (gold kind, kind given) how many of them."""

    ref: str
    group: str
    pairs: Counter[tuple[str, str]]
    document: Document

    def right(self, *, frame: bool = False) -> tuple[int, int]:
        """Return how many characters have the right kind, of how many; with ``frame`` of those that either side says are no body."""
        held = {pair: n for pair, n in self.pairs.items() if not frame or pair != (ARTICLE, ARTICLE)}
        return sum(n for (gold, given), n in held.items() if gold == given), sum(held.values())


def kinds(segments: Sequence[Mapping[str, object]], size: int) -> list[str]:
    """Return the kind of each character; between segments there is none, an empty word."""
    found = [""] * size
    for segment in segments:
        start, end = cast("int", segment["start"]), cast("int", segment["end"])
        found[start:end] = [cast("str", segment["kind"])] * (end - start)
    return found


def score(gold: Row, document: Document) -> Scored:
    """Return how the kinds of a document's characters compare with its gold."""
    text = document.text
    given = kinds([{"kind": s.kind, "start": s.start, "end": s.end} for s in document.segments], len(text))
    wanted = kinds(cast("list[Row]", gold["segments"]), len(text))
    pairs = Counter((wanted[at], given[at]) for at, char in enumerate(text) if not char.isspace() and wanted[at])
    return Scored(str(gold["ref"]), str(gold["set"]), pairs, document)


def documents(data: Path, gold: Sequence[Row]) -> Iterator[tuple[Row, Document | str]]:
    """Yield each line of gold with its document, or with the reason why there is none."""
    table = data / "fa-kes" / "FA-KES-Dataset.csv"
    rows: list[dict[str, str]] = []
    if table.is_file():
        with table.open(encoding="latin-1", newline="") as file:
            rows = list(csv.DictReader(file))
    for line in gold:
        yield line, _seed(data / "seeds" / str(line["ref"])) if line["set"] == "seeds" else _row(rows, cast("int", line["ref"]))


def _seed(path: Path) -> Document | str:
    if not path.is_file():
        return f"{path} is not there"
    found = next(iter(read_bytes(path.read_bytes(), str(path), ReadOptions())))
    return _told(found) if isinstance(found, Document) else found.message


def _row(rows: Sequence[dict[str, str]], number: int) -> Document | str:
    if number >= len(rows):
        return "the table of articles is not there"
    found = read_row(rows[number], _COLUMNS, f"#{number + 1}", ReadOptions(date_order="mdy"), "csv")
    return _told(found) if isinstance(found, Document) else found.message


def _told(document: Document) -> Document:
    """Return a document with its language and those of its parts, as the pipeline sets them."""
    lang = document.metadata.lang or language_of(document.text)
    told = replace(document, metadata=replace(document.metadata, lang=lang))
    return replace(told, segments=with_languages(told))


def stated(document: Document) -> Row:
    """Return the metadata that gold is compared with."""
    said = document.metadata
    published = said.published.value
    return {
        "title": said.title,
        "byline": list(said.byline),
        "publisher": said.publisher,
        "published": published.isoformat() if published else None,
        "section": getattr(said, "section", None),
        "original_source": said.original_source.name if said.original_source else None,
        "lang": said.lang,
    }


def wrong_fields(gold: Row, document: Document) -> dict[str, tuple[object, object]]:
    """Return the fields of metadata that differ: (gold, given); a date that may be given if it is called weak is not wrong."""
    wanted, given = cast("Row", gold["meta"]), stated(document)
    weak = cast("list[str]", wanted.get("weak") or [])
    wrong = {name: (wanted.get(name), given[name]) for name in FIELDS if given[name] != wanted.get(name)}
    if document.metadata.published.weak and given["published"] in weak:
        wrong.pop("published", None)
    return wrong


def percent(right: int, whole: int) -> str:
    """Return a share in percent."""
    return f"{100 * right / whole:5.1f}" if whole else "    -"


def totals(found: Sequence[Scored]) -> tuple[str, str]:
    """Return the shares over all of ``found``: of all characters, and of those that are not body on both sides."""
    sums = [[sum(column) for column in zip(*(one.right(frame=frame) for one in found), strict=True)] for frame in (False, True)]
    return percent(*sums[0]), percent(*sums[1])


def by_kind(found: Sequence[Scored]) -> Iterator[tuple[str, float, float, int]]:
    """Yield precision and recall per kind, in percent, with the characters that gold has of it."""
    pairs = sum((one.pairs for one in found), Counter[tuple[str, str]]())
    for kind in sorted({gold for gold, _ in pairs} | {given for _, given in pairs if given}):
        hit = pairs[kind, kind]
        given = sum(n for (_, b), n in pairs.items() if b == kind)
        wanted = sum(n for (a, _), n in pairs.items() if a == kind)
        yield kind, 100 * hit / (given or 1), 100 * hit / (wanted or 1), wanted


def show(found: Sequence[Scored], gold: Mapping[str, Row]) -> None:
    """Print one line per document, the shares per set and per kind, and every field of metadata that is wrong."""
    print(f"{'document':34} {'all %':>6} {'not body %':>10}")
    for group in dict.fromkeys(one.group for one in found):
        some = [one for one in found if one.group == group]
        for one in some:
            print(f"{one.ref:34} {percent(*one.right()):>6} {percent(*one.right(frame=True)):>10}")
        print(f"{group + ', all':34} {totals(some)[0]:>6} {totals(some)[1]:>10}")
    for kind, precision, recall, size in by_kind(found):
        print(f"{kind:20} P {precision:5.1f}  R {recall:5.1f}  {size:6} characters")
    for one in found:
        if "meta" in gold[one.ref]:
            wrong = wrong_fields(gold[one.ref], one.document)
            print(one.ref, "all metadata right" if not wrong else "; ".join(f"{n}: want {a!r}, given {b!r}" for n, (a, b) in wrong.items()))


def show_wrong(one: Scored, gold: Row) -> None:
    """Print every stretch of a document whose kind differs."""
    text = one.document.text
    given = kinds([{"kind": s.kind, "start": s.start, "end": s.end} for s in one.document.segments], len(text))
    wanted = kinds(cast("list[Row]", gold["segments"]), len(text))
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and (wanted[end], given[end]) == (wanted[at], given[at]):
            end += 1
        if wanted[at] and wanted[at] != given[at] and text[at:end].strip():
            print(f"{at:6}-{end:<6} want {wanted[at]}, given {given[at]}: {' '.join(text[at:end].split())[:150]}")
        at = end


def main(words: list[str]) -> int:
    """Score, print; return the exit code."""
    parser = argparse.ArgumentParser(prog="segments", description="Segments and metadata against gold.")
    parser.add_argument("data", type=Path, help="folder with the texts")
    parser.add_argument("gold", type=Path, help="file of gold, JSON lines")
    parser.add_argument("--json", type=Path, help="file to write the shares to")
    parser.add_argument("--wrong", action="store_true", help="print every stretch that differs")
    chosen = parser.parse_args(words)
    if not chosen.gold.is_file():
        print(f"skipped: there is no gold at {chosen.gold}", file=sys.stderr)
        return 3
    lines = read_rows(chosen.gold)
    gold, found, left = {str(line["ref"]): line for line in lines}, [], 0
    for line, document in documents(chosen.data, lines):
        if isinstance(document, str):
            print(f"left out: {line['ref']}: {document}", file=sys.stderr)
            left += 1
            continue
        found.append(score(line, document))
    if found:
        show(found, gold)
    for one in found if chosen.wrong else ():
        print(f"-- {one.ref}")
        show_wrong(one, gold[one.ref])
    if chosen.json:
        shares = {one.ref: [percent(*one.right()).strip(), percent(*one.right(frame=True)).strip()] for one in found}
        chosen.json.write_text(json.dumps(shares, indent=1) + "\n", encoding="utf-8")
    return 3 if left else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
