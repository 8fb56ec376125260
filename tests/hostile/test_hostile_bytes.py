"""Bytes that are no text, or that are text in a way nobody meant; tables with one bad row."""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from reportedly.errors import ColumnError
from reportedly.model import Document, Failure
from reportedly.ports import ReadOptions
from reportedly.read import read_bytes, read_paths
from reportedly.read.unpack import read_member
from reportedly.store import Ledger, verify
from tests.hostile.scene import SAID, added, annotated, check_linear
from tests.unit.cli.console import call, lines, rows, write

OPTIONS = ReadOptions()
SUFFIXES = ("txt", "html", "jsonl", "csv", "bin")
SURROGATES = (
    r'{"id": "\ud800", "title": "\udfffNews", "publisher": "\ud83d", "url": "\udc00", "author": "\udbff", "text": "The army \ud83d left."}'
)


def whole(found: Document | Failure) -> bool:
    """Say whether what was found is a document, or a failure that says what, where and what to do."""
    return isinstance(found, Document) or (found.code.startswith("R2") and " — " in found.message)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 10_000,
        b" \n\t\r\n" * 100,
        b"\xff" * 1_000,
        b"\xfe\xff",
        b"\xff\xfe\0\0",
        b"\xef\xbb\xbf",
        b"\xef\xbb\xbf\xef\xbb\xbf{",
        b"\x1f\x8b\x08" + b"\0" * 50,
        b"\x00\xd8" * 500,
        b"{" * 5_000,
        b"[" * 100_000,
        b'{"a":' * 5_000,
        b'"' * 10_001,
        b"<" * 10_000,
        b"<!--" * 2_000,
        b"<!DOCTYPE x [" + b'<!ENTITY a "aaaaaaaaaa">' * 100 + b"]>&a;",
        b'{"text": ' + b"9" * 5_000 + b"}",
        b'{"text": NaN}\n{"text": -Infinity}\n{"text": true}\n{"text": ["a"]}\n{"text": null}\n"text"\n1\nnull',
        b"text\n" + b'"' * 3,
        b"text,text,text\na,b,c\n",
    ],
)
def test_no_bytes_break_a_reader(data: bytes, suffix: str) -> None:
    try:
        found = list(read_bytes(data, f"a.{suffix}", OPTIONS))
    except ColumnError as error:  # a header without text: told as a mistake of the call
        assert suffix in {"csv", "jsonl"}
        assert error.remedy  # noqa: PT017 - not every case raises
    else:
        assert all(whole(one) for one in found), found


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_random_bytes_are_a_document_or_a_named_failure(suffix: str, tmp_path: Path) -> None:
    chance = random.Random(3)  # noqa: S311 - noise, not secrets
    for number in range(40):
        (tmp_path / f"{number:02}.{suffix}").write_bytes(chance.randbytes(chance.randrange(1, 3_000)))
    found = list(read_paths([str(tmp_path)], OPTIONS))
    assert len({one.path.partition("#")[0] for one in found}) == 40
    assert all(whole(one) or (isinstance(one, Failure) and one.code == "R101") for one in found)


def test_half_surrogate_pairs_escaped_in_json_are_replaced_everywhere(tmp_path: Path) -> None:
    feed = tmp_path / "feed.jsonl"
    feed.write_text(SURROGATES + "\n" + '{"id": "\\udead", "text": ""}\n')
    result = added(tmp_path / "l.db", feed)
    assert (result.exit_code, lines(result)[0]["documents"]["added"]) == (3, 1)
    assert [one["code"] for one in lines(result)[0]["failures"]] == ["R201"]
    with Ledger.open(tmp_path / "l.db") as ledger:
        [held] = ledger.view().documents()
        assert (held.ref, held.text) == ("\ufffd", "The army \ufffd left.")
        assert [one.ref for one in ledger.view().failures()] == ["\ufffd"]
        assert verify(ledger).findings == ()


def test_one_bad_line_among_good_ones_loses_no_other(tmp_path: Path) -> None:
    good = [json.dumps({"id": f"r{n}", "text": f"The army seized Hill {n} on Tuesday, a spokesman said."}) for n in range(6)]
    bad = [
        '{"text": "cut o',
        "\0\0\0",
        '{"text": 7e400}',
        "[]",
        '{"body": "x"}',
        '{"text": {"a": 1}}',
        "{" * 2_000,
        '{"id": [1], "text": "x"}',
    ]
    feed = tmp_path / "feed.jsonl"
    feed.write_text("\n".join([*good[:3], *bad, *good[3:]]))
    result = added(tmp_path / "l.db", feed)
    counted = lines(result)[0]["documents"]
    assert (result.exit_code, counted["added"], counted["failed"]) == (3, 7, 7)  # an infinite number is a word like another
    failures = lines(result)[0]["failures"]
    assert [one["path"] for one in failures] == [f"{feed}#{n}" for n in (4, 5, 7, 8, 9, 10, 11)]
    assert {one["code"] for one in failures} == {"R204"}
    assert call("verify", "--ledger", tmp_path / "l.db").exit_code == 0
    assert rows(call("status", "--ledger", tmp_path / "l.db", "--json"))[0]["failures"] == 7


