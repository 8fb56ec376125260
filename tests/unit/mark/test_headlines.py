from __future__ import annotations

import pytest

from tests.unit.mark.saying import told

pytestmark = pytest.mark.usefixtures("nlp")


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Twelve civilians killed in shelling of Taiz monitor AFP Tuesday 3 Mar 2020 The town was hit on Monday.",
            "monitor",
            "Twelve civilians killed in shelling of Taiz",
        ),
        (
            "Fri Apr 15 2016 30 Soldiers Surrendered to Army in Donetsk Ukrainian Information Center. The soldiers left.",
            "Ukrainian Information Center",
            "30 Soldiers Surrendered to Army in Donetsk",
        ),
    ],
)
def test_a_title_goes_to_the_source_that_ends_it(text: str, source: str, content: str) -> None:
    assert [(t.source, t.content) for t in told(text) if not t.cue] == [(source, content)]


@pytest.mark.parametrize(
    "text",
    [
        "Fri Apr 15 2016 Ten Soldiers Killed in Clash With Sudanese Army. The soldiers left.",
        "Shells hit the town of Taiz. Two shops burned.",
    ],
)
def test_a_title_that_ends_otherwise_is_nobodys(text: str) -> None:
    assert [t for t in told(text) if not t.cue] == []
