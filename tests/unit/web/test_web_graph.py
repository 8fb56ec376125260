from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from reportedly.web.graph import STEP, WIDTH, graph


def row(taker: str, giver: str, claims: int = 1) -> dict[str, Any]:
    """Return an edge as the page has it."""
    return {
        "from": taker,
        "to": giver,
        "relation": "cites",
        "from_kind": "publisher",
        "to_kind": "source",
        "claims": claims,
        "documents": ["a"],
    }


_NAMES = st.sampled_from("ABCDEFGH")


@given(st.lists(st.builds(row, _NAMES, _NAMES, st.integers(0, 90)), min_size=1, max_size=30))
def test_everybody_of_an_edge_that_is_drawn_has_a_box_of_its_own(rows: list[dict[str, Any]]) -> None:
    made = graph(rows, most=12)
    assert made is not None
    assert len(made.edges) + made.left == len(rows)
    assert len({node.name for node in made.nodes}) == len(made.nodes)
    for n, one in enumerate(made.nodes):
        assert 0 <= one.x <= one.x + one.wide <= WIDTH
        assert 0 <= one.y <= one.y + STEP <= made.height
        assert all(one.x != other.x or abs(one.y - other.y) >= STEP for other in made.nodes[:n])


def test_whoever_takes_stands_left_and_a_circle_is_drawn_whole() -> None:
    made = graph([row("A", "B", 9), row("B", "C", 8), row("C", "A", 1)])
    assert made is not None
    x = {node.name: node.x for node in made.nodes}
    assert x["A"] < x["B"] < x["C"]
    assert len(made.edges) == 3
    assert graph([]) is None


def test_the_page_of_sources_has_the_drawing_with_links(client: TestClient) -> None:
    text = client.get("/sources").text
    drawing = text.partition('<figure class="graph">')[2].partition("</figure>")[0]
    assert "/sources?name=" in drawing
    assert '<path class="edge' in drawing
