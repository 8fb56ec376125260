"""Places of one name in several towns of the pack: what the text says they lie in decides."""

from __future__ import annotations

import pytest

from reportedly.mark.containers import by_container
from reportedly.packs import load_packs
from tests.drawing import reading

pytestmark = pytest.mark.usefixtures("nlp")

HOMS = "sy-homs-zahraa"
ALEPPO = "sy-aleppo-al-zahraa"


def meant(text: str) -> list[str | None]:
    """Return the ids of the mentions of al-Zahraa in ``text``."""
    return [p.place for p in reading(text).places or () if "zahra" in text[p.start : p.end].lower()]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("A shell fell on the al-Zahraa quarter in Aleppo.", [ALEPPO]),
        ("A shell fell on the al-Zahraa quarter of the city of Homs.", [HOMS]),
        ("A shell fell on al-Zahraa, Homs.", [HOMS]),
        ("A shell fell on al-Zahraa district in Homs. Two more fell on al-Zahraa later.", [HOMS, HOMS]),
        ("A shell fell on al-Zahraa in Homs. Two more fell on al-Zahraa in Aleppo, and one on al-Zahraa again.", [HOMS, ALEPPO, ALEPPO]),
        ("A shell fell on al-Zahraa in Syria.", [ALEPPO]),
    ],
)
def test_the_town_named_right_after_tells_which_of_one_name_is_meant(text: str, ids: list[str]) -> None:
    assert meant(text) == ids


def test_nothing_is_lost_and_nothing_else_changed() -> None:
    text = "Shells fell on Manbij, on Azaz in Aleppo province and on the mill."
    found = reading(text).places or ()
    assert by_container(text, load_packs(), found) == list(found)
