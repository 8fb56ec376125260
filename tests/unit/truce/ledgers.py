"""Readings whose claims bear on the invented agreement."""

from __future__ import annotations

from dataclasses import replace

from reportedly.model import Argument, Reading, ValidTime

DAY = "2018-10-15"


def shot(reading: Reading, by: str) -> Reading:
    """Return a reading whose first claim is of an advance by somebody."""
    first, *rest = reading.claims or ()
    roles = (("mover", Argument(by, first.start, first.end, by)),)
    said = replace(first, frame="advances", stance="asserts", args=roles, valid=ValidTime(DAY, DAY), asserted=DAY, place_ids=())
    return replace(reading, claims=(said, *rest))
