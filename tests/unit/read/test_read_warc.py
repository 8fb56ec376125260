from __future__ import annotations

import gzip

import pytest

from reportedly.model import Document, Failure
from tests.unit.read.build import fail, read, rows, short
from tests.unit.read.making import column, pdf
from tests.unit.read.making_web import WHEN, page, warc

MILL = "The river rose in the night and the old mill at Tarn was cut off."
A, B, C = ("https://tarn.example/a", "https://tarn.example/b", "https://tarn.example/c")


def moved(url: str, to: str) -> tuple[str, str, dict[str, str], bytes]:
    return url, "301 Moved", {"Location": to}, b""


MIXED = [
    moved(A, "/b"),
    moved(B, C),
    page(C, MILL),
    ("https://tarn.example/weir.pdf", "200 OK", {"Content-Type": "application/pdf"}, pdf([column(["The weir held until noon."])])),
    ("https://tarn.example/a.png", "200 OK", {"Content-Type": "image/png"}, b"\x89PNG\r\n\x1a\n"),
    ("https://tarn.example/gone", "404 Not Found", {"Content-Type": "text/html"}, b"<p>gone</p>"),
    (
        "https://tarn.example/z",
        "200 OK",
        {"Content-Type": "text/html", "Content-Encoding": "gzip"},
        gzip.compress(f"<p>{MILL} Again.</p>".encode(), mtime=0),
    ),
    ("https://tarn.example/y", "200 OK", {"Content-Type": "text/html", "Content-Encoding": "br"}, b"x"),
    moved("https://tarn.example/lost", "https://elsewhere.example/"),
]


@pytest.mark.parametrize("packed", [False, True])
def test_answers_are_read_and_redirects_followed(packed: bool) -> None:  # noqa: FBT001 - one of two cases
    found = rows(warc(MIXED, packed=packed), "a.warc.gz" if packed else "a.warc")
    documents = [one for one in found if isinstance(one, Document)]
    assert [(one.path.partition("#")[2], one.format) for one in documents] == [("4", "html"), ("5", "pdf"), ("8", "html")]
    first = documents[0]
    assert (first.text, first.metadata.url, first.metadata.published.value) == (MILL, C, None)
    told = first.obtained
    assert told is not None
    assert (told.how, told.when, told.url, told.via) == ("warc", WHEN, C, (A, B))
    assert [left.words for left in first.left_out] == ["1 of answer of status 404", "1 of image/png"]
    failures = {one.path.partition("#")[2]: one.message for one in found if isinstance(one, Failure)}
    assert set(failures) == {"9", "10"}
    assert "(br)" in failures["9"]
    assert "not in the archive" in failures["10"]


def test_redirects_that_lead_round_are_named() -> None:
    found = rows(warc([moved(A, B), moved(B, A), page(C, MILL)]), "a.warc")
    assert [type(one).__name__ for one in found] == ["Document", "Failure", "Failure"]


WHOLE = warc([page(A, MILL), page(B, MILL + " Again.")])


def test_a_record_that_is_cut_short_is_named_with_its_offset() -> None:
    [first, last] = rows(WHOLE[:-60], "a.warc")
    assert isinstance(first, Document)
    assert isinstance(last, Failure)
    assert last.code == "R209"
    assert f"{WHOLE.index(b'WARC/1', WHOLE.index(B.encode()) - 400):,}" in last.message


def test_bytes_that_are_not_those_of_the_checksum_are_named() -> None:
    assert "checksum" in fail(warc([page(A, MILL)]).replace(b"the old mill", b"the new mill"), "a.warc").message


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"no archive", "R209"),
        (b"", "R209"),
        (b"WARC/1.0\r\n", "R201"),
        (b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\nx", "R209"),
        (warc([page(A, MILL)], packed=True)[:-30], "R209"),
        (warc([("https://tarn.example/a.png", "200 OK", {"Content-Type": "image/png"}, b"x")]), "R209"),
        (
            warc([(A, "200 OK", {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(b"a" * 9_000_000, mtime=0))]),
            "R203",
        ),
    ],
    ids=short,
)
def test_what_cannot_be_read_is_named(data: bytes, code: str) -> None:
    assert fail(data, "a.warc").code == code


def test_the_kind_is_told_by_the_bytes() -> None:
    assert read(warc([page(A, MILL)]), "-").metadata.url == A
