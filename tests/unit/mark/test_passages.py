from __future__ import annotations

import pytest

from reportedly.extracts import paragraphs
from reportedly.mark.passages import passage


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The port is shut.\n\nSecond, the guards go.\n\nSo it was.", 2),
        ("The port is shut…\n\nThe guards go.\n\nSo it was.", 2),
        ("In a letter he said no.\n\n“It is shut,” the letter said.\n\nSo it was.", 2),
        ("The port is shut.\n\nThe guards go.", 1),
        ("The port is shut.\n\n“It is shut,” the pilot said.", 1),
        ("The port is shut…\n\nThe Herald then fell silent.", 1),
    ],
)
def test_a_passage_goes_on_where_it_breaks_off_counts_on_or_returns_to_its_own(text: str, count: int) -> None:
    assert len(passage(text, paragraphs(text), 0, "the Herald")) == count
