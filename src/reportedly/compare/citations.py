"""Who cites whom: page, publisher, author, cited outlet, cited person; and who has the words of whom.

Hops that are anonymous, or have no name of their own, are nodes of one document: nothing says that two "activists" are the same. Words
that were taken run from the later page to the earlier, so origins never run in a circle, whatever the dates say; publishers who cite each
other do, and a page that is older than what it credits is odd, too. Both are told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from reportedly.compare.houses import Houses, plain
from reportedly.compare.origins import named
from reportedly.model import HeldClaim, Reprint, Speaker

_UNKNOWN = Houses()
RELATIONS = ("published-by", "written-by", "cites", "credits", "links", "reprints", "shares-passage")
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
    """Who takes from whom, in which documents, by how many claims; ``ordered`` unless nothing tells which of two pages was first."""

    taker: Node
    giver: Node
    relation: str
    documents: set[str] = field(default_factory=set)
    claims: int = 0
    ordered: bool = True


@dataclass(frozen=True, slots=True)
class Link:
    """Where a page links to: the page that is held, else the host; neither where the address was lost. ``words`` are those of the link."""

    words: str
    page: str | None = None
    host: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What a document says of itself: its path, day, publisher, authors, and whom it names as its original source."""

    id: str
    path: str
    published: str | None
    publisher: str | None
    authors: tuple[str, ...] = ()
    credit: str | None = None
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """On whose word a document has claims, by one chain: how many, and the number of the last."""

    document: str
    speaker: Speaker
    chain: tuple[str, ...]
    claims: int = 1
    last: int = 0


def said_by(claims: Iterable[HeldClaim]) -> list[Said]:
    """Return on whose word claims at hand are, without those of a page in its own voice."""
    told = enumerate(held for held in claims if not held.claim.own)
    return [Said(held.document, held.claim.speaker, held.claim.chain, last=number) for number, held in told]


def citations(pages: Iterable[Page], said: Sequence[Said], reprints: Iterable[Reprint], houses: Houses = _UNKNOWN) -> list[Edge]:
    """Return the edges of the graph, in order of their ends; nobody takes from himself. ``houses`` says who stands behind a name."""
    made = _Edges()
    held = {page.id: page for page in pages}
    names = _Names(houses, said)
    for page in held.values():
        for ends in names.of_page(page, held):
            made.link(*ends, page.id)
    alike: dict[tuple[object, ...], list[Edge]] = {}
    for one in said:
        if one.document in held:
            key = names.alike(one, held[one.document])
            if key not in alike:
                hops = pairwise(names.hops(one, held[one.document]))
                alike[key] = [found for taker, giver in hops if (found := made.of(taker, giver, "cites")) is not None]
            for found in alike[key]:
                found.documents.add(one.document)
                found.claims += one.claims
    for pair in reprints:
        if pair.a in held and pair.b in held:
            earlier, later = sorted((held[pair.a], held[pair.b]), key=_age)
            edge = made.link(_page(later), _page(earlier), {"reprint": "reprints"}.get(pair.label, pair.label), later.id)
            if edge is not None:
                edge.ordered = earlier.published is not None and _age(earlier)[0] < _age(later)[0]
    return [made.edges[key] for key in sorted(made.edges)]


class _Edges:
    """Edges by their ends."""

    def __init__(self) -> None:
        self.edges: dict[tuple[Node, Node, str], Edge] = {}

    def of(self, taker: Node, giver: Node, relation: str) -> Edge | None:
        """Return the edge, made where there is none; None where both ends are one."""
        if taker.key == giver.key:
            return None
        key = taker, giver, relation
        return self.edges.get(key) or self.edges.setdefault(key, Edge(*key))

    def link(self, taker: Node, giver: Node, relation: str, document: str) -> Edge | None:
        """Return the same, with a document that it is in."""
        found = self.of(taker, giver, relation)
        if found is not None:
            found.documents.add(document)
        return found


def circles(edges: Sequence[Edge]) -> list[list[Node]]:
    """Return the groups of nodes that cite each other in a circle (strongly connected components), each in order."""
    onward: dict[Node, list[Node]] = defaultdict(list)
    for edge in edges:
        if edge.relation in {"cites", "credits"}:
            onward[_voice(edge.taker)].append(_voice(edge.giver))
    return [sorted(group) for group in _components(onward) if len(group) > 1]


