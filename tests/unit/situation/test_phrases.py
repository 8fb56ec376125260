"""The words of a report: neutral, never certain, and grammatical for every frame."""

from __future__ import annotations

import re

import pytest

from reportedly.codebook import load_codebook
from reportedly.model.claim import OPERATORS, STANCES
from reportedly.model.frame import Frame
from reportedly.model.link import CONTRADICTION_KINDS
from reportedly.situation.phrases import fill, name, opened, phrases, plain, quote
from reportedly.text import words

FRAMES = [frame for kind in load_codebook().types for frame in kind.frames]
LOADED = frozenset(
    "terrorist terrorists terrorism regime rebel rebels militant militants martyr martyrs liberate liberated liberation jihadist jihadists "
    "extremist extremists thug thugs butcher massacre slaughter atrocity invader invaders occupier occupiers aggression heroic brutal "
    "barbaric mercenary mercenaries puppet infidel traitor gang gangs so-called moderate legitimate illegitimate cleansed purge".split()
)
CERTAIN = frozenset(
    "proved proven proves prove confirms established establishes true truly false fact facts indeed obviously clearly undoubtedly "
    "certainly actually really revealed reveals admitted admits showed shows demonstrates demonstrated happened occurred".split()
)
ALLOWED = {"happened": "says nothing about what happened"}


def every() -> list[str]:
    """Return all that a report may say in words of its own."""
    found = phrases()
    tables = (found.stances, found.claims, found.told, found.sections, found.lines, found.missing, found.moods, found.operators)
    return [text for table in tables for text in table.values()]


def own(text: str) -> set[str]:
    """Return the words of a phrase without its slots."""
    return set(words(re.sub(r"\{[^}]*\}", " ", text)))


@pytest.mark.parametrize("text", every())
def test_no_loaded_word_and_no_verb_of_certainty(text: str) -> None:
    assert not own(text) & LOADED
    found = own(text) & CERTAIN
    assert all(each in ALLOWED and ALLOWED[each] in text for each in found)


def test_every_frame_stance_kind_and_operator_has_its_words() -> None:
    found = phrases()
    assert {frame.id for frame in FRAMES} == found.claims.keys() | found.quoted
    assert set(STANCES) == found.stances.keys()
    assert set(OPERATORS) == found.operators.keys()
    assert set(CONTRADICTION_KINDS) == found.missing.keys()


@pytest.mark.parametrize("frame", [frame for frame in FRAMES if frame.id in phrases().claims], ids=lambda frame: frame.id)
def test_a_phrase_is_whole_with_all_roles_with_two_of_each_and_with_those_it_needs(frame: Frame) -> None:
    phrase = phrases().claims[frame.id]
    roles = {role.name: role.required for role in frame.roles}
    assert set(re.findall(r"\{(\w+)\+?\}", phrase)) <= {*roles, "figure"}
    for many in (1, 2):
        for needed in (False, True):
            values = {role: [name("Alpha"), name("Beta")][:many] for role, must in roles.items() if must or not needed}
            values["figure"] = [plain("9 of ten")]
            told = "".join(part.text for part in fill(phrase, values))
            assert "unstated" not in told
            assert re.fullmatch(r"\S(?:.*\S)?", told)
            assert not re.search(r"  | ,|[\[\]{}|]|\bthe the\b|\bby by\b", told)


def test_brackets_bars_and_quotations() -> None:
    both = {"side": [name("A"), quote("b c")]}
    assert "".join(part.text for part in fill("fighting[ between {side+}| with {side}]", both)) == "fighting between A and b c"
    assert fill("x[ of {y}|, whole]", {}) == (plain("x, whole")[0],)
    assert opened((quote("as it is")[0],))[0].text == "as it is"  # exact words stay
