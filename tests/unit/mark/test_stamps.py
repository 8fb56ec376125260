from __future__ import annotations

import pytest

from tests.unit.mark.saying import pairs

SENTENCE = "Fighters from the southern front have seized two towns in the province of Shabwa"


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    "title",
    [
        "Fighters take two towns Monitor AFP Saturday 21 Jun 2014 ",
        "Published March 3, 2016 ",
        f"{SENTENCE} ",
    ],
)
def test_a_title_run_into_a_sentence_is_no_part_of_it(title: str) -> None:
    assert ("a monitor", SENTENCE) in pairs(f"{title}{SENTENCE} a monitor said.")


@pytest.mark.usefixtures("nlp")
def test_a_date_inside_a_sentence_is_part_of_it() -> None:
    assert ("a monitor", "The truce of 21 June 2014 held in two towns") in pairs(
        "The truce of 21 June 2014 held in two towns, a monitor said."
    )
