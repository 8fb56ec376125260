"""Every score, one function each: prepared input goes through the program, and the scorer compares what comes out with the gold."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import cast

from tools.runs import Program, Row, RunError, read_rows, write_rows

Figures = dict[str, object]

TABLE = ("article_title", "article_content", "source", "date")
COLUMNS = tuple(f"{ours}={theirs}" for ours, theirs in zip(("title", "text", "publisher", "published"), TABLE, strict=True))


@cache
def scorer(path: Path) -> ModuleType:
    """Load a scorer from its file.

    Raises:
        RunError: there is no such file.
    """
    spec = importlib.util.spec_from_file_location(f"scorer_{path.stem}", path)
    if spec is None or spec.loader is None or not path.is_file():
        reason = f"no scorer at {path}"
        raise RunError(reason)
    if str(path.parent) not in sys.path:
        sys.path.append(str(path.parent))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@dataclass(frozen=True, slots=True)
class Bench:
    """Where data and scorers lie, where prepared files go, and the program under measure."""

    data: Path
    scorers: Path
    work: Path
    program: Program

    def prepared(self, name: str) -> Path:
        """Return a file that the scorers' own preparation wrote, preparing all of them at the first call."""
        folder = self.work / "corpus"
        if not folder.is_dir():
            scorer(self.scorers / "corpus.py").main(self.data, self.data / "gold", folder)
        return folder / name

    def bare(self, gold: Path, name: str) -> Path:
        """Return a copy of gold documents with nothing but their id and text."""
        return write_rows(self.work / name, [{"id": row["id"], "text": row["text"]} for row in read_rows(gold)])

    def annotate(self, path: Path) -> list[Row]:
        """Return what the program draws from a file or folder."""
        return self.program("annotate", str(path), "--json").rows

    def score(self, module: str, gold: list[Row], predicted: list[Row]) -> Figures:
        """Return the figures of a scorer that has one function ``score``."""
        return cast("Figures", scorer(self.scorers / f"{module}.py").score(gold, predicted))

    def ledger(self) -> tuple[str, str]:
        """Return the options that name a ledger holding the whole table of articles, filling it at the first call."""
        chosen = ("--ledger", str(self.work / "ledger.db"))
        columns = [word for column in COLUMNS for word in ("--column", column)]
        table = self.data / "fa-kes" / "FA-KES-Dataset.csv"
        self.program("add", str(table), *chosen, *columns, "--date-order", "mdy", "--json")
        return chosen


def claims_seeds(bench: Bench) -> Figures:
    """Claims of the seed articles, whose gold is not exhaustive: ``complete`` is the headline."""
    return bench.score("claims", read_rows(bench.data / "gold" / "claims.jsonl"), bench.annotate(bench.data / "seeds"))


def prepared_score(module: str, name: str) -> Callable[[Bench], Figures]:
    """Return the score of one prepared set."""

    def score(bench: Bench) -> Figures:
        return bench.score(module, read_rows(bench.prepared(f"{name}.gold.jsonl")), bench.annotate(bench.prepared(f"{name}.in.jsonl")))

    return score


def bare_score(module: str, gold: str) -> Callable[[Bench], Figures]:
    """Return the score of a set whose gold file holds its own texts."""

    def score(bench: Bench) -> Figures:
        path = bench.data / gold
        return bench.score(module, read_rows(path), bench.annotate(bench.bare(path, f"{path.parent.name}.in.jsonl")))

    return score


def places_gold(bench: Bench) -> Figures:
    """Places of the coded war reports, and of the names there that stand for somebody how many are told apart."""
    gold, predicted = read_rows(bench.prepared("places.gold.jsonl")), bench.annotate(bench.prepared("places.in.jsonl"))
    return {**bench.score("places", gold, predicted), **metonyms(gold, predicted)}


