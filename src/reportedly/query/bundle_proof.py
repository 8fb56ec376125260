"""What a bundle proves of its claims: row by row, from a claim to the head of the chain."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from reportedly.export.unpack import Unpacked
from reportedly.ids import digest
from reportedly.store.hashing import link_hash
from reportedly.store.proof import named

_SAME = tuple("id start end type frame stance own asserted agreement method score".split())
_WORDS = tuple("gloss hedge chain places place_ids".split())
_FIGURE = tuple("value op unit low high denominator universe as_of derived".split())
Found = tuple[str, str, str]
"""Code of a fault, where, and what is wrong."""


class Proof:
    """What a bundle proves.

    Attributes:
        head: the last link's hash, None where there is no link. claims: how many were looked at.
        withheld: those whose words are not in the bundle.
    """

    def __init__(self, bag: Unpacked) -> None:
        self._bag = bag
        self._rows = {digest(line.encode()): line for line in bag.lines("data/record/rows.jsonl")}
        self._bodies = {digest(line.encode()): line for line in bag.lines("data/record/bodies.jsonl")}
        self._parts = {digest(line.encode()): line for line in bag.lines("data/record/parts.jsonl")}
        self._linked: dict[int, frozenset[str]] = {}
        self.head: str | None = None
        self.claims = self.withheld = 0

    def faults(self, head: str | None) -> Iterator[Found]:
        """Yield what does not hang together; ``head`` must be one of the links where it is given."""
        yield from self._chain(head)
        texts: dict[str, str | None] = {}
        for number, line in enumerate(self._bag.lines("data/claims.jsonl"), 1):
            self.claims += 1
            where = f"data/claims.jsonl line {number}"
            try:
                row = json.loads(line)
                yield from ((code, f"{where} ({row['id']})", what) for code, what in self._claim(row, texts))
            except (ValueError, KeyError, TypeError, AttributeError) as problem:
                yield "not covered", where, f"it is no claim with its proof: {type(problem).__name__}"
        told = self._manifest()
        if told.get("written") != self.claims:
            yield "record", "data/manifest.json", f"it tells of {told.get('written')} claims, and {self.claims} are there"
        if self.claims and told.get("head") != self.head:
            yield "record", "data/manifest.json", "its head is not the last link of the chain"

    def _manifest(self) -> dict[str, Any]:
        try:
            found = json.loads(self._bag.small("data/manifest.json"))
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    def _chain(self, head: str | None) -> Iterator[Found]:
        before: list[str] = []
        seen = set[str]()
        for line in self._bag.lines("data/record/chain.txt"):
            number, previous, content, value, *_ = [*line.split(" "), "", "", ""]
            where = f"data/record/chain.txt link {number:.20}"
            if link_hash(previous, content) != value:
                yield "record", where, "its hash is not that of its content"
            if before and (previous != before[1] or int(before[0]) + 1 != _number(number)):
                yield "record", where, "it does not follow the link before it"
            yield from self._link(number, content)
            before = [number if number.isdecimal() else "0", value]
            seen |= {previous, value}
            self.head = value
        if head is not None and head not in seen:
            yield "record", "data/record/chain.txt", f"the head {head:.64} is not among its links"

    def _link(self, number: str, content: str) -> Iterator[Found]:
        name = f"data/record/links/{number}.txt"
        if name in self._bag.names:
            text = self._bag.small(name)
            if digest(text) != content:
                yield "record", name, "it is not what the link covers"
            else:
                self._linked[_number(number)] = frozenset(text.decode("utf-8", "replace").splitlines()[1:])

    def _claim(self, row: dict[str, Any], texts: dict[str, str | None]) -> Iterator[tuple[str, str]]:
        proof = row["proof"]
        if f"claim {proof['hash']}" not in self._linked.get(proof["batch"], ()):
            yield "not covered", "no link of the chain has its row"
            return
        if proof["hash"] not in self._rows:
            yield "not covered", "the row that its proof names is not there"
            return
        table, held = named(self._rows[proof["hash"]])
        said = {name: row[name] for name in _SAME} | {"document": row["doc"]["id"], "recorded": row["recorded"]}
        said |= {"speaker": row["speaker"]["name"], "actor": row["speaker"]["actor"], "anonymous": row["speaker"]["anonymous"]}
        said |= {"begin": row["valid"]["begin"], "until": row["valid"]["until"]}
        other = [name for name, value in said.items() if table != "claim" or held[name] != value]
        if other:
            yield "record", f"it is not what was recorded: {', '.join(other)}"
        if row["masked"] or held["body_sha256"] not in self._bodies or held["details"] not in self._parts:
            self.withheld += 1
        else:
            yield from self._words(row, json.loads(self._bodies[held["body_sha256"]]), json.loads(self._parts[held["details"]]))
        yield from self._quote(row, texts)

    def _words(self, row: dict[str, Any], body: dict[str, Any], parts: list[Any]) -> Iterator[tuple[str, str]]:
        args = dict(body["args"])
        figures = [dict(zip(_FIGURE, _figure(values), strict=True)) for values in dict(parts)["figure"]]
        given = [{name: figure[name] for name in _FIGURE} for figure in row["figures"]]
        other = [name for name in _WORDS if row[name] != body[name]]
        other += ["args"] * (row["args"] != args) + ["figures"] * (figures != given)
        if other:
            yield "record", f"its words are not what was recorded: {', '.join(other)}"

    def _quote(self, row: dict[str, Any], texts: dict[str, str | None]) -> Iterator[tuple[str, str]]:
        key = row["doc"]["text_sha256"]
        if key not in texts:
            name = f"data/texts/{key}.txt"
            texts.clear()  # claims of one document stand together
            texts[key] = self._bag.small(name).decode("utf-8", "replace") if name in self._bag.names else None
        text = texts[key]
        if text is not None and row["quote"] is not None and not row["masked"] and text[row["start"] : row["end"]] != row["quote"]:
            yield "record", "its quote is not what stands in the text"


def _figure(values: list[Any]) -> list[Any]:
    """Return the values of a figure's row in the order of _FIGURE: after its number come value, op, unit, low, high and so on."""
    return values[1 : 1 + len(_FIGURE)]


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 16 else -1  # noqa: PLR2004 - no chain is as long
