from __future__ import annotations

import pytest

from tests.drawing import reading


def sources(text: str) -> list[tuple[str, str]]:
    """Return source and content of what ``text`` reports as speech, with all layers and the pack."""
    said = [a for a in reading(text).attributions or () if a.speech]
    return [(" … ".join(text[s:e] for s, e in a.source), " … ".join(text[s:e] for s, e in a.content)) for a in said]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The blast wounded ten people as they were leaving Latakia the Britain-based Observatory said.", "the Britain-based Observatory"),
        ("The guards left their guns behind and ran from the field Reuters reported.", "Reuters"),
        ("The damage shows in photographs of the yard Al-Masdar reports.", "Al-Masdar"),
        ("The raid killed a dozen people including two cooks state media reported.", "state media"),
        (
            "A bomb killed two cooks on the edge of Homs Syrias SANA regime news agency reported on Friday.",
            "SANA regime news agency",
        ),
        ("The shells have come down on the market since 6 am he told AFP.", "he"),
        ("Ten people were hurt in the raid and a mosque was hit Russian sources said citing a medic.", "Russian sources"),
    ],
)
def test_a_report_that_closes_with_its_source_has_it_whole_and_alone(text: str, source: str) -> None:
    found = sources(text)
    assert source in [s for s, _ in found]
    content = next(c for s, c in found if s == source)
    assert text.startswith(content.split(" … ")[0])
    assert text[len(content.split(" … ")[0]) :].strip().startswith(source)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("In a phone call with SANA reporter local sources said that the town was hit.", "local sources"),
        ("An air strike killed 18 members of the Free Army south of the city of Tabqa the Pentagon said on Friday.", "the Pentagon"),
    ],
)
def test_a_source_is_cut_free_of_another_phrase(text: str, source: str) -> None:
    assert source in [s for s, _ in sources(text)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ann Orre a medic in Odrin said that ten people had died.", "Ann Orre"),
        ("The man who runs the Observatory said that ten people had died.", "The man"),
        ("Health workers aiding 3600 patients said that ten people had died.", "Health workers aiding 3600 patients"),
        ("The Red Crescent and the Observatory said that ten people had died.", "The Red Crescent and the Observatory"),
        ("A leading international rights group said that ten people had died.", "A leading international rights group"),
        ("One resident said that ten people had died.", "One resident"),
        ("A source at Aleppo Police Command said that ten people had died.", "A source at Aleppo Police Command"),
    ],
)
def test_a_source_that_is_one_phrase_stays(text: str, source: str) -> None:
    assert [s for s, _ in sources(text)] == [source]


@pytest.mark.parametrize(
    "text",
    [
        "The army which controls the town shelled the mill and a school.",
        "The army shelled the mill which the Observatory reported on Friday to the council.",
    ],
)
def test_no_report_is_made_of_what_closes_with_none(text: str) -> None:
    assert not any(s == "" for s, _ in sources(text))


def test_what_cannot_speak_is_no_speaker() -> None:
    text = "The council said the army blocked the road as heavy clashes continued there."
    names = {a.speaker_name for a in reading(text).attributions or ()}
    assert "heavy clashes" not in names


def speakers(text: str) -> dict[str, str | None]:
    """Return the name of who speaks by the words of the cue."""
    return {" ".join(text[s:e] for s, e in a.cue): a.speaker_name for a in reading(text).attributions or ()}


def test_a_closing_report_tells_all_that_its_sentence_tells() -> None:
    text = "Ann Orre was there. Two bakeries were also hit and many people were seriously injured she added."
    (content,) = [c for s, c in sources(text) if s == "she"]
    assert content == "Two bakeries were also hit and many people were seriously injured"


def test_who_told_goes_on_behind_but_said() -> None:
    text = "An army official told AFP that two cooks had been hurt in the raid but said it was unclear who shelled the camp."
    assert speakers(text)["told"] == speakers(text)["said"]


def test_what_a_participle_adds_is_said_by_who_spoke() -> None:
    text = "The interior ministry reported the attack saying two bombers had blown themselves up."
    assert speakers(text)["saying"] == speakers(text)["reported"] == "interior ministry"


def test_who_in_capitals_is_a_body() -> None:
    text = "The World Health Organization helps. The WHO said that it was likely that gas was used."
    assert speakers(text)["said"] == "World Health Organization"


@pytest.mark.parametrize("words", ["a monitor group", "a group tracking the violence", "a group", "a watchdog"])
def test_a_body_that_watches_the_war_is_the_one_named_later(words: str) -> None:
    text = f"Ten people were killed in the town {words} said. The Syrian Observatory for Human Rights said the raid hit a school."
    first = next(a for a in reading(text).attributions or ())
    assert first.speaker_name == "Syrian Observatory for Human Rights"


def test_a_group_stays_one_where_no_body_that_watches_is_named() -> None:
    assert speakers("Ten people were killed in the town a group said.")["said"] == "a group"


def test_a_role_before_a_name_stays_with_it() -> None:
    text = "Ten people were killed UN Special Envoy for Syria Staffan de Mistura said."
    assert speakers(text)["said"] == "Staffan de Mistura"


def test_a_source_behind_its_verb_is_no_content() -> None:
    text = "Fifteen of the wounded were in danger said the head of the clinic that relies on a network of medics."
    (found,) = [(s, c) for s, c in sources(text) if "head of the clinic" in s]
    assert found[1] == "Fifteen of the wounded were in danger"
