from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.mark.rows import row_starts

ROWS = "Adar: 4 killed\nBelin: 7 killed\nCorvo: 2 killed\nDunmar: 9 killed\n"


@pytest.mark.parametrize(
    "text",
    [
        ROWS,
        ROWS.replace(": ", "\t"),
        ROWS.replace(": ", " | "),
        ROWS.replace(": ", ", army, "),
        ROWS.replace(": ", "     "),
    ],
)
def test_each_row_begins_by_itself_and_so_does_what_follows(text: str) -> None:
    whole = f"The toll by town is told below\n{text}The army denied it"
    assert [whole[at:].partition("\n")[0] for at in row_starts(whole)] == [*text.rstrip().split("\n"), "The army denied it"]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(ROWS.split("\n")[:3]),
        "The army took the mill on 4 May and held it\nuntil 7 May, when the rebels came\nback over 3 bridges with 40 men\nand 2 guns\n",
        "On 4 May: it rained. He left\nOn 5 May: it rained. He left\nOn 6 May: it rained. He left\nOn 7 May: it rained. He left\n",
        ROWS.replace("4", "few").replace("7", "some"),
    ],
)
def test_lines_of_a_paragraph_are_no_rows(text: str) -> None:
    assert row_starts(text) == []


@given(st.text(alphabet="A1:,\t|\n .", max_size=80))
def test_starts_lie_in_the_text_at_the_begin_of_lines(text: str) -> None:
    for at in row_starts(text):
        assert at < len(text)
        assert at == 0 or text[at - 1] == "\n"
