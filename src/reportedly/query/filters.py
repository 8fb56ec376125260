"""The filters, by the names that the command line and the query string give them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from reportedly import clock
from reportedly.errors import OptionError
from reportedly.model.claim import CLAIM_TYPES, STANCES

_PARTIAL = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")
_Parser = Callable[[str, str], Any]
_DIGITS = 12  # of a count; more is a mistake, and no database holds it
_TRUTHS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims are asked for; None asks for any, and all that is named must hold.

    Attributes:
        type: claim types, any of them. frame: frames, any of them. stance: stances, any of them.
        speaker: actor id, or a part of the speaker's name.
        actor: actor id, or a part of a name; the speaker, or who fills a role of the claim.
        place: place id or neutral name.
        publisher: name or id of the publisher of any appearance.
        path: path of an appearance, or a folder or table that it stands in. ref: the row's own id. doc: the beginning of a document id.
        since: day from which on the claim is said to hold. until: day up to which. Claims of unknown time do not pass.
        published_since: day from which on an appearance was published. published_until: day up to which.
        text: words of the claim or of its gloss, all of them; in double quotes, in a row.
        own: said in the page's own voice, or not.
        min_chains: independent chains behind it, at least.
        as_of: day on which it is said to hold.
        known_by: day by which it was published, or captured where no date of publication is known.
        recorded_by: day or moment by which it was recorded; the answer is what the ledger would have given then.
        judgements: ``with`` (as where none is given): claims are as persons judged them; ``without``: as they were drawn.
        limit: claims to give. offset: claims to pass over first.
    """

    type: tuple[str, ...] = ()
    frame: tuple[str, ...] = ()
    stance: tuple[str, ...] = ()
    speaker: str | None = None
    actor: str | None = None
    place: str | None = None
    publisher: str | None = None
    path: str | None = None
    ref: str | None = None
    doc: str | None = None
    since: str | None = None
    until: str | None = None
    published_since: str | None = None
    published_until: str | None = None
    text: str | None = None
    own: bool | None = None
    min_chains: int | None = None
    as_of: str | None = None
    known_by: str | None = None
    recorded_by: str | None = None
    judgements: str | None = None
    limit: int | None = None
    offset: int = 0

    @property
    def judged(self) -> bool:
        """Whether claims are as persons judged them."""
        return self.judgements != WITHOUT

    @classmethod
    def from_params(cls, params: Mapping[str, str]) -> ClaimFilter:
        """Return the filter that options or a query string name; hyphens and underscores are the same, empty values are left out.

        Raises:
            OptionError: a name is not known, or its value is not understood.
        """
        values = {}
        for given, value in params.items():
            name = given.replace("-", "_")
            if name not in NAMES:
                what = f"there is no filter {given!r}"
                raise OptionError(what, where=given, remedy=f"the filters are {', '.join(NAMES)}")
            if value.strip():
                values[name] = _KINDS.get(name, _TEXT).parse(given, value.strip())
        return cls(**values)


NAMES = tuple(field.name for field in fields(ClaimFilter))
"""Names of all filters."""


WITHOUT = "without"
"""Claims as they were drawn, whatever persons judged of them."""


def _bad(name: str, value: str, remedy: str) -> OptionError:
    what = f"{value!r} is not understood"
    return OptionError(what, where=name, remedy=remedy)


def _many(_name: str, value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(",") if part.strip())


def _one_of(known: tuple[str, ...]) -> _Parser:
    def parse(name: str, value: str) -> tuple[str, ...]:
        found = _many(name, value)
        if any(part not in known for part in found):
            remedy = f"give one or more of {', '.join(known)}, separated by commas"
            raise _bad(name, value, remedy)
        return found

    return parse


def _text(_name: str, value: str) -> str:
    return value


def _day(name: str, value: str) -> str:
    try:
        if _PARTIAL.fullmatch(value) or dt.date.fromisoformat(value).isoformat() == value:
            return value
    except ValueError:
        pass
    remedy = "give a day as in 2031-01-31, a month as in 2031-01, or a year"
    raise _bad(name, value, remedy)


def _moment(name: str, value: str) -> str:
    if "T" not in value:
        return _day(name, value)
    try:
        moment = dt.datetime.fromisoformat(value)
    except ValueError as error:
        remedy = "give a day as in 2031-01-31 or a moment as in 2031-01-31T20:00:00Z"
        raise _bad(name, value, remedy) from error
    return clock.stamp(moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC))


def _either(name: str, value: str) -> str:
    remedy = "give with or without"
    raise _bad(name, value, remedy)


def _count(name: str, value: str) -> int:
    if not value.isascii() or not value.isdecimal() or len(value) > _DIGITS:
        remedy = "give a whole number, 0 or more"
        raise _bad(name, value, remedy)
    return int(value)


def _truth(name: str, value: str) -> bool:
    if value.lower() not in _TRUTHS:
        remedy = "give true or false"
        raise _bad(name, value, remedy)
    return _TRUTHS[value.lower()]


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a value is read, and the JSON Schema of what can be read."""

    parse: _Parser
    shape: dict[str, Any]


def _of(known: tuple[str, ...]) -> _Kind:
    return _Kind(_one_of(known), {"type": "array", "items": {"enum": list(known)}})


_TEXT = _Kind(_text, {"type": "string"})
_DAY = _Kind(_day, {"type": "string", "pattern": r"^\d{4}(-\d{2}){0,2}$", "examples": ["2031-01-31", "2031-01", "2031"]})
_MOMENT = _Kind(_moment, {"type": "string", "pattern": r"^\d{4}(-\d{2}){0,2}(T.+)?$", "examples": ["2031-01-31", "2031-01-31T20:00:00Z"]})
_COUNT = _Kind(_count, {"type": "integer", "minimum": 0, "maximum": 10**_DIGITS - 1})
_KINDS = {
    "type": _of(CLAIM_TYPES),
    "frame": _Kind(_many, {"type": "array", "items": {"type": "string"}}),
    "stance": _of(STANCES),
    "own": _Kind(_truth, {"enum": list(_TRUTHS)}),
    "judgements": _Kind(lambda name, value: value if value in {"with", WITHOUT} else _either(name, value), {"enum": ["with", WITHOUT]}),
    "recorded_by": _MOMENT,
    **dict.fromkeys(("since", "until", "published_since", "published_until", "as_of", "known_by"), _DAY),
    **dict.fromkeys(("min_chains", "limit", "offset"), _COUNT),
}


def shape_of(name: str) -> dict[str, Any]:
    """Return the JSON Schema of the values of a filter; an array is one of several values, joined by commas."""
    return dict(_KINDS.get(name, _TEXT).shape)
