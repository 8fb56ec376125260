from __future__ import annotations

import logging
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.errors import ColumnError
from reportedly.limits import limits
from reportedly.model import Document, Failure
from reportedly.ports import Member, ReadOptions
from reportedly.read.apart import read_apart
from reportedly.read.apart.cells import Cell
from reportedly.read.apart.frames import UntrustedError, packed, unpacked
from reportedly.read.unpack import read_member

PAGE = b"<html><title>The mill</title><body><p>The road to the mill is open, he said on Monday.</p></body></html>"
ROWS = b"text,published\nThe mill fell,2031-05-06\nThe weir held,soon\n"
PARTS = [("page.html", PAGE), ("rows.csv", ROWS), ("note.txt", b"The road is open."), ("odd.pdf", b"%PDF-1.4 none"), ("empty.txt", b"")]
LARGE = b"<html><body>" + b"<p>The road is open, he said.</p>" * 60_000
OPTIONS = ReadOptions()


@pytest.mark.parametrize(("name", "data"), PARTS)
def test_what_is_read_apart_is_what_is_read_here(name: str, data: bytes) -> None:
    member = Member(data, name, name)
    assert list(read_apart(member, OPTIONS)) == list(read_member(member, OPTIONS))


def test_an_error_of_the_call_is_raised_and_the_log_is_heard(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(ColumnError, match="artcle"):
        list(read_apart(Member(b"a,b\n1,2\n", "rows.csv", "rows.csv"), ReadOptions(columns=(("text", "artcle"),))))
    with caplog.at_level(logging.WARNING):
        list(read_apart(Member(ROWS, "rows.csv", "rows.csv"), OPTIONS))
    assert "soon" in caplog.text


@pytest.mark.parametrize(
    ("name", "value", "path", "code"),
    [("READ_SECONDS", "1", "page.html", "R214"), ("READ_MEMORY_BYTES", "9000000", "page.txt", "R203")],
)
def test_what_takes_too_much_is_a_failure_and_the_next_is_read(
    name: str, value: str, path: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = LARGE * 5
    with monkeypatch.context() as patch:
        patch.setenv(f"REPORTEDLY_{name}", value)
        limits.cache_clear()
        found = list(read_apart(Member(data, path, path), OPTIONS))
    limits.cache_clear()
    assert [(one.code, one.data == data) for one in found if isinstance(one, Failure)] == [(code, True)]
    assert [type(one) for one in read_apart(Member(PAGE, "page.html", "page.html"), OPTIONS)] == [Document]


def test_one_that_ends_is_told_of_and_replaced() -> None:
    cell = Cell()
    cell._process.kill()  # noqa: SLF001 - as the system may
    (found,) = cell.read(Member(PAGE, "page.html", "page.html"), OPTIONS)
    assert isinstance(found, Failure)
    assert found.code == "R208"
    assert not cell.is_ready()
    cell.close()


def test_two_that_are_read_at_once_and_one_that_is_left_in_the_middle() -> None:
    one, other = (read_apart(Member(ROWS, name, "rows.csv"), OPTIONS) for name in ("one.csv", "other.csv"))
    assert [next(one).path, next(other).path] == ["one.csv#1", "other.csv#1"]
    one.close()  # type: ignore[attr-defined]
    assert next(other).path == "other.csv#2"
    assert len(list(read_apart(Member(ROWS, "rows.csv", "rows.csv"), OPTIONS))) == 2


class _Command:
    def __reduce__(self) -> tuple[object, ...]:
        return os.system, ("true",)


@pytest.mark.parametrize("odd", [_Command(), Path("/"), subprocess.Popen, print, eval, pickle.Unpickler])
def test_nothing_is_made_of_what_comes_back_but_rows_of_the_model(odd: object) -> None:
    with pytest.raises(UntrustedError):
        unpacked(packed(odd))


@pytest.mark.parametrize("data", [b"", b"\x80", b"no pickle", packed(PAGE)[:-3]])
def test_what_is_broken_on_the_way_is_not_trusted(data: bytes) -> None:
    with pytest.raises(UntrustedError):
        unpacked(data)


def test_who_reads_foreign_bytes_reaches_nothing(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("kept")
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "tests.unit.read.reaching", str(tmp_path / "kept")],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    told = done.stdout.splitlines()
    assert told[0] == str([True] * 6)
    assert told[1:] in ([], ["{-1} True"])
    assert (tmp_path / "kept").read_text() == "kept"


def test_linux_sees_to_it_itself() -> None:
    if sys.platform != "linux" or os.uname().machine not in {"x86_64", "aarch64"}:
        pytest.skip("the kernel's filter is written for Linux on two machines")
    words = "from reportedly.read.apart.confine import confine; print(confine())"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True, env=env)  # noqa: S603 - as above
    assert done.stdout == "True\n"
