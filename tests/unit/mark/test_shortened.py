from __future__ import annotations

import pytest

from reportedly.mark.shortened import Shortened
from reportedly.model import ActorMention

COUNCIL, OTHER = (ActorMention(0, 5, key, label, label, "body") for key, label in (("VALE", "Vale Council"), ("HILL", "Hill Council")))
PERSON = ActorMention(0, 5, "x:army", "Ana Army", "Ana Army", "person")


@pytest.mark.parametrize(
    ("named", "word", "whole"),
    [
        ((COUNCIL,), "Council", "VALE"),
        ((COUNCIL, COUNCIL), "Council", "VALE"),
        ((COUNCIL, OTHER), "Council", None),
        ((COUNCIL,), "council", None),
        ((COUNCIL,), "Vale", None),
        ((PERSON,), "Army", None),
    ],
)
def test_the_last_word_of_a_name_stands_for_the_only_body_named_so(named: tuple[ActorMention, ...], word: str, whole: str | None) -> None:
    found = Shortened(named).whole(word)
    assert (found.actor if found else None) == whole
