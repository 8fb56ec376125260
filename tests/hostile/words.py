"""Plain texts that are meant to break whoever reads them."""

from __future__ import annotations

from collections.abc import Iterator

SAID = "The army shelled the mill near Odrin on Monday, a medic said. The council denied it."

_ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "utf-7",
    "cp1251",
    "cp1256",
    "cp037",
    "shift_jis",
    "gb18030",
)
_SIGNS = {
    "nul": "\0", "bidi": "\u202e", "isolate": "\u2066\u2069", "mark": "\ufeff", "joiner": "\u200d" * 200, "combining": "\u0301" * 2_000,
    "surrogate-pair": "\U0001f600", "private": "\ue000", "noncharacter": "\uffff", "tag": "\U000e0041", "separator": "\u2028\u2029",
    "feed": "\f\v", "escape": "\x1b[2J\x1b]0;x\x07", "backspace": "\b" * 50, "line-ends": "\r\n\n\r\r", "soft": "\u00ad",
}  # fmt: skip


def texts() -> Iterator[tuple[str, bytes]]:
    """Yield names and bytes."""
    yield "text-good.txt", SAID.encode()
    for encoding in _ENCODINGS:
        yield f"text-{encoding}.txt", (SAID + " Ж ع 山" * (encoding not in {"cp1251", "cp1256", "cp037", "shift_jis"})).encode(encoding)
    for name, sign in _SIGNS.items():
        yield f"text-{name}.txt", SAID.replace(" ", f" {sign}").encode()
        yield f"text-{name}-only.txt", sign.encode() * 40
    yield from _broken()
    yield from _long()


def _broken() -> Iterator[tuple[str, bytes]]:
    yield "text-empty.txt", b""
    yield "text-blank.txt", b" \n\t \r\n" * 500
    yield "text-lone-surrogate.txt", SAID.encode() + b"\xed\xa0\x80\xed\xb0\x80"
    yield "text-overlong.txt", b"\xc0\xaf\xe0\x80\xaf\xf0\x80\x80\xaf " + SAID.encode()
    yield "text-truncated.txt", "Сёла".encode()[:-1]
    yield "text-mixed.txt", SAID.encode() + "Bäche".encode("cp1252") + "Ж".encode("cp1251") * 9
    yield "text-all-bytes.txt", bytes(range(256)) * 40
    yield "text-zeros.txt", bytes(200_000)
    yield "text-ones.txt", b"\xff" * 200_000


def _long() -> Iterator[tuple[str, bytes]]:
    yield "text-one-word.txt", b"a" * 1_000_000
    yield "text-one-line.txt", (SAID + " ").encode() * 5_000
    yield "text-lines.txt", b"\n".join(b"%d" % n for n in range(20_000))
    yield "text-brackets.txt", b"(" * 50_000 + b")" * 50_000
    yield "text-quotes.txt", '"“‘'.encode() * 20_000
    yield "text-dots.txt", b". " * 100_000
    yield "text-digits.txt", b"9" * 200_000
    yield "text-dates.txt", b"01/02/03 " * 20_000
    yield "text-links.txt", b"http://a.example/?" + b"a=b&" * 50_000
    yield "text-tags.txt", b"<" * 100_000
    yield "text-dashes.txt", b"-" * 100_000 + b"\n" + b"= " * 50_000
    yield "text-spaces.txt", b"a" + b" " * 500_000 + b"b"
