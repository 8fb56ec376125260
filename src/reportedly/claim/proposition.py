"""The id of what is said, whoever says it: equal for two claims that say the same of the same."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.ids import span_id
from reportedly.model import Argument, ValidTime


def proposition(frame: str, args: Sequence[tuple[str, Argument]], places: Sequence[str], valid: ValidTime) -> str:
    """Return the id of what is said: frame, actors and places by id where they have one, and valid time; no label, no offset."""
    filled = sorted((role, a.actor or a.place or a.name.lower()) for role, a in args)
    return span_id("p", frame, filled, sorted(places), valid.begin, valid.until)
