"""Sentences, lists and tables that no frame was written for: their claims come in bounded time, and nothing of them is left out."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

import pytest

from reportedly.model import Claim, Reading
from reportedly.model.document import Document
from reportedly.pipeline import Settings, annotate
from reportedly.store.checks import check_reading
from tests.drawing import page
from tests.hostile.scene import check_linear

SETTINGS = Settings(model=None)
DISTRICTS = 200


def invented(count: int) -> list[str]:
    """Return invented names of places, no two alike."""
    chance = random.Random(3)  # noqa: S311 - invented data
    names: dict[str, None] = {}
    while len(names) < count:
        parts = [chance.choice("bdgklmnrstv") + chance.choice("aeiou") for _ in range(chance.choice((2, 3)))]
        names["".join(parts).capitalize() + chance.choice(("r", "n", "sk"))] = None
    return list(names)


NAMES = invented(DISTRICTS)
LISTED = ", ".join(NAMES[:-1]) + " and " + NAMES[-1]


def answer(text: str) -> Reading:
    """Return the reading of a text, in which all that was found lies within it."""
    document: Document = page(text)
    (found,) = annotate([document], SETTINGS)
    assert isinstance(found, Reading), found
    check_reading(found)
    return found


def filled(text: str, claim: Claim, role: str) -> list[str]:
    """Return the words that fill a role of a claim, first to last."""
    return [text[a.start : a.end] for name, a in claim.args if re.fullmatch(rf"{role}(_\d+)?", name)]


@pytest.mark.parametrize(
    ("text", "frame", "role"),
    [
        (f"The army took the districts of {LISTED} on Monday.", "takes-control", "place"),
        (f"The army seized {LISTED}.", "takes-control", "place"),
        (f"Jets bombed the villages of {LISTED} at dawn.", "attacks", "target"),
    ],
)
def test_every_one_of_two_hundred_districts_is_in_the_claim(text: str, frame: str, role: str) -> None:
    (claim,) = [claim for claim in answer(text).claims or () if claim.frame == frame]
    assert filled(text, claim, role) == NAMES
    assert text.find(NAMES[-1]) < claim.end


def test_a_sentence_of_a_thousand_words_has_a_claim_for_each_of_its_clauses() -> None:
    text = "On Monday " + ", and ".join(f"the army seized the village of {name}" for name in NAMES[:140]) + "."
    assert len(text.split()) > 1_000
    claims = [claim for claim in answer(text).claims or () if claim.frame == "takes-control"]
    said = {name for claim in claims for name in filled(text, claim, "place")}
    assert len(claims) == 140
    assert len(said & set(NAMES)) >= 130  # of a few the parse takes the next word for a part of the name
    assert text.rindex("seized") in {claim.explanation.start for claim in claims if claim.explanation}


def test_every_row_of_a_pasted_table_stands_in_a_claim_and_nearly_all_are_counted() -> None:
    rows = "\n".join(f"{name}: {number} killed" for number, name in enumerate(NAMES[:120], 201))
    claims = answer(rows).claims or ()
    said = " ".join(rows[claim.start : claim.end] for claim in claims)
    assert [number for number in range(201, 321) if str(number) not in said] == []
    counted = {figure.value for claim in claims for figure in claim.figures}
    assert len(counted & set(range(201, 321))) >= 110  # the parse takes a few numbers for names of what was killed


TABLES: dict[str, Callable[[str, int], str]] = {
    "tabs": lambda name, number: f"{name}\tarmy\t{number}\t{number + 3}",
    "bars": lambda name, number: f"| {name} | army | {number} killed | {number + 3} injured |",
    "commas": lambda name, number: f"{name},army,{number},{number + 3}",
    "colons": lambda name, number: f"{name}: {number} killed, {number + 3} injured",
    "spaces": lambda name, number: f"{name:20}army{number:10}{number + 3:10}",
    "rules": lambda name, number: f"+-----+-----+\n| {name} | {number} |",
}


def made(name: str) -> Callable[[int], str]:
    """Return what makes a table of so many rows."""
    return lambda n: "\n".join(TABLES[name](NAMES[i % DISTRICTS], i) for i in range(n))


@pytest.mark.no_cover
@pytest.mark.parametrize("name", TABLES)
def test_a_pasted_table_is_read_and_takes_no_more_than_its_share(name: str) -> None:
    check_linear(answer, made(name), 40)


def lists() -> Iterator[Callable[[int], str]]:
    """Yield makers of lists and of long sentences."""
    yield lambda n: f"The army took the districts of {', '.join(NAMES[i % DISTRICTS] for i in range(n))}."
    yield lambda n: "Monday: " + ", and ".join(f"the army seized the village of {NAMES[i % DISTRICTS]}" for i in range(n)) + "."
    yield (
        lambda n: (
            "They left, " + " ".join(f"which the rebels who shelled {NAMES[i % DISTRICTS]} said the army took" for i in range(n)) + "."
        )
    )


@pytest.mark.no_cover
@pytest.mark.parametrize("make", list(lists()), ids=["list", "coordinated", "nested"])
def test_long_lists_and_sentences_take_no_more_than_their_share(make: Callable[[int], str]) -> None:
    check_linear(answer, make, 40)
