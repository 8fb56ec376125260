"""Ledgers that are none, that may not be read or written, or that have no room."""

from __future__ import annotations

import os
import resource
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from reportedly.store import Ledger, verify
from tests.hostile.scene import SAID, added
from tests.ledgers import fill
from tests.unit.cli.console import call, lines, write

ARABIC = "قال متحدث باسم الجيش إن القوات سيطرت على الحي. "


def refused(path: object, *words: str) -> str:
    """Return what is said of a ledger that cannot serve, by a command that reads and by one that adds."""
    said = ""
    for arguments in (("claims", "--ledger", path), ("add", "-", "--ledger", path)):
        result = call(*arguments, given=SAID.encode())
        assert (result.exit_code, result.stdout) == (1, ""), result.stderr
        assert result.stderr.startswith("R40"), result.stderr
        assert " — " in result.stderr
        assert result.stderr.count("\n") == 1
        said += result.stderr
    assert all(word in said for word in words), said
    return said


def test_what_is_no_ledger_is_named_and_stays_as_it_is(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "text").write_bytes(b"this is a text\n" * 100)
    refused(tmp_path, "folder")
    refused(tmp_path / "pipe", "pipe, socket or device")
    refused("/dev/null", "pipe, socket or device")
    refused(tmp_path / "loop", "cannot be looked at")
    refused(tmp_path / ("x" * 300), "too long")
    refused("nul\0", "cannot be looked at")
    refused(tmp_path / "text", "no ledger")
    refused(tmp_path / "text" / "inside", "no ledger here", "cannot be made")
    assert (tmp_path / "text").read_bytes() == b"this is a text\n" * 100


def test_a_ledger_of_a_later_edition_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "later.db"
    with Ledger.open(path) as held, held.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    before = path.read_bytes()
    assert refused(path, "update reportedly").count("R401") == 2
    assert path.read_bytes() == before


@pytest.mark.parametrize("keep", [0.02, 0.3, 0.9])
def test_a_ledger_that_was_cut_off_is_named(tmp_path: Path, keep: float) -> None:
    path = tmp_path / "cut.db"
    with Ledger.open(path) as held:
        fill(held)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * keep)])
    for command in ("claims", "verify", "status"):
        result = call(command, "--ledger", path)
        assert result.exit_code in {0, 1}
        assert "R000" not in result.stderr
    assert call("verify", "--ledger", path).exit_code == 1


def test_a_ledger_with_flipped_bytes_never_ends_in_a_traceback(tmp_path: Path) -> None:
    path = tmp_path / "flipped.db"
    with Ledger.open(path) as held:
        fill(held)
    data = path.read_bytes()
    for at in range(0, len(data), len(data) // 6):
        path.write_bytes(data[:at] + bytes(byte ^ 0xFF for byte in data[at : at + 64]) + data[at + 64 :])
        for command in ("claims", "verify", "reprints"):
            result = call(command, "--ledger", path, "--json")
            assert "R000" not in result.stderr, (at, command, result.stderr)


def test_a_path_is_a_path_whatever_signs_are_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "docs", a=ARABIC)
    for name in ("a?b.db", "a#b%41.db", ":memory:", "file:x?mode=memory", "two\nlines", os.fsdecode(b"\xff.db")):
        assert added(Path(name), "docs").exit_code == 0
        assert Path(name).exists()
        again = added(Path(name), "docs")
        assert lines(again)[0]["documents"]["known"] == 1


def test_a_full_disk_is_named_and_the_next_run_goes_on(tmp_path: Path) -> None:
    docs = write(tmp_path / "docs", a=ARABIC, b=ARABIC * 10_000, c=f"{ARABIC} 3")
    Ledger.open(tmp_path / "l.db").close()
    room = (tmp_path / "l.db").stat().st_size + len((ARABIC * 10_000).encode()) // 2
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        result = added(tmp_path / "l.db", docs)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("R402 [")
    assert call("verify", "--ledger", tmp_path / "l.db").exit_code == 0
    counts = lines(added(tmp_path / "l.db", docs))[0]["documents"]
    assert (counts["known"], counts["added"], counts["failed"]) == (1, 2, 0)
    with Ledger.open(tmp_path / "l.db") as ledger:
        assert verify(ledger).findings == ()


def test_a_ledger_that_another_process_holds_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.store.sqlite.BUSY_SECONDS", 0)
    Ledger.open(tmp_path / "l.db").close()
    other = sqlite3.connect(tmp_path / "l.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    result = added(tmp_path / "l.db", "-", given=ARABIC.encode())
    other.execute("ROLLBACK")
    other.close()
    assert result.exit_code == 1
    assert "another process" in result.stderr
    assert added(tmp_path / "l.db", "-", given=ARABIC.encode()).exit_code == 0


def test_a_ledger_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: Any) -> object:  # noqa: ANN401 - whatever it is asked
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "stat", refuse)
    result = call("claims", "--ledger", tmp_path / "l.db")
    assert result.exit_code == 1
    assert "who may read it" in result.stderr
