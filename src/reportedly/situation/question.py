"""What a report is asked for, from options or a query string."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.errors import OptionError
from reportedly.query.asked import asked
from reportedly.query.filters import ClaimFilter
from reportedly.query.source import last_day
from reportedly.situation.model import Question

MOST, _LENGTH, _NAMES = 12, 200, 40


def question_of(
    begin: str,
    until: str,
    *,
    places: Iterable[str] = (),
    publishers: Iterable[str] = (),
    agreements: Iterable[str] = (),
    known: Sequence[str] = (),
    clocks: dict[str, str] | None = None,
    lens: str = "all",
    unmask: bool = False,
    most: int = MOST,
) -> Question:
    """Return the question.

    Args:
        begin: first day of the window, or a month or year; the first day of it counts.
        until: last day, or a month or year; the last day of it counts.
        places: ids or names.
        publishers: names or ids.
        agreements: ids.
        known: ids of agreements that there are.
        clocks: ``known_by`` (the last day where it is left out) and ``recorded_by``.
        lens: how many chains a verdict needs.
        unmask: leave the names of private persons.
        most: sentences of each section.

    Raises:
        OptionError: a day or name is not understood, or the window ends before it begins.
    """
    first, last = _day(begin, "from", last=False), _day(until, "to", last=True)
    if last < first:
        what = f"the window ends on {last}, before it begins on {first}"
        raise OptionError(what, where="to", remedy="give the first day with --from and the last one with --to")
    told = clocks or {}
    view = asked({"as_of": last, "known_by": told.get("known_by") or last, "recorded_by": told.get("recorded_by", "")}, lens)
    wanted = tuple(_names(agreements, "agreement"))
    for each in wanted:
        if each not in known:
            what = f"there is no agreement {each!r}"
            raise OptionError(what, where="agreement", remedy=f"known here are: {', '.join(known) or 'none'}")
    return Question(first, last, view, tuple(_names(places, "place")), tuple(_names(publishers, "publisher")), wanted, unmask, most)


def _day(given: str, where: str, *, last: bool) -> str:
    try:
        day = ClaimFilter.from_params({"as_of": given}).as_of
    except OptionError as error:
        raise OptionError(error.what, where=where, remedy=error.remedy) from error
    if day is None:
        what = "the window has no such end"
        raise OptionError(what, where=where, remedy="give a day as in 2031-01-31, a month as in 2031-01, or a year")
    return last_day(day) if last else f"{day}-01-01"[:10] if len(day) == len("2031") else f"{day}-01"[:10]


def _names(given: Iterable[str], where: str) -> Iterable[str]:
    found = list(dict.fromkeys(each.strip() for each in given if each.strip()))
    if len(found) > _NAMES or any(len(each) > _LENGTH for each in found):
        what = "there are too many names, or one is too long"
        raise OptionError(what, where=where, remedy=f"give up to {_NAMES} names of up to {_LENGTH} characters")
    return found
