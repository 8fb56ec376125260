from __future__ import annotations

import pytest

from reportedly.claim.hands import lengthened, page_chain
from reportedly.mark.naming import shortened
from reportedly.model import Metadata, OriginalSource
from reportedly.pipeline import Settings, read_batch
from tests.drawing import claims, only, page

pytestmark = pytest.mark.usefixtures("nlp")

SHELLED = "rebels had shelled the market"


def chain(text: str, frame: str = "attacks") -> tuple[str, ...]:
    """Return the chain of the last claim of ``frame`` in ``text``, without the page's publisher."""
    return claims(text, frame)[-1].chain[1:]


@pytest.mark.parametrize(
    ("text", "hands"),
    [
        (f"A resident of Taiz told Reuters that {SHELLED}.", ("Reuters", "A resident of Taiz")),
        (f"In an interview with the BBC, Anna Keller said that {SHELLED}.", ("BBC", "Anna Keller")),
        (f"A doctor speaking to Reuters said that {SHELLED}.", ("Reuters", "A doctor")),
        (f"Anna Keller was quoted by Reuters as saying that {SHELLED}.", ("Reuters", "Anna Keller")),
        (f"Reuters quoted a resident as saying that {SHELLED}.", ("Reuters", "a resident")),
        (f"Anna Keller said in a statement carried by TASS that {SHELLED}.", ("TASS", "Anna Keller")),
        (f"Reuters said that the army said that {SHELLED}.", ("Reuters", "army")),
    ],
)
def test_an_outlet_that_was_told_stands_before_who_spoke(text: str, hands: tuple[str, ...]) -> None:
    assert chain(text) == hands


@pytest.mark.parametrize(
    "text",
    [
        f"The army said that {SHELLED} and the Reuters office.",
        f"The army accused Reuters of lying. The army said that {SHELLED}.",
        f"The army closed the office of Reuters and said that {SHELLED}.",
    ],
)
def test_an_outlet_that_is_only_spoken_of_is_no_hand(text: str) -> None:
    assert chain(text) == ("army",)


def test_who_goes_on_speaks_through_the_same_outlet() -> None:
    text = f"A resident of Taiz told Reuters that {SHELLED}. He said that rebels had bombed the dam."
    assert chain(text) == ("Reuters", "A resident of Taiz")


def test_what_is_said_before_by_a_source_without_a_name_came_the_same_way() -> None:
    text = f"A resident of Taiz said that {SHELLED}. The road was open, the resident told Reuters."
    assert chain(text) == ("Reuters", "A resident of Taiz")


def test_another_speaker_does_not_speak_through_that_outlet() -> None:
    text = "A resident of Taiz told Reuters that the road was open. The army said that rebels had bombed the dam."
    assert chain(text) == ("army",)


@pytest.mark.parametrize(
    "text",
    [
        "As noted above, rebels shelled the market in Taiz.",
        "We have said that rebels shelled the market in Taiz.",
        "Rebels are thought to have shelled the market in Taiz.",
        "EDITOR'S NOTE: Rebels shelled the market in Taiz.",
    ],
)
def test_the_page_speaks_where_nobody_else_does(text: str) -> None:
    (claim,) = claims(text, "attacks")
    assert claim.own
    assert claim.chain == (claim.speaker.name,) == ("Example Wire",)


@pytest.mark.parametrize(
    ("text", "frame", "speaker"),
    [
        ('"The army focuses on shelling the market in Taiz", the council said.', "attacks", "council"),
        ("The ministry said the council had heard that rebels shelled the market in Taiz.", "attacks", "ministry"),
        ("The Orre Institute put the death toll of the war at 470.", "death-toll", "Orre Institute"),
    ],
)
def test_what_somebody_does_or_hears_is_told_by_who_tells_it(text: str, frame: str, speaker: str) -> None:
    assert {claim.speaker.name for claim in claims(text, frame)} == {speaker}


def test_reports_of_nobody_in_particular_are_not_the_pages_own() -> None:
    (claim,) = claims("Rebels were reported to have shelled the market in Taiz.", "attacks")
    assert not claim.own
    assert claim.speaker.anonymous


def test_nobody_comes_twice_and_the_innermost_place_counts() -> None:
    assert lengthened(("Post",), ["Anna", "Reuters", "anna"]) == ("Post", "Reuters", "anna")
    assert lengthened(("Post", "Author"), ["The Post", "Anna"]) == ("Post", "Author", "Anna")
    assert lengthened((), ["Anna", "Tom"]) == ("Anna", "Tom")


def test_a_page_has_publisher_source_and_authors_in_this_order() -> None:
    held = page("Nothing.")
    meta = Metadata(publisher="Post", byline=("Anna Keller", "Tom Brandt"), original_source=OriginalSource("Wire", None, 0, 4))
    assert page_chain(held) == ("Example Wire",)
    assert page_chain(type(held)(held.id, held.path, held.text, held.data, meta)) == ("Post", "Wire", "Anna Keller and Tom Brandt")
    assert page_chain(type(held)(held.id, held.path, held.text, held.data, Metadata())) == ("author of the page",)


def test_a_chain_does_not_depend_on_what_was_read_before() -> None:
    text = f"A resident of Taiz told Reuters that {SHELLED}."
    one, two = read_batch([page("The army said that rebels had bombed the dam."), page(text)], Settings())
    assert one != two
    assert chain(text) == ("Reuters", "A resident of Taiz")


def test_who_cites_somebody_is_who_tells_and_not_whom_he_tells_of() -> None:
    text = "The council said that the army exploits the truce to shell the village, citing the death of 35 farmers."
    assert only(text, "killed").speaker.name == "council"


def test_what_is_worth_noting_is_the_pages_own_word() -> None:
    assert only("It is worth noting that neither the army nor the rebels blamed any group for the blast.", "accuses").own


def test_a_long_name_is_cut_between_words() -> None:
    who = "statement on an account that is thought to be that of a long and rather tediously described set of brigades"
    assert shortened(f"the {who}") == "statement on an account that is thought to be that of a long and rather tediously"
