from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import OptionError
from reportedly.read.encoding import check_encoding, decode

ARABIC = "قال مسؤول في المدينة إن القافلة وصلت إلى الجسر الحديدي مساء أمس بعد انتظار طويل. " * 5
RUSSIAN = "Представитель города сообщил, что колонна дошла до железного моста вчера вечером. " * 5


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"plain", "plain"),
        ("naïve “quotes”".encode(), "naïve “quotes”"),
        (codecs.BOM_UTF8 + b"marked", "marked"),
        ("wide é".encode("utf-16"), "wide é"),
        ("wide é".encode("utf-32"), "wide é"),
        (codecs.BOM_UTF16_BE + "wide é".encode("utf-16-be"), "wide é"),
        ("no mark at all".encode("utf-16-le"), "no mark at all"),
        ("no mark at all".encode("utf-16-be"), "no mark at all"),
    ],
)
def test_marks_and_unicode_are_told_from_the_bytes(data: bytes, text: str) -> None:
    assert decode(data).text == text


def test_western_text_is_windows_1252_where_its_bytes_allow() -> None:
    assert decode("an “old” page – café".encode("cp1252")).text == "an “old” page – café"


def test_a_byte_that_windows_1252_lacks_makes_it_latin_1_byte_for_byte() -> None:
    data = b"the\x95 old \x81 page \xb5"
    assert decode(data).encoding == "iso8859-1"
    assert decode(data).text == data.decode("latin-1")


@pytest.mark.parametrize(("text", "name"), [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r"), (ARABIC, "cp1256")])
def test_other_scripts_are_recognised(text: str, name: str) -> None:
    assert decode(text.encode(name)).text == text


def test_one_broken_byte_leaves_the_rest_utf_8() -> None:
    found = decode("«Où est le pont ?» — là".encode() + b" \xff end")
    assert (found.text, found.encoding, found.broken) == ("«Où est le pont ?» — là \ufffd end", "utf-8", 1)


def test_a_cut_off_last_character_leaves_the_rest_utf_8() -> None:
    assert decode("le café".encode() + "é".encode()[:1]).text == "le café\ufffd"


def test_what_a_page_declares_is_believed_unless_the_bytes_are_utf_8() -> None:
    assert decode("край".encode("cp1251"), declared="windows-1251").text == "край"
    assert decode("край".encode(), declared="windows-1251").text == "край"
    assert decode("a “b”".encode("cp1252"), declared="iso-8859-1").text == "a “b”"
    assert decode("café".encode("cp1252"), declared="no such thing").text == "café"


def test_the_callers_encoding_is_used_and_bytes_that_are_not_in_it_are_named() -> None:
    assert decode("край".encode(), "cp1251").text == "край".encode().decode("cp1251")
    with pytest.raises(OptionError, match="byte 3 cannot be read"):
        decode(b"ab\xff", "utf-8")
    assert decode(codecs.BOM_UTF8 + b"a", "utf-8").text == "a"


@pytest.mark.parametrize("name", ["latin-one", "", "hex", "rot13", "nul\0"])
def test_a_name_that_is_no_encoding_is_an_option_error(name: str) -> None:
    with pytest.raises(OptionError, match="no encoding that is known"):
        check_encoding(name)


@given(st.binary(max_size=300))
def test_no_bytes_raise_and_all_text_can_be_written(data: bytes) -> None:
    assert isinstance(decode(data).text.encode(), bytes)


@given(st.text())
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    data = text.encode("utf-8", "ignore")
    expected = data.decode().removeprefix("\ufeff")
    assert "\0" in text or decode(data).text == expected
