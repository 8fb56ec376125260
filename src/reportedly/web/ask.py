"""What one request asks: the filters, the clocks, and where in a long answer it stands."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote, urlencode
from zoneinfo import ZoneInfo

from reportedly import clock
from reportedly.errors import OptionError
from reportedly.limits import limits
from reportedly.query.asked import asked
from reportedly.query.clocks import clocks_of
from reportedly.query.filters import NAMES, ClaimFilter
from reportedly.query.marks import touched
from reportedly.store import Ledger
from reportedly.truce.times import span_of
from reportedly.truce.view import View
from reportedly.web.naming import place_name
from reportedly.web.opening import opening
from reportedly.web.visit import Visit

if TYPE_CHECKING:
    from reportedly.web.page import Page
    from reportedly.web.site import Site

T = TypeVar("T")
SHOWN = 50
"""Rows of a page, where no number is asked for."""

CLOCKS = ("as_of", "known_by", "recorded_by", "judgements")
"""Filters that go along from page to page."""

LISTS = frozenset({"type", "frame", "stance"})
"""Filters that may have several values."""

BEHIND = {
    "control": "control",
    "routes": "route,siege",
    "positions": "position,proposal",
    "contacts": "contact",
    "forecasts": "prediction",
    "allegations": "allegation,attack",
}
"""Page of a view -> types of the claims behind it."""

_DIGITS = 15


@dataclass(frozen=True)
class Ask:
    """What one request asks.

    Attributes:
        site: the server's. page: the page that is asked for. form: ``html``, ``json`` or ``csv``. ledger: open for reading.
        given: the query string, names with underscores, empty values left out. keys: what the path names.
        visit: who asks, and what they sent.
        hurried: a person waits, and is told where something takes long.
    """

    site: Site
    page: Page
    form: str
    ledger: Ledger
    given: Mapping[str, str]
    keys: Mapping[str, str]
    visit: Visit = field(default_factory=Visit)
    hurried: bool = False

    @cached_property
    def where(self) -> ClaimFilter:
        """The filter that the query string names; a moment by which all was recorded, as in permalinks, is left out."""
        found = ClaimFilter.from_params({name: value for name, value in self.given.items() if name in NAMES and name not in self.page.own})
        by = found.recorded_by
        return replace(found, recorded_by=None) if by is not None and self.site.recorded(self.ledger)[: len(by)] <= by else found

    @cached_property
    def view(self) -> View:
        """From where it is looked; where the line is frozen, from the day of that moment; where no day is asked for, from :attr:`opens`."""
        given = {name: self.given.get(name, "") for name in CLOCKS}
        given["as_of"] = given["as_of"] or self.opens or ""
        if "frozen_at" in self.given:
            given["as_of"] = day_of(self.given["frozen_at"])
        return asked(given, self.given.get("lens", "all"))

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what ``make`` gives for this state of the ledger; made once, then kept.

        Raises:
            LateError: a person waits, and it takes long.
        """
        return (self.site.soon if self.hurried else self.site.remembered)(self.ledger, key, make)

    @cached_property
    def opens(self) -> str | None:
        """The day from which views are looked at where none is asked for, as the ledger is of long ago; None where that is today."""
        if "as_of" in self.given or "frozen_at" in self.given:
            return None
        clocks, today = clocks_of(self.where), self.today
        return self.site.remembered(self.ledger, ("opens", clocks, today), lambda: (opening(self.ledger, today, clocks),))[0]

    @property
    def today(self) -> str:
        """The day that it is."""
        return clock.now().date().isoformat()

    @cached_property
    def touched(self) -> frozenset[str]:
        """The ids of all claims that judgements in force touch; none where judgements do not count."""
        recorded_by = self.where.recorded_by
        if not self.where.judged:
            return frozenset()
        return self.site.remembered(self.ledger, ("touched", recorded_by), lambda: touched(self.ledger, recorded_by))

    def named(self, place: str | None, name: str) -> str:
        """Return what a place is called on pages; ``name`` where no pack has it."""
        return place_name(self.site.pack, place, name)

    @property
    def after(self) -> int | None:
        """Where in a long answer the page begins; None at its start. Raises OptionError where it is no cursor."""
        value = self.given.get("after")
        if value is None:
            return None
        if not value.isascii() or not value.isdecimal() or len(value) > _DIGITS:
            what = f"{value!r:.40} is no place in this list"
            raise OptionError(what, where="after", remedy="follow the link to the next page as it was given, or leave it out")
        return int(value)

    @property
    def size(self) -> int | None:
        """How many rows are asked for: all of them for CSV where no number is named."""
        most, wanted = limits().page_rows, self.where.limit
        if self.form == "csv":
            return wanted
        return SHOWN if wanted is None else min(wanted, most)

    def link(self, to: str | None = None, /, **changes: object) -> str:
        """Return the address of this page with some of its query changed, None taking a name out; or of another page, clocks kept."""
        kept = dict(self.given) if to is None else {name: self.given[name] for name in CLOCKS if name in self.given}
        kept.pop("after", None)
        query = {name: str(value) for name, value in (kept | changes).items() if value not in {None, ""}}
        return address(self.here if to is None else to, query)

    def as_page(self, page: Page) -> str:
        """Return the address of another way to look at the same: with the filters that it takes, too; a moment frozen is a day as of."""
        kept = {name: value for name, value in self.given.items() if name in page.takes and name != "after"}
        if "frozen_at" in self.given and "as_of" in page.takes:
            kept["as_of"] = self.view.as_of
        elif "frozen_at" in page.takes and "as_of" in self.given:
            kept["frozen_at"] = self.given["as_of"]
        return address(page.path, kept)

    def twin(self, form: str) -> str:
        """Return the address of the same answer in another form."""
        return address(f"{self.here if self.here != '/' else '/overview'}.{form}", self.given)

    @property
    def pinned(self) -> str:
        """The address that gives the same answer whatever is recorded later."""
        now, asked = clock.stamp(clock.now()), self.given.get("recorded_by")
        past = asked is not None and asked < now[: len(asked)]
        clocks = {} if "recorded_by" not in self.page.takes else {"recorded_by": asked if asked and past else now}
        if {"lens", "as_of"} <= set(self.page.takes):
            clocks["as_of"] = self.view.as_of
        return address(self.here, {**self.given, **clocks, **self.page.pinned(self)})

    @property
    def exports(self) -> str | None:
        """The address of the exports of the claims asked for here, or of those behind a view; None where it is about no claims."""
        if not {"speaker", "place"} <= set(self.page.takes) or self.page.name == "export":
            return None
        kept = {name: value for name, value in self.given.items() if name in NAMES and name not in {*self.page.own, "limit", "offset"}}
        if "lens" in self.page.takes and "as_of" in kept:  # a view looks from that day at all that was said to hold before
            kept.setdefault("until", kept.pop("as_of"))
        types = BEHIND.get(self.page.name)
        return address("/export", kept | ({"type": types} if types else {}))

    @property
    def here(self) -> str:
        """The path of the page."""
        path = self.page.path
        for name, value in self.keys.items():
            path = path.replace("{" + name + "}", quote(value, safe=":"))
        return path


