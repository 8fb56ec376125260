"""Reading, format by format: the same invented reports in each, and how many pages of 3,000 characters a second of processor time reads.

usage: python -m benchmarks.reading [REPORTS] [--json]      (40 where no number is given)

Told are pages a second, and how many times longer than plain text a page takes. Parsing alone is measured, in this process.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from textwrap import wrap

import duckdb

from benchmarks.reuse import VOCABULARY
from reportedly.model import Document
from reportedly.ports import ReadOptions
from reportedly.read import read_bytes
from tests.unit.read.making import column, pdf, zipped
from tests.unit.read.making_docx import docx, paragraph
from tests.unit.read.making_web import page, rss, warc

PAGE = 3_000
_PARAGRAPHS, _SENTENCES, _WORDS = 12, 5, 14
_LINES, _WIDE, _NARROW = 54, 95, 44


def report(chance: random.Random) -> list[str]:
    """Return the paragraphs of an invented report, two to three pages."""
    return [" ".join(_sentence(chance) for _ in range(_SENTENCES)) for _ in range(_PARAGRAPHS)]


def _sentence(chance: random.Random) -> str:
    return f"{' '.join(chance.choices(VOCABULARY, k=_WORDS)).capitalize()}."


def _html(words: Sequence[str]) -> str:
    return "".join(f"<p>{each}</p>" for each in words)


def _page(words: Sequence[str]) -> bytes:
    menu = "".join(f'<li><a href="/{at}">Section {at}</a></li>' for at in range(40))
    return f"<!DOCTYPE html><html><body><nav><ul>{menu}</ul></nav><article>{_html(words)}</article></body></html>".encode()


def _pdf(words: Sequence[str], width: int) -> bytes:
    """Return a PDF of one column, or of two where the lines are short enough."""
    lines = [line for each in words for line in [*wrap(each, width), ""]]
    parts = [column(lines[at : at + _LINES], left=50, top=60) for at in range(0, len(lines), _LINES)]
    if width == _WIDE:
        return pdf(parts)
    right = [[(left + 260, top, told) for left, top, told in part] for part in parts]
    return pdf([left + beside for left, beside in zip(parts[::2], [*right[1::2], []], strict=False)])


def _parquet(texts: Sequence[str]) -> bytes:
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
        path = Path(folder) / "a.parquet"
        connection.execute("CREATE TABLE t (text VARCHAR)")
        connection.executemany("INSERT INTO t VALUES (?)", [[text] for text in texts])
        connection.execute(f"COPY t TO '{path}' (FORMAT parquet)")
        return path.read_bytes()


def files(reports: Sequence[Sequence[str]]) -> Mapping[str, list[bytes]]:
    """Return the files of each format, by a name that tells it."""
    texts = ["\n\n".join(words) for words in reports]
    each: Mapping[str, Callable[[Sequence[str]], bytes]] = {
        "plain.txt": lambda words: "\n\n".join(words).encode(),
        "page.html": _page,
        "one column.pdf": lambda words: _pdf(words, _WIDE),
        "two columns.pdf": lambda words: _pdf(words, _NARROW),
        "letter.docx": lambda words: docx(*map(paragraph, words)),
        "mail.eml": lambda words: b"From: a@b.example\nDate: Fri, 02 May 2031 10:00:00 +0000\n\n" + "\n\n".join(words).encode(),
    }
    made = {name: [make(words) for words in reports] for name, make in each.items()}
    pages = {f"{at}.html": _page(words) for at, words in enumerate(reports)}
    return made | {
        "pages.zip": [zipped(pages)],
        "pages.warc.gz": [warc([page(f"https://a.example/{at}", _html(words)) for at, words in enumerate(reports)], packed=True)],
        "items.rss": [rss([{"description": _html(words)} for words in reports])],
        "rows.jsonl": ["\n".join(json.dumps({"text": text}) for text in texts).encode()],
        "rows.parquet": [_parquet(texts)],
    }


def rate(name: str, found: Sequence[bytes]) -> float:
    """Return the pages a second that files of one format are read at."""
    begin = time.process_time()
    read = [item for data in found for item in read_bytes(data, name, ReadOptions())]
    spent = time.process_time() - begin
    assert all(isinstance(item, Document) for item in read), name  # noqa: S101 - what failed is not measured
    return sum(len(item.text) for item in read if isinstance(item, Document)) / PAGE / spent


def main(arguments: Sequence[str]) -> None:
    """Print the table, or one line of JSON."""
    count = next((int(each) for each in arguments if each.isdecimal()), 40)
    chance = random.Random(7)  # noqa: S311 - invented data
    made = files([report(chance) for _ in range(count)])
    for name in ("plain.txt", "page.html", "one column.pdf"):
        rate(name, made[name][:2])  # what is loaded once is no part of reading
    found = {name: rate(name, data) for name, data in made.items()}
    if "--json" in arguments:
        print(json.dumps({name: round(pages, 1) for name, pages in found.items()}))
        return
    for name, pages in found.items():
        print(f"{name:<16} {pages:8.0f} pages/s   {found['plain.txt'] / pages:6.1f} times plain")


if __name__ == "__main__":
    main(sys.argv[1:])
