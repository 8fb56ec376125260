"""Texts and numbers on their way to the server and back.

PostgreSQL keeps every character but NUL. A text with one is kept with another character in its place, one that the text does not have, and
which one it is stands at the text's end: so no character moves, every text comes back as it was, and equal texts are equal there, too.
"""

from __future__ import annotations

from typing import Any

from psycopg import Connection
from psycopg.types.numeric import NumericLoader
from psycopg.types.string import StrDumperUnknown, TextLoader

_MARK = "\U0010ffff"
"""Ends a text that is kept otherwise than it is: a noncharacter, so that texts as they are written do not."""
_MARK_BYTES = _MARK.encode()
_PLANE = 0xF0000
"""From here on a character is looked for that a text does not have: nobody writes those."""


def kept(text: str) -> str:
    """Return a text as the server keeps it."""
    if "\0" not in text and not text.endswith(_MARK):
        return text
    there = set(text)
    other = next(sign for sign in map(chr, range(_PLANE, ord(_MARK))) if sign not in there)
    return text.replace("\0", other) + other + _MARK


def told(text: str) -> str:
    """Return a text that the server kept as it was given."""
    return text[:-2].replace(text[-2], "\0") if text.endswith(_MARK) else text


class _Dumper(StrDumperUnknown):
    def dump(self, obj: str) -> Any:  # noqa: ANN401 - a buffer
        return super().dump(kept(obj))


class _Loader(TextLoader):
    def load(self, data: Any) -> Any:  # noqa: ANN401 - a buffer in, a text out
        return told(str(super().load(data))) if bytes(data[-4:]) == _MARK_BYTES else super().load(data)


class _Number(NumericLoader):
    """Sums of whole numbers are whole numbers, and no decimals come from anywhere else."""

    def load(self, data: Any) -> Any:  # noqa: ANN401 - a buffer in, a number out
        found = super().load(data)
        return int(found) if found == found.to_integral_value() and found.as_tuple().exponent == 0 else float(found)


def adapt(connection: Connection[Any]) -> None:
    """Have a connection of the driver's give and take texts and numbers so."""
    connection.adapters.register_dumper(str, _Dumper)
    for name in ("text", "varchar"):
        connection.adapters.register_loader(name, _Loader)
    connection.adapters.register_loader("numeric", _Number)
