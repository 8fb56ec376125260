from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Document
from reportedly.model.document import READ_KINDS, SEGMENT_KINDS
from reportedly.read import read_bytes
from reportedly.read.segments import lay_out
from tests.unit.read.build import OPTIONS, kinds, read, words_of

ONE = "The river rose in the night and the old mill at Tarn was cut off, the harbour office said on Monday morning."
TWO = "Nobody was hurt. Two boats were lost near the weir, and the road to the mill stayed shut until the evening."
LAST = "The office will report again on Friday, when the water is expected to be back where it was."


def page(*lines: str) -> Document:
    return read("\n\n".join(lines))


def test_a_laid_out_article_is_told_from_its_frame() -> None:
    document = page(
        "Home | News | Weather | Archive",
        "Mill cut off by flood",
        "By Nour Baly, The Long Count, Sept 8, 2031",
        ONE,
        TWO,
        "EDITOR'S NOTE: We print what we are sent.",
        "The views expressed here are solely those of the author.",
        "Copyright © Nour Baly 2031",
        "Recent Posts",
        "Contact Us",
    )
    assert [kind for kind, _ in kinds(document)] == [
        "navigation",
        "headline",
        "byline",
        "body",
        "editor_note",
        "disclaimer",
        "licence",
        "navigation",
    ]
    assert words_of(document, "body") == [f"{ONE}\n\n{TWO}"]


def test_a_text_without_frame_is_all_body() -> None:
    assert kinds(page(ONE, TWO)) == [("body", f"{ONE}\n\n{TWO}")]


def test_masthead_date_and_headline() -> None:
    document = page("The Tarn Courier", "Friday, 12 October 2031", "Mill at Tarn is cut off by the flood", "By Jo Senn, river editor", ONE)
    assert [kind for kind, _ in kinds(document)] == ["byline", "dateline", "headline", "byline", "body"]
    assert document.metadata.publisher == "The Tarn Courier"
    assert document.metadata.byline == ("Jo Senn",)


def test_a_headline_above_its_date_is_no_masthead() -> None:
    document = page("Mill at Tarn cut off", "12 October 2031", ONE)
    assert kinds(document)[0] == ("headline", "Mill at Tarn cut off")
    assert document.metadata.publisher is None


def test_a_name_line_before_an_outlet_and_a_date_is_a_byline() -> None:
    document = read(f"Mill at Tarn cut off\n\nNour Baly\n\nThe Long Count,\n\n14 December, 2031\n\n{ONE}\n\n{TWO}")
    assert [kind for kind, _ in kinds(document)] == ["headline", "byline", "dateline", "body"]
    assert document.metadata.byline == ("Nour Baly",)
    assert document.metadata.original_source is not None
    assert document.metadata.original_source.name == "The Long Count"


@pytest.mark.parametrize(
    "slug",
    [
        "TARN, Oct 8 (Longline) —",
        "TARN, Oct 8, 2031 (Longline) -",
        "PORT SANN (Reuters) -",
        "TARN —",
        "Tarn, Oct 8 (Longline) --",
        "Tarn, SANA –",
        "CASTREL/TARN, Oct 17, 2031 (Longline) -",
    ],
)
def test_the_slug_of_an_agency_is_a_dateline(slug: str) -> None:
    document = page("Mill cut off by flood", f"{slug} {ONE}", TWO)
    assert words_of(document, "dateline") == [slug]
    assert words_of(document, "body") == [f"{ONE}\n\n{TWO}"]


@pytest.mark.parametrize(
    "start", ["Tarn – the old port – was dark. ", "The mayor (Oran Bell) spoke. ", "UN officials came. ", "12 May 2031 was a bad day. "]
)
def test_a_sentence_that_only_looks_like_a_slug_stays_body(start: str) -> None:
    document = page(start + ONE, TWO)
    assert words_of(document, "dateline") == []
    assert document.text[document.segments[0].start :].startswith(start)


def test_newest_first_pages_give_each_article_its_own_date() -> None:
    document = page(
        "Thursday, 18 October 2031",
        "No boats today either",
        "By M. Tarrow",
        ONE,
        "This is from earlier:",
        "A flood with holes in it",
        "By Jules Ambry, The Long Count, Oct 16, 2031",
        TWO,
    )
    assert document.metadata.published.value == dt.date(2031, 10, 18)
    dated = {document.text[s.start : s.end].strip(): s.dated for s in document.segments}
    assert dated[ONE] is None
    assert dated[TWO] == dt.date(2031, 10, 16)
    assert words_of(document, "headline") == ["No boats today either", "A flood with holes in it"]