def test_a_quotation_mark_that_is_never_closed_keeps_the_bytes_of_all_that_it_swallows(tmp_path: Path) -> None:
    out = io.StringIO()
    csv.writer(out).writerows([["id", "text"], *([n, f"The road to Hill {n} is open, he said."] for n in range(8))])
    table = tmp_path / "feed.csv"
    broken = out.getvalue().replace('Hill 3 is open, he said."', "Hill 3 is open, he said.")
    table.write_text(broken, newline="")
    found = list(read_paths([str(table)], OPTIONS))
    kept = b"".join(one.data or b"" for one in found if isinstance(one, Failure)).decode()
    for number in range(8):
        words = f"The road to Hill {number} is open"
        assert any(words in one.text for one in found if isinstance(one, Document)) or words in kept
    assert [one.code for one in found if isinstance(one, Failure)] == ["R204"]
    assert sum(isinstance(one, Document) for one in found) >= 3


@pytest.mark.parametrize("line", ['3,"a"b,c', "3,a,b,c,d", '"3,a', "3", "3,a\0b", '3,"a\nb'])
def test_a_row_that_is_no_row_is_named_or_read(line: str, tmp_path: Path) -> None:
    table = tmp_path / "feed.csv"
    table.write_text(f"id,text\n1,The road is open.\n{line}\n5,The mill is open.\n")
    result, found = annotated(table)
    assert found[f"{table}#1"] == "ok"
    assert "The mill is open" in result.stdout or "R204" in found.values()


@pytest.fixture
def read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have files read in this process, whose readers can be made to break."""
    monkeypatch.setattr("reportedly.read.folders.read_apart", read_member)


@pytest.mark.usefixtures("read_here")
def test_a_row_that_breaks_the_reader_takes_no_other_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(text: str) -> str:
        if "odd" in text:
            raise RecursionError
        return text

    monkeypatch.setattr("reportedly.read.table.canonical_newlines", breaks)
    feed = tmp_path / "feed.jsonl"
    feed.write_text("\n".join(json.dumps({"id": word, "text": f"The {word} road."}) for word in ("one", "odd", "two")))
    found = list(read_paths([str(feed)], OPTIONS))
    assert [one.code if isinstance(one, Failure) else "ok" for one in found] == ["ok", "R207", "ok"]
    assert found[1].ref == "odd"
    assert b"odd road" in (found[1].data or b"")


@pytest.mark.usefixtures("read_here")
@pytest.mark.parametrize(("problem", "code"), [(MemoryError("\ud800"), "R203"), (ValueError("\ud800"), "R207")])
def test_a_page_that_breaks_the_reader_takes_no_other_with_it(
    problem: Exception, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> object:
        raise problem

    monkeypatch.setattr("reportedly.read.html.page_pieces", breaks)
    (tmp_path / "a.html").write_text("<html><p>The road is open.</p></html>")
    write(tmp_path, b=SAID)
    result = added(tmp_path / "l.db", tmp_path)
    assert (result.exit_code, [one["code"] for one in lines(result)[0]["failures"]]) == (3, [code])


def test_one_file_among_others_that_is_not_in_the_encoding_that_was_said(tmp_path: Path) -> None:
    write(tmp_path, a=SAID, b="Bäche.".encode("cp1252"), c=SAID)
    result = call("annotate", tmp_path, "--encoding", "utf-8", "--json")
    assert result.exit_code == 3
    assert [(row["doc"]["error"] or "ok")[:4] for row in lines(result)] == ["ok", "R102", "ok"]
    assert call("annotate", tmp_path / "b.txt", "--encoding", "utf-8").exit_code == 2


def test_a_table_without_text_among_others_that_are_named(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text("place,lat\nTarn,1\n")
    write(tmp_path, a=SAID, c=SAID)
    _, found = annotated(tmp_path / "a.txt", tmp_path / "b.csv", tmp_path / "c.txt")
    assert list(found.values()) == ["ok", "R101", "ok"]


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.txt", lambda n: "\n" * n + "word"),
        ("a.txt", lambda n: "a" * n),
        ("a.txt", lambda n: "“" * n + "a"),
        ("a.txt", lambda n: "[" * n + "a" + "]" * n),
        ("a.txt", lambda n: "\u202e\u200b\u200d " * (n // 4) + "a"),
        ("a.txt", lambda n: "word " * (n // 5)),
        ("a.txt", lambda n: "- a said\n" * (n // 9)),
        ("a.html", lambda n: "<html><p>" + "a b. " * (n // 5)),
        ("a.html", lambda n: "<html>" + "<p>a" * (n // 4)),
        ("a.html", lambda n: "<html>" + "<!-- " * (n // 5)),
        ("a.html", lambda n: "<html>" + "&amp" * (n // 4)),
        ("a.html", lambda n: "<html><p " + "a=b " * (n // 4) + ">x"),
        ("a.jsonl", lambda n: '{"text": "a"}\n' * (n // 14)),
        ("a.jsonl", lambda n: '{"text": "a\n' * (n // 12)),
        ("a.csv", lambda n: "text\n" + 'a,"b""c\n' * (n // 8)),
        ("a.csv", lambda n: "text\n" + '"a\n' * (n // 3)),
        ("a.csv", lambda n: "text\n" + "," * n),
    ],
)
def test_reading_takes_twice_as_long_for_twice_as_much(name: str, make: Callable[[int], str]) -> None:
    check_linear(lambda text: list(read_bytes(text.encode(), name, OPTIONS)), make, 4_000)


@pytest.mark.no_cover
@pytest.mark.parametrize("text", ["\n" * 1_000_000, "a" * 1_000_000, "“" * 100_000 + "a", "[" * 50_000 + "a" + "]" * 50_000])
def test_reading_of_very_large_ones_loses_no_sign(text: str) -> None:
    [found] = read_bytes(text.encode(), "a.txt", OPTIONS)
    assert isinstance(found, Failure) if not text.strip() else isinstance(found, Document) and found.text == text
    assert found.data == text.encode()