def metonyms(gold: list[Row], predicted: list[Row]) -> Figures:
    """Return how many of the coded metonyms are drawn as an actor and not as a place, in percent, and how many there are.

    A place in the role of a metonym, which is drawn beside the actor, is none in the role of a place.
    """
    coded = told = 0
    for row, drawn in zip(gold, predicted, strict=True):
        places, actors = (cast("list[Row]", drawn[layer]) for layer in ("places", "actors"))
        for start, end, *_ in cast("list[tuple[int, int, str]]", row.get("metonyms") or []):
            coded += 1
            taken = any(_over(place, start, end) and place["role"] == "place" for place in places)
            told += not taken and any(_over(actor, start, end) for actor in actors)
    return {"metonyms": (round(100 * told / coded, 1), f"n={coded}")} if coded else {}


def _over(span: Row, start: int, end: int) -> bool:
    return cast("int", span["start"]) < end and cast("int", span["end"]) > start


def reuse(bench: Bench) -> Figures:
    """Reprints and shared passages among labelled pairs of articles."""
    found = bench.program("reprints", "--json", *bench.ledger()).rows
    gold = read_rows(bench.data / "gold" / "pairs.jsonl")
    return cast("Figures", scorer(bench.scorers / "comparison.py").pairs(gold, found))


def contradictions(bench: Bench) -> Figures:
    """Contradictions and look-alikes among labelled pairs of claims."""
    ledger = bench.ledger()
    drawn, links = (bench.program(command, "--json", *ledger).rows for command in ("claims", "contradictions"))
    gold = read_rows(bench.data / "gold" / "contradictions_fakes.jsonl")
    return cast("Figures", scorer(bench.scorers / "comparison.py").contradictions(gold, drawn, links))


def filling(bench: Bench) -> Figures:
    """What it took to fill a ledger with the whole table, and whether the record verifies."""
    ledger = bench.ledger()
    added = next(run for words, run in bench.program.finished() if words[0] == "add")
    verified = bench.program("verify", *ledger, "--json")
    return {"seconds": round(added.seconds, 1), "cpu_seconds": round(added.cpu, 1), "exit": added.code, "verify_exit": verified.code}


def spans_of(row: Row) -> Iterator[tuple[int, int, str | None]]:
    """Yield every span of a line, with the words it is said to hold where the line repeats them."""
    for layer in ("times", "places", "actors", "claims"):
        for item in cast("list[Row]", row.get(layer) or []):
            yield cast("int", item["start"]), cast("int", item["end"]), cast("str | None", item.get("label"))
    for item in cast("list[Row]", row.get("attributions") or []):
        for role in ("content", "cue", "source"):
            for start, end in cast("list[tuple[int, int]]", item[role]):
                yield start, end, None


def spans(bench: Bench) -> Figures:
    """Spans of the seeds and the coded articles: how many there are, and how many do not lie in their text or hold other words."""
    rows = [*bench.annotate(bench.data / "seeds"), *bench.annotate(bench.prepared("claims_fakes.in.jsonl"))]
    checked = wrong = 0
    for row in rows:
        text = cast("str", row["text"])
        for start, end, label in spans_of(row):
            checked += 1
            wrong += not 0 <= start < end <= len(text) or (label is not None and text[start:end] != label)
    return {"spans": checked, "wrong": wrong}


def cpu(bench: Bench) -> Figures:
    """CPU time of the whole over that of the linguistic analysis, in one run of one process."""
    texts = bench.bare(bench.data / "polnear" / "polnear_dev.jsonl", "cpu.in.jsonl")
    run = Program(bench.work, (sys.executable, "-m", "benchmarks.cpu_ratio"))(str(texts), "--json")
    return {**run.rows[0], "with_start": round(run.cpu, 2)}


SCORES: tuple[tuple[str, Callable[[Bench], Figures]], ...] = (
    ("claims, seeds", claims_seeds),
    ("claims, coded articles", prepared_score("claims", "claims_fakes")),
    ("attribution, news", bare_score("attribution", "polnear/polnear_dev.jsonl")),
    ("attribution, gold", prepared_score("attribution", "attributions")),
    ("times, gold", prepared_score("times", "times")),
    ("places, gold", places_gold),
    ("places, wiki news", bare_score("places", "geovirus/gold.jsonl")),
    ("reuse", reuse),
    ("contradictions", contradictions),
    ("filling a ledger", filling),
    ("spans", spans),
    ("CPU time", cpu),
)