def test_an_article_copied_under_a_later_date_keeps_its_own() -> None:
    document = page("Thursday, 15 October 2031", "Our view of the flood at Tarn", "By Jo Senn", "14 October 2031", ONE, TWO)
    assert document.metadata.published.value == dt.date(2031, 10, 15)
    assert {s.dated for s in document.segments if s.kind == "body"} == {dt.date(2031, 10, 14)}


def test_a_statement_quoted_in_full_is_an_embedded_document() -> None:
    block = f"“{ONE}\n\n{TWO}”"
    document = page(
        ONE, "The text of the statement is given here in full:", block, "This bold statement was signed by nobody in particular, it seems."
    )
    assert words_of(document, "embedded_document") == [block]


def test_a_statement_without_quotation_marks_ends_with_its_signature() -> None:
    block = f"Joint statement of the two mills\n\n{ONE}\n\n{TWO}\n\nTarn, 11 October 2031"
    document = page(ONE, "The text reads as follows:", block, LAST)
    assert words_of(document, "embedded_document") == [block]


def test_a_statement_whose_end_is_not_known_stays_body() -> None:
    document = page(ONE, "It is printed here in full:", TWO, LAST)
    assert words_of(document, "embedded_document") == []


def test_another_papers_words_are_a_quoted_article() -> None:
    document = page(ONE, "Here's more from the Tarn Courier:", f'"{TWO}', f'"{LAST}" (Tarn Courier)', ONE)
    assert words_of(document, "quoted_article") == [f'"{TWO}\n\n"{LAST}" (Tarn Courier)']


def test_one_quoted_paragraph_after_a_colon_is_no_quoted_article() -> None:
    assert words_of(page(ONE, "Here is how the Courier put it:", f"“{TWO}”", LAST), "quoted_article") == []


@pytest.mark.parametrize(
    ("line", "kind", "lang"),
    [
        ("Les opinions exprimées dans cet article n'engagent que leur auteur.", "disclaimer", "fr"),
        ("Las opiniones expresadas en este texto no reflejan la posición del diario.", "disclaimer", "es"),
        ("Die hier geäußerten Meinungen entsprechen nicht notwendigerweise denen der Redaktion.", "disclaimer", "de"),
        ("Tous droits réservés.", "licence", "fr"),
        ("Alle Rechte vorbehalten.", "licence", "de"),
        ("Articles de : Nour Baly", "navigation", "fr"),
    ],
)
def test_frames_in_other_languages(line: str, kind: str, lang: str) -> None:
    document = page("Mill cut off by flood", ONE, TWO, line)
    last = document.segments[-1]
    assert (last.kind, last.lang, document.text[last.start :].strip()) == (kind, lang, line)


def test_comments_and_what_stands_among_them() -> None:
    document = page(
        "Mill cut off", ONE, TWO, "2 comments", "nour_b", "My cousin says that the boats are already back in the old harbour.", "Reply"
    )
    assert [kind for kind, _ in kinds(document)][-4:] == ["comment", "navigation", "comment", "navigation"]


def test_an_article_that_goes_on_after_a_menu_line_is_kept() -> None:
    document = page("Mill cut off", ONE, "Related articles", TWO, LAST, ONE, TWO)
    assert words_of(document, "navigation") == ["Related articles"]
    assert len(words_of(document, "body")) == 2


def test_the_note_on_the_author_is_no_claim_of_the_article() -> None:
    document = page("Mill cut off", "By Nour Baly", ONE, TWO, "Nour Baly lives in Tarn. She is a contributor to the Long Count.")
    assert kinds(document)[-1][0] == "byline"


def test_sign_offs_and_credits() -> None:
    document = page("Mill cut off", ONE, TWO, "(Reporting by Nour Baly; Editing by Jo Senn)")
    assert kinds(document)[-1] == ("byline", "(Reporting by Nour Baly; Editing by Jo Senn)")


def test_a_disclaimer_inside_long_running_text_takes_one_sentence() -> None:
    notice = "The views expressed here are solely those of the author."
    body = " ".join([ONE, TWO, LAST] * 5)
    document = read(f"{body} {notice}")
    assert words_of(document, "disclaimer") == [notice]
    assert words_of(document, "body") == [body]


