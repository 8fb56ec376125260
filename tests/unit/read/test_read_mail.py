from __future__ import annotations

import datetime as dt
from email.message import EmailMessage

import pytest

from reportedly.model import Document, Failure
from tests.unit.read.build import fail, read, rows, short
from tests.unit.read.making import column, pdf

MILL = "The river rose in the night and the old mill at Tarn was cut off."


def letter(text: str = MILL, *, html: str | None = None) -> EmailMessage:
    made = EmailMessage()
    made["From"] = '"Press Desk, Tarn" <desk@tarn.example>'
    made["Date"] = "Fri, 02 May 2031 23:30:00 +0900"
    made["Subject"] = "Fwd: Re: Water at the mill"
    made["Message-ID"] = "<1@tarn.example>"
    made.set_content(text)
    if html is not None:
        made.add_alternative(html, subtype="html")
    return made


def _with_parts() -> bytes:
    made = letter()
    made.add_attachment(pdf([column(["The weir held until noon."])]), maintype="application", subtype="pdf", filename="weir.pdf")
    made.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", filename="../logo.png")
    made.add_attachment(letter("The boats came back."))
    return made.as_bytes()


def test_a_letter_says_who_wrote_it_when_and_what_about() -> None:
    found = read(letter().as_bytes(), "a.eml")
    said = found.metadata
    assert (said.title, said.publisher) == ("Water at the mill", "Press Desk, Tarn")
    assert (said.published.value, said.published.origin, said.published.weak) == (dt.date(2031, 5, 2), "meta", True)
    assert (found.text.strip(), found.ref, found.path) == (MILL, "<1@tarn.example>", "a.eml")
    assert read(letter().as_bytes(), "-").format == "plain"


def test_an_article_that_is_passed_on_keeps_its_author_and_day() -> None:
    said = read(letter(f"Water at the mill\n\nBy Nour Baly, April 30, 2031\n\n{MILL} {MILL}").as_bytes(), "a.eml").metadata
    assert (said.byline, said.published.value, said.publisher) == (("Nour Baly",), dt.date(2031, 4, 30), "Press Desk, Tarn")


def test_attachments_are_read_by_their_own_readers_and_pictures_listed() -> None:
    found = rows(_with_parts(), "a.eml")
    assert all(isinstance(one, Document) for one in found), found
    assert [(one.path, one.format) for one in found if isinstance(one, Document)] == [
        ("a.eml", "plain"),
        ("a.eml/weir.pdf", "pdf"),
        ("a.eml/attachment 2", "plain"),
    ]
    assert isinstance(found[0], Document)
    assert [(left.why, left.words) for left in found[0].left_out] == [("attachment", ".._logo.png image/png, 8 bytes")]


def test_of_alternatives_the_page_is_read() -> None:
    found = read(letter(html=f"<html><body><p>{MILL}</p><p>It stood.</p></body></html>").as_bytes(), "a.eml")
    assert (found.format, found.text.split("\n")[0]) == ("html", MILL)
    assert [left.why for left in found.left_out] == ["alternative"]


@pytest.mark.parametrize(
    ("heads", "body", "text"),
    [
        (b'Content-Type: text/plain; charset="windows-1251"', "край мельницы".encode("cp1251"), "край мельницы"),
        (
            b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable",
            b"M=C3=BChle=\n am Wehr",
            "Mühle am Wehr",
        ),
        (b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64", b"TcO8aGxl", "Mühle"),
        (b"Content-Type: text/plain; charset=none-such", "Mühle".encode(), "Mühle"),
        (
            b"Content-Type: text/plain; format=flowed",
            b"The old \nmill stood.\n> it \n> fell\n-- \nA",
            "The old mill stood.\n> it fell\n-- \nA",
        ),
        (b"Content-Type: text/plain; format=flowed; delsp=yes", b"The old mi \nll stood.", "The old mill stood."),
        (b"Subject: =?utf-8?q?broken=ZZ?= \xff\xfe\nX: " + b"y" * 9_000, b"The mill.", "The mill."),
    ],
)
def test_charsets_and_broken_lines_are_mended(heads: bytes, body: bytes, text: str) -> None:
    assert read(b"From: a@b.example\nDate: never\n" + heads + b"\n\n" + body, "a.eml").text == text


def test_a_saved_page_is_read_with_its_address() -> None:
    head = b"From: <Saved by a browser>\r\nSnapshot-Content-Location: https://tarn.example/mill\r\nDate: Fri, 2 May 2031 10:00:00 +0000\r\n"
    parts = (
        b"--b\r\nContent-Type: text/html\r\n\r\n<html><body><p>"
        + MILL.encode()
        + b"</p></body></html>\r\n--b\r\nContent-Type: text/css\r\n\r\np{}\r\n--b--\r\n"
    )
    found = read(head + b'Content-Type: multipart/related; boundary="b"\r\n\r\n' + parts, "a.mhtml")
    assert (found.metadata.url, found.metadata.published.value, found.text) == ("https://tarn.example/mill", None, MILL)
    assert found.obtained is not None
    assert (found.obtained.when, [left.why for left in found.left_out]) == ("2031-05-02T10:00:00+00:00", ["part-of-page"])


def test_a_letter_that_is_cut_short_says_so() -> None:
    [found, *rest] = rows(_with_parts()[:700], "a.eml")
    assert isinstance(found, Document)
    assert "cut-short" in {left.why for left in found.left_out}
    assert all(isinstance(one, Failure) for one in rest)
    assert read(b"From: a\nContent-Type: multipart/mixed\n\nno parts", "a.eml").text == "no parts"


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"no letter at all", "R209"), (b"From: a\nDate: b\n\n", "R201")],
    ids=short,
)
def test_what_is_no_letter_is_named(data: bytes, code: str) -> None:
    assert fail(data, "a.eml").code == code
