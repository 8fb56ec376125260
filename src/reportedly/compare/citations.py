"""Who cites whom: page, publisher, author, cited outlet, cited person; and who has the words of whom.

Hops that are anonymous, or have no name of their own, are nodes of one document: nothing says that two "activists" are the same. Words
that were taken run from the later page to the earlier, so origins never run in a circle, whatever the dates say; publishers who cite each
other do, and a page that is older than what it credits is odd, too. Both are told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reportedly.compare.origins import named
from reportedly.model import HeldClaim, Reprint
from reportedly.text import fold

Known = Mapping[str, str]
RELATIONS = ("published-by", "written-by", "cites", "credits", "reprints", "shares-passage")
"""What an edge may be: each from whom takes to who gives."""


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """One end of an edge: ``page``, ``publisher``, ``author``, ``source`` (cited outlet or person) or ``unresolved``.

    Attributes:
        kind: of these. key: what tells it from others: the document, the actor, or the folded name. name: as it is shown.
    """

    kind: str
    key: str
    name: str = field(compare=False)


@dataclass(slots=True)
class Edge:
    """Who takes from whom, in which documents, by how many claims."""

    taker: Node
    giver: Node
    relation: str
    documents: set[str] = field(default_factory=set)
    claims: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """What a document says of itself: its path, day, publisher, authors, and whom it names as its original source."""

    id: str
    path: str
    published: str | None
    publisher: str | None
    authors: tuple[str, ...] = ()
    credit: str | None = None


def citations(pages: Iterable[Page], claims: Iterable[HeldClaim], reprints: Iterable[Reprint]) -> list[Edge]:
    """Return the edges of the graph, in order of their ends."""
    edges: dict[tuple[Node, Node, str], Edge] = {}

    def link(taker: Node, giver: Node, relation: str, document: str, claims: int = 0) -> None:
        edge = edges.setdefault((taker, giver, relation), Edge(taker, giver, relation))
        edge.documents.add(document)
        edge.claims += claims

    held, said = {page.id: page for page in pages}, [claim for claim in claims if not claim.claim.own]
    known = {_fold(found.name): found.actor for found in (claim.claim.speaker for claim in said) if found.actor and not found.anonymous}
    for page in held.values():
        for taker, giver, relation in _of_page(page, known):
            link(taker, giver, relation, page.id)
    for claim in said:
        if claim.document in held:
            for taker, giver in pairwise(_hops(claim, held[claim.document], known)):
                if taker != giver:
                    link(taker, giver, "cites", claim.document, 1)
    for pair in reprints:
        if pair.a in held and pair.b in held:
            earlier, later = sorted((held[pair.a], held[pair.b]), key=_age)
            link(_page(later), _page(earlier), {"reprint": "reprints"}.get(pair.label, pair.label), later.id)
    return [edges[key] for key in sorted(edges)]


def circles(edges: Sequence[Edge]) -> list[list[Node]]:
    """Return the groups of nodes that cite each other in a circle (strongly connected components), each in order."""
    onward: dict[Node, list[Node]] = defaultdict(list)
    for edge in edges:
        if edge.relation in {"cites", "credits"}:
            onward[_voice(edge.taker)].append(_voice(edge.giver))
    return [sorted(group) for group in _components(onward) if len(group) > 1]


def backwards(edges: Iterable[Edge], pages: Mapping[str, Page]) -> Iterator[tuple[Page, Page]]:
    """Yield a page and one whose words it has, where the former credits the publisher of the latter and yet is older."""
    for edge in edges:
        if edge.relation in {"reprints", "shares-passage"}:
            later, earlier = pages[edge.taker.key], pages[edge.giver.key]
            publisher = _fold(later.publisher)
            if publisher and _fold(earlier.credit) == publisher != _fold(earlier.publisher):
                yield earlier, later


def _of_page(page: Page, known: Known) -> Iterator[tuple[Node, Node, str]]:
    if page.publisher:
        yield _page(page), _node("publisher", page.publisher, known), "published-by"
    else:
        yield _page(page), Node("unresolved", f"{page.id}|publisher", "publisher not named"), "published-by"
    for author in page.authors:
        yield _voice_of(page, known, authors=False), _node("author", author, known), "written-by"
    if page.credit:
        yield _voice_of(page, known), _node("source", page.credit, known), "credits"


def _hops(held: HeldClaim, page: Page, known: Known) -> Iterator[Node]:
    claim = held.claim
    yield _voice_of(page, known)
    for name in claim.chain[1:-1]:
        yield _node("source", name, known) if named(name) else Node("unresolved", f"{page.id}|{_fold(name)}", name)
    speaker = claim.speaker
    if speaker.anonymous or not (speaker.actor or named(speaker.name)):
        yield Node("unresolved", f"{page.id}|{_fold(speaker.name)}", speaker.name or "nobody named")
    else:
        yield Node("source", speaker.actor or _fold(speaker.name), speaker.name)


def _voice_of(page: Page, known: Known, *, authors: bool = True) -> Node:
    """Return in whose voice a page speaks: its author, else its publisher, else the page itself."""
    if authors and len(page.authors) == 1:
        return _node("author", page.authors[0], known)
    return _node("publisher", page.publisher, known) if page.publisher else _page(page)


def _node(kind: str, name: str, known: Known) -> Node:
    """Return the node of a name, under the actor that speakers of that name are."""
    return Node(kind, known.get(_fold(name), _fold(name)), name)


def _voice(node: Node) -> Node:
    """Return the node as the same name has it in whatever part; an outlet cites and is cited."""
    return Node("source", node.key, node.name) if node.kind in {"publisher", "author"} else node


def _page(page: Page) -> Node:
    return Node("page", page.id, page.path)


def _age(page: Page) -> tuple[str, str]:
    return page.published or "9999", page.id


def _fold(name: str | None) -> str:
    return fold(name or "").casefold()


def _components(onward: Mapping[Node, Sequence[Node]]) -> Iterator[list[Node]]:
    """Yield the strongly connected components (Kosaraju), without recursion: chains of citing may be long."""
    back: dict[Node, list[Node]] = defaultdict(list)
    for taker, givers in onward.items():
        for giver in givers:
            back[giver].append(taker)
    left = set(order := _finished(onward))
    for root in reversed(order):
        group, stack = list[Node](), [root]
        while stack:
            node = stack.pop()
            if node in left:
                left.remove(node)
                group.append(node)
                stack += back[node]
        if group:
            yield group


def _finished(onward: Mapping[Node, Sequence[Node]]) -> list[Node]:
    """Return the nodes in the order in which a walk into the depth leaves them."""
    order, seen = list[Node](), set[Node]()
    for root in sorted(onward):
        stack = [(root, False)]
        while stack:
            node, done = stack.pop()
            if done:
                order.append(node)
            elif node not in seen:
                seen.add(node)
                stack += [(node, True), *((giver, False) for giver in onward.get(node, ()) if giver not in seen)]
    return order
