"""How much of an article is read as such, and how fast, on invented pages: ours beside the extractor in its modes.

usage: python -m benchmarks.pages [--seeds N] [--json]

Per shape the mean F1 of tokens, counted with their repetitions, and of runs of four tokens, as benchmarks of extraction do; pages per second of
CPU time. What is read is headline apart: body, quoted and embedded words.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from inspect import getmembers, isfunction

import trafilatura

from benchmarks.pages import boxes, crowds, modern, older, soups, special, tongues
from benchmarks.pages.modern import Page
from benchmarks.pages.words import Words
from reportedly.model import Document
from reportedly.ports import ReadOptions
from reportedly.read import read_bytes

ARTICLE = frozenset({"body", "embedded_document", "quoted_article"})
_TOKEN = re.compile(r"\w+")


def shapes() -> list[tuple[str, Callable[[Words], Page]]]:
    """Return every shape with its name."""
    return [
        (name, made)
        for module in (modern, older, special, soups, boxes, crowds, tongues)
        for name, made in getmembers(module, isfunction)
        if made.__module__ == module.__name__ and not name.startswith("_")
    ]


def ours(page: str) -> str:
    """Return what is read as the article of a page."""
    found = next(iter(read_bytes(page.encode(), "page.html", ReadOptions())))
    if not isinstance(found, Document):
        return ""
    return "\n".join(found.text[s.start : s.end] for s in found.segments if s.kind in ARTICLE)


def extractor(*, precise: bool = False, fast: bool = False) -> Callable[[str], str]:
    """Return a function that extracts with trafilatura."""

    def extract(page: str) -> str:
        found = trafilatura.bare_extraction(page, include_comments=False, with_metadata=False, favor_precision=precise, fast=fast)
        return "" if found is None or isinstance(found, dict) else found.text or ""

    return extract


READERS: dict[str, Callable[[str], str]] = {
    "ours": ours,
    "precision": extractor(precise=True),
    "fast": extractor(fast=True),
    "default": extractor(),
}


def f1(wanted: str, found: str, size: int) -> float:
    """Return the F1 of runs of ``size`` tokens, counted with their repetitions."""
    bags = [
        Counter(zip(*(tokens[n:] for n in range(size)), strict=False))
        for tokens in (_TOKEN.findall(wanted.lower()), _TOKEN.findall(found.lower()))
    ]
    common = sum((bags[0] & bags[1]).values())
    return 2 * common / (sum(bags[0].values()) + sum(bags[1].values()) or 1)


def measure(seeds: int) -> dict[str, dict[str, float]]:
    """Return per reader the mean F1 of each shape, of runs of four, and over all with pages per CPU second."""
    pages = [(name, *made(Words(seed * 100 + number))) for seed in range(seeds) for number, (name, made) in enumerate(shapes())]
    out: dict[str, dict[str, float]] = {}
    for reader, read in READERS.items():
        read(pages[0][1])
        begin = time.process_time()
        texts = [read(page) for _, page, _ in pages]
        seconds = time.process_time() - begin
        scores = [
            (name, f1("\n".join(text), found, 1), f1("\n".join(text), found, 4))
            for (name, _, text), found in zip(pages, texts, strict=True)
        ]
        per = {name: _mean([one for shape, one, _ in scores if shape == name]) for name, _ in shapes()}
        out[reader] = {
            **per,
            "all": _mean([s[1] for s in scores]),
            "all, fours": _mean([s[2] for s in scores]),
            "pages/s": round(len(pages) / seconds, 1),
        }
    return out


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), 3)


def main(words: list[str]) -> int:
    """Measure and print; return the exit code."""
    parser = argparse.ArgumentParser(prog="pages")
    parser.add_argument("--seeds", type=int, default=3, help="pages of each shape")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(words)
    found = measure(chosen.seeds)
    if chosen.json:
        print(json.dumps(found))
        return 0
    print(f"{'shape':14}" + "".join(f"{reader:>12}" for reader in found))
    for row in found["ours"]:
        print(f"{row:14}" + "".join(f"{found[reader][row]:12.3f}" for reader in found))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
