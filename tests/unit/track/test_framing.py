from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reportedly.model import Attribution, Span
from reportedly.model.document import Segment
from reportedly.track.framing import Framing, framing
from reportedly.track.spoken import Spoken, around, is_marked, shown, whose

AS_OF = "2031-05-20"


def use(word: str, source: str = "Mill Mail", at: int = 0, document: str = "d1", **more: Any) -> Spoken:  # noqa: ANN401 - its fields
    fields = {"voice": "own", "speaker": None, "family": document, "path": "a.txt", "day": "2031-05-01"} | more
    return Spoken(None, "NORTH", "North", word, source, document=document, start=at, end=at + len(word), **fields)


def row(*spoken: Spoken, need: int = 1) -> Framing:
    (found,) = framing(spoken, AS_OF, need)
    return found


@pytest.mark.parametrize(
    ("spoken", "state"),
    [
        ((use("rebels"),), "one source"),
        ((use("rebels"), use("brigades", "Harbour Watch", document="d2")), "differ"),
        ((use("rebels"), use("rebels", "Harbour Watch", document="d2")), "alike"),
        ((use("rebels", voice="quoted", speaker="a clerk"),), "quoted only"),
    ],
)
def test_sources_are_set_side_by_side_by_their_own_words(spoken: tuple[Spoken, ...], state: str) -> None:
    assert row(*spoken).state == state
    assert row(*spoken, need=9).state == "unknown"


def test_a_sources_own_words_stand_apart_from_those_it_quotes() -> None:
    quoted = use("bandits", at=40, voice="quoted", speaker="a clerk", marked=True)
    found = row(use("rebels"), use("rebels", at=20), use("fighters", at=30), quoted)
    assert [(each.voice, each.speaker, [(word.word, word.count, word.marked) for word in each.words]) for each in found.uses] == [
        ("own", None, [("rebels", 2, 0), ("fighters", 1, 0)]),
        ("quoted", "a clerk", [("bandits", 1, 1)]),
    ]


def test_what_a_source_prints_again_counts_once_and_later_words_do_not() -> None:
    again = use("rebels", document="d2", family="d1", day="2031-05-02")
    other = replace(again, source="Harbour Watch")
    later = use("brigades", document="d3", day="2031-06-01")
    found = row(use("rebels"), again, other, later)
    assert (found.count, found.texts, [each.count for each in found.uses]) == (2, 1, [1, 1])


TEXT = 'Orre says "the bandits fled". The brigades hold on.'
SAID = Attribution("a", "mixed", (Span(5, 28),), speaker_name="Orre")


@pytest.mark.parametrize(
    ("at", "kind", "told"),
    [
        (15, "mixed", ("quoted", "Orre")),
        (15, "direct", ("quoted", "Orre")),
        (15, "indirect", ("reported", "Orre")),
        (5, "mixed", ("reported", "Orre")),
        (34, "direct", ("own", None)),
    ],
)
def test_words_are_those_of_the_innermost_who_says_them(at: int, kind: str, told: tuple[str, str | None]) -> None:
    wider = Attribution("b", "direct", (Span(0, 29),), speaker_name="a clerk")
    assert whose(at, TEXT, [wider, replace(SAID, kind=kind)], ()) == told


def test_embedded_texts_are_of_their_speaker_and_menus_are_of_nobody() -> None:
    assert whose(3, TEXT, (), [Segment("quoted_article", 0, 9, speaker="Vell Press")]) == ("quoted", "Vell Press")
    assert whose(3, TEXT, (), [Segment("navigation", 0, 9)]) is None


def test_words_are_shown_as_they_stand() -> None:
    assert shown("took full\ncontrol", [(10, 17), (0, 4)]) == "took … control"
    assert is_marked("the ‘rebels’ fled", 5, 11)
    assert not is_marked("the rebels fled", 4, 10)
    long = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    assert around(long, 45, 49) == "three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
