from __future__ import annotations

import pytest

from reportedly.mark.analysis import analyse
from reportedly.mark.attributions import mark_attributions
from reportedly.model import ActorMention, Document, Segment

pytestmark = pytest.mark.usefixtures("nlp")


def speakers(text: str, *actors: tuple[str, str, str]) -> list[str | None]:
    """Return the names of the speakers of ``text``; ``actors`` are words, id and neutral name."""
    page = Document("sha256:0", "invented.txt", text, b"", segments=(Segment("body", 0, len(text)),))
    mentions = [ActorMention(text.index(w), text.index(w) + len(w), i, n, w) for w, i, n in actors]
    (doc,) = analyse([page])
    return [a.speaker or a.speaker_name for a in mark_attributions(doc, page, mentions)]


def test_a_register_gives_the_actor() -> None:
    assert speakers("The Northern Brigade said that the bridge was closed.", ("Northern Brigade", "NORTH", "Northern forces")) == ["NORTH"]


def test_a_person_has_a_full_name_wherever_the_last_name_stands() -> None:
    text = "Anna Keller said that the bridge was closed. Keller said that the road was open."
    assert speakers(text) == ["Anna Keller", "Anna Keller"]


def test_he_and_she_are_the_last_person_who_spoke() -> None:
    text = "Anna Keller said that the bridge was closed. She added that the road was open."
    assert speakers(text) == ["Anna Keller", "Anna Keller"]


def test_it_is_the_last_body_that_spoke() -> None:
    text = "The Northern Brigade said that the bridge was closed. It said that the road was open."
    assert speakers(text, ("Northern Brigade", "NORTH", "Northern forces")) == ["NORTH", "NORTH"]


def test_the_source_is_the_source_before() -> None:
    text = "A source at the harbour said that the bridge was closed. The road was open, the source added."
    assert speakers(text) == ["A source at the harbour", "A source at the harbour"]


def test_figures_speak_for_the_body_that_they_are_of() -> None:
    text = "According to Harbour Board figures, the bridge was closed."
    assert speakers(text, ("Harbour Board", "BOARD", "Harbour Board")) == ["BOARD"]


def test_an_apposition_names_the_person() -> None:
    text = "Anna Keller, the head of the harbour, said that the bridge was closed."
    assert speakers(text) == ["Anna Keller"]


@pytest.mark.parametrize("source", ["A local activist", "Activists in the old town", "Two officials", "Some"])
def test_sources_without_a_name_are_anonymous(source: str) -> None:
    text = f"{source} said that the bridge was closed."
    page = Document("sha256:0", "invented.txt", text, b"", segments=(Segment("body", 0, len(text)),))
    (doc,) = analyse([page])
    (found,) = mark_attributions(doc, page, ())
    assert found.anonymous
    assert found.speaker_name == source
