"""What ``pack.yaml`` says of a pack as a whole: its time zone and the time that it is of."""

from __future__ import annotations

import zoneinfo

from reportedly.errors import PackError
from reportedly.marked import Marked
from reportedly.packs.actors import day
from reportedly.packs.mistakes import Mistake, line_of, mistake_of

_LEFT = "the pack is read without it"


def zone_of(head: Marked, before: str, mistakes: list[Mistake]) -> str:
    """Return the time zone that ``head`` names, ``before`` where it names none or one that is not known."""
    said = head.maybe("time_zone")
    if said is None:
        return before
    try:
        zoneinfo.ZoneInfo(said)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        what = f"{said!r} is no time zone"
        mistakes.append(Mistake(what, line_of(head.need("time_zone")), "write one of the IANA list, as in Asia/Beirut", _LEFT))
        return before
    return said


def check_times(head: Marked, mistakes: list[Mistake]) -> None:
    """Add to ``mistakes`` where ``begin`` or ``until`` is no date, or the one lies after the other."""
    found = []
    for key in ("begin", "until"):
        try:
            found.append(day(head, key))
        except PackError as error:
            mistakes.append(mistake_of(error, _LEFT))
    begin, until = found if len(found) == 2 else (None, None)  # noqa: PLR2004 - both
    if begin is not None and until is not None and until < begin:
        what = f"the pack ends on {until}, before it begins on {begin}"
        mistakes.append(Mistake(what, line_of(head.need("until")), "exchange the two dates, or correct one", _LEFT))
