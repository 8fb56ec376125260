from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.claim.spans import clause_span
from reportedly.mark.analysis import language

WORDS = "the army which killed people said in Odrin that and when fell , . ( ) rebels".split()


@settings(max_examples=40)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
def test_a_clause_holds_its_trigger_and_stays_in_its_sentence(tokens: list[str]) -> None:
    doc = language()(" ".join(tokens))
    others = {t.i for t in doc if t.pos_ == "VERB"}
    for token in doc:
        if not token.is_alpha:
            continue
        start, end = clause_span(token, others)
        assert start <= token.idx < end <= len(doc.text)
        assert token.sent.start_char <= start
        assert end <= token.sent.end_char
