from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from reportedly.mark.analysis import analyse, language
from reportedly.mark.attributions import mark_attributions
from reportedly.model import ActorMention, Attribution, Document, Segment


class Said(NamedTuple):
    source: str
    cue: str
    content: str


def document(text: str, *segments: Segment) -> Document:
    return Document("sha256:0", "invented.txt", text, b"", segments=segments or (Segment("body", 0, len(text)),))


def mark(text: str, *segments: Segment, actors: tuple[ActorMention, ...] = ()) -> tuple[Attribution, ...]:
    page = document(text, *segments)
    (doc,) = analyse([page])
    return mark_attributions(doc, page, actors)


def said(text: str) -> list[Said]:
    found = mark(text)
    return [Said(*(" … ".join(text[s:e] for s, e in spans) for spans in (a.source, a.cue, a.content))) for a in found]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said that the bridge was closed.", Said("The mayor", "said", "that the bridge was closed")),
        ("The bridge was closed, the mayor said.", Said("the mayor", "said", "The bridge was closed")),
        ("The bridge was closed, said the mayor.", Said("the mayor", "said", "The bridge was closed")),
        ("The bridge was closed, according to the mayor.", Said("the mayor", "according to", "The bridge was closed")),
        ("According to the mayor, the bridge was closed.", Said("the mayor", "According to", "the bridge was closed")),
        ("The mayor told reporters that the bridge was closed.", Said("The mayor", "told", "that the bridge was closed")),
        ("The mayor condemned the attack on the bridge.", Said("The mayor", "condemned", "the attack on the bridge")),
        ("The mayor denied the reports.", Said("The mayor", "denied", "the reports")),
        ("The mayor denied closing the bridge.", Said("The mayor", "denied", "closing the bridge")),
        ("The mayor warned of a new offensive.", Said("The mayor", "warned of", "a new offensive")),
        ("The mayor called for a ceasefire in the town.", Said("The mayor", "called for", "a ceasefire in the town")),
        ("The mayor promised to open the bridge.", Said("The mayor", "promised", "to open the bridge")),
        ("The mayor urged the rebels to leave the town.", Said("The mayor", "urged", "the rebels to leave the town")),
        ("The mayor accused the army of closing the bridge.", Said("The mayor", "accused", "the army of closing the bridge")),
        ("The plan was rejected by the mayor.", Said("the mayor", "was rejected", "The plan")),
        ("The claim by the mayor that the bridge was closed spread quickly.", Said("the mayor", "claim", "that the bridge was closed")),
        ("The mayor repeated his claim that the bridge was closed.", Said("his", "claim", "that the bridge was closed")),
        ("The claim that the bridge was closed spread quickly.", Said("", "claim", "that the bridge was closed")),
        ("The mayor made a promise to open the bridge.", Said("The mayor", "promise", "to open the bridge")),
        ("The mayor is confident that the bridge will open.", Said("The mayor", "confident", "that the bridge will open")),
        ("The mayor was critical of the plan.", Said("The mayor", "critical", "the plan")),
        ("The U.S. demand for a new vote was ignored.", Said("U.S.", "demand", "a new vote")),
        ("As the mayor said, the bridge was closed.", Said("the mayor", "said", "the bridge was closed")),
        ("The bridge, the mayor said, was closed for repairs.", Said("the mayor", "said", "The bridge … was closed for repairs")),
        ("The plan that the mayor rejected was old.", Said("the mayor", "rejected", "The plan")),
        ("The plan, rejected by the mayor, was old.", Said("the mayor", "rejected", "The plan")),
        ("It was agreed that the bridge would open.", Said("", "was agreed", "that the bridge would open")),
        ("The bridge is expected to open soon.", Said("", "is expected", "The bridge … to open soon")),
        ("The mayor ended the talks by saying that the bridge was closed.", Said("The mayor", "saying", "that the bridge was closed")),
        ("The bridge is closed, as confirmed by the mayor.", Said("the mayor", "confirmed", "The bridge is closed")),
        ("The mayor called on the army to leave the town.", Said("The mayor", "called on", "the army … to leave the town")),
        ("The mayor is calling for the army to leave the town.", Said("The mayor", "is calling", "for the army to leave the town")),
        (
            "Members of the board were quoted as saying the bridge was closed.",
            Said("Members of the board", "saying", "the bridge was closed"),
        ),
        ("She was told that the bridge was closed.", Said("", "was told", "that the bridge was closed")),
        ("The mayor said: the bridge is closed.", Said("The mayor", "said", "the bridge is closed")),
        ("The mayor said:\nThe bridge is closed. The road is open.", Said("The mayor", "said", "The bridge is closed")),
        (
            "Last month 200 people left the town the Harbour Board said including 40 children.",
            Said("the Harbour Board", "said", "Last month 200 people left the town … including 40 children"),
        ),
        (
            "Market Shelled in Three Towns on Monday Activists in the old town said that the bridge was closed.",
            Said("Activists in the old town", "said", "that the bridge was closed"),
        ),
        (
            'Here is more from the Harbour Times:\n\n"The bridge is closed and the road is open to all."\n\nNothing moved.',
            Said("the Harbour Times", "Here is more from", '"The bridge is closed and the road is open to all."'),
        ),
        (
            '"The bridge is closed," the mayor said, "and so is the road."',
            Said("the mayor", "said", '"The bridge is closed," … "and so is the road."'),
        ),
        (
            "The mayor, a man of the harbour who has long lived in the town and whose brothers own the boats, said that it was closed.",
            Said("The mayor", "said", "that it was closed"),
        ),
        ("The mayor called the attack a war crime.", Said("The mayor", "called", "the attack a war crime")),
    ],
)
def test_constructions(text: str, expected: Said) -> None:
    assert expected in said(text)


