from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.claim.spans import Clauses
from reportedly.mark.analysis import language
from tests.drawing import claims, only, words
from tests.hostile.scene import check_linear

WORDS = "the army which killed people said in Odrin that and when fell , . ( ) rebels".split()


@settings(max_examples=40)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
def test_a_clause_holds_its_trigger_and_stays_in_its_sentence(tokens: list[str]) -> None:
    doc = language()(" ".join(tokens))
    others = {t.i for t in doc if t.pos_ == "VERB"}
    clauses = Clauses.of(doc, others)
    for token in doc:
        if not token.is_alpha:
            continue
        start, end = clauses.span(token)
        assert start <= token.idx < end <= len(doc.text)
        assert token.sent.start_char <= start
        assert end <= token.sent.end_char


@settings(max_examples=40)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25), st.sets(st.integers(0, 24), max_size=4))
def test_the_words_above_others_are_those_in_whose_subtree_they_stand(tokens: list[str], chosen: set[int]) -> None:
    doc = language()(" ".join(tokens))
    others = {i for i in chosen if i < len(doc)}
    assert Clauses.of(doc, others).above == {t.i for t in doc if any(s.i in others for s in t.subtree)}


@settings(max_examples=40)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25), st.sets(st.integers(0, 24), max_size=4))
def test_each_word_reaches_as_far_as_those_of_its_clause(tokens: list[str], chosen: set[int]) -> None:
    doc = language()(" ".join(tokens))
    clauses = Clauses.of(doc, {i for i in chosen if i < len(doc)})
    for token in doc:
        first, last = clauses.reach[token.i]
        assert token.left_edge.i <= first <= token.i <= last <= token.right_edge.i
        for child in token.children:
            if child.dep_ == "nsubj":
                assert (first, last) == (min(first, clauses.reach[child.i][0]), max(last, clauses.reach[child.i][1]))


def test_clauses_that_make_claims_of_their_own_are_left_out() -> None:
    doc = language()("The army said that the rebels fell.")
    said, fell = (next(t for t in doc if t.text == word) for word in ("said", "fell"))
    apart, whole = Clauses.of(doc, {said.i, fell.i}), Clauses.of(doc, set())
    assert doc.text[slice(*apart.span(said))] == "The army said"
    assert doc.text[slice(*apart.span(fell))] == "the rebels fell"
    assert doc.text[slice(*whole.span(said))] == "The army said that the rebels fell"


def test_clauses_within_clauses_take_no_more_than_their_share() -> None:
    def draw(text: str) -> None:
        doc = language()(text)
        clauses = Clauses.of(doc, set())
        for token in doc:
            clauses.span(token)

    check_linear(draw, lambda n: "He said that " * (n // 13) + "the army left.", 1_500)


def test_a_participle_after_a_noun_that_did_not_do_it_stands_alone() -> None:
    text = "A bomber blew up a bus on the mill road killing at least 15 people."
    assert words(only(text, "killed"), text) == "killing at least 15 people"


def test_one_or_two_words_are_no_claim() -> None:
    assert claims("People ran amid wrecked or burnt cars.", "attacks") == []


def test_a_clause_joined_to_another_makes_a_claim_of_its_own() -> None:
    told = {
        "Rebel shells fell on the mill neighborhood injuring three farmers.": [
            ("attacks", "Rebel shells fell on the mill neighborhood"),
            ("injured", "injuring three farmers"),
        ],
        "An air strike hit its courtyard killing 14 farmers including women.": [
            ("attacks", "An air strike hit its courtyard"),
            ("killed", "killing 14 farmers including women"),
        ],
        "The shells fired by rebels on the southern quarter of the town injured two farmers.": [
            ("attacks", "The shells fired by rebels on the southern quarter of the town"),
            ("injured", "injured two farmers"),
        ],
        "Scores of farmers have been killed in the valley and 2 million displaced.": [
            ("killed", "Scores of farmers have been killed in the valley"),
            ("displaced", "2 million displaced"),
        ],
        "The war has killed more than 2000 people and displaced millions.": [
            ("killed", "The war has killed more than 2000 people"),
            ("displaced", "displaced millions"),
        ],
        "The blast killed government soldiers and six militiamen fighting alongside them.": [
            ("killed", "The blast killed government soldiers and six militiamen"),
            ("clashes", "fighting alongside them"),
        ],
        "The brigade inflicted tens of casualties on the soldiers.": [
            ("casualties", "The brigade inflicted tens of casualties on the soldiers"),
        ],
        "A source said that terrorist groups positioned in the Eastern valley targeted the mill quarter near the southern bridge.": [
            ("stationed", "terrorist groups positioned in the Eastern valley"),
            ("attacks", "terrorist groups positioned in the Eastern valley targeted the mill quarter near the southern bridge"),
        ],
    }
    drawn = {text: [(c.frame, words(c, text)) for c in claims(text)] for text in told}
    assert drawn == told
