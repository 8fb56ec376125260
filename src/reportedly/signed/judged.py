r"""A person's judgement of a claim, signed.

The signature is Ed25519 (RFC 8032) over the bytes ``reportedly judgement 1\n`` followed by the canonical JSON of what was judged, so that
whoever has the ledger can check it without this program. ``of`` is the hash of the claim's row as it stood then.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from reportedly.ids import canonical

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ACTS = ("accept", "reject", "correct", "merge", "split", "comment", "grade", "undo")
"""What a person may do with a claim."""

_HEAD = b"reportedly judgement 1\n"


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement.

    Attributes:
        claim: id of the claim as it was drawn. of: hash of the row that was judged, whose claim may be one that a person made of it.
        act: one of :data:`ACTS`.
        by: who judges. reason: why, None where they do not say.
        said: what else the act holds: ``set`` of a correction, ``into`` of a merger, ``spans`` of a split, ``scheme`` and ``grade``.
        supersedes: number of the judgement that it undoes.
    """

    claim: str
    of: str
    act: str
    by: str
    reason: str | None = None
    said: Mapping[str, Any] = field(default_factory=dict)
    supersedes: int | None = None


def seal_judged(judged: Judged, key: Ed25519PrivateKey) -> dict[str, Any]:
    """Return what the judgement's ``value`` holds: what was said, what it was said of, the public key and the signature."""
    sealed = {"key": key.public_key().public_bytes_raw().hex(), "signature": key.sign(_bytes(judged)).hex()}
    return {**judged.said, "of": judged.of, **sealed}


def unseal_judged(claim: str, act: str, by: str, reason: str | None, value: object, supersedes: int | None) -> Judged | None:  # noqa: PLR0917
    """Return the judgement that a row holds; None where it is none, or its signature does not hold."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - few commands need it
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415

    try:
        said = dict(value)  # type: ignore[call-overload]  # what it is not is met below
        key, signature = (bytes.fromhex(said.pop(name)) for name in ("key", "signature"))
        judged = Judged(claim, said.pop("of"), act, by, reason, said, supersedes)
        Ed25519PublicKey.from_public_bytes(key).verify(signature, _bytes(judged))
    except (InvalidSignature, ValueError, TypeError, KeyError, AttributeError):
        return None
    return judged if act in ACTS else None


def _bytes(judged: Judged) -> bytes:
    return _HEAD + canonical(asdict(judged)).encode()
