from __future__ import annotations

import pytest

from tests.unit.mark.saying import pairs, told


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "source", "first", "second"),
    [
        (
            "The monitor said at least one car had been hit on the road adding it was unclear who was in it.",
            "The monitor",
            "at least one car had been hit on the road",
            "it was unclear who was in it",
        ),
        (
            "The mill was hit twice the governor told Saba on Friday adding that the guards had fled.",
            "the governor",
            "The mill was hit twice",
            "that the guards had fled",
        ),
    ],
)
def test_what_is_added_has_the_source_of_what_it_is_added_to(text: str, source: str, first: str, second: str) -> None:
    assert {(source, first), (source, second)} <= set(pairs(text))


@pytest.mark.usefixtures("nlp")
def test_what_is_added_to_no_report_keeps_its_source() -> None:
    assert [t.source for t in told("The cook stirred the soup, adding salt.")] in ([], ["The cook"])
