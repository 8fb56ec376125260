"""The drawing of claims to be judged, and the counting of judgements, on invented reports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import sample, sample_tally
from tools.runs import Row, read_rows, write_rows
from tools.sample_tally import KINDS, TallyError

COUNTIES = "Arden Birch Cedar Dorn Elm Fenn Garth Holm Ilse Jarn Kell Lorn".split()


def claim(number: int, start: int, end: int) -> Row:
    place = {"name": "Port Vela", "place": "vela", "start": start, "end": end}
    what = {"type": "control", "frame": "takes-control", "stance": "asserts", "gloss": f"Claim {number}", "args": {"place": place}}
    return {"id": f"c:{number}", "start": start, "end": end, **what}


def document(number: int, publisher: str, claims: int = 3, text: str | None = None) -> Row:
    words = text or f"Report {number}. " + " ".join(f"{county}{number} fell to the northern guard." for county in COUNTIES)
    doc = {
        "id": f"sha256:{number}",
        "ref": f"r{number}",
        "path": f"table.csv#{number + 1}",
        "title": "Report",
        "publisher": {"id": publisher},
    }
    return {"doc": doc, "text": words, "claims": [claim(100 * number + n, 4 * n, 4 * n + 6) for n in range(claims)]}


@pytest.fixture(name="table")
def _table(tmp_path: Path) -> Path:
    return write_rows(tmp_path / "table.jsonl", [document(n, "gazette" if n % 2 else "herald") for n in range(12)])


def call(table: Path, *more: str, out: str = "judged.jsonl", seed: int = 7) -> int:
    folder = table.parent
    files = ("--out", str(folder / out), "--sheet", str(folder / "sheet.txt"))
    return sample.main([str(table), "--seed", str(seed), "--group", "north", "--publishers", "gazette", "--count", "5", *files, *more])


def ids(path: Path) -> list[object]:
    return [row["id"] for row in read_rows(path)]


def test_what_is_kept_has_no_text_and_room_for_the_judgement(table: Path) -> None:
    assert call(table) == 0
    rows = read_rows(table.parent / "judged.jsonl")
    assert len(rows) == 5
    assert set(rows[0]) == {"doc", "start", "end", "id", "group", "seed", "verdict", "errors"}
    assert all((row["verdict"], row["errors"], row["group"], row["seed"]) == (None, [], "north", 7) for row in rows)


def test_the_same_seed_draws_the_same_and_another_seed_others(table: Path) -> None:
    assert [call(table, out=name, seed=seed) for name, seed in (("a", 7), ("b", 7), ("c", 8))] == [0, 0, 0]
    a, b, c = (ids(table.parent / name) for name in "abc")
    assert a == b
    assert a != c


def test_the_sheet_shows_the_claim_in_its_text_with_its_arguments_and_those_beside_it(table: Path) -> None:
    assert call(table, "--count", "18", out="all") == 0
    sheet = (table.parent / "sheet.txt").read_text(encoding="utf-8")
    assert sheet.count("=== ") == 18
    assert "=== 1 · gazette · None · table.csv#" in sheet
    assert "text: [[Report]]" in sheet
    assert "    place: Port Vela <vela> = 'Report'" in sheet
    assert "    beside: control/takes-control asserts: Claim 101" in sheet


def test_rows_and_refs_named_are_left_out(table: Path) -> None:
    rows = table.parent / "rows.json"
    rows.write_text(json.dumps([{"row": 1, "note": "first row is 0"}, 3, {"ref": "r5"}, "r7"]), encoding="utf-8")
    lines = write_rows(table.parent / "lines.jsonl", [{"row": 9}])
    assert call(table, "--exclude", str(rows), "--exclude", str(lines), "--count", "3") == 0
    assert {row["doc"] for row in read_rows(table.parent / "judged.jsonl")} == {"sha256:11"}


def test_a_reprint_of_what_is_left_out_is_left_out_too(tmp_path: Path) -> None:
    first = document(0, "gazette")
    reprint = document(1, "gazette", text=f"Seen elsewhere. {first['text']} More follows.")
    table = write_rows(tmp_path / "table.jsonl", [first, reprint, document(2, "gazette")])
    rows = write_rows(tmp_path / "rows.jsonl", [{"row": 0}])
    assert call(table, "--exclude", str(rows), "--count", "3") == 0
    assert {row["doc"] for row in read_rows(tmp_path / "judged.jsonl")} == {"sha256:2"}


def test_the_same_document_twice_is_drawn_once(tmp_path: Path) -> None:
    table = write_rows(tmp_path / "table.jsonl", [document(1, "gazette")] * 2)
    assert call(table, "--count", "3") == 0
    assert len(set(ids(tmp_path / "judged.jsonl"))) == 3
    assert call(table, "--count", "4", out="more") == 1


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--count", "19"], "19 claims asked for, 18 there"),
        (["--publishers", "gazete"], "no document is of gazete; publishers are gazette, herald"),
        (["--exclude", "nowhere.json"], "No such file"),
    ],
)
def test_a_draw_that_cannot_be_made_says_why(table: Path, capsys: pytest.CaptureFixture[str], more: list[str], said: str) -> None:
    assert call(table, *more) == 1
    assert said in capsys.readouterr().err
    assert not (table.parent / "judged.jsonl").exists()


def test_a_list_that_names_nothing_is_refused(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = write_rows(table.parent / "rows.jsonl", [{"line": 4}])
    assert call(table, "--exclude", str(rows)) == 1
    assert "neither a row nor a ref" in capsys.readouterr().err


def test_judgements_are_never_written_over(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(table) == 0
    assert call(table) == 1
    assert "is there already" in capsys.readouterr().err


def test_text_may_not_be_written_into_the_repository(table: Path) -> None:
    with pytest.raises(SystemExit) as caught:
        call(table, "--sheet", str(sample.ROOT / "sheet.txt"))
    assert caught.value.code == 2


def test_a_draw_without_a_seed_is_a_usage_error(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        sample.main([str(table), "--publishers", "gazette"])
    assert caught.value.code == 2
    assert "a draw needs group, seed, out, sheet" in capsys.readouterr().err


@given(st.integers(0, 2**32), st.integers(1, 40))
def test_none_is_drawn_twice_and_a_longer_draw_goes_on_from_the_shorter(seed: int, count: int) -> None:
    claims = [(document(n, "gazette", claims=1), claim(n, 0, 1)) for n in range(40)]
    drawn = [number["id"] for _, number in sample.draw(claims, count, seed, lambda _: False)]
    assert len(set(drawn)) == count
    assert drawn == [number["id"] for _, number in sample.draw(claims, 40, seed, lambda _: False)][:count]


def judged(right: int, wrong: list[list[str]], unjudged: int = 0) -> list[Row]:
    verdicts: list[tuple[str | None, list[str]]] = [("right", [])] * right + [("wrong", kinds) for kinds in wrong] + [(None, [])] * unjudged
    return [{"id": "c:1", "group": "north", "verdict": verdict, "errors": kinds} for verdict, kinds in reversed(verdicts)]


def test_the_tally_gives_share_interval_and_kinds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_rows(tmp_path / "judged.jsonl", judged(8, [["place", "date"], ["place"]], unjudged=3))
    assert sample.main(["--tally", str(path)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "north: n 10, right 8, share 80.0%, 95 % interval 49.0% to 94.3%",
        "north: 3 not judged yet",
        "  place: 2",
        "  date: 1",
    ]


@given(st.integers(1, 500), st.data())
def test_the_interval_holds_the_share_and_mirrors(count: int, data: st.DataObject) -> None:
    right = data.draw(st.integers(0, count))
    low, high = sample_tally.wilson(right, count)
    assert 0 <= low <= right / count + 1e-9
    assert right / count - 1e-9 <= high <= 1
    assert sample_tally.wilson(count - right, count) == pytest.approx((1 - high, 1 - low))


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"verdict": "maybe"}, "the verdict is 'maybe'"),
        ({"verdict": "wrong", "errors": ["spelling"]}, "not a kind of error: spelling"),
        ({"verdict": "wrong", "errors": []}, "a wrong claim, and no other"),
        ({"verdict": "right", "errors": [KINDS[0]]}, "a wrong claim, and no other"),
    ],
)
def test_a_judgement_that_cannot_be_counted_says_why(row: Row, said: str) -> None:
    with pytest.raises(TallyError, match=said):
        list(sample_tally.lines([{"id": "c:1", "group": "north", **row}]))


@pytest.mark.parametrize("path", sorted((sample.ROOT / "tests" / "quality" / "judged").glob("*.jsonl")), ids=lambda path: path.stem)
def test_what_was_judged_can_be_counted_and_holds_no_text(path: Path) -> None:
    rows = read_rows(path)
    assert len(list(sample_tally.lines(rows))) > 1
    assert all(set(row) == {"doc", "start", "end", "id", "group", "seed", "verdict", "errors"} for row in rows)
    assert len({row["id"] for row in rows}) == len(rows)
