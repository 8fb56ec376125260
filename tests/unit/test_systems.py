"""Rows of what articles do: the file is what it should be, and what is drawn is judged as it says; on an invented document."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import yaml

from tools.runs import Program
from tools.systems import __main__ as program
from tools.systems import judge
from tools.systems.checks import CHECKS
from tools.systems.load import PATH, load
from tools.systems.rows import FIELDS, MOST_EXEMPT, Expectation, Json, Systems

DIGEST = "ab" * 32
CLAIM: Json = {
    "start": 10,
    "end": 40,
    "type": "control",
    "frame": "takes-control",
    "gloss": "The Odrin brigade took control of Vela",
    "stance": "asserts",
    "hedge": None,
    "own": False,
    "speaker": {"actor": "ODRIN", "name": "Odrin Council", "anonymous": False},
    "chain": ["Vela Times", "Odrin Council"],
    "args": {
        "controller": {"actor": "BRIGADE", "place": None, "name": "Odrin brigade"},
        "place": {"actor": None, "place": "vela", "name": "Vela"},
        "place_2": {"actor": None, "place": None, "name": "the mill"},
    },
    "places": ["Vela"],
    "place_ids": ["vela"],
    "valid": {"begin": "2031-05-02", "until": "2031-05-03", "edtf": "2031-05-02/2031-05-03"},
    "figures": [{"op": ">=", "value": 40.0, "unit": "streets", "denominator": "streets of Vela", "as_of": "2031-05-03"}],
    "about": None,
}
LINE: Json = {
    "doc": {
        "id": f"sha256:{DIGEST}",
        "published": {"value": "2031-05-04"},
        "byline": ["Ada Orre"],
        "original_source": {"name": "Vela Times"},
        "segments": [
            {"kind": "headline", "start": 0, "end": 9, "dated": None, "speaker": None},
            {"kind": "body", "start": 9, "end": 99, "dated": "2031-05-04", "speaker": None},
        ],
    },
    "claims": [CLAIM],
    "attributions": [{"content": [[12, 20], [50, 60]], "speaker": "ODRIN", "anonymous": False, "speech": True}],
    "times": [{"start": 20, "end": 25, "value": "2031-05-02", "begin": "2031-05-02", "until": "2031-05-02", "rival": None}],
    "places": [{"start": 30, "end": 34, "place": "vela", "kind": "town"}],
    "actors": [{"start": 10, "end": 15, "actor": "BRIGADE"}],
}
GROUPS = {"ours": ("ODRIN", "BRIGADE")}

HOLD = [
    {"claim": {"type": ["route", "control"], "frame": "takes-control", "own": False, "stance": "asserts", "hedge": False, "about": False}},
    {"claim": {"speaker": "$ours", "anonymous": False, "chain": ["Times", "Odrin"], "actors": ["$ours"], "places": ["vela"]}},
    {"claim": {"args": {"controller": "any", "place": "vela", "place_2": {"name": "mill"}}, "begin": "2031-05", "until_by": "2031-05-03"}},
    {"claim": {"args": {"place": {"not": "it"}}, "gloss": "took control", "no_gloss": "liberat", "until": "2031-05-03"}},
    {"claim": {"figure": {"value": 40, "op": ">=", "unit": "street", "denominator": "Vela", "as_of": "2031-05"}}},
    {"attribution": {"speaker": "ODRIN", "speech": True}},
    {"time": {"value": "2031-05", "rival": None}},
    {"place": {"place": "vela", "kind": "town"}},
    {"actor": {"actor": "BRIGADE"}},
    {"segment": {"kind": "body", "dated": "2031-05-04", "speaker": None}},
    {"doc": {"published": "2031-05-04", "byline": "Ada Orre", "original_source": "Vela"}},
    {"no_claim": {"type": "attack"}},
    {"no_actor": {"actor": "ODRIN"}},
]
FALL_SHORT = [
    ({"claim": {"type": "route"}}, "type is control"),
    ({"claim": {"stance": ["denies", "plans"]}}, "stance is asserts"),
    ({"claim": {"hedge": True}}, "hedge"),
    ({"claim": {"speaker": "MISSION"}}, "speaker is ODRIN"),
    ({"claim": {"chain": ["Odrin", "Times"]}}, "chain"),
    ({"claim": {"args": {"loser": "any"}}}, "args"),
    ({"claim": {"args": {"controller_2": "any"}}}, "args"),
    ({"claim": {"args": {"controller": {"not": "odrin brigade"}}}}, "args"),
    ({"claim": {"actors": ["BRIGADE", "MISSION"]}}, "actors"),
    ({"claim": {"nobody": True}}, "nobody"),
    ({"claim": {"places": ["mora"]}}, "places"),
    ({"claim": {"until_by": "2031-05-02"}}, "until_by"),
    ({"claim": {"figure": {"value": 41}}}, "figure"),
    ({"claim": {"figure": {"value": 40, "derived": True}}}, "figure"),
    ({"claim": {"about": True}}, "about"),
    ({"claim": {"about": {"type": "siege"}}}, "about"),
    ({"claim": {"gloss": "liberated"}}, "gloss"),
    ({"claim": {"no_gloss": "took"}}, "no_gloss"),
    ({"attribution": {"anonymous": True}}, "anonymous"),
    ({"time": {"rival": "2031"}}, "rival"),
    ({"segment": {"speaker": True}}, "speaker"),
    ({"doc": {"published": "2030"}}, "published"),
    ({"no_claim": {"frame": "takes-control"}}, "is there"),
    ({"no_actor": {}}, "is there"),
]


def expectation(told: dict[str, dict[str, object]], start: int = 10, end: int = 40) -> Expectation:
    (kind, wanted), *_ = told.items()
    return Expectation(kind, wanted, start, end)


@pytest.mark.parametrize("told", HOLD, ids=str)
def test_what_is_there_meets_what_is_asked_for(told: dict[str, dict[str, object]]) -> None:
    assert judge.short_of(expectation(told), LINE, GROUPS) is None


@pytest.mark.parametrize(("told", "why"), FALL_SHORT, ids=str)
def test_what_falls_short_is_named(told: dict[str, dict[str, object]], why: str) -> None:
    missing = judge.short_of(expectation(told), LINE, GROUPS)
    assert missing is not None
    assert why in missing


@pytest.mark.parametrize("kind", ["claim", "attribution", "time", "place", "actor"])
def test_words_where_nothing_was_drawn_hold_nothing(kind: str) -> None:
    missing = judge.short_of(expectation({kind: {}}, 90, 95), LINE, GROUPS)
    assert missing is not None
    assert "none there" in missing


def test_an_attribution_in_two_pieces_is_found_in_each_and_not_between() -> None:
    asked: dict[str, dict[str, object]] = {"attribution": {"speaker": "ODRIN"}}
    assert judge.short_of(expectation(asked, 55, 57), LINE, GROUPS) is None
    assert judge.short_of(expectation(asked, 30, 40), LINE, GROUPS) is not None


def written(folder: Path, *rows: dict[str, object]) -> Path:
    path = folder / "systems.yaml"
    held = {"floor": 1, "documents": {"a": DIGEST}, "groups": {"ours": ["ODRIN"]}, "rows": list(rows)}
    path.write_text(yaml.safe_dump(held), encoding="utf-8")
    return path


def row(number: int = 1, **more: object) -> dict[str, object]:
    return {"row": number, "title": "a capture", "doc": "a", "at": [10, 40], "expect": [{"claim": {"type": "control"}}]} | more


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (row(2), "numbered from 1"),
        (row(doc="b"), "no document b"),
        (row(expect=[]), "needs expectations"),
        (row(issue=7), "together or neither"),
        (row(expect=[{"weather": {}}]), "one of claim"),
        (row(expect=[{"claim": {"colour": "red"}}]), "no colour"),
        (row(expect=[{"claim": {"args": {"party": ["$theirs"]}}}]), r"no group \$theirs"),
    ],
)
def test_a_file_that_is_not_what_it_should_be_is_refused(told: dict[str, object], why: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=why):
        load(written(tmp_path, told))


def judged(tmp_path: Path) -> tuple[Systems, list[judge.Judged]]:
    wrong = {"claim": {"type": "route"}}
    path = written(
        tmp_path,
        row(1),
        row(2, issue=7, later="a view"),
        row(3, expect=[wrong]),
        row(4, issue=6, later="a pair", expect=[wrong]),
        row(5, expect=[], exempt="the text does not say it"),
    )
    loaded = load(path)
    return loaded, judge.judge(loaded, [LINE])


def test_rows_are_judged_and_what_is_for_later_is_counted_apart(tmp_path: Path) -> None:
    _, found = judged(tmp_path)
    assert [one.state for one in found] == [judge.HOLDS, judge.LATER, judge.NOT, judge.NOT, judge.EXEMPT]
    assert judge.held(found) == 2
    assert judge.told(found).startswith("1 of 5 hold, 1 more")


def test_other_bytes_are_no_document_of_the_rows(tmp_path: Path) -> None:
    loaded, _ = judged(tmp_path)
    with pytest.raises(ValueError, match="no document with the SHA-256 of a"):
        judge.judge(loaded, [])


def test_the_floor_decides_the_exit_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    loaded, _ = judged(tmp_path)
    (tmp_path / "seeds").mkdir()
    monkeypatch.setattr(program, "load", lambda _: loaded)
    monkeypatch.setattr(program, "drawn_from", lambda _: [LINE])
    assert program.main([str(tmp_path), "--floor", "2"]) == 0
    assert program.main([str(tmp_path), "--floor", "3", "--row", "3"]) == 1
    told = capsys.readouterr()
    assert "2 rows hold as far as is asked now, 3 must" in told.err
    assert "type is control" in told.out.replace("\n", " ")


def test_a_folder_without_the_articles_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="2"):
        program.main([str(tmp_path)])


def test_what_is_judged_is_what_the_program_prints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "program.py"
    script.write_text("import json, sys; print(json.dumps({'words': sys.argv[1:]}))", encoding="utf-8")
    monkeypatch.setattr(program, "Program", lambda work: Program(work, (sys.executable, str(script))))
    assert program.drawn_from(tmp_path) == [{"words": ["annotate", str(tmp_path), "--json"]}]


def test_the_rows_that_come_with_the_program_are_all_there_and_few_are_exempt() -> None:
    loaded = load(PATH)
    assert len(loaded.rows) == 127
    assert sum(row.exempt is not None for row in loaded.rows) <= MOST_EXEMPT
    assert all(set(checks) <= set(FIELDS[kind]) for kind, checks in CHECKS.items())
