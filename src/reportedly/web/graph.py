"""Who takes from whom as a drawing in columns: whoever takes stands left of those that it takes from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from typing import Any

WIDTH, STEP, _TALL, _LONG = 960, 26, 20, 220
MOST = 40
"""Edges that are drawn: those that the most claims and documents run along."""
_SWEEPS = 6


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody: name, kind, where its box begins, and how wide it is."""

    name: str
    kind: str
    x: float
    y: float
    wide: float = _LONG


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from who takes to who gives: its path, its width, and what it says."""

    path: str
    width: float
    relation: str
    told: str


@dataclass(frozen=True, slots=True)
class Graph:
    """The drawing; ``left`` edges are not on it."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    height: float
    left: int


def graph(rows: Sequence[Mapping[str, Any]], most: int = MOST) -> Graph | None:
    """Return the drawing of edges, each ``from``, ``to``, ``relation``, ``claims``, ``documents``; None where there are none.

    Columns are the longest ways (Sugiyama, Tagawa and Toda 1981): an edge that would close a circle is drawn and moves nobody. Within a
    column, nodes stand near those that they are joined with.
    """
    every = sorted(rows, key=lambda row: (-row["claims"], -len(row["documents"]), row["from"], row["to"]))
    chosen = every[:most]
    if not chosen:
        return None
    kinds = {row[end]: row[f"{end}_kind"] for row in reversed(chosen) for end in ("to", "from")}
    pairs = [(row["from"], row["to"]) for row in chosen]
    columns = _ordered(_layers(pairs), pairs)
    height = max(map(len, columns)) * STEP + STEP / 2
    gap = (WIDTH - _LONG) / max(1, len(columns) - 1)
    nodes: dict[str, Node] = {}
    for at, column in enumerate(columns):
        top = (height - len(column) * STEP) / 2
        nodes |= {name: Node(name, kinds[name], round(at * gap, 1), round(top + place * STEP, 1)) for place, name in enumerate(column)}
    return Graph(tuple(nodes.values()), tuple(_edge(row, nodes) for row in chosen), height, len(every) - len(chosen))


def _layers(pairs: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Return the column of each name, from 0 on."""
    onward: dict[str, set[str]] = defaultdict(set)
    layer: dict[str, int] = {}
    for taker, giver in pairs:
        layer.setdefault(taker, 0)
        layer.setdefault(giver, 0)
        if taker == giver or taker in _behind(giver, onward):
            continue
        onward[taker].add(giver)
        moved = [taker]
        while moved:
            name = moved.pop()
            late = [each for each in onward[name] if layer[each] <= layer[name]]
            layer |= dict.fromkeys(late, layer[name] + 1)
            moved += late
    return layer


def _behind(name: str, onward: Mapping[str, set[str]]) -> set[str]:
    found, left = set[str](), [name]
    while left:
        each = left.pop()
        if each not in found:
            found.add(each)
            left += onward.get(each, ())
    return found


def _ordered(layer: Mapping[str, int], pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Return the columns, each name near the middle of those that it is joined with."""
    columns: list[list[str]] = [[] for _ in range(max(layer.values()) + 1)]
    for name, at in layer.items():
        columns[at].append(name)
    joined: dict[str, list[str]] = defaultdict(list)
    for one, other in pairs:
        joined[one].append(other)
        joined[other].append(one)
    for _ in range(_SWEEPS):
        place = {name: (at + 0.5) / len(column) for column in columns for at, name in enumerate(column)}
        for column in columns:
            column.sort(key=lambda name: (sum(place[each] for each in joined[name]) / len(joined[name]), name))
            place |= {name: (at + 0.5) / len(column) for at, name in enumerate(column)}
    return columns


def _edge(row: Mapping[str, Any], nodes: Mapping[str, Node]) -> Edge:
    one, other = nodes[row["from"]], nodes[row["to"]]
    ahead = other.x > one.x
    x, y = one.x + (one.wide if ahead else 0), one.y + _TALL / 2
    to_x, to_y = other.x + (0 if ahead else other.wide), other.y + _TALL / 2
    bend = (to_x - x) / 2 if ahead else (40 if one.x == other.x else (to_x - x) / 2)
    path = f"M{x:.1f} {y:.1f}C{x + bend:.1f} {y:.1f} {to_x - bend:.1f} {to_y:.1f} {to_x:.1f} {to_y:.1f}"
    count = max(row["claims"], len(row["documents"]))
    told = f"{row['from']} {row['relation']} {row['to']}: {row['claims']} claims, {len(row['documents'])} documents"
    return Edge(path, round(1 + log2(1 + count) / 2, 1), row["relation"], told)
