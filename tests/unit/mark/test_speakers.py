from __future__ import annotations

from typing import NamedTuple

import pytest

from reportedly.mark.analysis import analyse
from reportedly.mark.attributions import mark_attributions
from reportedly.model import ActorMention, Attribution, Document, Segment

pytestmark = pytest.mark.usefixtures("nlp")

ROLES = {"BOARD": "body", "NORTH": "armed-force", "SOUTH": "armed-group", "VARDA": "outlet", "LAKE": "state", "WATCH": "monitor"}


class Known(NamedTuple):
    """Words of a text, the id and the neutral name of whom they mean."""

    words: str
    actor: str
    name: str


def attributions(text: str, *actors: tuple[str, str, str]) -> tuple[Attribution, ...]:
    """Return the attributions of ``text``; ``actors`` are words, id and neutral name."""
    page = Document("sha256:0", "invented.txt", text, b"", segments=(Segment("body", 0, len(text)),))
    known = [Known(*a) for a in actors]
    mentions = [
        ActorMention(at, at + len(k.words), k.actor, k.name, k.words, ROLES.get(k.actor)) for k in known for at in places(text, k.words)
    ]
    (doc,) = analyse([page])
    return mark_attributions(doc, page, mentions)


def places(text: str, words: str) -> list[int]:
    """Return where ``words`` stand in ``text``."""
    return [n for n in range(len(text)) if text.startswith(words, n)]


def speakers(text: str, *actors: tuple[str, str, str]) -> list[str | None]:
    """Return ids or names of the speakers of ``text``."""
    return [a.speaker or a.speaker_name for a in attributions(text, *actors)]


def last(text: str, *actors: tuple[str, str, str]) -> str | None:
    """Return the name of the last speaker of ``text``."""
    return max(attributions(text, *actors), key=lambda a: a.cue[0].start if a.cue else a.content[0].start).speaker_name


def test_a_register_gives_the_actor() -> None:
    assert speakers("The Northern Brigade said that the bridge was closed.", ("Northern Brigade", "NORTH", "Northern forces")) == ["NORTH"]


def test_a_person_has_a_full_name_wherever_the_last_name_stands() -> None:
    text = "Anna Keller said that the bridge was closed. Keller said that the road was open."
    assert speakers(text) == ["Anna Keller", "Anna Keller"]


def test_another_last_name_is_another_person() -> None:
    text = "Anna Keller said that the bridge was closed. Brandt said that the road was open."
    assert speakers(text) == ["Anna Keller", "Brandt"]


def test_he_and_she_are_the_last_person_who_spoke() -> None:
    text = "Anna Keller said that the bridge was closed. She added that the road was open."
    assert speakers(text) == ["Anna Keller", "Anna Keller"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Mrs Anna Keller said that the bridge was closed. Mr Tom Brandt said that it was open. She added that it was mined.",
            "Anna Keller",
        ),
        ("A spokeswoman said that the bridge was closed. Tom Brandt said that it was open. He added that it was safe.", "Tom Brandt"),
        (
            "Anna Keller said that the bridge was closed. A resident told reporters that it was open. He said that he had crossed it.",
            "A resident",
        ),
        ("The Board said that the bridge was closed. Anna Keller was in the town. She said that it was open.", "Anna Keller"),
        ("The video shows two old men in grey coats who say that they filmed the bridge.", "two old men in grey coats"),
    ],
)
def test_he_and_she_are_who_fits(text: str, speaker: str) -> None:
    assert last(text) == speaker


def test_a_person_of_whom_somebody_only_speaks_does_not_take_the_word() -> None:
    text = "Anna Keller said that Tom Brandt had closed the bridge. She said that the road was open."
    assert speakers(text) == ["Anna Keller", "Anna Keller"]


def test_it_is_the_last_body_that_spoke() -> None:
    text = "The Northern Brigade said that the bridge was closed. It said that the road was open."
    assert speakers(text, ("Northern Brigade", "NORTH", "Northern forces")) == ["NORTH", "NORTH"]


def test_it_is_the_body_of_which_the_sentence_before_tells() -> None:
    text = "The Watch said that the bridge was closed. The Board met in Lysne. It said that the road was open."
    assert speakers(text, ("Watch", "WATCH", "River Watch"), ("Board", "BOARD", "Harbour Board")) == ["WATCH", "BOARD"]


