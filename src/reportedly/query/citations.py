"""Who cites whom, as rows: the edges of the graph, then what is odd about it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import nullcontext

from sqlalchemy import Connection, select

from reportedly.compare.citations import Edge, Node, Page, backwards, circles, citations
from reportedly.compare.houses import houses_of
from reportedly.export.contract import Json
from reportedly.packs import load_packs
from reportedly.store import Ledger, sql
from reportedly.store.view import View


def citation_graph(ledger: Ledger) -> Iterator[Json]:
    """Yield the edges, each ``from`` who takes ``to`` who gives: ``relation``, ``documents`` (paths), ``claims``, ``resolved``.

    ``ordered`` is whether it is known which of two pages that share words was first. After the edges, with ``odd`` in place of
    ``relation``: ``circle`` (``nodes`` that cite each other) and ``dates`` (``earlier``, a page that credits the publisher of ``later``,
    whose words it has).
    """
    houses = houses_of(load_packs())
    with ledger.reading() as connection:
        pages = _pages(connection)
        claims = View(lambda: nullcontext(connection)).held_claims()
        edges = citations(pages.values(), claims, sql.reprints(connection, bare=True), houses)
    for edge in edges:
        yield _row(edge, pages)
    for group in circles(edges):
        yield {"odd": "circle", "nodes": [_node(node) for node in group]}
    for earlier, later in backwards(edges, pages, houses):
        yield {"odd": "dates", "earlier": earlier.path, "later": later.path}


def _pages(connection: Connection) -> dict[str, Page]:
    place = sql.first_appearance()
    found = {}
    for row in connection.execute(select(place)):
        credit = json.loads(row.original_source) if row.original_source else None
        name = credit.get("name") if credit else None
        publisher = row.publisher or row.publisher_id
        found[row.document] = Page(row.document, row.path, row.published, publisher, tuple(json.loads(row.byline)), name)
    return found


def _row(edge: Edge, pages: dict[str, Page]) -> Json:
    paths = sorted(pages[document].path for document in edge.documents)
    known = {"documents": paths, "claims": edge.claims, "resolved": edge.giver.kind != "unresolved", "ordered": edge.ordered}
    return {"from": _node(edge.taker), "to": _node(edge.giver), "relation": edge.relation} | known


def _node(node: Node) -> Json:
    return {"kind": node.kind, "name": node.name, "id": node.key}
