from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zipfile
from pathlib import Path

import pytest

from reportedly.ids import document_id
from reportedly.limits import limits
from reportedly.model import Document, Failure
from reportedly.read import read_bytes, read_paths
from tests.unit.read.build import OPTIONS, fail, put, read, rows, short
from tests.unit.read.making import tarred, zipped

TEXT = b"The river rose in the night and the old mill at Tarn was cut off."
PAGE = b"<!DOCTYPE html><html><body><p>The weir held, said the miller of Tarn, and nobody was hurt.</p></body></html>"
FILES = {"a.txt": TEXT, "b/c.html": PAGE, "d.jsonl": b'{"text": "The boats came back."}\n{"text": "The mill stood."}', ".hidden": b"x"}
NAMES = ["a.txt", "b/c.html", "d.jsonl#1", "d.jsonl#2"]


def _encrypted(data: bytes) -> bytes:
    """Set the mark of encryption in both heads of the first file."""
    made = bytearray(data)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        made[made.index(mark) + at] |= 1
    return bytes(made)


def _linked() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("link.txt")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.zip", zipped(FILES)),
        ("x.zip", zipped(FILES, kind=zipfile.ZIP_LZMA)),
        ("x.tar", tarred(FILES)),
        ("x.tar.gz", tarred(FILES, mode="w:gz")),
        ("x.tgz", tarred(FILES, mode="w:gz")),
        ("x.tar.bz2", tarred(FILES, mode="w:bz2")),
        ("x.tar.xz", tarred(FILES, mode="w:xz")),
        ("-", zipped(FILES)),
        ("wrong.txt", tarred(FILES, mode="w:gz")),
    ],
    ids=short,
)
def test_the_files_of_an_archive_are_read_by_the_readers_of_their_formats(name: str, data: bytes) -> None:
    found = [one for one in rows(data, name) if isinstance(one, Document)]
    assert [one.path.rsplit(name, 1)[1].lstrip("/") for one in found] == NAMES
    assert [one.format for one in found] == ["plain", "html", "jsonl", "jsonl"]
    assert (found[0].data, found[0].id) == (TEXT, document_id(TEXT))
    told = found[0].obtained
    assert told is not None
    assert (told.how, told.record) == ("archive", "a.txt")


@pytest.mark.parametrize(
    ("name", "data"), [("a.txt.gz", gzip.compress(TEXT, mtime=0)), ("a.txt.bz2", bz2.compress(TEXT)), ("a.txt.xz", lzma.compress(TEXT))]
)
def test_one_packed_file_is_read_as_what_it_is(name: str, data: bytes) -> None:
    found = read(data, name)
    assert (found.path, found.data, found.format) == (name, TEXT, "plain")


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (zipped({"../up.txt": TEXT}), "R212", "leads outside"),
        (zipped({"/etc/up.txt": TEXT}), "R212", "leads outside"),
        (zipped({"a\\..\\..\\up.txt": TEXT}), "R212", "leads outside"),
        (zipped({"C:up.txt": TEXT}), "R212", "leads outside"),
        (_linked(), "R212", "link"),
        (tarred({"../up.txt": TEXT}), "R212", "leads outside"),
        (tarred({}, links={"a.txt": "/etc/passwd"}), "R212", "link"),
        (_encrypted(zipped({"a.txt": TEXT})), "R210", "password"),
        (zipped({"a.txt": TEXT})[:60], "R209", "damaged"),
        (zipped({"a.txt": TEXT * 9}).replace(b"\x0b", b"\x0c"), "R209", "damaged"),
        (tarred({"a.txt": TEXT * 30})[:1000], "R209", "cut short"),
        (gzip.compress(TEXT)[:-12], "R209", "cut short"),
        (zipped({}), "R201", "no file"),
        (zipped({"bomb.txt": b"\0" * 40_000_000}), "R203", "REPORTEDLY_ARCHIVE_RATIO"),
        (zipped({"a.zip": zipped({"bomb.txt": b"\0" * 9_000_000})}), "R203", "REPORTEDLY_ARCHIVE_RATIO"),
        (gzip.compress(b"a" * 9_000_000), "R203", "REPORTEDLY_ARCHIVE_RATIO"),
        (zipped({"a.zip": zipped({"b.zip": zipped({"c.zip": zipped({"d.txt": TEXT})})})}), "R203", "REPORTEDLY_ARCHIVE_DEPTH"),
        (zipped({"a.csv": b"place,lat\nTarn,1\n"}), "R101", "no column"),
        (zipped({"a.png": b"\x89PNG\r\n\x1a\n"}), "R202", "PNG"),
    ],
    ids=short,
)
def test_what_cannot_be_read_of_an_archive_is_named(
    data: bytes, code: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    failure = fail(data, "x.bin")
    assert failure.code == code
    assert words in failure.message
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_read_leaves_the_others(tmp_path: Path) -> None:
    put(tmp_path, "x.zip", zipped({"../a.txt": TEXT, "b.txt": TEXT, "c.zip": b"PK\x03\x04no", "d.html": PAGE}))
    found = list(read_paths([str(tmp_path)], OPTIONS))
    assert [one.code if isinstance(one, Failure) else one.format for one in found] == ["R212", "plain", "R209", "html"]


@pytest.mark.parametrize(
    ("setting", "value", "words"),
    [("ENTRIES", "2", "more than 2 files"), ("EXPANDED_BYTES", "100", "more than 100 bytes"), ("BYTES", "50", "archive")],
)
def test_ceilings_are_settings(setting: str, value: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"REPORTEDLY_ARCHIVE_{setting}", value)
    limits.cache_clear()
    try:
        found = list(read_bytes(zipped({f"{at}.txt": TEXT for at in range(4)}), "x.zip", OPTIONS))
    finally:
        monkeypatch.undo()
        limits.cache_clear()
    last = found[-1]
    assert isinstance(last, Failure)
    assert (last.code, last.path) == ("R203", "x.zip")
    assert words in last.message
    assert f"REPORTEDLY_ARCHIVE_{setting}" in last.message
