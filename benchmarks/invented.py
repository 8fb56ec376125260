"""An invented corpus, always the same, document by document, with the shares that ``shapes.yaml`` has of real reports.

Places, parties, speakers and publishers are drawn by Zipf's law, so that a few have most; one document in twelve copies one of the fifty
before it. A claim is a sentence of its text, with who says it and the names and words for who acts in it.
"""

from __future__ import annotations

import json
import random
from collections import deque
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

import yaml

from benchmarks.written import Text, Told

EACH, SPAN, FIRST = 15, 110, date(2031, 1, 1)
"""Claims of a document; days of the corpus, and the first of them."""
_PLACES, _PARTIES, _SPEAKERS, _PUBLISHERS, _WORDED = 3000, 300, 900, 80, 40
_OWN, _PLACE, _BOTH, _KNOWN, _RECENT = 0.45, 0.6, 0.25, 0.27, 300
_RECORDED = "2038-01-01T00:00:00.000000Z"
_RULE = "-" * 300
"""As long as what explains a claim that was drawn."""
_LAYERS = json.dumps({"attributions": "-", "times": None, "places": None, "actors": "-", "claims": "-"})
SHAPES: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("shapes.yaml").read_text(encoding="utf-8"))


@cache
def _shares(path: str) -> tuple[list[Any], list[int]]:
    found: Any = SHAPES
    for name in path.split("/"):
        found = found[name]
    return list(found), list(accumulate(found.values()))


@cache
def _zipf(count: int) -> tuple[range, list[float]]:
    return range(count), list(accumulate(1 / (number + 2) for number in range(count)))


