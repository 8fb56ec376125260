"""Recording what a person holds of a bearing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.query import last_judgement, whole_id
from reportedly.signed import JudgedBearing, seal
from reportedly.signed.bearing import ACT
from reportedly.store import Ledger

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


def judge_bearing(ledger: Ledger, judged: JudgedBearing, key: Callable[[], Ed25519PrivateKey]) -> tuple[int, JudgedBearing]:
    """Record a judgement of a bearing, signed; it follows the last one of the same bearing.

    Args:
        ledger: the open ledger.
        judged: the judgement; its claim may be the beginning of an id.
        key: gives what signs it; it is asked for once the claim is found.

    Returns:
        The judgement's number, and it with the whole id of its claim.

    Raises:
        UnknownIdError: no claim's id begins so, or several do.
    """
    whole = replace(judged, claim=whole_id(ledger, judged.claim))
    before = last_judgement(ledger, whole)
    number = ledger.writer().judge(whole.claim, ACT, by=whole.by, value=seal(whole, key()), reason=whole.reason, supersedes=before)
    return number, whole