@pytest.mark.usefixtures("nlp")
def test_what_a_modal_makes_possible_has_not_been_said() -> None:
    assert [a.speech for a in mark("The mayor can say that the bridge is closed.")] == [False]


@pytest.mark.usefixtures("nlp")
def test_kinds() -> None:
    direct, mixed, indirect = (
        mark(text)[0].kind
        for text in (
            '"The bridge is closed," the mayor said.',
            'The mayor said that the bridge was "closed for good".',
            "The mayor said that the bridge was closed.",
        )
    )
    assert (direct, mixed, indirect) == ("direct", "mixed", "indirect")


@pytest.mark.usefixtures("nlp")
def test_belief_and_wish_are_not_speech() -> None:
    assert [a.speech for a in mark("The mayor believes that the bridge is closed.")] == [False]
    assert [a.speech for a in mark("The mayor said that the bridge was closed.")] == [True]


@pytest.mark.usefixtures("nlp")
def test_what_cannot_speak_does_not() -> None:
    assert not [a for a in mark("The explosion shows that the bridge was mined.") if a.speech]


@pytest.mark.usefixtures("nlp")
def test_nobody_speaks_in_a_remark_of_the_page() -> None:
    assert not [a for a in mark("It is worth noting that the bridge was closed.") if a.source]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(("opening", "closing"), [('"', '"'), ("“", "”"), ("«", "»"), ("''", "''")])
def test_a_quotation_of_several_sentences_is_one_content(opening: str, closing: str) -> None:
    text = f"{opening}The bridge is closed. The road is open. We are waiting,{closing} the mayor said."
    (found,) = [a for a in mark(text) if a.parent is None]
    assert text[found.content[0].start : found.content[-1].end].startswith(f"{opening}The bridge")
    assert "waiting" in text[found.content[0].start : found.content[-1].end]


@pytest.mark.usefixtures("nlp")
def test_a_quotation_goes_on_after_its_cue() -> None:
    text = '"The bridge is closed," the mayor said. "The road to the old mint is open."'
    (found,) = [a for a in mark(text) if a.parent is None]
    assert [text[s:e].strip('",. ') for s, e in found.content] == ["The bridge is closed", "The road to the old mint is open"]


@pytest.mark.usefixtures("nlp")
def test_a_colon_gives_the_next_paragraph() -> None:
    text = "The ministry issued an order and the mayor said:\n\n“The bridge is closed.\n\n“The road is open.”\n\nNothing moved."
    found = [a for a in mark(text) if a.kind == "direct"]
    assert [text[s:e] for s, e in found[0].content] == ["“The bridge is closed.", "“The road is open.”"]


@pytest.mark.usefixtures("nlp")
def test_a_signed_quotation() -> None:
    text = "“The bridge is closed and nobody can cross it.” — Anna Keller\n\nThe road was quiet."
    assert ("Anna Keller", "direct") in [(text[a.source[0].start : a.source[0].end], a.kind) for a in mark(text) if a.source]


@pytest.mark.usefixtures("nlp")
def test_a_transcript() -> None:
    text = "ANNA KELLER: The bridge is closed and nobody can cross it.\n\nThe road was quiet."
    (found,) = mark(text)
    assert text[found.source[0].start : found.source[0].end] == "ANNA KELLER"


