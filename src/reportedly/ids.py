"""Content hashes: the same words in the same document give the same id on every machine."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache

SHORT = 16
"""Hex figures of an id inside a document (64 bits: one clash expected in about five billion)."""


_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode  # made once: it is called for every row


def digest(data: bytes) -> str:
    """Return the SHA-256 of ``data`` as 64 hex figures."""
    return hashlib.sha256(data).hexdigest()


def document_id(data: bytes) -> str:
    """Return the id of a document: ``sha256:`` and the hash of its original bytes."""
    return f"sha256:{digest(data)}"


def canonical(value: object) -> str:
    """Return ``value`` as JSON that does not depend on key order, spacing or locale."""
    return _encode(value)


def span_id(kind: str, *parts: object) -> str:
    """Return an id for something found in a document, made of its kind and whatever tells it from others."""
    return f"{kind}:{digest(canonical(list(parts)).encode())[:SHORT]}"


@lru_cache(100_000)
def number_for(name: str) -> int:
    """Return the number that stands for a name where numbers are kept of it: 64 bits of its hash, with a sign."""
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), signed=True)
