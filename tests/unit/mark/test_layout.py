from __future__ import annotations

import pytest

from tests.unit.mark.saying import pairs


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Twenty killed in raid on Taiz market: medics", ("medics", "Twenty killed in raid on Taiz market")),
        ("Rebels took three villages - activists", ("activists", "Rebels took three villages")),
        ("Army near the airport, says ministry spokesman", ("ministry spokesman", "Army near the airport")),
        ("UNICEF: Water cut off in Aden", ("UNICEF", "Water cut off in Aden")),
    ],
)
def test_titles_name_their_source_first_or_last(title: str, expected: tuple[str, str]) -> None:
    assert expected in pairs(f"{title}\n\nThe market was full.")


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    "title",
    [
        "BREAKING: Army near the mill",
        "The road to Aden: a long walk",
        "Battle for the airport: day four",
        "War reaches the old port - Taiz",
    ],
)
def test_other_titles_name_nobody(title: str) -> None:
    assert pairs(f"{title}\n\nThe market was full.") == []
