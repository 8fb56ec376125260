"""The measuring tool itself, on an invented program and an invented scorer."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tools import quality, scores
from tools.runs import Program, Row, RunError
from tools.scores import Bench

PROGRAM = """
import json, sys
if sys.argv[1] != "annotate":
    sys.exit("no such command: " + sys.argv[1])
for line in open(sys.argv[2], encoding="utf-8"):
    print(json.dumps({"doc": {"ref": json.loads(line)["id"]}, "text": json.loads(line)["text"], "places": [{"start": 0, "end": 4}]}))
"""
SCORER = """
def score(gold, predicted):
    if gold[0]["text"] != predicted[0]["text"]:
        raise SystemExit("the texts differ")
    return {"gold": len(gold), "predicted": sum(len(p["places"]) for p in predicted), "recognition": (1.0, 2.0, 3.0)}
"""


@pytest.fixture(name="bench")
def _bench(tmp_path: Path) -> Bench:
    for folder in ("data/geovirus", "eval", "work"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "program.py").write_text(PROGRAM, encoding="utf-8")
    (tmp_path / "eval" / "places.py").write_text(SCORER, encoding="utf-8")
    gold = {"id": "0", "text": "Port Vela was quiet.", "places": [[0, 9, "Port Vela", None, None]]}
    (tmp_path / "data" / "geovirus" / "gold.jsonl").write_text(json.dumps(gold) + "\n", encoding="utf-8")
    scores.scorer.cache_clear()
    work = tmp_path / "work"
    return Bench(tmp_path / "data", tmp_path / "eval", work, Program(work, (sys.executable, str(tmp_path / "program.py"))))


def test_a_score_is_what_the_scorer_says_of_what_the_program_drew(bench: Bench) -> None:
    score = dict(scores.SCORES)["places, wiki news"]
    assert score(bench) == {"gold": 1, "predicted": 1, "recognition": (1.0, 2.0, 3.0)}


def test_a_metonym_is_told_apart_where_it_is_an_actor_and_no_place() -> None:
    gold: list[Row] = [{"metonyms": [[0, 6, "a"], [10, 16, "b"], [20, 26, "c"], [30, 36, "d"]]}]
    actors = [{"start": at, "end": at + 6} for at in (0, 10, 20)]
    places = [{"start": 10, "end": 16, "role": "metonym"}, {"start": 20, "end": 26, "role": "place"}]
    assert scores.metonyms(gold, [{"actors": actors, "places": places}]) == {"metonyms": (50.0, "n=4")}
    assert scores.metonyms([{}], [{"actors": [], "places": []}]) == {}


def test_the_program_never_sees_the_gold(bench: Bench) -> None:
    seen = bench.bare(bench.data / "geovirus" / "gold.jsonl", "bare.jsonl").read_text(encoding="utf-8")
    assert set(json.loads(seen)) == {"id", "text"}


def test_the_same_call_is_made_once(bench: Bench) -> None:
    path = bench.bare(bench.data / "geovirus" / "gold.jsonl", "bare.jsonl")
    assert bench.program("annotate", str(path)) is bench.program("annotate", str(path))


def test_a_command_that_fails_is_told_with_its_words(bench: Bench) -> None:
    with pytest.raises(RunError, match="exit code 1: no such command: verify"):
        bench.program("verify")


def test_missing_scores_are_listed_with_the_reason(bench: Bench, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(quality, "Program", lambda _work: bench.program)
    out = tmp_path / "build" / "scores.json"
    assert quality.main([str(bench.data), str(bench.scorers), "--out", str(out), "--only", "wiki"]) == 0
    assert quality.main([str(bench.data), str(bench.scorers), "--out", str(out), "--only", "places"]) == 3
    found = json.loads(out.read_text(encoding="utf-8"))["scores"]
    assert found["places, wiki news"]["recognition"] == [1.0, 2.0, 3.0]
    assert "no scorer at" in found["places, gold"]["missing"]


def test_a_folder_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as caught:
        quality.main([str(tmp_path), str(tmp_path / "nowhere")])
    assert caught.value.code == 2


def test_spans_are_taken_from_every_layer() -> None:
    row: dict[str, object] = {
        "text": "Port Vela was quiet.",
        "places": [{"start": 0, "end": 9}],
        "actors": [{"start": 0, "end": 4, "label": "Port"}],
        "attributions": [{"content": [[0, 4], [5, 9]], "cue": [], "source": [[10, 13]]}],
    }
    assert sorted(scores.spans_of(row), key=str) == [(0, 4, "Port"), (0, 4, None), (0, 9, None), (10, 13, None), (5, 9, None)]
