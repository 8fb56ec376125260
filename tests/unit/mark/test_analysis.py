from __future__ import annotations

from functools import cache

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from reportedly.limits import Limits
from reportedly.mark.analysis import MODEL, analyse, cut, language, sentence_at, sentence_starts
from reportedly.mark.language import language_of
from reportedly.model import Document, Segment
from reportedly.parse import sentences
from tests.hostile.scene import check_linear

SIGNS = "ab.…()'\"“”-–5km°C£$%:;!? \n"
DOTS = st.integers(0, 150).map(".".__mul__)


@cache
def plain() -> Language:
    """Return the model as it comes."""
    return spacy.load(MODEL)


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


def test_a_long_text_is_parsed_in_windows_and_put_together(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The army took the hill.\n" * 300
    monkeypatch.setattr("reportedly.mark.analysis.limits", lambda: Limits(window_chars=1_000))
    (doc,) = analyse([page(text)])
    assert len(list(cut(text, 1_000))) > 7
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


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("th", "ทหารยึดย่านนั้นเมื่อวันอังคาร โฆษกกล่าว"),
        ("hi", "सेना ने मंगलवार को इलाके पर कब्ज़ा किया"),
        ("ja", "軍は火曜日に地区を制圧したと報道官が述べた"),
        ("ja", "ノースバンクの病院"),
        ("ko", "군은 화요일에 지역을 장악했다고 대변인이 말했다"),
        ("zh", "军方发言人说,部队星期二占领了该地区。"),
        ("ka", "არმიამ სამშაბათს უბანი დაიკავა"),
        ("am", "ሠራዊቱ ማክሰኞ ሰፈሩን ያዘ"),
    ],
)
def test_each_script_tells_its_language(code: str, text: str) -> None:
    assert language_of(text) == code


def test_a_name_in_another_script_leaves_a_text_english() -> None:
    assert language_of("The army said that it was in 北京 and in the town of ไทย for the day.") == "en"


@settings(max_examples=200)
@given(st.text(SIGNS, max_size=200) | st.builds("{}{}{}".format, st.text(SIGNS, max_size=9), DOTS, st.text(SIGNS, max_size=2)))
def test_looking_at_the_ends_of_words_finds_the_same_tokens(text: str) -> None:
    assert [t.text for t in language().make_doc(text)] == [t.text for t in plain().make_doc(text)]


@pytest.mark.parametrize("text", ["(" * 5_000 + "army" + ")" * 5_000, "a" * 9_000, "a" * 2_000, "a " * 3_000])
def test_long_runs_without_a_space_are_cut(text: str) -> None:
    (doc,) = analyse([page(text)])
    assert doc.text == text
    assert max(map(len, doc)) <= 2_000


def test_a_cut_changes_nothing_around_it() -> None:
    text = "He can't go to http://example.org/" + "c" * 3_000 + " today, isn't it?"
    (doc,) = analyse([page(text)])
    assert [t.text for t in doc if len(t) < 30] == ["He", "ca", "n't", "go", "to", "today", ",", "is", "n't", "it", "?"]
    assert [(t.norm_, t.i) for t in doc if t.text == "ca"] == [("can", 1)]
    assert len(list(doc.sents)) == 1


@pytest.mark.parametrize("piece", ["({})", "(a{})", "{}...)", "“{}", "1.{})"])
def test_marks_without_a_space_take_no_more_than_their_share(piece: str) -> None:
    before, after = piece.split("{}")
    check_linear(language().make_doc, lambda n: before * n + "army" + after * n, 2_000)


def test_a_title_is_one_sentence_and_the_text_behind_it_is_parsed_into_its_own() -> None:
    title = "12 Killed Wounded in Blast After Loss of Odrin\n"
    text = f"{title}The army left Tarn. It said so. Nobody was hurt at the mill."
    (doc,) = analyse([page(text, Segment("headline", 0, len(title)), Segment("body", len(title), len(text)))])
    assert [s.text.strip() for s in sentences(doc)] == [title.strip(), "The army left Tarn.", "It said so.", "Nobody was hurt at the mill."]
