from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.errors import ColumnError, OptionError
from reportedly.limits import limits
from reportedly.model import Document, Failure
from reportedly.ports import ReadOptions
from reportedly.read import READERS, read_bytes, read_paths, reader_for, reader_named
from tests.unit.read.build import OPTIONS, put


def names(folder: Path, found: list[Document | Failure]) -> list[tuple[str, str]]:
    return [(os.path.relpath(one.path, folder), type(one).__name__) for one in found]


def test_a_folder_is_read_in_the_order_of_its_names_with_those_in_it(tmp_path: Path) -> None:
    put(tmp_path, "b.txt", "the mill")
    put(tmp_path, "a/2.txt", "the weir")
    put(tmp_path, "a/1.html", "<html><p>the boats</p></html>")
    put(tmp_path, "c.jsonl", '{"text": "one"}\n{"text": "two"}')
    put(tmp_path, ".hidden/x.txt", "hidden")
    put(tmp_path, ".hidden.txt", "hidden")
    assert [name for name, _ in names(tmp_path, list(read_paths([str(tmp_path)], OPTIONS)))] == [
        "a/1.html",
        "a/2.txt",
        "b.txt",
        "c.jsonl#1",
        "c.jsonl#2",
    ]


def test_paths_are_read_in_the_order_given_and_named_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "b.txt", "the mill")
    put(tmp_path, "a.txt", "the weir")
    monkeypatch.chdir(tmp_path)
    assert [one.path for one in read_paths(["b.txt", "./a.txt"], OPTIONS)] == ["b.txt", "./a.txt"]


def test_what_cannot_be_opened_is_named_and_the_rest_go_on(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "the mill")
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "c").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "d.txt")
    put(tmp_path, "e.txt", b"7z\xbc\xaf\x27\x1c")
    put(tmp_path, "f.txt", "the weir")
    found = list(read_paths([str(tmp_path), str(tmp_path / "none.txt"), "nul\0"], OPTIONS))
    assert [name for name, kind in names(tmp_path, found[:-1]) if kind == "Document"] == ["a.txt", "f.txt"]
    failures = {os.path.relpath(one.path, tmp_path): one.code for one in found[:-1] if isinstance(one, Failure)}
    assert failures == {"b.txt": "R205", "c": "R205", "d.txt": "R205", "e.txt": "R202", "none.txt": "R205"}
    assert isinstance(found[-1], Failure)


def test_a_folder_that_cannot_be_listed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> Iterator[os.DirEntry[str]]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    [found] = read_paths([str(tmp_path)], OPTIONS)
    assert isinstance(found, Failure)
    assert (found.code, found.path) == ("R205", str(tmp_path))
    assert "who may read it" in found.message


def test_a_file_over_the_ceiling_is_not_read_but_a_table_may_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a.txt", "the mill " * 10)
    put(tmp_path, "b.csv", "text\n" + "the mill\n" * 10)
    monkeypatch.setenv("REPORTEDLY_DOCUMENT_BYTES", "20")
    limits.cache_clear()
    try:
        found = list(read_paths([str(tmp_path)], OPTIONS))
    finally:
        monkeypatch.undo()
        limits.cache_clear()
    assert isinstance(found[0], Failure)
    assert (found[0].code, found[0].data) == ("R203", None)
    assert [type(one).__name__ for one in found[1:]] == ["Document"] * 10


class _Input:
    """A standard input that holds bytes."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


@pytest.mark.parametrize(
    ("data", "formats"),
    [
        (b"the mill", ["plain"]),
        (b"<!DOCTYPE html><html><p>the mill</p></html>", ["html"]),
        (b'{"text": "the mill"}\n{"text": "the weir"}', ["jsonl", "jsonl"]),
        (b"{the mill}", ["plain"]),
        (b"[1, 2]", ["plain"]),
    ],
)
def test_standard_input_is_told_by_how_it_begins(data: bytes, formats: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", _Input(data))
    found = list(read_paths(["-"], OPTIONS))
    assert [one.format for one in found if isinstance(one, Document)] == formats
    assert found[0].path in {"-", "-#1"}


def test_a_table_without_text_is_a_failure_in_a_folder_and_an_error_by_name(tmp_path: Path) -> None:
    table = put(tmp_path, "a.csv", "place,lat\nTarn,1\n")
    put(tmp_path, "b.txt", "the mill")
    found = list(read_paths([str(tmp_path)], OPTIONS))
    assert isinstance(found[0], Failure)
    assert found[0].code == "R101"
    assert isinstance(found[1], Document)
    with pytest.raises(ColumnError):
        list(read_paths([str(table)], OPTIONS))
    with pytest.raises(ColumnError):
        list(read_paths([str(tmp_path)], ReadOptions(columns=(("text", "words"),))))


def test_files_are_read_only_as_they_are_asked_for(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "the mill")
    later = put(tmp_path, "b.txt", "the weir")
    reading = read_paths([str(tmp_path)], OPTIONS)
    assert isinstance(next(reading), Document)
    later.write_text("the boats", encoding="utf-8")
    second = next(reading)
    assert isinstance(second, Document)
    assert second.text == "the boats"


def test_options_are_checked_before_anything_is_read() -> None:
    with pytest.raises(OptionError):
        next(read_paths(["none.txt"], ReadOptions(encoding="latin-one")))
    with pytest.raises(OptionError):
        next(read_bytes(b"a", "a", ReadOptions(date_order="ydm")))


def test_a_format_can_be_named() -> None:
    [found] = read_bytes(b"<p>the mill</p>", "a.txt", OPTIONS, "html")
    assert isinstance(found, Document)
    assert (found.text, found.format) == ("the mill", "html")
    with pytest.raises(OptionError, match="no format"):
        next(read_bytes(b"a", "a", OPTIONS, "doc"))


def test_every_suffix_has_one_reader() -> None:
    suffixes = [suffix for reader in READERS for suffix in reader.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(reader_for(f"A{suffix.upper()}") is reader for reader in READERS for suffix in reader.suffixes)
    assert all(reader_named(reader.name) is reader for reader in READERS)


def test_a_name_that_is_no_utf_8_can_be_written(tmp_path: Path) -> None:
    name = os.fsdecode(bytes(tmp_path) + b"/\xff.txt")
    Path(name).write_text("the mill", encoding="utf-8")
    [found] = read_paths([str(tmp_path)], OPTIONS)
    assert found.path.endswith(r"\xff.txt")
    assert found.path.encode()
