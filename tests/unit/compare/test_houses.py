from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.compare.citations import Page, citations, said_by
from reportedly.compare.houses import Houses, houses_of
from reportedly.compare.origins import count, origins
from reportedly.model.pack import Actor, Alias, Pack, Role, Source
from tests.unit.compare.build import Said, held

_ACTORS = (
    Actor("DW", "Dock Wire", "agency", aliases=(Alias("Dock Wire"), Alias("DW"))),
    Actor("WATCH", "Harbour Watch", "monitor", aliases=(Alias("Harbour Watch"),)),
    Actor("HEAD", "Ora Lint", "person", aliases=(Alias("Ora Lint"),), roles=(Role("director", "WATCH"),)),
    Actor("MINISTER", "Pia Moss", "person", aliases=(Alias("Pia Moss"),), roles=(Role("minister", "CROWN"),)),
    Actor("CROWN", "the Crown", "state", aliases=(Alias("the Crown"),)),
)
_PACK = Pack(
    "test",
    "digest of the test of houses",
    {actor.id: actor for actor in _ACTORS},
    {},
    {
        "dw": Source("dw", "Dock Wire", "agency", ("DW news", "Agence du Quai"), ("dockwire.example",), "DW"),
        "mail": Source("mail", "Mill Mail", "outlet", ("Daily Mill Mail",), ()),
    },
)
HOUSES = houses_of(_PACK)


def chains(*said: Said) -> tuple[int, int]:
    return count(origins([held(one) for one in said], {}, houses=HOUSES))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Dock Wire", "DW"),
        ("the DOCK  WIRE", "DW"),
        ("Agence du Quai", "DW"),
        ("dockwire.example", "DW"),
        ("Daily Mill Mail", "mail"),
        ("Ora Lint", "WATCH"),
        ("Pia Moss", "MINISTER"),
        ("The Lantern", "lantern"),
    ],
)
def test_a_house_is_known_under_each_of_its_names_and_speaks_through_its_people(name: str, key: str) -> None:
    assert HOUSES.key(name) == key
    assert Houses().key(name) != key or key == "lantern"


def test_an_outlet_that_is_cited_under_another_name_than_it_publishes_under_is_one_chain() -> None:
    cited = Said("a", by="Agence du Quai", chain=("Harbour Courier", "Agence du Quai"))
    own = Said("b", own=True, publisher="Dock Wire", by="Dock Wire")
    assert chains(cited, own) == (1, 1)
    assert chains(Said("a", by="Ora Lint"), Said("b", by="Harbour Watch", publisher="Mill Mail")) == (1, 1)
    assert chains(Said("a", by="Pia Moss"), Said("b", by="the Crown", publisher="Mill Mail")) == (2, 2)


def test_a_page_in_its_own_voice_that_names_its_original_source_is_of_one_chain_with_it() -> None:
    again = Said("a", own=True, publisher="Mill Mail", by="Mill Mail", chain=("Mill Mail", "Pell Courier"))
    assert chains(again, Said("b", own=True, publisher="Pell Courier", by="Pell Courier")) == (1, 1)
    assert chains(replace(again, chain=("Mill Mail",)), Said("b", own=True, publisher="Pell Courier", by="Pell Courier")) == (2, 2)


def test_the_graph_has_one_node_for_an_outlet_and_nobody_takes_from_himself() -> None:
    pages = [Page("d1", "1.txt", None, "Harbour Courier"), Page("d2", "2.txt", None, "Dock Wire", ("DW",))]
    said = [
        held(Said("a", by="Agence du Quai", document="d1", chain=("Harbour Courier", "Agence du Quai"))),
        held(Said("b", by="DW news", document="d2", chain=("Dock Wire", "DW news"))),
        held(Said("c", by="Ora Lint", document="d2", chain=("Dock Wire", "DW", "Ora Lint"))),
    ]
    edges = citations(pages, said_by(said), (), HOUSES)
    cited = {(edge.taker.key, edge.giver.key, edge.giver.name) for edge in edges if edge.relation == "cites"}
    assert cited == {("harbour courier", "DW", "Dock Wire"), ("DW", "HEAD", "Ora Lint")}
