r"""A person's own report as bytes: what was said, by whom, of when and where, how it was coded by hand, and a signature over all of it.

The bytes are one canonical JSON object (sorted keys, no spaces, UTF-8)::

    {"key": 64 hex figures, "report": {…}, "reportedly_report": 1, "signature": 128 hex figures}

The signature is Ed25519 (RFC 8032) over the bytes ``reportedly report 1\n`` followed by the canonical JSON of ``report``; so whoever
has the bytes can check it without this program. The same report signed with the same key gives the same bytes.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from reportedly.errors import SignatureError
from reportedly.ids import canonical

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

FORMAT = "report"
"""Name of the format of documents that are such reports."""

_EDITION = 1
_HEAD = b"reportedly report 1\n"
_BROKEN = "restore the bytes from a copy"


@dataclass(frozen=True, slots=True)
class Coded:
    """A claim as the person coded it by hand.

    Attributes:
        words: the words of the report that make the claim; None where all of them do.
        args: role -> words of the report.
    """

    type: str
    frame: str
    stance: str
    args: tuple[tuple[str, str], ...] = ()
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What a person reports.

    Attributes:
        text: the words, newlines as line feeds.
        reporter: who reports, and signs.
        speaker: who told it, None where the reporter speaks of what they saw themselves.
        date: ISO day that the words are of. place: where they are about, where they do not say so themselves.
        coded: the claim, where it was coded by hand; else claims are drawn from the words.
    """

    text: str
    reporter: str
    speaker: str | None = None
    date: str | None = None
    place: str | None = None
    coded: Coded | None = None


@dataclass(frozen=True, slots=True)
class Signed:
    """A report with the key and signature that its bytes hold, and whether the signature holds."""

    report: Report
    key: str
    signature: str
    holds: bool


def sign(report: Report, key: Ed25519PrivateKey) -> bytes:
    """Return a report as signed bytes."""
    plain = asdict(report)
    signature = key.sign(_HEAD + canonical(plain).encode())
    whole = {"reportedly_report": _EDITION, "report": plain, "key": key.public_key().public_bytes_raw().hex(), "signature": signature.hex()}
    return canonical(whole).encode()


def unpack(data: bytes) -> Signed:
    """Return the report that bytes hold.

    Raises:
        SignatureError: they hold none.
    """
    try:
        found = json.loads(data)
        plain = found["report"]
        coded = plain["coded"]
        held = Coded(**{**coded, "args": tuple((role, words) for role, words in coded["args"])}) if coded else None
        report = Report(**{**plain, "coded": held})
        return Signed(report, found["key"], found["signature"], _holds(plain, found["key"], found["signature"]))
    except (ValueError, KeyError, TypeError) as problem:
        what = f"these bytes are no signed report: {problem}"
        raise SignatureError(what, remedy=_BROKEN) from problem


def _holds(plain: dict[str, Any], key: str, signature: str) -> bool:
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - few commands need it
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415

    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(bytes.fromhex(signature), _HEAD + canonical(plain).encode())
    except (InvalidSignature, ValueError, TypeError):
        return False
    return True
