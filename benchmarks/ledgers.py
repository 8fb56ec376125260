"""A large invented ledger: a million claims, always the same, with the shares of types that a corpus of war reports has.

usage: python -m benchmarks.ledgers PATH [CLAIMS]      (1,000,000 where no number is given)

Rows are put in by SQL and not by the writer: they carry no hashes of their own, `verify` would refuse them, and nothing of them is in the
search index. Places, parties, speakers and publishers are drawn by Zipf's law, so that a few have most; one document in twelve copies one
of the fifty before it. Of every twenty claims one is drawn, and told again of nineteen later times, in other documents.
"""

from __future__ import annotations

import json
import random
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

from reportedly.codebook import codebook_of
from reportedly.store import Ledger, schema

SHARES = {
    "attack": 275, "casualty": 265, "statement": 125, "control": 90, "humanitarian": 43, "position": 32, "allegation": 30, "movement": 23,
    "support": 21, "siege": 14, "proposal": 10, "route": 10, "compliance": 9, "prediction": 7, "contact": 6, "denial": 5, "figure": 3,
    "coverage": 2,
}  # fmt: skip
"""Claims of each type in a thousand, as counted in 804 news reports on one war."""
_UNITS = ("people killed", "people wounded", "civilians killed", "soldiers killed", "strikes", "families", "trucks", "square kilometres")
_COUNTED = {"casualty": 0.8, "humanitarian": 0.5, "figure": 1.0, "attack": 0.08}
_ROLES = {
    "control": ("controller", "place"), "position": ("party", "matter"), "route": ("route", "actor"), "siege": ("place", "besieger"),
    "contact": ("party", "party_2"), "allegation": ("accused", "act"),
}  # fmt: skip
_EACH, _SPAN, _FIRST, _TIMES = 15, 110, date(2031, 1, 1), 20
_PLACES, _PARTIES, _SPEAKERS, _PUBLISHERS = 3000, 60, 900, 80
_OWN = 0.3
_EXPLAINED = {"rule": "-" * 300, "at": None, "kind": "clause", "start": 0, "end": 1, "filled": [], "met": [], "parts": [["frame", 1.0]]}
"""As long as it is of a claim that was drawn."""
_RECORDED = "2038-01-01T00:00:00.000000Z"


class Zipf:
    """Draws numbers, the first of them the most often."""

    def __init__(self, count: int) -> None:
        self._numbers = range(count)
        self._weights = list(accumulate(1 / (number + 2) for number in self._numbers))

    def draw(self, dice: random.Random) -> int:
        """Return one."""
        return dice.choices(self._numbers, cum_weights=self._weights)[0]


