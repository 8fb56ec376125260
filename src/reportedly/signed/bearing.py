r"""A person's word on how a claim bears on an agreement, signed.

The signature is Ed25519 (RFC 8032) over the bytes ``reportedly bearing 1\n`` followed by the canonical JSON of what was judged, so that
whoever has the ledger can check it without this program.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from reportedly.ids import canonical

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ACT = "bearing"
"""The act of judgements that are about bearings."""

STANDINGS = ("confirmed", "struck")
_HEAD = b"reportedly bearing 1\n"


@dataclass(frozen=True, slots=True)
class JudgedBearing:
    """What a person holds of a bearing.

    Attributes:
        claim, agreement, atom, sign, act: the bearing.
        standing: one of ``STANDINGS``.
        by: who judges. reason: why, None where they do not say.
    """

    claim: str
    agreement: str
    atom: str
    sign: int
    act: str
    standing: str
    by: str
    reason: str | None = None


def seal(judged: JudgedBearing, key: Ed25519PrivateKey) -> dict[str, Any]:
    """Return what the judgement's ``value`` holds: the bearing, the standing, the public key and the signature."""
    signature = key.sign(_bytes(judged)).hex()
    told = {name: value for name, value in asdict(judged).items() if name not in {"claim", "by", "reason"}}
    return told | {"key": key.public_key().public_bytes_raw().hex(), "signature": signature}


def unseal(claim: str, by: str, reason: str | None, value: object) -> JudgedBearing | None:
    """Return the judgement that a row holds; None where it is none, or its signature does not hold."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - few commands need it
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415

    try:
        told = dict(value)  # type: ignore[call-overload]  # what it is not is met below
        key, signature = (bytes.fromhex(told.pop(name)) for name in ("key", "signature"))
        judged = JudgedBearing(claim=claim, by=by, reason=reason, **told)
        Ed25519PublicKey.from_public_bytes(key).verify(signature, _bytes(judged))
    except (InvalidSignature, ValueError, TypeError, KeyError, AttributeError):
        return None
    return judged if judged.standing in STANDINGS else None


def _bytes(judged: JudgedBearing) -> bytes:
    return _HEAD + canonical(asdict(judged)).encode()
