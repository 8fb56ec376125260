"""When a page was published and changed: what its tags say, its address, and where none does a search (Barbaresi 2020)."""

from __future__ import annotations

import copy
import datetime as dt
import logging
import re

import htmldate
from lxml.html import HtmlElement

from reportedly.model import Dated
from reportedly.read.dateparse import find_dates, parse_date
from reportedly.read.faults import FAULTS
from reportedly.read.htmlfacts import Facts, Said

_URL_DATE = re.compile(r"/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$)")
_STAMP = re.compile(r"(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?!\d)")
_FIGURES = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d")
_NEAR = 24
"""Characters around a year in which the whole date that it is of stands."""
_FRAME = ("script", "style", "noscript", "template", "svg", "nav", "aside", "select", "iframe")
LATEST = "2200-01-01"
"""Fixed, so that what is found does not depend on the day of reading."""

_log = logging.getLogger(__name__)


def published(tree: HtmlElement, known: Facts, url: str | None) -> tuple[Dated, tuple[Dated, ...]]:
    """Return the day of publication, and every day of it that is stated anywhere, with where.

    A tag that names the day goes before the address, both before a search of the page; weak is what only an extensive search found.
    """
    stated = tuple(Dated(day, "meta") for _, day in _days(known.published))
    address = _of_address(url)
    every = tuple(dict.fromkeys([*stated, *([address] if address else [])]))
    if every:
        return every[0], every
    page = _without_frame(tree)
    for extensive in (False, True):
        day = _searched(page, url, extensive=extensive)
        if day is not None and not (extensive and _year_alone(tree, day)):
            return Dated(day, "text", weak=extensive), ()
    return Dated(), ()


def modified(known: Facts) -> Dated:
    """Return the day of the last change that the page's tags name."""
    return next((Dated(day, "meta") for _, day in _days(known.modified)), Dated())


def _days(said: tuple[Said, ...]) -> list[tuple[str, dt.date]]:
    return [(tag, day) for tag, words in said if (day := _day(words)) is not None]


def _day(words: str) -> dt.date | None:
    """Return the day of a stamp; figures without their year first are no day, for their order is not known."""
    stamp = _STAMP.match(words)
    if stamp:
        return parse_date("-".join(stamp.groups()))
    return next((found.value for found in find_dates(words[:60]) if not _FIGURES.match(words)), None)


def _of_address(url: str | None) -> Dated | None:
    match = _URL_DATE.search(url or "")
    day = parse_date("-".join(match.groups())) if match else None
    return Dated(day, "url") if day else None


def _year_alone(tree: HtmlElement, day: dt.date) -> bool:
    """Say whether the first of January was made of a year by itself, as that of a copyright notice: no such day is told."""
    if (day.month, day.day) != (1, 1):
        return False
    text = " ".join(tree.itertext())
    at = text.find(str(day.year))
    while at >= 0:
        if any(found.value == day for found in find_dates(text, "dmy", max(0, at - _NEAR), at + _NEAR)):
            return False
        at = text.find(str(day.year), at + 1)
    return True


def _without_frame(tree: HtmlElement) -> HtmlElement:
    """Return a copy of a page without what tells no day of its own: programs, styles, pictures, menus, columns beside the article."""
    page = copy.deepcopy(tree)
    for element in list(page.iter(*_FRAME)):
        if element is not page and element.getparent() is not None:
            element.drop_tree()
    return page


def _searched(tree: HtmlElement, url: str | None, *, extensive: bool) -> dt.date | None:
    try:
        value = htmldate.find_date(copy.deepcopy(tree), extensive_search=extensive, original_date=True, url=url, max_date=LATEST)
    except FAULTS as problem:
        _log.info("the date extractor failed: %r", problem)
        return None
    return parse_date(value) if value else None
