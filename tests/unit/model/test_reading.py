from __future__ import annotations

import pytest

from reportedly.model import Document, Reading, TimeExpression

DOCUMENT = Document("sha256:00", "report.txt", "The bridge was closed on Monday.", b"The bridge was closed on Monday.")
LAYERS = ("attributions", "times", "places", "actors", "claims")


@pytest.mark.parametrize("name", LAYERS)
def test_a_layer_that_was_not_looked_for_is_none_and_an_empty_one_is_not(name: str) -> None:
    bare = Reading(DOCUMENT)
    looked = bare.with_layer(name, ())
    assert getattr(bare, name) is None
    assert getattr(looked, name) == ()
    assert all(getattr(looked, other) is None for other in LAYERS if other != name)


@pytest.mark.parametrize("name", LAYERS)
def test_a_layer_is_set_once(name: str) -> None:
    reading = Reading(DOCUMENT).with_layer(name, ())
    with pytest.raises(ValueError, match=f"layer '{name}' was set before"):
        reading.with_layer(name, ())


def test_setting_a_layer_leaves_the_reading_it_came_from() -> None:
    bare = Reading(DOCUMENT)
    found = (TimeExpression(25, 31, "DATE", "2031-05-05"),)
    assert bare.with_layer("times", found).times == found
    assert bare.times is None