def test_they_are_those_of_whom_the_sentence_before_tells() -> None:
    assert last("The Board said that the bridge was closed. Residents fled the town. They said that it was shelled.") == "Residents"
    assert last("Activists said that the bridge was closed. They said that it was shelled.") == "Activists"


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("The Ministry of Health in Lysne", "the ministry"),
        ("The Observatory of River Towns", "the observatory"),
        ("A source at the harbour", "the source"),
        ("A source at the harbour", "the same source"),
        ("Two commanders in Lysne", "the commanders"),
    ],
)
def test_a_definite_description_is_who_spoke_under_that_noun(first: str, again: str) -> None:
    one, two = attributions(f"{first} said that the bridge was closed. The road was open, {again} added.")
    assert one.speaker_name is not None
    assert (two.speaker_name, two.anonymous) == (one.speaker_name, one.anonymous)


@pytest.mark.parametrize(
    ("first", "other"),
    [
        ("The Ministry of Health in Lysne", "the foreign ministry"),
        ("A source at the harbour", "a source"),
        ("A source at the harbour", "another source"),
        ("Two commanders in Lysne", "the commander"),
        ("Senior military official Tom Brandt", "the military"),
    ],
)
def test_another_description_is_somebody_else(first: str, other: str) -> None:
    one, two = attributions(f"{first} said that the bridge was closed. The road was open, {other} added.")
    assert two.speaker_name != one.speaker_name


@pytest.mark.parametrize(("noun", "actor"), [("agency", "VARDA"), ("group", "WATCH"), ("monitor", "WATCH"), ("army", "NORTH")])
def test_a_general_noun_is_the_last_speaker_of_that_kind(noun: str, actor: str) -> None:
    before = "Varda said that the bridge was closed. The River Watch said that it was open. The Northern Army said so."
    text = f"{before} The {noun} said it was mined."
    known = (("Varda", "VARDA", "Varda"), ("River Watch", "WATCH", "River Watch"), ("Northern Army", "NORTH", "Northern forces"))
    assert speakers(text, *known)[-1] == actor


def test_a_general_noun_is_nobody_of_another_kind() -> None:
    text = "Varda said that the bridge was closed. The ministry said that it was open."
    assert last(text, ("Varda", "VARDA", "Varda")) == "ministry"


def test_a_role_is_the_person_who_was_named_with_it() -> None:
    assert last("Colonel Petro Hrynko said that Lysne was shelled. The colonel said that four houses burned.") == "Petro Hrynko"
    assert last("Colonel Petro Hrynko said that Lysne was shelled. The governor said that four houses burned.") == "governor"


def test_figures_speak_for_the_body_that_they_are_of() -> None:
    text = "According to Harbour Board figures, the bridge was closed."
    assert speakers(text, ("Harbour Board", "BOARD", "Harbour Board")) == ["BOARD"]


@pytest.mark.parametrize(
    ("before", "source"),
    [
        ("In a letter to the mayor, Anna Keller said that the bridge was closed.", "The letter"),
        ("Anna Keller sent a letter to the mayor.", "The letter"),
        ("A proposal written by Anna Keller reached the mayor.", "The proposal"),
        ("Anna Keller issued a statement on Monday.", "The statement"),
        ("The statement Anna Keller published on Monday was long.", "The statement"),
        ("In a letter sent on Monday, Anna Keller spelled out the terms.", "The proposal"),
    ],
)
def test_a_document_speaks_for_who_made_it(before: str, source: str) -> None:
    assert last(f"{before} {source} said that the road was open.") == "Anna Keller"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anna Keller read a book. The letter said that the road was open.", "letter"),
        ("Anna Keller signed the agreement. The agreement says that the road is open.", "agreement"),
        ("Anna Keller sent a letter. A report said that the road was open.", "A report"),
    ],
)
def test_a_document_that_nobody_is_said_to_have_made_speaks_for_itself(text: str, speaker: str) -> None:
    assert last(text) == speaker


@pytest.mark.parametrize(
    "source",
    [
        "Anna Keller, the head of the harbour,",
        "The head of the harbour, Anna Keller,",
        "The Defence Ministry's liaison to the tribes, Anna Keller,",
        "Anna Keller, the Defence Ministry's liaison to the eleven tribes of the upper valley,",
        "The head of the Harbour Board Anna Keller",
        "Anna Keller spokeswoman for the Harbour Board",
        "Brandt adviser Anna Keller",
    ],
)
def test_a_person_is_named_on_either_side_of_the_role(source: str) -> None:
    assert speakers(f"{source} said that the bridge was closed.") == ["Anna Keller"]


