from __future__ import annotations

import pytest

from tests.unit.mark.saying import told

pytestmark = pytest.mark.usefixtures("nlp")


@pytest.mark.parametrize(
    ("text", "outer", "inner", "content"),
    [
        (
            "Nine people died in Saada, Al Masirah reported citing a medical source.",
            "Al Masirah",
            "a medical source",
            "Nine people died in Saada",
        ),
        (
            "The agency reported, citing local officials, that three drones had been shot down over Donetsk.",
            "The agency",
            "local officials",
            "that three drones had been shot down over Donetsk",
        ),
        (
            "Saba reported quoting a security official that the attack was repelled.",
            "Saba",
            "a security official",
            "that the attack was repelled",
        ),
        (
            "Citing its partners in Taiz the charity said that ten children were killed.",
            "the charity",
            "its partners in Taiz",
            "that ten children were killed",
        ),
        (
            "An official was quoted by Interfax as saying that two soldiers had died.",
            "Interfax",
            "An official",
            "that two soldiers had died",
        ),
        (
            "The Odrin Post quoted a medical source on Friday as saying the hospital was hit.",
            "The Odrin Post",
            "a medical source",
            "the hospital was hit",
        ),
        (
            "Two soldiers were killed near Marsk the ministry was quoted as saying by local media.",
            "local media",
            "the ministry",
            "Two soldiers were killed near Marsk",
        ),
    ],
)
def test_who_is_cited_speaks_inside_of_who_cites(text: str, outer: str, inner: str, content: str) -> None:
    assert {(t.source, t.content, t.inside) for t in told(text)} == {(outer, content, ""), (inner, content, content)}


def test_a_reason_that_is_cited_is_nobodys_words() -> None:
    found = told("The minister said that he would step down, citing health reasons.")
    assert [(t.source, t.inside) for t in found if t.speech and t.cue != "citing"] == [("The minister", "")]
