from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from reportedly import marked
from reportedly.claim.gloss import figure_words
from reportedly.claim.wordlists import FIGURES, pattern
from reportedly.errors import DataError
from reportedly.model import Figure, Reading
from reportedly.pipeline import Settings, read_batch
from tests.drawing import claims, page

EXAMPLES: list[dict[str, Any]] = marked.load(FIGURES, DataError).need("examples").plain()


def described(figure: Figure) -> str:
    """Return a figure in words with what marks it."""
    marks = ("derived" if figure.derived else None, "vague" if figure.vague else None, figure.role)
    return ", ".join(filter(None, (figure_words(figure), *(mark for mark in marks if mark != "complement"))))


@cache
def drawn() -> dict[str, list[str]]:
    found = [item for item in read_batch([page(example["text"]) for example in EXAMPLES], Settings()) if isinstance(item, Reading)]
    return {item.document.text: [described(f) for claim in item.claims or () for f in claim.figures] for item in found}


@pytest.mark.parametrize("example", EXAMPLES, ids=[str(n) for n, _ in enumerate(EXAMPLES)])
def test_figures_are_read_as_the_examples_say(example: dict[str, Any]) -> None:
    found = drawn()[example["text"]]
    assert set(example["figures"]) <= set(found), found


def test_a_plain_count_has_no_mark() -> None:
    assert "15 districts" in drawn()["The army took control of 15 districts in May."]


def findings(text: str) -> list[tuple[str, bool]]:
    return [(check.kind, check.holds) for claim in claims(text) for check in claim.checks]


def test_what_does_not_add_up_is_a_finding() -> None:
    assert findings("Rebels violated the truce 30 times on Sunday: Aleppo, 12; Hama, 8; Homs, 9.") == [("breakdown", False)]
    assert findings("Ten people were killed, including 14 children.") == [("part", False)]
    assert ("share", False) in findings("The army controls 18 of the 24 districts, or 60 percent of the city.")
    text = "In the past 24 hours 70 villages joined the truce. The total number of villages that have joined has risen to 52."
    assert findings(text) == [("part", False)]


def test_what_adds_up_is_one_too() -> None:
    assert findings("Rebels violated the truce 29 times on Sunday: Aleppo, 12; Hama, 8; Homs, 9.") == [("breakdown", True)]
    assert ("share", True) in findings("The army controls 18 of the 24 districts, or 75 percent of the city.")


def test_an_increment_has_the_window_it_was_counted_in() -> None:
    (claim,) = claims("In the past 24 hours the army took control of 15 districts.", "takes-control")
    assert claim.figures[0].window == ("2030-05-07", "2030-05-08")


def test_what_is_no_pattern_is_named_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "figures.yaml"
    path.write_text("totals: '(total'\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"figures\.yaml:1"):
        pattern("totals", path)