class TestRows:
    """Running text that lost its line breaks."""

    def lay(self, text: str, title: str | None) -> list[tuple[str, str]]:
        return [(s.kind, text[s.start : s.end].strip()) for s in lay_out(text, title).segments(text)]

    def test_date_title_and_body(self) -> None:
        text = f"Wed 05 Apr 2031 at 0914 Mill Cut off by Flood. {ONE} {TWO}"
        assert self.lay(text, "Mill cut off: by flood") == [
            ("dateline", "Wed 05 Apr 2031 at 0914"),
            ("headline", "Mill Cut off by Flood."),
            ("body", f"{ONE} {TWO}"),
        ]

    def test_a_site_name_after_the_title_does_not_matter(self) -> None:
        text = f"Mill at Tarn cut off by the flood {ONE}"
        assert self.lay(text, "Mill at Tarn cut off by the flood - The Long Count")[0] == ("headline", "Mill at Tarn cut off by the flood")

    def test_agency_and_date_after_the_title(self) -> None:
        text = f"Mill cut off by flood AFP Tuesday 6 Aug 2031 {ONE}"
        assert self.lay(text, "Mill cut off by flood") == [
            ("headline", "Mill cut off by flood"),
            ("byline", "AFP"),
            ("dateline", "Tuesday 6 Aug 2031"),
            ("body", ONE),
        ]

    def test_section_and_slug_after_the_date(self) -> None:
        found = self.lay(f"Wed 05 Apr 2031 at 1459 UTC+3 Regional QZA - {ONE}", "Mill cut off by flood")
        assert found[0] == ("dateline", "Wed 05 Apr 2031 at 1459 UTC+3")
        assert found[1:3] == [("navigation", "Regional"), ("dateline", "QZA -")]

    def test_name_between_date_and_title(self) -> None:
        text = f"Posted on August 3 2031 by Nour Baly Mill cut off by flood {ONE}"
        assert [kind for kind, _ in self.lay(text, "Mill cut off by flood")] == ["dateline", "byline", "headline", "body"]

    def test_a_sentence_that_begins_with_the_words_of_the_title_is_not_cut(self) -> None:
        text = "Two boats sunk near the old weir were raised on Friday, the harbour office said."
        assert self.lay(text, "Two boats sunk near the old weir") == [("body", text)]

    def test_tags_end_where_a_sentence_begins(self) -> None:
        text = f"12 July 2031 The mill is cut off. Tags Tarn River flood boats The river rose in the night. {TWO}"
        found = self.lay(text, None)
        assert ("navigation", "Tags Tarn River flood boats") in found
        assert found[-1] == ("body", f"The river rose in the night. {TWO}")

    def test_tags_that_cannot_be_told_from_a_sentence_are_kept(self) -> None:
        text = f"The mill is cut off. Tags tarn and the boats that left for the sea. {TWO}"
        assert self.lay(text, None) == [("body", text)]

    def test_what_stands_after_the_last_sentence(self) -> None:
        text = f"{ONE} {TWO} (Source: Long Count) Twitter"
        assert self.lay(text, None) == [("body", f"{ONE} {TWO}"), ("byline", "(Source: Long Count)"), ("navigation", "Twitter")]


LINES = st.sampled_from(
    [
        ONE,
        TWO,
        "Mill cut off by flood",
        "By Nour Baly",
        "12 May 2031",
        "The Long Count,",
        "2 comments",
        "Contact Us",
        "© 2031 Tarn",
        "“" + ONE,
        LAST + "”",
        "Here it is in full:",
        "Tarn, 3 May 2031",
        "This is from earlier",
        "---",
        "",
        "   ",
        "Tags: mill",
        "\u2028\x85",
        "TARN, Oct 8 (Longline) - " + ONE,
        "Read Also",
        "[Tarn](#)",
        "# Mill",
    ]
)
texts = st.one_of(st.text(), st.lists(LINES | st.text(max_size=30), max_size=25).map("\n".join), st.lists(LINES, max_size=12).map(" ".join))


@given(texts, st.none() | LINES)
def test_segments_are_a_flat_partition_of_any_text(text: str, title: str | None) -> None:
    segments = lay_out(text, title).segments(text)
    assert [s.start for s in segments[1:]] == [s.end for s in segments[:-1]]
    assert segments[0].start == 0
    assert segments[-1].end == len(text)
    assert all(s.kind in SEGMENT_KINDS for s in segments)
    assert all(s.start < s.end for s in segments) or not text.strip()
    assert all(not text[s.start].isspace() for s in segments[1:])


@given(texts)
def test_reading_keeps_every_character_but_carriage_returns(text: str) -> None:
    data = text.encode("utf-8", "ignore")
    for found in read_bytes(data, "a.txt", OPTIONS):
        if isinstance(found, Document):
            expected = data.decode().removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
            assert found.text == expected
            assert found.data == data


@given(st.lists(st.sampled_from([ONE, TWO, LAST]), min_size=1, max_size=20))
def test_running_text_is_never_lost(paragraphs: list[str]) -> None:
    document = page(*paragraphs)
    kept = sum(s.end - s.start for s in document.segments if s.kind in READ_KINDS)
    assert kept == len(document.text)
