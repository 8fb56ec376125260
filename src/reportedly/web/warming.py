"""What is made before anybody asks: the tables that views are kept in, and the pages as they open, one after the other."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable

from reportedly.errors import LedgerError
from reportedly.query.bearings import catch_up as bearings_catch_up
from reportedly.query.bearings import is_fresh, text_key
from reportedly.query.sightings import catch_up, edition
from reportedly.store import Ledger, sightings
from reportedly.truce.load import agreements_of
from reportedly.web.ask import Ask
from reportedly.web.page import Page
from reportedly.web.render import html
from reportedly.web.site import BUSY_SECONDS, Site
from reportedly.web.visit import Visit

_LOG = logging.getLogger(__name__)
EVERY_SECONDS = 5
"""So often it is looked whether something was recorded."""
MOST_SECONDS = 120
"""After so long no further page is begun: in a very large ledger the rest is made when it is asked for."""


def warm(site: Site, pages: Iterable[Page], seconds: float = MOST_SECONDS) -> list[str]:
    """Make what the pages of the navigation show where nothing is asked of them, and return the names of those that were made.

    A request for one that is being made waits for it; all others are answered meanwhile.
    """
    end, made = time.monotonic() + seconds, list[str]()
    keep_up(site)
    for page in pages:
        if not page.listed or "{" in page.path:
            continue
        if time.monotonic() > end:
            break
        try:
            ask = Ask(site, page, "html", site.ledger(), {}, {}, Visit(by=site.reviewer))
            html(ask, page.build(ask))  # drawn, too: templates are made ready by it
        except Exception as error:  # noqa: BLE001 - whoever asks for the page is told
            _LOG.info("%s was not made before it was asked for: %s", page.name, error)
        else:
            made.append(page.name)
    return made


def keep_up(site: Site) -> None:
    """Bring the tables of views, where they may be written, and the columns up to date with what was recorded."""
    try:
        with site.ledger().reading() as connection:
            behind = not sightings.is_fresh(connection, edition())
        if behind and site.writes:
            _catch_up(site)
        site.hold()
    except LedgerError as error:
        _LOG.info("the columns were not brought up to date: %s", error)


def keep_going(site: Site, pages: Iterable[Page], every: float = EVERY_SECONDS) -> None:
    """Make what pages show as they open, then keep up with what is recorded, for as long as the process lives."""
    warm(site, pages)
    keep_bearings(site)
    while True:
        time.sleep(every)
        keep_up(site)
        keep_bearings(site)


def keep_bearings(site: Site) -> None:
    """Propose what claims recorded since bear on agreements, where it may be written: the first time it takes long in a large ledger."""
    every = agreements_of(site.packs, site.pack)
    texts = {text_key(each, site.pack, every): each for each in every}
    try:
        with site.ledger().reading() as connection:
            fresh = not site.writes or is_fresh(connection, texts)
        if not fresh:
            with Ledger.open(site.where, create=False, wait=BUSY_SECONDS) as ledger:
                bearings_catch_up(ledger, texts, site.pack, every)
    except LedgerError as error:
        _LOG.info("bearings were not brought up to date: %s", error)


def _catch_up(site: Site) -> None:
    try:
        with Ledger.open(site.where, create=False, wait=BUSY_SECONDS) as ledger:
            catch_up(ledger)
    except LedgerError as error:
        _LOG.info("the tables of views were not brought up to date: %s", error)
