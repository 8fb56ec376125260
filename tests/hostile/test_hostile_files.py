"""Things in a folder that are no file, no longer a file, or a file that may not be read."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reportedly.model import Document, Failure
from reportedly.ports import ReadOptions
from reportedly.read import read_paths
from tests.hostile.scene import SAID, added, annotated
from tests.unit.cli.console import call, lines, write

OPTIONS = ReadOptions()


def test_what_is_no_file_is_named_and_the_others_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = write(tmp_path / "docs", a=SAID, z="The road is open.", empty="")
    monkeypatch.chdir(docs)
    Path("dangling.txt").symlink_to("nowhere")
    Path("loop").symlink_to("loop")
    Path("pair.txt").symlink_to("riap.txt")
    Path("riap.txt").symlink_to("pair.txt")
    Path("folder").symlink_to(tmp_path)
    os.mkfifo("pipe.txt")
    Path("linked-pipe.txt").symlink_to("pipe.txt")
    Path("device.txt").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.txt")
        result, found = annotated(".")
    links = dict.fromkeys(("dangling.txt", "loop", "pair.txt", "riap.txt", "folder"), "R205")
    others = dict.fromkeys(("pipe.txt", "linked-pipe.txt", "device.txt", "socket.txt"), "R205")
    assert {os.path.basename(path): code for path, code in found.items()} == {  # noqa: PTH119
        "a.txt": "ok",
        "z.txt": "ok",
        "empty.txt": "R201",
        **links,
        **others,
    }
    assert result.exit_code == 3
    assert result.stderr.count(" — ") == result.stderr.count("\n") == 10
    assert "Too many levels" in result.stderr


def test_a_file_that_is_deleted_or_turns_into_a_pipe_after_listing(tmp_path: Path) -> None:
    write(tmp_path, a=SAID, b=SAID, c=SAID, d=SAID)
    reading = read_paths([str(tmp_path)], OPTIONS)
    assert isinstance(next(reading), Document)
    (tmp_path / "b.txt").unlink()
    (tmp_path / "c.txt").unlink()
    os.mkfifo(tmp_path / "c.txt")
    codes = [found.code if isinstance(found, Failure) else "ok" for found in reading]
    assert codes == ["R205", "R205", "ok"]


def test_a_folder_that_is_deleted_after_listing_is_named(tmp_path: Path) -> None:
    write(tmp_path, a=SAID)
    write(tmp_path / "b", c=SAID)
    write(tmp_path, d=SAID)
    reading = read_paths([str(tmp_path)], OPTIONS)
    assert isinstance(next(reading), Document)
    (tmp_path / "b" / "c.txt").unlink()
    (tmp_path / "b").rmdir()
    gone, last = reading
    assert isinstance(gone, Failure)
    assert (gone.path, gone.code) == (str(tmp_path / "b"), "R205")
    assert isinstance(last, Document)


@pytest.mark.parametrize(("more", "code"), [(40, "ok"), (4_000, "R203")])
def test_a_file_that_grows_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, set_limit: Callable[[str, int], None], more: int, code: str
) -> None:
    set_limit("document_bytes", 1_000)
    path = write(tmp_path, a=SAID) / "a.txt"
    measure = os.fstat

    def grow(number: int) -> os.stat_result:
        info = measure(number)
        with path.open("a") as file:
            file.write("x" * more)
        return info

    monkeypatch.setattr("reportedly.read.opening.os.fstat", grow)
    [found] = read_paths([str(path)], OPTIONS)
    monkeypatch.undo()
    if isinstance(found, Failure):
        assert (found.code, code) == ("R203", "R203")
        assert "ceiling" in found.message
    else:
        assert (found.text, code) == (SAID + "x" * more, "ok")


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, a=SAID, secret=SAID)
    opening = os.open

    def refuse(path: Any, *rest: Any, **named: Any) -> int:  # noqa: ANN401 - whatever the system's call takes
        if str(path).endswith("secret.txt"):
            raise PermissionError(13, "Permission denied")
        return opening(path, *rest, **named)

    monkeypatch.setattr("reportedly.read.opening.os.open", refuse)
    result, found = annotated(tmp_path)
    assert list(found.values()) == ["ok", "R205"]
    assert "check who may read it" in result.stderr


def test_a_file_of_a_gigabyte_is_not_read(tmp_path: Path) -> None:
    for name in ("a.txt", "b.html", "c.jsonl", "d.csv"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(1 << 30)
    write(tmp_path, z=SAID)
    result, found = annotated(tmp_path)
    assert list(found.values()) == ["R203"] * 4 + ["ok"]
    assert "REPORTEDLY_TABLE_BYTES" in result.stderr
    assert "REPORTEDLY_DOCUMENT_BYTES" in result.stderr


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="the system has no endless device")
def test_a_device_that_is_named_is_read_no_further_than_the_ceiling(set_limit: Callable[[str, int], None]) -> None:
    set_limit("document_bytes", 100_000)
    result, found = annotated("/dev/zero")
    assert (result.exit_code, found) == (1, {"/dev/zero": "R203"})
    assert "more than 100,000 bytes" in result.stderr


def test_an_endless_table_ends_at_its_own_ceiling(set_limit: Callable[[str, int], None]) -> None:
    set_limit("document_bytes", 100)
    table = b'{"text": "The road is open."}\n' * 10
    assert list(annotated("-", given=table)[1].values()) == ["ok"] * 10
    set_limit("table_bytes", 200)
    assert annotated("-", given=table)[1] == {"-": "R203"}


def test_a_pipe_that_is_named_is_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(SAID,))
    writer.start()
    _, found = annotated(pipe)
    writer.join()
    assert found == {str(pipe): "ok"}


def test_a_folder_of_a_thousand_folders_within_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(1_100):
        Path("d").mkdir()
        os.chdir("d")
    Path("a.txt").write_text(SAID)
    os.chdir(tmp_path)
    try:
        _, found = annotated(".")
    finally:  # too deep for what clears the scratch folder
        os.chdir("d/" * 1_100)
        Path("a.txt").unlink()
        for _ in range(1_100):
            os.chdir("..")
            Path("d").rmdir()
    assert list(found.values()) == ["ok"]


def test_names_that_no_one_should_give(tmp_path: Path) -> None:
    names = [b"\xff\xfe.txt", "\u202etxt.exe\u202c.txt".encode(), b"two\nlines.txt", b"a#1.txt", b"\x1b[31m.txt", b"=cmd.txt"]
    for name in names:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(SAID)
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/none-" + name)).write_text("")
    result = added(tmp_path / "l.db", tmp_path)
    assert result.exit_code == 3
    assert lines(result)[0]["documents"] == {"added": 1, "appearances": 5, "known": 0, "failed": 6, "not_read": 0}
    assert not {"\u202e", "\x1b"} & set(result.stderr)
    assert result.stderr.count("\n") == 6
    shown = call("reprints", "--ledger", tmp_path / "l.db").stdout
    assert not {"\u202e", "\x1b"} & set(shown)


def test_a_large_ledger_in_the_folder_that_is_added_is_passed_over(tmp_path: Path, set_limit: Callable[[str, int], None]) -> None:
    write(tmp_path, a=SAID)
    assert added(tmp_path / "l.db", tmp_path).exit_code == 0
    set_limit("document_bytes", 1_000)
    again = added(tmp_path / "l.db", tmp_path)
    assert (again.exit_code, lines(again)[0]["documents"]["known"]) == (0, 1)


@pytest.mark.parametrize("path", ["", "nul\0", "x" * 5_000, "/proc/self/mem", "a/../../nowhere"])
def test_paths_that_lead_nowhere(path: str) -> None:
    result, found = annotated(path)
    assert result.exit_code == 1
    assert list(found.values()) == ["R205"]
