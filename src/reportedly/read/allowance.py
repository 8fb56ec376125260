"""How much may be unpacked from one file: bombs are told by what comes out of them, not by what they say."""

from __future__ import annotations

import io
from dataclasses import dataclass

from reportedly.errors import TooLargeError
from reportedly.limits import limits
from reportedly.ports import Source

ALWAYS = 1_000_000
"""Bytes that may come out of any archive, however small it is: a short table of like rows is no bomb."""

_CHUNK = 1 << 18


@dataclass(slots=True)
class Budget:
    """What is left for the parts of one file, and for what lies in them.

    Attributes:
        size: bytes of the file.
        entries: parts so far. unpacked: bytes so far.
    """

    size: int
    entries: int = 0
    unpacked: int = 0

    def entry(self) -> None:
        """Count one part. Raises TooLargeError where there are too many."""
        self.entries += 1
        most = limits().archive_entries
        if self.entries > most:
            what = f"it holds more than {most:,} files; what follows is not read"
            raise TooLargeError(what, remedy="split it, or raise REPORTEDLY_ARCHIVE_ENTRIES")

    def drain(self, stream: Source) -> bytes:
        """Return all that ``stream`` holds. Raises TooLargeError where that is more than is left."""
        out = io.BytesIO()
        while chunk := stream.read(_CHUNK):
            self.passed(len(chunk))
            out.write(chunk)
        return out.getvalue()

    def passed(self, size: int) -> None:
        """Count bytes that were unpacked. Raises TooLargeError where there are too many."""
        self.unpacked += size
        ceilings = limits()
        if self.unpacked > ceilings.archive_expanded_bytes:
            what = f"it is more than {ceilings.archive_expanded_bytes:,} bytes when unpacked; what follows is not read"
            raise TooLargeError(what, remedy="split it, or raise REPORTEDLY_ARCHIVE_EXPANDED_BYTES")
        if self.unpacked > max(ALWAYS, ceilings.archive_ratio * self.size):
            what = f"it grows more than {ceilings.archive_ratio} times when unpacked, as bombs do; what follows is not read"
            raise TooLargeError(what, remedy="raise REPORTEDLY_ARCHIVE_RATIO if you trust who made it")
