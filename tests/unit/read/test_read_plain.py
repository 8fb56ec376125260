from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ids import document_id
from reportedly.limits import limits
from reportedly.model import Document
from reportedly.ports import ReadOptions
from reportedly.read import READERS, read_bytes
from tests.unit.read.build import OPTIONS, fail, read


def test_a_file_is_one_document_with_its_bytes() -> None:
    data = "The mill\r\nwas cut off\rby “water”.\r\n".encode()
    document = read(data, "folder/a.txt")
    assert document.text == "The mill\nwas cut off\nby “water”.\n"
    assert (document.data, document.id, document.path, document.format) == (data, document_id(data), "folder/a.txt", "plain")


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\xef\xbb\xbf", b"---\n***", b"\xff\xfe"])
def test_nothing_to_read_is_said_so(data: bytes) -> None:
    assert fail(data).code == "R201"


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"\x89PNG\r\n\x1a\n0", "PNG"),
        (b"some text with\0 in it", "NUL"),
        (bytes(range(1, 32)) * 9, "no characters"),
        (b"7z\xbc\xaf\x27\x1cabc", "7z"),
    ],
)
def test_bytes_that_are_no_text_are_named(data: bytes, word: str) -> None:
    failure = fail(data)
    assert failure.code == "R202"
    assert word in failure.message
    assert failure.data == data


def test_a_document_over_the_ceiling_is_named_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_DOCUMENT_BYTES", "20")
    limits.cache_clear()
    try:
        failure = fail(b"far more than twenty bytes of text")
    finally:
        monkeypatch.undo()
        limits.cache_clear()
    assert failure.code == "R203"
    assert "REPORTEDLY_DOCUMENT_BYTES" in failure.message


def test_the_callers_encoding_is_used() -> None:
    assert read("край мельницы".encode("koi8-r"), options=ReadOptions(encoding="koi8-r")).text == "край мельницы"


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.html", "-", "a"]))
def test_no_bytes_raise(data: bytes, path: str) -> None:
    found = list(read_bytes(data, path, OPTIONS))
    assert len(found) >= 1
    for one in found:
        assert one.data == data or "#" in one.path
        assert isinstance(one, Document) or one.code.startswith("R2")


@given(st.binary(max_size=200), st.sampled_from([reader.name for reader in READERS if reader.name in {"plain", "html"}]))
def test_no_bytes_raise_in_a_named_format(data: bytes, name: str) -> None:
    assert len(list(read_bytes(data, "x", OPTIONS, name))) == 1
