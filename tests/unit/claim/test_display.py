from __future__ import annotations

from dataclasses import replace

from reportedly.model import Claim, Reading, Segment
from reportedly.pipeline import Settings, read_batch
from tests.drawing import claims, page

HEAD = "Shelling kills 12 people in Odrin."
BODY = "At least 12 people were killed when shells hit the market of Odrin on Monday. The Marsk army attacked Tarn on Sunday."


def test_a_sentence_that_comes_twice_is_told_once() -> None:
    once = "Shells killed 12 people at the market of Odrin on Monday, a monitor said."
    assert len(claims(f"{once} {once} The market is shut.", "killed")) == 1
    assert len(claims(f"{once} Shells killed 12 people at the mill of Tarn on Sunday, a medic said.", "killed")) == 2


def titled(text: str, title: int) -> list[Claim]:
    segments = (Segment("headline", 0, title), Segment("body", title, len(text)))
    (found,) = read_batch([replace(page(text), segments=segments)], Settings())
    assert isinstance(found, Reading)
    return [claim for claim in found.claims or () if claim.frame == "killed"]


def test_a_title_is_told_again_by_the_text() -> None:
    text = f"{HEAD} {BODY}"
    assert [claim.start > len(HEAD) for claim in titled(text, len(HEAD) + 1)] == [True]
    assert len(titled(text.replace("kills 12", "kills 15"), len(HEAD) + 1)) == 2
