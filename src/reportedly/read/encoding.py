"""From bytes to text: a mark, then UTF-8, then what the document declares, then the most likely older encoding.

Nothing raises on bad bytes. Text that is UTF-8 but for a few broken bytes stays UTF-8, and each broken sequence becomes
U+FFFD; the original bytes are kept beside the text, so nothing is lost. ISO-8859-1 and Windows-1252 differ only in
0x80 to 0x9F: Windows-1252 is taken unless one of its five empty places (0x81, 0x8D, 0x8F, 0x90, 0x9D) is used.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

import charset_normalizer

from reportedly.errors import OptionError
from reportedly.read.sniff import wide

_SAMPLE = 200_000
_FOREIGN_SHARE = 0.3
_ASCII = bytes(range(128))
_HIGH = bytes(range(128, 256))
_NOT_LETTERS = bytes(b for b in range(128) if not chr(b).isalpha())
_SCRIPTS = "cp1251 koi8_r cp1256 iso8859_6 cp1255 iso8859_8 cp1253 iso8859_7 gb18030 big5 shift_jis euc_jp euc_kr cp874".split()
_SURROGATE = re.compile("[\ud800-\udfff]")
_ALIASES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the name of the encoding it was read in, and how many broken sequences became U+FFFD."""

    text: str
    encoding: str
    broken: int = 0


def decode(data: bytes, encoding: str | None = None, declared: str | None = None) -> Decoded:
    """Return the text of ``data``. Never raises on the bytes themselves.

    Args:
        data: the bytes of a text.
        encoding: the caller's word for the encoding; nothing else is tried.
        declared: what the document says of itself; believed where its bytes allow it and they are no UTF-8.

    Raises:
        OptionError: ``encoding`` is no encoding that is known.
    """
    if encoding is not None:
        return _as_told(data, encoding)
    if data.startswith(codecs.BOM_UTF8):
        return _decoded(data, "utf-8-sig")
    if found := wide(data):
        return _decoded(data, found)
    if _fits(data, "utf-8"):
        return Decoded(data.decode(), "utf-8")
    if declared and (name := _declared(declared)) and _fits(data, name):
        return _decoded(data, name)
    return _broken_utf8(data) or _decoded(data, _older(data))


def check_encoding(name: str) -> str:
    """Return the codec's name for ``name``.

    Raises:
        OptionError: there is no such text encoding.
    """
    try:
        "".encode(name)
        b"".decode(name)
        known = codecs.lookup(name).name
    except (LookupError, ValueError) as problem:
        what = f"{name!r} is no encoding that is known"
        raise OptionError(
            what, where="encoding", remedy="leave it out to have it detected, or name one such as utf-8, cp1252, cp1256"
        ) from problem
    return "utf-8-sig" if known == "utf-8" else known


def replace_surrogates(text: str) -> str:
    """Return ``text`` with every lone surrogate as U+FFFD, so that it can be written as UTF-8."""
    return _SURROGATE.sub("\ufffd", text)


def _as_told(data: bytes, encoding: str) -> Decoded:
    name = check_encoding(encoding)
    try:
        return Decoded(data.decode(name), name)
    except UnicodeDecodeError as problem:
        what = f"the bytes are not {encoding}: byte {problem.start + 1} cannot be read"
        raise OptionError(what, where="encoding", remedy="leave it out to have it detected, or name the one they are in") from problem


def _decoded(data: bytes, name: str) -> Decoded:
    try:
        return Decoded(data.decode(name), name)
    except UnicodeError:
        pass
    try:
        text = replace_surrogates(data.decode(name, errors="replace"))
    except UnicodeError:
        text = data.decode("latin-1")
        return Decoded(text, "latin-1")
    return Decoded(text, name, text.count("\ufffd"))


def _fits(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeError:
        return False
    return True


def _declared(label: str) -> str | None:
    """Return the codec for a label found in a document: a label of Latin-1 means Windows-1252 (WHATWG Encoding)."""
    label = label.strip().lower()
    try:
        return check_encoding(_ALIASES.get(label, label))
    except OptionError:
        return None


def _broken_utf8(data: bytes) -> Decoded | None:
    """Return ``data`` as UTF-8 where at least as many characters beyond ASCII are whole as are broken."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = len(text) - broken - len(data.translate(None, _HIGH))
    return Decoded(text, "utf-8", broken) if whole >= broken else None


def _older(data: bytes) -> str:
    """Return the likeliest encoding from before Unicode: by script where most letters are beyond ASCII, else Western."""
    sample = data[:_SAMPLE]
    high = len(sample.translate(None, _ASCII))
    plain = len(sample.translate(None, _NOT_LETTERS)) - high
    if high > _FOREIGN_SHARE * (high + plain):
        best = charset_normalizer.from_bytes(sample, cp_isolation=list(_SCRIPTS)).best()
        if best is not None and _fits(data, best.encoding):
            return best.encoding
    return "cp1252" if _fits(data, "cp1252") else "iso8859-1"