def day_of(moment: str) -> str:
    """Return the day of a day or minute. Raises OptionError where it is neither."""
    if span_of(moment, ZoneInfo("UTC")) is None:
        what = f"{moment!r:.40} is no day or minute"
        raise OptionError(what, where="frozen_at", remedy="write it as 2031-01-31 or 2031-01-31T18:00")
    return moment.partition("T")[0]


def address(path: str, query: Mapping[str, str]) -> str:
    """Return a path with its query string."""
    return f"{path}?{urlencode(query)}" if query else path


def given_of(pairs: Iterable[tuple[str, str]], page: Page) -> dict[str, str]:
    """Return a query string as names and values; several values of one name are joined where a filter takes several.

    Raises:
        OptionError: a page does not take a name, or one is given twice that has one value.
    """
    found: dict[str, str] = {}
    for given, value in pairs:
        name = given.replace("-", "_")
        if name not in page.takes and not (name == "judgements" and "recorded_by" in page.takes):
            what = f"this page has no filter {given!r:.60}"
            raise OptionError(what, where=f"{given:.60}", remedy=f"it takes {', '.join(page.takes) or 'none'}")
        if not value.strip():
            continue
        if name in found and name not in LISTS:
            what = f"{name} is given twice"
            raise OptionError(what, where=name, remedy="give it once")
        found[name] = f"{found[name]},{value.strip()}" if name in found else value.strip()
    return found
