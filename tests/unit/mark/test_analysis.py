from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.mark.analysis import analyse, cut, sentence_at, sentence_starts
from reportedly.mark.language import language_of
from reportedly.model import Document, Segment


def page(text: str, *segments: Segment) -> Document:
    return Document("sha256:0", "p", text, b"", segments=segments)


@given(st.text(alphabet="ab \n.", max_size=400), st.integers(min_value=5, max_value=50))
def test_windows_together_are_the_text(text: str, size: int) -> None:
    spans = list(cut(text, size))
    assert "".join(text[a:b] for a, b in spans) == text
    assert all(b - a <= size for a, b in spans)


def test_the_parse_has_the_text_of_the_document() -> None:
    texts = ["One line.\n\nAnother  with two spaces.", "", "Short", "A\tB\r\u00a0C"]
    assert [doc.text for doc in analyse(page(t) for t in texts)] == texts


def test_a_long_text_is_parsed_in_windows_and_put_together() -> None:
    text = "The army took the hill.\n" * 6000
    (doc,) = analyse([page(text)])
    assert doc.text == text
    assert doc[-2].text == "."


def test_a_blank_line_ends_a_sentence_and_a_wrapped_line_does_not() -> None:
    text = "Army takes hill\n\nThe army took the hill that lies in the west of the long\nvalley on Monday."
    starts = sentence_starts(page(text))
    assert text.index("The army") in starts
    assert text.index("valley") not in starts


def test_segments_begin_sentences() -> None:
    text = "Army takes hill The army took it"
    (doc,) = analyse([page(text, Segment("headline", 0, 16), Segment("body", 16, len(text)))])
    sentence = sentence_at(doc, 20, 24)
    assert sentence is not None
    assert sentence.text == "The army took it"


def test_languages_are_told_by_script_and_commonest_words() -> None:
    assert language_of("The army said that it was in the town and would stay.") == "en"
    assert language_of("Les forces de la ville sont dans le quartier pour une semaine.") == "fr"
    assert language_of("قال الجيش إنه دخل المدينة") == "ar"
    assert language_of("1234 --") is None
