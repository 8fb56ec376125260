"""Many small rows as one text: what they share is told once, and the rest is in flat columns, so that they are soon read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

Values = tuple[Any, ...]
"""Words, numbers and nothing: what JSON has."""
Chain = tuple[str, ...]


class Row(NamedTuple):
    """What one claim bears on something.

    Attributes:
        claim: its id. times: when it was so, and when it was told.
        chain: the nodes that it came through, its document a family of its own.
        own: what else there is to say of it.
    """

    claim: str
    times: Values
    chain: Chain
    own: Values


class Columns(NamedTuple):
    """Rows of many documents: what they share, and for each row its claim and where in the shared lists it finds the rest.

    Attributes:
        names, links, ends: documents and nodes; which of them each chain has, its document first; where each chain ends among these.
        time, chain, which: of each row, the number of its times, of its chain, and of what else there is to say of it.
    """

    names: list[str]
    links: list[int]
    ends: list[int]
    times: list[list[Any]]
    own: list[list[Any]]
    claims: list[str]
    time: list[int]
    chain: list[int]
    which: list[int]

    def chains(self) -> Iterator[tuple[str, Chain]]:
        """Yield the chains, each with its document."""
        names = tuple(map(self.names.__getitem__, self.links))
        yield from ((names[begin], names[begin + 1 : end]) for begin, end in pairwise((0, *self.ends)))

    def by_document(self) -> dict[str, list[Row]]:
        """Return the rows of each document."""
        chains, found = list(self.chains()), dict[str, list[Row]]()
        for claim, time, chain, which in zip(self.claims, self.time, self.chain, self.which, strict=True):
            document, nodes = chains[chain]
            found.setdefault(document, []).append(Row(claim, tuple(self.times[time]), nodes, tuple(self.own[which])))
        return found


def packed(rows: Mapping[str, Iterable[Row]]) -> str:
    """Return the rows of documents as text."""
    names, chains, times, own = dict[str, int](), dict[Chain, int](), dict[Values, int](), dict[Values, int]()
    out = Columns([], [], [], [], [], [], [], [], [])
    for document in sorted(rows):
        for row in rows[document]:
            out.claims.append(row.claim)
            out.time.append(times.setdefault(row.times, len(times)))
            out.chain.append(chains.setdefault((document, *row.chain), len(chains)))
            out.which.append(own.setdefault(row.own, len(own)))
    for chain in chains:
        out.links.extend(names.setdefault(name, len(names)) for name in chain)
        out.ends.append(len(out.links))
    return json.dumps(out._replace(names=list(names), times=[*map(list, times)], own=[*map(list, own)]), separators=(",", ":"))


def unpacked(body: str) -> Columns:
    """Return what :func:`packed` made."""
    return Columns(*json.loads(body))
