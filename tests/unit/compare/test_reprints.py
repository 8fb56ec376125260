from __future__ import annotations

from dataclasses import replace

from reportedly.compare.reprints import MEASURED, families
from reportedly.compare.words import split
from reportedly.model import TextEntry
from tests.unit.compare.build import prose
from tests.unit.compare.living import find_reprints

STORY, OTHER = prose(1, 120), prose(2, 120)
SENTENCE = prose(3, 22)


def entry(identity: str, text: str, *publishers: str) -> TextEntry:
    return TextEntry(identity, text, publishers)


def labels(*entries: TextEntry) -> dict[tuple[str, str], str]:
    return {(found.a, found.b): found.label for found in find_reprints(entries)}


def test_a_copy_is_a_reprint_with_its_offsets() -> None:
    [found] = find_reprints([entry("a", STORY), entry("b", f"Note. {STORY}")])
    assert (found.a, found.b, found.label) == ("a", "b", "reprint")
    assert found.containment > 0.95
    assert [(p.a_start, p.b_start) for p in found.passages] == [(0, 6)]
    assert found.turned().turned() == found == found.turned().ordered()


def test_a_cut_version_is_a_reprint_of_the_longer_one() -> None:
    cut = " ".join(STORY.split()[:50])
    assert labels(entry("a", STORY + " " + OTHER), entry("b", cut)) == {("a", "b"): "reprint"}


def test_a_sentence_in_common_is_a_passage() -> None:
    [found] = find_reprints([entry("a", f"{STORY}. {SENTENCE}."), entry("b", f"{SENTENCE}. {OTHER}")])
    assert found.label == "shares-passage"
    assert [len(split(SENTENCE).keys)] == [len(split((f"{STORY}. {SENTENCE}.")[p.a_start : p.a_end]).keys) for p in found.passages]


def test_a_phrase_in_common_is_nothing() -> None:
    phrase = prose(4, 9)
    assert labels(entry("a", f"{STORY} {phrase}"), entry("b", f"{phrase} {OTHER}")) == {}


def test_short_identical_texts_are_reprints() -> None:
    assert labels(entry("a", "Ferry sunk."), entry("b", "FERRY SUNK")) == {("a", "b"): "reprint"}


def test_furniture_of_one_publisher_is_no_reuse_and_the_same_words_elsewhere_are() -> None:
    footer = prose(5, 60)
    pages = [entry(f"p{n}", f"{prose(10 + n, 80)} {footer}", "Dock Daily") for n in range(6)]
    assert labels(*pages) == {}
    several = [replace(page, publishers=(f"Paper {n % 3}",)) for n, page in enumerate(pages)]
    assert set(labels(*several).values()) == {"shares-passage"}
    assert len(labels(*several)) == 15
    same_footer = [entry("z", f"{STORY} {footer}", "Dock Daily"), entry("y", STORY[:-99], "Dock Daily")]
    [found] = find_reprints([*pages, *same_footer])
    assert (found.a, found.b, found.label) == ("y", "z", "reprint")


def test_an_agencys_paragraph_in_the_pages_of_several_is_a_passage() -> None:
    pages = [entry(f"p{n}", f"{prose(10 + n, 40)} {SENTENCE}", "Dock Daily" if n < 6 else "Mill Mail") for n in range(8)]
    assert len(labels(*pages)) == 28
    assert labels(*pages[:6]) == {}


def test_words_that_very_many_texts_hold_are_no_reuse() -> None:
    pages = [entry(f"p{n:02}", f"{prose(100 + n, 40)} {SENTENCE}", f"Paper {n}") for n in range(MEASURED.common + 1)]
    assert labels(*pages) == {}
    assert len(labels(*pages[:9])) == 36


def test_copies_are_counted_once_so_that_their_words_stay_telling() -> None:
    copies = [entry(f"c{n:02}", f"{STORY} page {n}") for n in range(40)]
    found = labels(*copies, entry("z", " ".join(STORY.split()[:40]) + " " + OTHER))
    assert set(found.values()) == {"reprint", "shares-passage"}
    assert sum("z" in pair for pair in found) == 40


def test_of_a_crowd_of_copies_the_first_is_compared_with_all() -> None:
    crowd = [entry(f"c{n:02}", f"{STORY} {n}") for n in range(25)]
    found = find_reprints([*crowd, entry("z", f"{SENTENCE}. {STORY[: len(STORY) // 3]}. {OTHER}")], replace(MEASURED, family=10))
    assert [(pair.a, pair.b) for pair in found] == [("c00", other) for other in [*(f"c{n:02}" for n in range(1, 25)), "z"]]


def test_a_stock_phrase_begins_no_passage() -> None:
    phrase = "spoke on condition of anonymity because they were not authorized to speak to the media"
    assert labels(entry("a", f"{STORY} {phrase}"), entry("b", f"{phrase} {OTHER}")) == {}


def test_families_join_reprints_and_not_passages() -> None:
    found = find_reprints(
        [entry("a", STORY), entry("b", STORY), entry("c", STORY[:-3]), entry("d", f"{SENTENCE}. {OTHER}"), entry("e", SENTENCE * 9)]
    )
    assert families(found) == {"a": "a", "b": "a", "c": "a"}
