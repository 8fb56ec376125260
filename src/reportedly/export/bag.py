"""A bundle as a ZIP of a BagIt bag (RFC 8493) with a signature over its list of lists. The same files give the same bytes."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO

TOP = "evidence/"
LIST, TAGS, SIGNATURE, KEY, README = "manifest-sha256.txt", "tagmanifest-sha256.txt", "tagmanifest-sha256.txt.sig", "key.pem", "README.txt"
_TIME = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o100644 << 16
_UNIX = 3
_PIECE = 1 << 20


class Bag:
    """Files of a bag, gathered in a folder.

    Args:
        folder: empty; nothing else may write there.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, name: str, pieces: Iterable[bytes]) -> None:
        """Write a file of the payload; ``name`` is under ``data/``."""
        self.tag(f"data/{name}", pieces)

    def tag(self, name: str, pieces: Iterable[bytes]) -> None:
        """Write a file beside the payload."""
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as out:
            out.writelines(pieces)

    def close(self, about: Iterable[tuple[str, str]], readme: str, key: bytes, sign: Callable[[bytes], bytes]) -> list[str]:
        """Write the lists, sign the last of them, and return the names of all files.

        Args:
            about: what ``bag-info.txt`` says.
            readme: for a person.
            key: the public key, PEM.
            sign: gives the signature of bytes.
        """
        payload = self._names("data/")
        size = sum((self._folder / name).stat().st_size for name in payload)
        info = [*about, ("Payload-Oxum", f"{size}.{len(payload)}")]
        self.tag("bagit.txt", [b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"])
        self.tag("bag-info.txt", [f"{name}: {value}\n".encode() for name, value in info])
        self.tag(README, [readme.encode()])
        self.tag(KEY, [key])
        self.tag(LIST, (self._line(name) for name in payload))
        self.tag(TAGS, [self._line(name) for name in self._names("") if not name.startswith("data/")])
        self.tag(SIGNATURE, [sign((self._folder / TAGS).read_bytes())])
        return self._names("")

    def pack(self, out: IO[bytes]) -> None:
        """Write the bag as a ZIP: names in order, one time for all."""
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
            for name in self._names(""):
                info = zipfile.ZipInfo(TOP + name, _TIME)
                info.external_attr, info.create_system, info.compress_type = _READABLE, _UNIX, zipfile.ZIP_DEFLATED
                path = self._folder / name
                info.file_size = path.stat().st_size
                with path.open("rb") as source, packed.open(info, "w") as target:
                    shutil.copyfileobj(source, target, _PIECE)

    def _names(self, under: str) -> list[str]:
        found = (path.relative_to(self._folder).as_posix() for path in self._folder.rglob("*") if path.is_file())
        return sorted(name for name in found if name.startswith(under))

    def _line(self, name: str) -> bytes:
        with (self._folder / name).open("rb") as source:
            return f"{hashlib.file_digest(source, 'sha256').hexdigest()}  {name}\n".encode()