@pytest.mark.parametrize(
    "source",
    ["A spokesman for President Anna Keller", "Anna Keller's lawyer", "An aide to Anna Keller", "A brother of commander Anna Keller"],
)
def test_who_is_only_named_with_a_role_does_not_speak(source: str) -> None:
    (found,) = attributions(f"{source} said that the bridge was closed.")
    assert found.speaker_name != "Anna Keller"


def test_a_passive_has_its_agent() -> None:
    assert "Anna Keller" in speakers("The mayor was told by Anna Keller that the bridge was closed.")


def test_who_is_quoted_as_saying_speaks() -> None:
    assert "Anna Keller" in speakers("Anna Keller was quoted by Varda as saying that the bridge was closed.")
    assert "a resident" in speakers("Varda quoted a resident as saying that the bridge was closed.")


@pytest.mark.parametrize("source", ["A local activist", "Activists in the old town", "Two officials", "Some"])
def test_sources_without_a_name_are_anonymous(source: str) -> None:
    (found,) = attributions(f"{source} said that the bridge was closed.")
    assert found.anonymous
    assert found.speaker_name == source


@pytest.mark.parametrize("source", ["Lakeland officials", "A Lakeland military source", "One Lakeland soldier"])
def test_a_class_of_people_keeps_its_words(source: str) -> None:
    (found,) = attributions(f"{source} said that the bridge was closed.", (source, "LAKE", "Lakeland"))
    assert (found.speaker, found.speaker_name, found.anonymous) == ("LAKE", source, True)


def test_forces_and_governments_are_no_class() -> None:
    (found,) = attributions("Northern soldiers said that the bridge was closed.", ("Northern soldiers", "NORTH", "Northern forces"))
    assert (found.speaker, found.speaker_name, found.anonymous) == ("NORTH", "Northern forces", False)


def test_one_of_them_is_one_of_those_who_spoke() -> None:
    text = "Harbour officials said that the bridge was closed. One of them said that it would open soon."
    assert last(text) == "one of the Harbour officials"


def test_a_spokesman_speaks_for_a_body_and_stays_himself() -> None:
    text = "Harbour Board spokesman Tom Brandt said that the bridge was closed. A spokesman for the Harbour Board said it was open."
    named, unnamed = attributions(text, ("Harbour Board", "BOARD", "Harbour Board"))
    assert (named.speaker, named.speaker_name, named.anonymous) == ("BOARD", "Tom Brandt", False)
    assert (unnamed.speaker, unnamed.speaker_name, unnamed.anonymous) == ("BOARD", "A spokesman for the Harbour Board", True)


def test_who_fights_a_body_does_not_speak_for_it() -> None:
    (found,) = attributions(
        "Tom Brandt, a rival of the Harbour Board, said that the bridge was closed.", ("Harbour Board", "BOARD", "Harbour Board")
    )
    assert (found.speaker, found.speaker_name) == (None, "Tom Brandt")


@pytest.mark.parametrize(
    ("source", "name", "anonymous"),
    [
        ("The Northern Army and the separatists", "Northern forces and separatists", False),
        ("Anna Keller and Tom Brandt", "Anna Keller and Tom Brandt", False),
        ("Two soldiers and a doctor", "Two soldiers and a doctor", True),
    ],
)
def test_several_who_are_listed_speak_together(source: str, name: str, *, anonymous: bool) -> None:
    (found,) = attributions(f"{source} said that the bridge was closed.", ("Northern Army", "NORTH", "Northern forces"))
    assert (found.speaker, found.speaker_name, found.anonymous) == (None, name, anonymous)


def test_one_who_is_named_twice_is_one() -> None:
    known = (("Northern Army", "NORTH", "Northern forces"), ("Northern troops", "NORTH", "Northern forces"))
    (found,) = attributions("The Northern Army and Northern troops said that the bridge was closed.", *known)
    assert (found.speaker, found.speaker_name) == ("NORTH", "Northern forces")


def test_two_ministers_are_those_named_before() -> None:
    known = (("Anna Keller", "KELLER", "Anna Keller"), ("Tom Brandt", "BRANDT", "Tom Brandt"))
    page = "Foreign Minister Anna Keller met Foreign Minister Tom Brandt. The two ministers said that talks would go on."
    mentions = [ActorMention(page.index(w), page.index(w) + len(w), i, n, w, "person") for w, i, n in known]
    document = Document("sha256:0", "invented.txt", page, b"", segments=(Segment("body", 0, len(page)),))
    (doc,) = analyse([document])
    (found,) = mark_attributions(doc, document, mentions)
    assert found.speaker_name == "Anna Keller and Tom Brandt"