@pytest.mark.usefixtures("nlp")
def test_lost_marks_at_the_end_of_a_sentence() -> None:
    text = "The shells damaged the bridge and the old mint the source told reporters."
    assert [s.source for s in said(text)] == ["the source"]


@pytest.mark.usefixtures("nlp")
def test_an_embedded_document_is_one_direct_attribution() -> None:
    text = "The two cities gave out a statement:\n\nWe ask for calm.\n\nWe ask for food."
    at = text.index("We ask")
    found = mark(text, Segment("body", 0, at), Segment("embedded_document", at, len(text), speaker="The two cities"))
    (whole,) = [a for a in found if a.speaker_name == "The two cities" and a.parent is None and a.content[0].start == at]
    assert whole.content[-1].end == len(text)


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize("kind", ["navigation", "licence", "disclaimer", "comment"])
def test_what_is_no_article_is_not_read(kind: str) -> None:
    text = "The mayor said that the bridge was closed."
    assert mark(text, Segment(kind, 0, len(text))) == ()


@pytest.mark.usefixtures("nlp")
def test_an_attribution_inside_another_has_it_as_parent() -> None:
    outer, inner = mark("The agency reported that the mayor said that the bridge was closed.")
    assert inner.parent == outer.id
    assert outer.parent is None


@pytest.mark.usefixtures("nlp")
def test_scare_quotes_are_no_attribution() -> None:
    assert mark("The so called “free riders” crossed the bridge at noon.") == ()


@pytest.mark.usefixtures("nlp")
def test_the_same_bytes_give_the_same_ids() -> None:
    text = "The mayor said that the bridge was closed. The mayor said that the road was open."
    first, second = mark(text), mark(text)
    assert [a.id for a in first] == [a.id for a in second]
    assert len({a.id for a in first}) == len(first)


PIECES = st.sampled_from(
    (
        *('"', "“", "”", "«", "»", "'", "’", "''", ":", ",", ".", "\n", "\n\n", " — ", "said", "according to", "the mayor", "He"),
        *("told reporters that", "the bridge was closed", "as", "who", "it", "was", "denied", "claims of", "and", "to leave", "(", ")"),
        *("\ufeff", "Anna Keller"),
    )
)


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=80))
def test_any_text_gives_spans_inside_it_with_contents_apart_from_cue_and_source(text: str) -> None:
    page = document(text)
    doc = language()(text)
    found = mark_attributions(doc, page, ())
    ids = {a.id for a in found}
    for made in found:
        assert made.content
        own = [*made.cue, *made.source]
        assert all(0 <= s < e <= len(text) for s, e in [*made.content, *own])
        assert not any(c.overlaps(o) for c in made.content for o in own)
        assert made.parent is None or made.parent in ids
        assert made.parent != made.id
        assert 0 < made.score <= 1


def test_a_text_without_words(nlp: Language) -> None:
    assert mark_attributions(nlp(""), document(""), ()) == ()


@pytest.mark.usefixtures("nlp")
def test_the_lines_of_a_quoted_transcript_are_those_of_their_speakers() -> None:
    text = "The station aired a talk with the minister.\n\n“LANE: Is the gate shut?\n\n“OSK: The gate is shut.\n\n“And it stays shut.”"
    assert [(one.source, one.content) for one in said(text)] == [
        ("LANE", "Is the gate shut?"),
        ("OSK", "The gate is shut. … “And it stays shut.”"),
    ]


@pytest.mark.usefixtures("nlp")
def test_a_name_behind_a_dash_closes_its_quotation() -> None:
    text = "“The gate has been shut for a week.” — Marek Tolland\n“Nobody has opened the gate since.” — Dana Oresk\n"
    assert [(one.source, one.content) for one in said(text)] == [
        ("Marek Tolland", "“The gate has been shut for a week.”"),
        ("Dana Oresk", "“Nobody has opened the gate since.”"),
    ]


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("No group has claimed responsibility for the attack.", False),
        ("The source did not specify whether there were civilians among the victims.", False),
        ("The source did not deny that the bridge was closed.", True),
        ("The source specified that the bridge was closed.", True),
    ],
)
def test_what_was_not_said_is_no_speech(text: str, speech: bool) -> None:  # noqa: FBT001 - a parameter of the test
    assert [a.speech for a in mark(text)][:1] == [speech]
