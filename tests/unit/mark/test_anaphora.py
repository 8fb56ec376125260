"""Who is taken up by a pronoun, a description or a word for a pair, in sentences that a small parser reads alike everywhere."""

from __future__ import annotations

import pytest

from reportedly import example
from reportedly.mark.actors import mark_actors
from reportedly.mark.analysis import language
from reportedly.mark.names import mark_names
from reportedly.packs import load_packs


def taken(text: str) -> list[tuple[str, str | None, str]]:
    """Return what ``text`` takes up: words, id, how."""
    doc, pack = language()(text), load_packs((example.pack(),))
    return [(m.label, m.actor, m.by) for m in mark_actors(doc, mark_names(doc, pack)[0], pack) if m.by != "name"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Corvanian army took the hill. It shelled the town.", [("It", "COR-ARMY", "pronoun")]),
        ("Lise Quell spoke on Monday. She rejected the plan.", [("She", "x:ls-kl", "pronoun")]),
        (
            "Corvany and Tressia signed the letter. Both withdrew their troops.",
            [("Both", "COR", "pair"), ("Both", "TRE", "pair"), ("their", "COR", "pronoun"), ("their", "TRE", "pronoun")],
        ),
        ("The Corvanian army fought the Tressian army. The former withdrew.", [("former", "COR-ARMY", "pair")]),
        ("The Corvanian army fought the Tressian army. The latter withdrew.", [("latter", "TRE-ARMY", "pair")]),
        ("The Harbour Watch met on Monday. The group rejected the plan.", []),
        ("No council met. Plans of the Corvanian army grew with the letter it wrote.", [("it", "COR-ARMY", "pronoun")]),
        ("The Corvanian army sent food. The road was its main supply route.", [("its", "COR-ARMY", "pronoun")]),
    ],
)
def test_what_is_taken_up(text: str, found: list[tuple[str, str, str]]) -> None:
    assert taken(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "It is clear that nobody won.",
        "It rained on Monday.",
        "The shells fell on the town. They killed nobody.",
        "Both the river and the road were closed.",
        "Both withdrew on Monday.",
    ],
)
def test_where_nobody_is_named_nobody_is_taken_up(text: str) -> None:
    assert taken(text) == []


def test_a_nearer_noun_stands_in_the_way() -> None:
    assert taken("The Corvanian army moved on Monday. The bridge was old. It fell into the river.") == []


def test_what_is_taken_up_stands_for_the_same_in_a_chain() -> None:
    assert [actor for _, actor, _ in taken("The Corvanian army took the hill. It shelled the town. It then withdrew.")] == ["COR-ARMY"] * 2
