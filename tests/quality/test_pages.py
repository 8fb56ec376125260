"""How much of the articles of invented pages is read as such may not fall."""

from __future__ import annotations

from benchmarks.pages.__main__ import f1, ours, shapes
from benchmarks.pages.words import Words

FLOOR = 0.985
EACH = 0.9


def test_the_articles_of_invented_pages_are_read() -> None:
    found = {}
    for number, (name, made) in enumerate(shapes()):
        page, text = made(Words(number))
        found[name] = f1("\n".join(text), ours(page), 1)
    assert {name: score for name, score in found.items() if score < EACH} == {}
    assert sum(found.values()) / len(found) >= FLOOR
