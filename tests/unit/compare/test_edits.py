from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.compare.edits import KINDS, edits
from reportedly.compare.passages import passages, shared_runs
from reportedly.compare.versions import change, fate
from reportedly.compare.words import split

BEFORE = "The harbour master told a crowd on the quay that the old ferry had been towed away at dawn"
AFTER = "while small boats lay idle along the whole length of the northern mole until noon"
ACTORS = {"league": frozenset({"LEAGUE"}), "coast bandits": frozenset({"LEAGUE"})}


def found(a: str, b: str, *, whole: bool = True) -> list[tuple[str, str, str]]:
    left, right = split(a), split(b)
    shared = passages(left, right, shared_runs(left, right))
    return [(edit.kind, a[slice(*edit.a)], b[slice(*edit.b)]) for edit in edits(a, b, shared, ACTORS, whole=whole)]


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("and 12 sailors drowned", "and 15 sailors drowned", ("number", "12", "15")),
        ("and twelve sailors drowned", "and dozens sailors drowned", ("number", "twelve", "dozens")),
        ("and 12 sailors drowned", "and at least 12 sailors drowned", ("number", "", "at least")),
        ("and 40 percent of the docks burned", "and 40 percent of the town burned", ("denominator", "docks", "town")),
        ("and it sank", "and it reportedly sank", ("hedge", "", "reportedly")),
        ("and the League left", "and the Coast Bandits left", ("label", "League", "Coast Bandits")),
        ("and the rebels left", "and the terrorists left", ("label", "rebels", "terrorists")),
        ("and the boat of Joram Pell left", "and the boat of Joram Pel left", ("name", "Pell", "Pel")),
        ("and the boat of Joram left", "and the boat of Tirzah left", ("name", "Joram", "Tirzah")),
        ("and witnesses said it sank", "and it sank", ("attribution", "witnesses said", "")),
        ("and it sank on Monday near", "and it sank on Tuesday near", ("date", "Monday", "Tuesday")),
        ("and it sank on 4 May near", "and it sank on 5 May near", ("date", "4", "5")),
        ("and it sank on 4 May near", "and it sank on 4 June near", ("date", "May", "June")),
        ("and it will sink near", "and it may sink near", ("hedge", "will", "may")),
        ("and a red boat sank", "and a green boat sank", ("other", "red", "green")),
        ("and 2354 sank", "and small boats of the poor sank", ("number", "2354", "")),
        ("and a boat sank", "and the boat sank", None),
        ("and “boat’s mast” fell", "and boats mast fell", None),
    ],
)
def test_an_edit_is_of_the_kind_that_matters(one: str, two: str, expected: tuple[str, str, str] | None) -> None:
    a, b = (f"{BEFORE} {middle} {AFTER}." for middle in (one, two))
    assert found(a, b) == ([expected] if expected else [])
    back = (expected[0], expected[2], expected[1]) if expected else None
    assert found(b, a) == ([back] if back else [])


def test_sentences_are_cut_and_added() -> None:
    extra = "Nobody knows why seven lamps burned all night on the far pier"
    assert found(f"{BEFORE}. {extra}. {AFTER}", f"{BEFORE}. {AFTER}") == [("cut", extra, "")]
    assert found(f"{BEFORE}. {AFTER}", f"{BEFORE}. {AFTER}. {extra}") == [("added", "", extra)]
    assert found(f"{BEFORE}. {AFTER}", f"{BEFORE}. {AFTER}. {extra}", whole=False) == []


@given(st.lists(st.sampled_from("boat Joram said 12 rebels reportedly Monday the of quay percent sank".split()), max_size=40))
def test_edits_lie_in_both_texts(words: list[str]) -> None:
    a, b = f"{BEFORE} {' '.join(words[::2])} {AFTER}", f"{BEFORE} {' '.join(words[1:])} {AFTER}"
    for kind, left, right in found(a, b):
        assert kind in KINDS
        assert left in a
        assert right in b
        assert left or right


def test_versions_of_one_url() -> None:
    text = f"{BEFORE}. {AFTER}."
    assert change(text, text.upper(), {}) == ("repeated", [])
    label, changed = change(text, text.replace(" old ", " new "), {})
    assert (label, [edit.kind for edit in changed]) == ("corrected", ["other"])
    assert change(text, "This page has been removed.", {})[0] == "taken-down"
    assert (
        change(text, "Twenty geese sat on a wall and sang of winter while nobody listened to them at all in the rain of spring", {})[0]
        == "rewritten"
    )


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (f"Note. {BEFORE}, she said.", "kept"),
        (BEFORE.replace("ferry had been", "barge was").replace("dawn", "dusk"), "changed"),
        (AFTER, "gone"),
        ("", "gone"),
    ],
)
def test_the_fate_of_a_statement(later: str, expected: str) -> None:
    became, span = fate(BEFORE, later)
    assert became == expected
    assert (span is None) == (expected == "gone")


def test_what_stands_in_the_place_of_a_changed_statement_is_told() -> None:
    later = "Late on Monday the mayor spoke. The ferry had left, killing 13 sailors off the mole."
    became, span = fate("killing 31 sailors", later)
    assert (became, later[slice(*span or (0, 0))]) == ("changed", "killing 13 sailors")


def test_a_reworded_sentence_is_found_by_its_words_of_content() -> None:
    one = "Some 30 fishermen from Saltgate drowned when a patrol boat rammed their barge off the northern mole"
    two = "Off the northern mole a patrol boat rammed a barge and 45 fishermen from Saltgate reportedly drowned"
    a, b = f"{BEFORE}. {AFTER}. {one}.", f"{BEFORE}. {AFTER}. {two}."
    for whole in (True, False):
        changed = found(a, b, whole=whole)
        assert {("number", "30", "45"), ("hedge", "", "reportedly")} <= set(changed)
    assert not [edit for edit in found(a, f"{BEFORE}. {AFTER}. Geese sang of winter on the wall for 45 nights.") if edit[0] == "number"]