class Corpus:
    """Rows of documents, one after the other."""

    def __init__(self, documents: int) -> None:
        self._dice, self._documents = random.Random(7), documents  # noqa: S311 - invented data
        self._places, self._parties, self._speakers, self._publishers = map(Zipf, (_PLACES, _PARTIES, _SPEAKERS, _PUBLISHERS))
        self._frames = {kind: [frame.id for frame in codebook_of(()).frames() if frame.type == kind] for kind in SHARES}
        self._kinds, self._shares = list(SHARES), list(accumulate(SHARES.values()))
        self.claims = 0

    def rows(self, number: int) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the rows of a document: table and values."""
        day = _FIRST + timedelta(days=number * _SPAN // self._documents)
        sealed = {"recorded": _RECORDED, "batch": number, "hash": "-"}
        key, publisher = f"sha256:{number:064d}", self._publishers.draw(self._dice)
        yield "batch", {"seq": number, "recorded": _RECORDED, "rows": 0, "content": "-", "previous": "-", "hash": f"{number:064d}"}
        yield "blob", {"seq": number, "sha256": f"{number:064d}", "size": 0, **sealed}
        held = {"blob": f"{number:064d}", "text": "-", "text_sha256": "-", "chars": 1, "format": "plain", "segments": "[]"}
        yield "document", {"seq": number, "id": key, **held, **sealed}
        told = {"path": f"wire/{number}.txt", "publisher": f"Paper {publisher}", "published": day.isoformat(), "weak": 0, "byline": "[]"}
        yield "appearance", {"seq": number, "id": f"a:{number}", "document": key, **told, **sealed}
        yield "reading", {"seq": number, "document": key, "appearance": f"a:{number}", "layers": "{}", **sealed}
        if number > 1 and not number % 12:
            pair = sorted((key, f"sha256:{number - self._dice.randint(1, min(50, number - 1)):064d}"))
            yield "reprint", {"seq": number // 12, "id": f"r:{number}", "a": pair[0], "b": pair[1], "label": "reprint", "containment": 1.0,
                              "details": "-", **sealed}  # fmt: skip
        for ordinal in range(_EACH):
            yield from self._claim(key, number, ordinal, day, sealed)

    def _claim(self, document: str, number: int, ordinal: int, day: date, sealed: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
        dice = self._dice
        self.claims += 1
        kind = dice.choices(self._kinds, cum_weights=self._shares)[0]
        frame, own = dice.choice(self._frames[kind]), dice.random() < _OWN
        place, speaker = self._places.draw(dice), self._speakers.draw(dice)
        begin = (day - timedelta(days=dice.choice((0, 0, 0, 1, 1, 2, 9)))).isoformat()
        args: list[Any] = [[role, self._filler(role, place)] for role in _ROLES.get(kind, ("actor", "target"))]
        chain = [] if own else ["page", f"Speaker {speaker}"]
        body: dict[str, Any] = {"about": None, "args": args, "chain": chain, "gloss": f"{frame} {ordinal}", "hedge": None}
        body |= {"place_ids": [f"place-{place}"], "places": [f"Place {place}"], "explanation": {"frame": frame, **_EXPLAINED}}
        if kind == "prediction":
            body["about"] = {"type": "control", "frame": "takes-control", "place": f"place-{place}"}
            body["forecast"] = {"verdict": "scorable", "deadline": (_FIRST + timedelta(days=7 * 365)).isoformat()}
        who = (f"Paper {number}", None) if own else (f"Speaker {speaker}", f"PARTY-{speaker}" if speaker < _PARTIES else None)
        seq, counted = self.claims, dice.random() < _COUNTED.get(kind, 0.0)
        stance = dice.choices(("asserts", "denies", "reports"), (90, 3, 7))[0]
        said = {
            "type": kind,
            "frame": frame,
            "stance": stance,
            "speaker": who[0],
            "actor": who[1],
            "own": own,
            "begin": begin,
            "until": begin,
        }
        drawn = {"start": 0, "end": 1, "asserted": day.isoformat(), "proposition": f"p:{dice.getrandbits(40)}", "method": "-", "score": 1.0}
        kept = {"anonymous": False, "body": json.dumps(body, sort_keys=True), "body_sha256": "-", "details": "-"}
        where = {"seq": seq, "id": f"c:{seq:016d}", "reading": number, "ordinal": ordinal, "document": document}
        yield "claim", where | said | drawn | kept | sealed
        yield "claim_place", {"claim": seq, "ordinal": 0, "place": f"place-{place}", "name": f"Place {place}"}
        named = [{"role": role, "actor": filler["actor"], "name": filler["name"]} for role, filler in args if filler["place"] is None]
        yield from (("claim_actor", {"claim": seq, "ordinal": at, **each}) for at, each in enumerate(named))
        if counted:
            value = dice.randint(1, 90)
            told = {"value": value, "op": dice.choice(("=", "=", ">=", "~")), "unit": dice.choice(_UNITS), "low": value, "high": value}
            yield "figure", {"claim": seq, "ordinal": 0, "derived": False, **told}

    def _filler(self, role: str, place: int) -> dict[str, Any]:
        party = self._parties.draw(self._dice)
        filler = {"name": f"Party {party}", "actor": f"PARTY-{party}", "place": None, "start": 0, "end": 1}
        if role in {"place", "route"}:
            return filler | {"name": f"Place {place}", "actor": None, "place": f"place-{place}"}
        text = f"the Party {party} plan" if party % 2 else "the ceasefire"
        return filler | ({"name": text if role == "matter" else f"plan {party}", "actor": None} if role in {"matter", "act"} else {})


_COPIES = {
    "batch": {"seq": "seq + :d", "hash": "printf('%064d', seq + :d)"},
    "blob": {"seq": "seq + :d", "sha256": "printf('%064d', seq + :d)"},
    "document": {"seq": "seq + :d", "id": "printf('sha256:%064d', seq + :d)", "blob": "printf('%064d', seq + :d)"},
    "appearance": {"seq": "seq + :d", "id": "id || ' ' || :d", "document": "#document", "published": "@published"},
    "reading": {"seq": "seq + :d", "document": "#document", "appearance": "appearance || ' ' || :d"},
    "reprint": {"seq": "seq + :r", "id": "id || ' ' || :d", "a": "#a", "b": "#b"},
    "claim": {
        "seq": "seq + :c", "id": "printf('c:%016d', seq + :c)", "reading": "reading + :d", "document": "#document", "begin": "@begin",
        "until": "@until", "asserted": "@asserted", "proposition": "proposition || ' ' || :d",
    },
    "claim_place": {"claim": "claim + :c"},
    "claim_actor": {"claim": "claim + :c"},
    "figure": {"claim": "claim + :c"},
}  # fmt: skip
"""Columns that differ in a later telling: # stands for a document's id, @ for a day."""


