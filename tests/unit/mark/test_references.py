from __future__ import annotations

import pytest

from tests.unit.mark.saying import pairs


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The war drags on. (“Rebels Agree to Hand Over the Port”, Reuters)", ("Reuters", "Rebels Agree to Hand Over the Port")),
        ('Nothing moved. (["Both sides dig in along the line"](#), Donbas Today)', ("Donbas Today", "Both sides dig in along the line")),
        ('In the Daily Star, "Jets Strike the Old Bridge Again", we read of it.', ("Daily Star", "Jets Strike the Old Bridge Again")),
        ("The bridge is closed (see the Herald report above). The town was quiet.", ("the Herald report", "The bridge is closed")),
        ("Forty died (cf. the Azeri ministry statement below), others fled.", ("the Azeri ministry statement", "Forty died")),
    ],
)
def test_references_name_who_published(text: str, expected: tuple[str, str]) -> None:
    assert expected in pairs(text)


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    "text",
    [
        'John, "the big man from the mill", left.',
        "The road is long (see the map below) and narrow.",
        'The road was closed ("for good and all", thanks to the snow).',
    ],
)
def test_other_brackets_name_nobody(text: str) -> None:
    assert pairs(text) == []
