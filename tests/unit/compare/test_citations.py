from __future__ import annotations

from dataclasses import replace

from reportedly.compare.citations import Edge, Link, Page, backwards, circles, citations, said_by
from reportedly.model import HeldClaim, Reprint
from tests.unit.compare.build import Said, held

PAGES = {
    "d1": Page("d1", "1.txt", "2031-05-02", "Harbour Courier", ("Ada Quill",)),
    "d2": Page("d2", "2.txt", "2031-05-04", "Mill Mail", credit="Harbour Courier"),
    "d3": Page("d3", "3.txt", "2031-05-01", "Dock Wire", credit="Mill Mail"),
    "d4": Page("d4", "4.txt", None, None),
}


def say(document: str, by: str, *chain: str, anonymous: bool = False, actor: str | None = None) -> HeldClaim:
    return held(Said(f"{document}-{by}", by=by, document=document, chain=("page", *chain, by), anonymous=anonymous, actor=actor))


def drawn(*claims: HeldClaim, pairs: tuple[Reprint, ...] = ()) -> list[Edge]:
    return citations(PAGES.values(), said_by(claims), pairs)


def shown(edges: list[Edge]) -> set[tuple[str, str, str]]:
    return {(edge.taker.name, edge.relation, edge.giver.name) for edge in edges}


def test_a_page_leads_to_publisher_author_outlet_and_person() -> None:
    found = shown(drawn(say("d1", "Ana Brook", "Dock Wire")))
    chain = [("1.txt", "published-by", "Harbour Courier"), ("Harbour Courier", "written-by", "Ada Quill")]
    assert {*chain, ("Ada Quill", "cites", "Dock Wire"), ("Dock Wire", "cites", "Ana Brook")} <= found
    assert {("Mill Mail", "credits", "Harbour Courier"), ("4.txt", "published-by", "publisher not named")} <= found


def test_hops_without_a_name_are_unresolved_and_nobody_elses() -> None:
    edges = drawn(say("d1", "activists"), say("d2", "activists"), say("d2", "a resident", anonymous=True))
    open_ends = {edge.giver.key for edge in edges if edge.giver.kind == "unresolved" and edge.relation == "cites"}
    assert open_ends == {"d1|activists", "d2|activists", "d2|a resident"}


def test_one_actor_is_one_node_and_claims_are_counted() -> None:
    edges = drawn(say("d2", "Coast Guard", actor="GUARD"), say("d2", "Ben Mole", "Coast Guard"), say("d2", "The Guard", actor="GUARD"))
    assert [(edge.giver.key, edge.claims) for edge in edges if edge.taker.name == "Mill Mail" and edge.relation == "cites"] == [
        ("GUARD", 3)
    ]


def test_words_run_from_the_later_page_to_the_earlier_and_odd_dates_are_told() -> None:
    edges = drawn(
        pairs=(Reprint("d1", "d2", "reprint", 1.0), Reprint("d2", "d3", "shares-passage", 0.4), Reprint("d1", "d9", "reprint", 1.0))
    )
    assert {("2.txt", "reprints", "1.txt"), ("2.txt", "shares-passage", "3.txt")} <= shown(edges)
    assert [(earlier.path, later.path) for earlier, later in backwards(edges, PAGES)] == [("3.txt", "2.txt")]


def test_who_cite_each_other_are_a_circle() -> None:
    assert circles(drawn(say("d1", "Ana Brook"))) == []
    found = circles(drawn(say("d2", "Dock Wire"), say("d3", "Ben Mole", "Mill Mail")))
    assert [[node.name for node in group] for group in found] == [["Dock Wire", "Mill Mail"]]
    long = [say("d3", f"Name {n + 1}", f"Name {n}") for n in range(3000)]
    assert circles(drawn(*long)) == []
    assert len(circles(drawn(*long, say("d3", "Name 0", "Name 3000")))[0]) == 3001


def test_links_lead_to_the_page_that_is_held_else_to_the_outlet_and_lost_ones_stay_open() -> None:
    links = (Link("the Mail wrote", "d2", "mail.example"), Link("Wire", None, "wire.example"), Link("here"))
    edges = citations([replace(PAGES["d1"], links=links), PAGES["d2"]], (), ())
    found = [(edge.giver.kind, edge.giver.name) for edge in edges if edge.relation == "links"]
    assert found == [("page", "2.txt"), ("source", "wire.example"), ("unresolved", "“here”, a link without address")]
