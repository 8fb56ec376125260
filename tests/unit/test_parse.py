from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.mark.analysis import language
from reportedly.parse import root_of, sentence_bounds, sentence_number, sentence_of, sentences, text_of, tokens_between

WORDS = st.lists(st.sampled_from(["The", "army", "left", ".", "Odrin", "fell", "\n\n", "who", "said", ","]), min_size=1, max_size=30)


@settings(max_examples=40)
@given(WORDS, st.integers(min_value=0, max_value=80), st.integers(min_value=0, max_value=40))
def test_the_tables_say_what_spacy_says(words: list[str], start: int, length: int) -> None:
    doc = language()(" ".join(words))
    assert text_of(doc) == doc.text
    assert [(s.start, s.end) for s in sentences(doc)] == [(s.start, s.end) for s in doc.sents]
    for token in doc:
        assert sentence_bounds(token) == (token.sent.start, token.sent.end)
        assert sentence_of(token).text == token.sent.text
        assert sentences(doc)[sentence_number(token)].start == token.sent.start
    found = tokens_between(doc, start, start + length)
    touching = [t.i for t in doc if t.idx < start + length and start < t.idx + len(t)]
    assert [t.i for t in found or ()] == touching
    within = tokens_between(doc, start, start + length, whole=False)
    assert [t.i for t in within or ()] == [t.i for t in doc if start <= t.idx and t.idx + len(t) <= start + length]
    if found is not None:
        root = root_of(found)
        assert root.head == root or not found.start <= root.head.i < found.end


def test_an_empty_page_has_no_sentences() -> None:
    doc = language().make_doc("")
    assert sentences(doc) == []
    assert tokens_between(doc, 0, 5) is None
