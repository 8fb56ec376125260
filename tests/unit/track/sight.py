"""Claims as views see them, in few words."""

from __future__ import annotations

from typing import Any

from reportedly.model import Argument, Claim, HeldClaim, Speaker, ValidTime
from reportedly.track.seen import Seen

DAY = "2031-05-01"


def told(number: int, frame: str, day: str = DAY, by: str = "Harbour Watch", stance: str = "asserts", **more: Any) -> Seen:  # noqa: ANN401 - fields of a claim
    """Return a claim with a number as its id; what is no field of a claim fills the role of that name: an id in capitals is an actor's."""
    names = {name: more.pop(name) for name in list(more) if name not in Claim.__slots__}
    args = tuple((role, argument(name)) for role, name in names.items())
    speaker = Speaker(by, by.upper() if by.islower() else None)
    fields: dict[str, Any] = {"type": "control", "gloss": frame, "valid": ValidTime(day, day), "asserted": day, "own": False} | more
    claim = Claim(
        f"c:{number:08}", 0, 1, frame=frame, args=args, stance=stance, speaker=speaker, chain=("page", by), proposition="p", **fields
    )
    return Seen(HeldClaim(claim, f"document {number}", "x.txt", day, "Mill Mail"), day)


def argument(name: str) -> Argument:
    """Return what fills a role: an actor in capitals, a place that begins with a sign of its own, or other words."""
    if name.isupper():
        return Argument(name.title(), 0, 1, name)
    return Argument(name.removeprefix("@"), 0, 1, place=name if name.startswith("@") else None)
