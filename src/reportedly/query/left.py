"""What a view left out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Left:
    """What a view left out.

    Attributes:
        rows: of how many rows at least. least: there may be more rows. claims: older ones of the rows that are shown.
        stale: a mirror was passed over, as it is of an earlier state of the ledger.
    """

    rows: int = 0
    least: bool = False
    claims: int = 0
    stale: bool = False
