"""Languages of the parts of a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.mark.language import certain_language, language_of
from reportedly.mark.segment_language import with_languages
from reportedly.model import Document, Metadata, Reading, Segment
from reportedly.pipeline import Settings, foreign, read_batch
from tests.drawing import page

_EN = "The army said on Tuesday that it was in the town and that the road to the north of it was open."
_FR = "Les forces de la ville sont dans le quartier pour une semaine, et les habitants ont dit que la route est fermée par des blocs."
_DE = "Die Truppen sind in der Stadt und die Straße nach dem Norden ist für den Verkehr nicht mehr gesperrt, wie das Amt mit Zahlen sagt."
_AR = "قال الجيش إنه دخل المدينة يوم الثلاثاء"


def _parts(text: str, lang: str | None = "en", segments: tuple[Segment, ...] = ()) -> list[tuple[str, str | None]]:
    document = Document("sha256:0", "a.txt", text, text.encode(), Metadata(lang=lang), segments)
    return [(text[s.start : s.end].strip(), s.lang) for s in with_languages(document)]


@pytest.mark.parametrize(
    ("text", "lang"), [(_EN, "en"), (_FR, "fr"), (_DE, "de"), (_AR, "ar"), ("Army in town", None), ("", None), ("1 2 3", None)]
)
def test_a_language_is_certain_or_not_told(text: str, lang: str | None) -> None:
    assert certain_language(text) == lang


@pytest.mark.parametrize(("other", "lang"), [(_FR, "fr"), (_DE, "de"), (_AR, "ar")])
def test_a_paragraph_in_another_language_is_a_segment_of_its_own(other: str, lang: str) -> None:
    assert _parts(f"{_EN}\n\n{other}\n\n{_EN}") == [(_EN, None), (other, lang), (_EN, None)]
    assert _parts(f"{other}\n{_EN}") == [(other, lang), (_EN, None)]


def test_a_short_line_between_two_paragraphs_of_a_language_goes_with_them() -> None:
    assert _parts(f"{_EN}\n\n{_FR}\n\nParis\n\n{_FR}") == [(_EN, None), (f"{_FR}\n\nParis\n\n{_FR}", "fr")]


def test_a_page_of_one_language_keeps_its_segments() -> None:
    assert _parts(_EN) == []
    assert _parts(_FR, "fr") == []


def test_what_is_not_read_or_has_a_language_is_left() -> None:
    text = f"{_FR}\n\n{_AR}"
    segments = (Segment("navigation", 0, len(_FR)), Segment("body", len(_FR), len(text), "ar"))
    assert _parts(text, "en", segments) == [(_FR, None), (_AR, "ar")]


@given(st.lists(st.sampled_from([_EN, _FR, _AR, "x", "", " ", "\n"]), max_size=8).map("\n".join), st.sampled_from(["en", "fr", None]))
def test_the_parts_are_the_whole(text: str, lang: str | None) -> None:
    document = Document("sha256:0", "a.txt", text, text.encode(), Metadata(lang=lang))
    found = with_languages(document)
    assert not found or "".join(text[s.start : s.end] for s in found) == text
    assert all(s.start < s.end for s in found)


@pytest.mark.usefixtures("nlp")
def test_no_claims_are_drawn_from_a_passage_in_another_language() -> None:
    text = f"Rebels shelled the market of Taiz.\n\n{_FR}\n\n{_EN}"
    (found,) = read_batch([page(text)], Settings())
    assert isinstance(found, Reading)
    assert {s.lang for s in found.document.segments} == {None, "fr"}
    at = text.index(_FR)
    assert found.claims
    assert not [c for c in found.claims if at <= c.start < at + len(_FR)]
    assert not [a for a in found.attributions or () if at <= a.content[0].start < at + len(_FR)]


@pytest.mark.usefixtures("nlp")
def test_of_a_page_in_another_language_the_english_part_is_read() -> None:
    text = f"{_AR}\n\n{_AR}\n\n{_AR}\n\n{_AR}\n\n{_AR}\n\n{_EN}"
    assert language_of(text) == "ar"
    (found,) = read_batch([page(text, lang=None)], Settings())
    assert isinstance(found, Reading)
    assert foreign(found.document) is None
    assert found.attributions
    assert all(a.content[0].start >= text.index(_EN) for a in found.attributions)


@pytest.mark.usefixtures("nlp")
def test_a_page_that_says_it_is_english_and_has_no_word_of_it_is_not_read() -> None:
    (found,) = read_batch([page(f"{_AR}\n\n{_AR}", lang="en")], Settings())
    assert isinstance(found, Reading)
    assert (foreign(found.document), found.claims) == ("ar", None)