class Corpus:
    """Rows of documents, one after the other."""

    def __init__(self, documents: int) -> None:
        self._dice, self._documents = random.Random(7), documents  # noqa: S311 - invented data
        self._recent: deque[int] = deque(maxlen=_RECENT)
        self.claims = self.pairs = 0

    def rows(self, number: int) -> Iterator[Told]:
        """Yield the rows of a document: table and values."""
        day = FIRST + timedelta(days=number * SPAN // self._documents)
        sealed = {"recorded": _RECORDED, "batch": number, "hash": "-"}
        key, publisher, text = f"sha256:{number:064d}", self._rank(_PUBLISHERS), Text(number)
        yield "batch", {"seq": number, "recorded": _RECORDED, "rows": 0, "content": "-", "previous": "-", "hash": f"{number:064d}"}
        yield "blob", {"seq": number, "sha256": f"{number:064d}", "size": 0, **sealed}
        told = {"path": f"wire/{number}.txt", "publisher": f"Paper {publisher}", "published": day.isoformat(), "weak": 0, "byline": "[]"}
        yield "appearance", {"seq": number, "id": f"a:{number}", "document": key, **told, **sealed}
        yield "reading", {"seq": number, "document": key, "appearance": f"a:{number}", "layers": _LAYERS, **sealed}
        if number > 1 and not number % 12:
            pair = sorted((key, f"sha256:{number - self._dice.randint(1, min(50, number - 1)):064d}"))
            yield "reprint", {"seq": number // 12, "id": f"r:{number}", "a": pair[0], "b": pair[1], "label": "reprint", "containment": 1.0,
                              "details": "-", **sealed}  # fmt: skip
        for ordinal in range(EACH):
            yield from self._claim({"document": key, "reading": number, "ordinal": ordinal}, publisher, day, text, sealed)
        held = {
            "blob": f"{number:064d}",
            "text": text.told,
            "text_sha256": "-",
            "chars": len(text.told),
            "format": "plain",
            "segments": "[]",
        }
        yield "document", {"seq": number, "id": key, **held, **sealed}
        yield from text.mentions()

    def _claim(self, where: dict[str, Any], publisher: int, day: date, text: Text, sealed: dict[str, Any]) -> Iterator[Told]:
        self.claims += 1
        seq, kind, own = self.claims, self._draw("types"), self._dice.random() < _OWN
        frame, stance = self._draw(f"frames/{kind}"), "predicts" if kind == "prediction" else self._draw("stances")
        places = [self._rank(_PLACES) for _ in range(1 + (self._dice.random() < _BOTH))]
        args = [[role, self._filler(role.partition("_")[0], places[0])] for role in self._draw(f"roles/{kind}").split()]
        who = self._who(publisher, own=own)
        start, end, at = text.add(frame, args, places[0], None if own else who, (self._word(frame, publisher), self._label(publisher)))
        told = {"rule": _RULE, "at": None, "kind": self._draw("kinds"), "start": at[0], "end": at[1], "filled": [], "met": [],
                "parts": [["frame", 1.0]]}  # fmt: skip
        figure = self._figure() if self._dice.randrange(1000) < SHAPES["counted"].get(kind, 5) else None
        body: dict[str, Any] = {
            "about": None,
            "args": args,
            "chain": [] if own else ["page", who[0]],
            "gloss": f"{frame} {where['ordinal']}",
        }
        body |= {"hedge": None, "place_ids": [f"place-{each}" for each in places], "places": [f"Place {each}" for each in places]}
        body |= {"explanation": {"frame": frame, **told}} | ({"figures": [[False, figure[1], None]]} if figure and figure[1] else {})
        if kind == "prediction":
            body["about"] = {"type": "control", "frame": "takes-control", "place": f"place-{places[0]}"}
            body["forecast"] = {"verdict": "scorable", "deadline": (FIRST + timedelta(days=7 * 365)).isoformat()}
        said = {"type": kind, "frame": frame, "stance": stance, "speaker": who[0], "actor": who[1], "own": own, **self._days(day)}
        drawn = {"start": start, "end": end, "asserted": day.isoformat(), "proposition": f"p:{self._dice.getrandbits(40)}", "method": "-"}
        kept = {"score": 1.0, "anonymous": False, "body": json.dumps(body, sort_keys=True), "body_sha256": "-", "details": "-"}
        kept |= {"attribution": None if own else f"a:{where['ordinal']}"}
        yield "claim", {"seq": seq, "id": f"c:{seq:016d}", **where, **said, **drawn, **kept, **sealed}
        yield from (
            ("claim_place", {"claim": seq, "ordinal": n, "place": f"place-{each}", "name": f"Place {each}"})
            for n, each in enumerate(places)
        )
        named = [("speaker", {"actor": who[1], "name": who[0]}), *((role, filler) for role, filler in args if filler["place"] is None)]
        yield from (("claim_actor", {"claim": seq, "ordinal": n, "role": role, "actor": one["actor"], "name": one["name"]})
                    for n, (role, one) in enumerate(named))  # fmt: skip
        if figure:
            yield "figure", {"claim": seq, "ordinal": 0, "derived": False, **figure[0]}
        yield from self._pairs(seq, sealed)

    def _who(self, publisher: int, *, own: bool) -> tuple[str, str | None]:
        number = self._rank(_SPEAKERS)
        if own:
            return f"Paper {publisher}", f"PAPER-{publisher}"
        return (f"Party {number}", f"PARTY-{number}") if number < _PARTIES else (f"Speaker {number}", None)

    def _days(self, day: date) -> dict[str, str]:
        begin = day - timedelta(days=self._dice.choice((0, 0, 0, 0, 0, 1, 1, 2, 9, 30)))
        return {"begin": begin.isoformat(), "until": (begin + timedelta(days=self._draw("lasts"))).isoformat()}

    def _figure(self) -> tuple[dict[str, Any], str | None]:
        value = self._dice.randint(1, 90)
        return {"value": value, "op": self._draw("ops"), "unit": self._draw("units"), "low": value, "high": value}, self._draw("counts")

    def _pairs(self, seq: int, sealed: dict[str, Any]) -> Iterator[Told]:
        for kind, share in SHAPES["pairs"].items():
            if self._recent and self._dice.randrange(1000) < share:
                self.pairs += 1
                ends = sorted((f"c:{seq:016d}", f"c:{self._dice.choice(self._recent):016d}"))
                found = {
                    "seq": self.pairs,
                    "id": f"x:{self.pairs}",
                    "kind": kind,
                    "a": ends[0],
                    "b": ends[1],
                    "why": "-",
                    "look_alike": False,
                }
                yield "contradiction", found | sealed
        self._recent.append(seq)

    def _filler(self, role: str, place: int) -> dict[str, Any]:
        party = self._rank(_PARTIES)
        filler = {"name": f"Party {party}", "actor": f"PARTY-{party}", "place": None, "start": 0, "end": 1}
        if role in {"place", "at", "route"}:
            told = self._dice.random() < _PLACE
            return filler | {"name": f"Place {place}", "actor": None, "place": f"place-{place}" if told else None}
        if role not in SHAPES["words"] and role not in SHAPES["spelt"]:
            return filler
        name = self._draw(f"words/{role}").format(n=self._dice.randrange(_WORDED)) if role in SHAPES["words"] else f"{role} {party}"
        return filler | ({} if role == "target" and self._dice.random() < _KNOWN else {"name": name, "actor": None})

    def _word(self, frame: str, publisher: int) -> str:
        words = SHAPES["verbs"].get(frame, ("told of",))
        return str(words[(publisher + self._dice.choice((0, 0, 0, 1, 2))) % len(words)])

    def _label(self, publisher: int) -> str:
        words = SHAPES["labels"]
        return str(words[self._dice.choice((0, 0, 1, publisher)) % len(words)])

    def _draw(self, path: str) -> Any:  # noqa: ANN401 - as the file has it
        found, weights = _shares(path)
        return self._dice.choices(found, cum_weights=weights)[0]

    def _rank(self, count: int) -> int:
        numbers, weights = _zipf(count)
        return self._dice.choices(numbers, cum_weights=weights)[0]
