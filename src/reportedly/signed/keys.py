"""The key that a person signs with: a file of their own, made at first use, that nobody else may read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.errors import SignatureError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_OWN = 0o600


def own_key(path: Path) -> Ed25519PrivateKey:
    """Return the key in the file ``path`` (PEM, PKCS #8); it is made where there is none.

    Raises:
        SignatureError: the file cannot be read or made, or holds no such key.
    """
    try:
        return _read(path.read_bytes(), path)
    except FileNotFoundError:
        return _made(path)
    except OSError as problem:
        what = f"the key cannot be read: {problem.strerror}"
        raise SignatureError(what, where=str(path), remedy="check who may read the file, or name another with --key") from problem


def _read(data: bytes, path: Path) -> Ed25519PrivateKey:
    from cryptography.exceptions import UnsupportedAlgorithm  # noqa: PLC0415 - few commands need it
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415
    from cryptography.hazmat.primitives.serialization import load_pem_private_key  # noqa: PLC0415

    try:
        key = load_pem_private_key(data, None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as problem:
        what = "this file holds no key that can be used"
        raise SignatureError(
            what, where=str(path), remedy="name an Ed25519 key in PEM without a password, or a file to be made"
        ) from problem
    if not isinstance(key, Ed25519PrivateKey):
        what = f"this is another kind of key: {type(key).__name__}"
        raise SignatureError(what, where=str(path), remedy="name an Ed25519 key, or a file to be made")
    return key


def _made(path: Path) -> Ed25519PrivateKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat  # noqa: PLC0415

    key = Ed25519PrivateKey.generate()
    data = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    half = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWN), "wb") as file:
            file.write(data)
            os.fsync(file.fileno())
        try:
            os.link(half, path)  # only where there is none: of two that make it at once both use the same
        finally:
            half.unlink()
    except FileExistsError:
        return _read(path.read_bytes(), path)
    except OSError as problem:
        what = f"the key cannot be made: {problem.strerror}"
        raise SignatureError(what, where=str(path), remedy="name a file where you may write with --key") from problem
    return key