def backwards(edges: Iterable[Edge], pages: Mapping[str, Page], houses: Houses = _UNKNOWN) -> Iterator[tuple[Page, Page]]:
    """Yield a page and one whose words it has, where the former credits the publisher of the latter and yet is older."""
    for edge in edges:
        if edge.relation in {"reprints", "shares-passage"}:
            later, earlier = pages[edge.taker.key], pages[edge.giver.key]
            credit, publisher, own = (houses.key(name or "") for name in (earlier.credit, later.publisher, earlier.publisher))
            if publisher and credit == publisher != own:
                yield earlier, later


class _Names:
    """The nodes of names: under the actor that is known by a name, or that a speaker of that name is."""

    def __init__(self, houses: Houses, said: Iterable[Said]) -> None:
        speakers = (one.speaker for one in sorted(said, key=lambda one: one.last))
        self._houses, self._named = houses, cache(named)
        self._met = {plain(found.name): found.actor for found in speakers if found.actor and not found.anonymous}

    def of_page(self, page: Page, held: Mapping[str, Page]) -> Iterator[tuple[Node, Node, str]]:
        """Yield what a page says of itself, and where it links to."""
        if page.publisher:
            yield _page(page), self.node("publisher", page.publisher), "published-by"
        else:
            yield _page(page), Node("unresolved", f"{page.id}|publisher", "publisher not named"), "published-by"
        for author in page.authors:
            yield self.voice_of(page, authors=False), self.node("author", author), "written-by"
        if page.credit:
            yield self.voice_of(page), self.node("source", page.credit), "credits"
        for found in page.links:
            to = held.get(found.page or "")
            yield _page(page), _page(to) if to else self.linked(found, page), "links"

    def linked(self, link: Link, page: Page) -> Node:
        """Return whom a link leads to: the outlet of its host, else the host; unresolved where the address was lost."""
        if not link.host:
            return Node("unresolved", f"{page.id}|link {plain(link.words)}", f"“{link.words}”, a link without address")
        outlet = self._houses.known(link.host)
        return self._of_actor("source", outlet, link.host) if outlet else Node("source", link.host, link.host)

    def alike(self, said: Said, page: Page) -> tuple[object, ...]:
        """Return what tells whose hops are others: the page, too, where it has no publisher, or a hop may be anybody."""
        key = said.chain[1:-1], said.speaker, page.publisher, page.authors
        open_ = not page.publisher or said.speaker.anonymous or not (said.speaker.actor or self._named(said.speaker.name))
        return (*key, page.id) if open_ or not all(map(self._named, said.chain[1:-1])) else key

    def hops(self, said: Said, page: Page) -> Iterator[Node]:
        """Yield the nodes of a chain from the page inward; whoever stands behind the page comes first and once."""
        yield self.voice_of(page)
        hands = {plain(name) for name in (page.publisher, *page.authors) if name}
        for name in said.chain[1:-1]:
            if plain(name) not in hands:
                yield self.node("source", name) if named(name) else Node("unresolved", f"{page.id}|{plain(name)}", name)
        speaker = said.speaker
        if speaker.anonymous or not (speaker.actor or named(speaker.name)):
            yield Node("unresolved", f"{page.id}|{plain(speaker.name)}", speaker.name or "nobody named")
        elif speaker.actor:
            yield self._of_actor("source", speaker.actor, speaker.name)
        else:
            yield self.node("source", speaker.name)

    def voice_of(self, page: Page, *, authors: bool = True) -> Node:
        """Return in whose voice a page speaks: its author, else its publisher, else the page itself."""
        if authors and len(page.authors) == 1:
            return self.node("author", page.authors[0])
        return self.node("publisher", page.publisher) if page.publisher else _page(page)

    def node(self, kind: str, name: str) -> Node:
        """Return the node of a name."""
        key = self._houses.known(name) or self._met.get(plain(name))
        return self._of_actor(kind, key, name) if key else Node(kind, plain(name), name)

    def _of_actor(self, kind: str, actor: str, name: str) -> Node:
        return Node(kind, actor, self._houses.shown(actor) or name)


def _voice(node: Node) -> Node:
    """Return the node as the same name has it in whatever part; an outlet cites and is cited."""
    return Node("source", node.key, node.name) if node.kind in {"publisher", "author"} else node


def _page(page: Page) -> Node:
    return Node("page", page.id, page.path)


def _age(page: Page) -> tuple[str, str]:
    return page.published or "9999", page.id


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
