"""Days as a person writes them into a correction: ISO, as exact as they are known."""

from __future__ import annotations

import calendar
import re

from reportedly.errors import OptionError

_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_OPEN = ".."


def valid_of(value: str) -> tuple[str | None, str | None]:
    """Return the first and the last day of ``2031-01-31``, ``2031-01``, ``2031``, or two of them as ``A/B``, ``..`` where one is open.

    Raises:
        OptionError: it is none of these, is no day of the calendar, or ends before it begins.
    """
    first, slash, last = value.replace(" ", "").partition("/")
    begin = None if first == _OPEN and slash else _day(first, last=False)
    until = None if last == _OPEN else _day(last if slash else first, last=True)
    if (begin is None and until is None) or (begin and until and begin > until):
        what = f"{value!r:.40} ends before it begins" if begin else f"{value!r:.40} tells no time"
        raise OptionError(what, where="date", remedy=_REMEDY)
    return begin, until


_REMEDY = "give a day as in 2031-01-31, a month as in 2031-01, a year, or two of them as in 2031-01/2031-03"


def _day(value: str, *, last: bool) -> str:
    found = _PARTIAL.fullmatch(value)
    year, month, day = (int(part) if part else None for part in found.groups()) if found else (None, None, None)
    if not year or (month is not None and not 1 <= month <= 12):  # noqa: PLR2004 - months
        what = f"{value!r:.40} is no day, month or year"
        raise OptionError(what, where="date", remedy=_REMEDY)
    month = month or (12 if last else 1)
    length = calendar.monthrange(year, month)[1]
    if day is not None and not 1 <= day <= length:
        what = f"{value!r:.40} is no day of the calendar"
        raise OptionError(what, where="date", remedy=_REMEDY)
    return f"{year:04}-{month:02}-{day or (length if last else 1):02}"
