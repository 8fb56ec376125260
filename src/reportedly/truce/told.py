"""A claim with what the ledger knows of it: what bearings are proposed from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportedly.model import Claim
from reportedly.truce.evidence import Chain


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with what the ledger knows of it.

    Attributes:
        known: day on which it was published, else captured. published: None where it is not known when.
        recorded: when the ledger took it in.
        chain: nodes that it came through.
        document: id of its document.
    """

    claim: Claim
    known: str | None
    recorded: str | None
    chain: Chain
    published: str | None = None
    document: str = ""

    @property
    def times(self) -> dict[str, Any]:
        """What a bearing or a claim of coverage has of it."""
        claim = self.claim
        times = {"begin": claim.valid.begin, "until": claim.valid.until, "said": claim.asserted or self.published}
        return times | {"known": self.known, "recorded": self.recorded, "chain": self.chain}

    @property
    def dated(self) -> bool:
        """Whether it has any day: of what it tells, or of when it was told."""
        claim = self.claim
        return bool(claim.valid.begin or claim.valid.until or claim.asserted or self.published)
