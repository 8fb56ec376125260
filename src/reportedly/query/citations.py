"""Who cites whom, as rows: the edges of the graph, then what is odd about it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import nullcontext
from functools import cache
from typing import Any

from sqlalchemy import Connection, func, select

from reportedly.compare.citations import Edge, Link, Node, Page, Said, backwards, circles, citations
from reportedly.compare.houses import houses_of
from reportedly.export.contract import Json
from reportedly.model import Speaker
from reportedly.packs import load_packs
from reportedly.query.claims import ANY
from reportedly.query.clocks import appeared, was_there
from reportedly.query.filters import ClaimFilter
from reportedly.store import Ledger, schema, sql
from reportedly.store.held import latest
from reportedly.store.view import View
from reportedly.text import excerpt


def citation_graph(ledger: Ledger, clocks: ClaimFilter = ANY) -> Iterator[Json]:
    """Yield the edges, each ``from`` who takes ``to`` who gives: ``relation``, ``documents`` (paths), ``claims``, ``resolved``.

    ``ordered`` is whether it is known which of two pages that share words was first. After the edges, with ``odd`` in place of
    ``relation``: ``circle`` (``nodes`` that cite each other) and ``dates`` (``earlier``, a page that credits the publisher of ``later``,
    whose words it has). The clocks of ``clocks`` say from when it is looked.
    """
    houses = houses_of(load_packs())
    with ledger.reading() as connection:
        pages = _pages(connection, clocks)
        said = [one for one in _said(connection, clocks.recorded_by) if one.document in pages]
        edges = citations(pages.values(), said, sql.reprints(connection, recorded_by=clocks.recorded_by, bare=True), houses)
    for edge in edges:
        yield _row(edge, pages)
    for group in circles(edges):
        yield {"odd": "circle", "nodes": [_node(node) for node in group]}
    for earlier, later in backwards(edges, pages, houses):
        yield {"odd": "dates", "earlier": earlier.path, "later": later.path}


def _said(connection: Connection, recorded_by: str | None) -> list[Said]:
    """Return on whose word documents have claims, each chain once, in the order in which the first of its claims was recorded."""
    claim = schema.claim.c
    alike = claim.document, claim.speaker, claim.actor, claim.anonymous, func.json_extract(claim.body, "$.chain")
    query = select(claim.seq, *alike).where(latest(recorded_by=recorded_by), claim.body.is_not(None), ~claim.own).order_by(claim.seq)
    if recorded_by is not None:
        query = query.where(sql.until(claim.recorded, recorded_by))
    counts, last = dict[Any, int](), dict[Any, int]()
    for number, *key in connection.execute(query):
        told = tuple(key)
        counts[told] = counts.get(told, 0) + 1
        last[told] = number
    chains = cache(lambda chain: tuple(json.loads(chain)))
    speakers = cache(lambda name, actor, anonymous: Speaker(name, actor, bool(anonymous)))
    return [Said(told[0], speakers(*told[1:4]), chains(told[4]), count, last[told]) for told, count in counts.items()]


def _pages(connection: Connection, clocks: ClaimFilter) -> dict[str, Page]:
    place = sql.first_appearance()
    links = _links(connection, clocks)
    found = {}
    for row in connection.execute(select(place).where(*was_there(place.c.document, clocks))):
        credit = json.loads(row.original_source) if row.original_source else None
        name = credit.get("name") if credit else None
        publisher = row.publisher or row.publisher_id
        authors = tuple(json.loads(row.byline))
        found[row.document] = Page(row.document, row.path, row.published, publisher, authors, name, links.get(row.document, ()))
    return found


def _links(connection: Connection, clocks: ClaimFilter) -> dict[str, tuple[Link, ...]]:
    """Return document -> the links of its article, each once, to the pages that are held at the addresses or else to their hosts."""
    from reportedly.read.weblinks import host_of, same_place, weblinks  # noqa: PLC0415 - other answers do not wait for the readers

    table = schema.appearance.c
    rows = connection.execute(select(table.url, table.document).where(table.url.is_not(None), *appeared(clocks)).order_by(table.seq))
    held: dict[str, str] = {}
    for row in rows:
        held.setdefault(same_place(row.url), row.document)
    found = {}
    for document in View(lambda: nullcontext(connection)).documents():
        own, kept = host_of(document.metadata.url or ""), dict[Link, None]()
        for at in weblinks(document):
            url = at.url or ""
            link = Link(excerpt(document.text[at.start : at.end]), held.get(same_place(url)), host_of(url))
            if link.page != document.id and (link.page or not link.host or link.host != own):
                kept[link] = None
        if kept:
            found[document.id] = tuple(kept)
    return found


def _row(edge: Edge, pages: dict[str, Page]) -> Json:
    paths = sorted(pages[document].path for document in edge.documents)
    known = {"documents": paths, "claims": edge.claims, "resolved": edge.giver.kind != "unresolved", "ordered": edge.ordered}
    return {"from": _node(edge.taker), "to": _node(edge.giver), "relation": edge.relation} | known


def _node(node: Node) -> Json:
    return {"kind": node.kind, "name": node.name, "id": node.key}
