from __future__ import annotations

from reportedly.mark.analysis import analyse
from reportedly.mark.attributions import candidates, mark_attributions
from reportedly.mark.cues import load_cues
from reportedly.mark.drafts import Draft, draft
from reportedly.mark.found import Page
from reportedly.mark.fuse import fused
from reportedly.mark.tagger.decode import Tagged
from reportedly.mark.tagger.encoder import Opinion
from reportedly.model import Attribution, Document, Segment
from reportedly.model.span import Span

SAID = "The governor said on Monday that the bridge was closed."


class Says(Opinion):
    """An opinion made up for a test."""

    def __init__(self, *found: Tagged, cue: float = 0.0) -> None:
        self.found = list(found)
        self.cue = cue

    def chance(self, role: int, span: Span) -> float:  # noqa: ARG002 - the signature of what it stands for
        return self.cue


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def tagged(text: str, source: str | None, cue: str, *content: str, score: float = 0.9, source_score: float = 0.99) -> Tagged:
    spans = tuple(at(text, words) for words in content)
    return Tagged(spans, at(text, cue), at(text, source) if source else None, score, source_score)


def page(text: str) -> Page:
    (doc,) = analyse([document(text)])
    return Page(doc, text)


def document(text: str) -> Document:
    return Document("sha256:0", "invented.txt", text, b"", segments=(Segment("body", 0, len(text)),))


def together(text: str, opinion: Opinion) -> list[Draft]:
    held = page(text)
    table = load_cues()
    drafts = [made for found in candidates(held.doc, table) if (made := draft(held, found)) is not None]
    return fused(held, drafts, opinion, table)


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[a:b] for a, b in spans]


def marked(text: str, opinion: Opinion | None) -> tuple[Attribution, ...]:
    held = page(text)
    return mark_attributions(held.doc, document(text), (), opinion)


def test_what_both_found_is_one_with_the_content_of_the_encoder() -> None:
    (made,) = together(SAID, Says(tagged(SAID, "The governor", "said", "on Monday that the bridge was closed")))
    assert words(SAID, made.content) == ["on Monday that the bridge was closed"]
    assert made.pattern == "clause"


def test_a_source_of_another_sentence_does_not_replace_that_of_the_rules() -> None:
    text = "The doctor was tired. " + SAID
    (made,) = together(text, Says(tagged(text, "The doctor", "said", "that the bridge was closed", source_score=1.0)))
    assert words(text, made.source) == ["The governor"]


def test_what_the_encoder_ties_to_a_cue_from_another_sentence_is_left_out() -> None:
    text = "The road was open. " + SAID
    (made,) = together(text, Says(tagged(text, "The governor", "said", "The road", "that the bridge was closed")))
    assert words(text, made.content) == ["that the bridge was closed"]


def test_a_content_that_breaks_off_at_a_word_that_leads_on_reaches_as_far_as_that_of_the_rules() -> None:
    text = "The governor said that they held the bridge, which they had lost in May."
    (made,) = together(text, Says(tagged(text, "The governor", "said", "that they held the bridge, which")))[:1]
    assert words(text, made.content) == ["that they held the bridge, which they had lost in May"]


def test_a_content_that_breaks_off_inside_a_word_reaches_as_far_as_that_of_the_rules() -> None:
    text = "The Corvanian army took the bridge on Tuesday, a spokesman told the paper."
    (made,) = together(text, Says(tagged(text, "a spokesman", "told", "The Corv")))
    assert words(text, made.content) == ["The Corvanian army took the bridge on Tuesday"]


def test_what_nobody_is_named_to_have_said_and_only_might_be_said_is_no_speech() -> None:
    text = "It is hard to argue that the bridge was closed."
    told = tagged(text, None, "is hard to argue", "that the bridge was closed")
    assert {made.speech for made in together(text, Says(told))} == {False}


def test_a_source_of_which_the_encoder_is_not_sure_does_not_replace_that_of_the_rules() -> None:
    opinion = Says(tagged(SAID, "the bridge", "said", "that the bridge was closed", source_score=0.6))
    (made,) = together(SAID, opinion)
    assert words(SAID, made.source) == ["The governor"]


def test_what_only_the_encoder_found_stands_where_it_is_sure() -> None:
    text = "In the words of the governor the bridge was lost."
    sure = tagged(text, "the governor", "In the words of", "the bridge was lost")
    (made,) = together(text, Says(sure))
    assert (words(text, made.cue), words(text, made.source)) == (["In the words of"], ["the governor"])
    assert together(text, Says(tagged(text, "the governor", "In the words of", "the bridge was lost", score=0.1))) == []


def test_what_only_the_encoder_found_is_speech_only_by_a_cue_of_speech() -> None:
    text = "Dread of a siege grew, and the word of a pause came late, the announcement being late."
    dread = tagged(text, None, "Dread", "of a siege")
    told = tagged(text, None, "the announcement", "of a pause")
    assert [made.speech for made in together(text, Says(dread, told)) if made.pattern == "tagged"] == [False, True]


def test_speech_that_only_the_rules_found_stands() -> None:
    assert [made.speech for made in together(SAID, Says(cue=0.0))] == [True]


def test_thought_that_only_the_rules_found_stands_where_the_encoder_does_not_contradict() -> None:
    text = "The governor believes that the bridge was closed."
    assert together(text, Says(cue=0.0)) == []
    assert [made.speech for made in together(text, Says(cue=0.9))] == [False]


def test_what_the_rules_found_inside_a_content_stands_as_nested() -> None:
    text = "The agency reported that the governor said the bridge was closed."
    outer = tagged(text, "The agency", "reported", "that the governor said the bridge was closed")
    found = marked(text, Says(outer))
    inner = next(a for a in found if a.parent)
    assert words(text, inner.source) == ["the governor"]
    assert words(text, inner.content) == ["the bridge was closed"]


def test_without_an_opinion_the_rules_stand_alone() -> None:
    (made,) = marked(SAID, None)
    assert words(SAID, made.source) == ["The governor"]


def test_an_opinion_on_words_that_are_no_tokens_is_left_out() -> None:
    text = "A   B"
    assert together(text, Says(Tagged((Span(1, 2),), Span(2, 3), None, 0.9, 0.9))) == []
