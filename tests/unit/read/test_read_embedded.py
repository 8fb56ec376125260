"""Words of others that a page sets off, in invented reports of both sides of a river war."""

from __future__ import annotations

import pytest

from tests.unit.read.build import read, words_of

BEFORE = "The Varni army took the weir at Tarn on Monday, and the Odric office has not said what its own men were doing there."
AFTER = "Whether that will come to anything is another matter, for neither of the two has kept a truce for longer than a week."
TOLD = "The talks have not been broken off, we are told, and there remain a few points on which the two still differ"
MORE = "A second column crossed the bridge at noon and was met by nobody, the mayor of Tarn told this paper by telephone."


@pytest.mark.parametrize(
    ("lines", "kind", "block"),
    [
        # a readout that a sentence without a full stop leads to; its mark closes what nothing opened
        (["That they spoke at all is plain from what the Odric palace gave out about their call", f"{TOLD}.”"], "embedded_document", 1),
        (["The Varni minister said so again this morning", f"{TOLD}.", f"{MORE}”"], "embedded_document", 2),
        # unmarked speech that breaks off in dots, and goes on
        (["The palace spokesman insisted on Friday that the talks lead somewhere:", f"{TOLD}…", MORE], "embedded_document", 2),
        # another paper's paragraphs, unmarked: counting on, then a quotation of its own
        (
            ["Here is how the Weir Courier describes it:", MORE, f"Second, {MORE[2:]}", f"“{TOLD},” the letter said."],
            "quoted_article",
            3,
        ),
        # a quotation within a report closes before the report does
        (
            ["Reports of the fall of Tarn came in all night.", f"“{MORE}", f"{TOLD},” a soldier said.", MORE, f"{MORE}”"],
            "quoted_article",
            4,
        ),
        # one paragraph with the reference behind it, or below it
        (["Here's how the Institute put it on its page:", f'"{MORE} {TOLD}." ("The weir", Institute of Rivers)'], "quoted_article", 1),
        (["Here's more from the Courier:", f'"{MORE}', f'{TOLD}."', "(“[The weir is lost](#)“, Weir Courier)"], "quoted_article", 3),
        (
            ["This follows resolution 77 which states:", f"... {MORE[2:]} and so ends it.” (Thanks to Nour)"],
            "embedded_document",
            1,
        ),
    ],
)
def test_others_words_set_off_are_told_from_the_pages_own(lines: list[str], kind: str, block: int) -> None:
    document = read("\n\n".join([BEFORE, *lines, AFTER]))
    assert words_of(document, kind) == ["\n\n".join(lines[-block:])]


@pytest.mark.parametrize(
    "lines",
    [
        ["The minister told reporters:", f"“{TOLD}.”"],  # a quotation like any other
        [f"“{MORE}", f"“{TOLD}.”"],  # each paragraph opens it anew
        ["These are the points on which the two still differ:", f"1. {MORE}", f"2. {TOLD}."],
        ["4:40 p.m.:", f"{MORE} It is a film called “Trainload.”"],  # an entry of a live page
        ["He said that there would be no talks at all:", MORE],  # no mark of speech in what follows
    ],
)
def test_the_pages_own_words_stay_so(lines: list[str]) -> None:
    document = read("\n\n".join([BEFORE, *lines, AFTER]))
    assert {segment.kind for segment in document.segments} == {"body"}