def test_we_are_who_is_quoted_or_nobody_else_than_the_page() -> None:
    quoted, inner = sorted(attributions('"We told them that the road was mined," the commander said.'), key=lambda a: bool(a.parent))
    assert quoted.speaker_name == inner.speaker_name == "commander"
    (own,) = attributions("We have said that the road was open.")
    assert (own.speaker, own.speaker_name, own.anonymous) == (None, None, False)


def test_a_name_goes_on_after_its_first_word() -> None:
    (found,) = attributions("The Watch of River Towns said that the bridge was closed.", ("Watch", "WATCH", "Lake Watch"))
    assert (found.speaker, found.speaker_name) == (None, "Watch of River Towns")


def test_two_of_one_last_name_are_two() -> None:
    text = "Anna Keller said that it was closed. Tom Keller said that it was open. Keller added that it was mined."
    assert speakers(text) == ["Anna Keller", "Tom Keller", "Tom Keller"]


def test_a_newspaper_whose_name_is_that_of_a_document_is_no_document() -> None:
    assert last("The Lysne Post said that the bridge was closed.") == "Lysne Post"
    assert last("Mara Post said that the bridge was closed.") == "Mara Post"


def test_it_does_not_reach_back_over_many_sentences() -> None:
    between = " ".join(f"Road {n} was empty." for n in range(12))
    text = f"The Northern Brigade said that the bridge was closed. {between} It said that the road was open."
    assert speakers(text, ("Northern Brigade", "NORTH", "Northern forces")) == ["NORTH", "It"]


@pytest.mark.parametrize("source", ["EDITOR'S NOTE", "EDITOR’S NOTE"])
def test_a_note_is_its_writers(source: str) -> None:
    found = attributions(f"{source}: The bridge was closed on Monday.")
    assert {(a.speaker_name, a.anonymous) for a in found} == {(source.split("'", maxsplit=1)[0].split("’", maxsplit=1)[0].lower(), True)}


def test_a_last_name_has_the_id_of_the_full_one() -> None:
    text = "Anna Keller met the mayor. Keller said that the bridge was closed. Orre said that it was open."
    page = Document("sha256:0", "invented.txt", text, b"", segments=(Segment("body", 0, len(text)),))
    (doc,) = analyse([page])
    found = mark_attributions(doc, page, [ActorMention(0, 11, "KELLER", "Anna Keller", "Anna Keller", "person")])
    assert [(a.speaker, a.speaker_name) for a in found] == [("KELLER", "Anna Keller"), (None, "Orre")]


def test_a_body_and_people_are_several_however_the_parse_has_them() -> None:
    text = "Shells hit the town, the River Watch for Human Rights and medics said on Monday."
    assert last(text, ("River Watch for Human Rights", "WATCH", "River Watch")) == "River Watch and medics"
    assert (
        last("Shells hit the town, Lakeland and Northern officials said on Monday.", ("Lakeland", "LAKE", "Lakeland"))
        != "Lakeland and officials"
    )


def test_the_man_is_the_one_who_just_spoke_and_has_only_a_name() -> None:
    for name in ("Tom Brandt", "Peter Keller"):
        text = f'{name} said that the house stood there. "There was no base here", the exhausted man said.'
        assert last(text) == name


def test_the_man_who_is_told_apart_or_comes_after_another_is_somebody_new() -> None:
    assert last("Mr Omar Hadi said that he left. The man who drove the bus said that he stayed.") == "man"
    between = "Mr Omar Hadi said that he left. The Lake Watch said that two died. The farmer said that he stayed."
    assert last(between, ("Lake Watch", "WATCH", "Lake Watch")) == "farmer"


def test_monitors_without_a_name_are_the_monitor_of_the_document() -> None:
    text = "Nine people died, monitors said. The Lake Watch said two were children."
    assert speakers(text, ("Lake Watch", "WATCH", "Lake Watch")) == ["WATCH", "WATCH"]


def test_us_is_a_country_where_it_is_written_in_capitals_and_a_pronoun_elsewhere() -> None:
    assert speakers("The US said that the bridge was closed.", ("US", "LAKE", "Lake State")) == ["LAKE"]
    assert last("Anna Keller told reporters that the board spoke to us. Many of us said that the bridge was closed.") != "Lake State"


def test_a_possessive_that_lost_its_apostrophe_has_it_in_the_name() -> None:
    text = "VARNs correspondent said that the bridge was closed."
    assert last(text, ("VARNs", "VARDA", "Varn News")) == "VARN's correspondent"