def make(path: Path, claims: int) -> None:
    """Write a ledger of so many claims."""
    Ledger.open(path).close()
    documents = -(-claims // _EACH // _TIMES)
    corpus = Corpus(documents)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("PRAGMA foreign_keys=OFF")
        tables: dict[str, list[dict[str, Any]]] = {}
        for number in range(1, documents + 1):
            for table, row in corpus.rows(number):
                tables.setdefault(table, []).append(row)
        _insert(connection, tables)
        for time in range(1, _TIMES):
            for table in tables:
                _copy(connection, table, time, {name: len(tables[name]) for name in ("document", "claim", "reprint")})
            connection.commit()


def _copy(connection: sqlite3.Connection, table: str, time: int, counts: dict[str, int]) -> None:
    names = [column.name for column in schema.metadata.tables[table].columns]
    values = ", ".join(_value(({"batch": "batch + :d"} | _COPIES[table]).get(name, f'"{name}"')) for name in names)
    first = "claim" if _COPIES[table].keys() == {"claim"} else "seq"
    most = counts.get({"claim_place": "claim", "claim_actor": "claim", "figure": "claim"}.get(table, table), counts["document"])
    query = f"INSERT INTO {table} SELECT {values} FROM {table} WHERE {first} <= :most"  # noqa: S608 - names are ours
    more = {"d": time * counts["document"], "c": time * counts["claim"], "r": time * counts["reprint"]}
    connection.execute(query, more | {"days": f"+{time * _SPAN} days", "most": most})


def _value(told: str) -> str:
    if told.startswith("#"):
        return f"printf('sha256:%064d', CAST(substr({told[1:]}, 8) AS INTEGER) + :d)"
    return f"date({told[1:]}, :days)" if told.startswith("@") else told


def _insert(connection: sqlite3.Connection, tables: dict[str, list[dict[str, Any]]]) -> None:
    for table, rows in tables.items():
        names = [column.name for column in schema.metadata.tables[table].columns]
        quoted = ", ".join(f'"{name}"' for name in names)
        statement = f"INSERT INTO {table} ({quoted}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608 - names are ours
        connection.executemany(statement, [[row.get(name) for name in names] for row in rows])


def main(words: Sequence[str]) -> int:
    """Write it."""
    make(Path(words[0]), int(words[1]) if len(words) > 1 else 1_000_000)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
