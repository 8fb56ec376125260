"""What is made before anybody asks: the tables that views are kept in, and the pages as they open, one after the other."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable

from reportedly.errors import LedgerError
from reportedly.query.sightings import catch_up
from reportedly.store import Ledger
from reportedly.web.ask import Ask
from reportedly.web.page import Page
from reportedly.web.site import BUSY_SECONDS, Site
from reportedly.web.visit import Visit

_LOG = logging.getLogger(__name__)
MOST_SECONDS = 120
"""After so long no further page is begun: in a very large ledger the rest is made when it is asked for."""


def warm(site: Site, pages: Iterable[Page], seconds: float = MOST_SECONDS) -> list[str]:
    """Make what the pages of the navigation show where nothing is asked of them, and return the names of those that were made.

    A request for one that is being made waits for it; all others are answered meanwhile.
    """
    end, made = time.monotonic() + seconds, list[str]()
    if site.writes:
        _catch_up(site)
    for page in pages:
        if not page.listed or "{" in page.path:
            continue
        if time.monotonic() > end:
            break
        try:
            list(page.build(Ask(site, page, "html", site.ledger(), {}, {}, Visit(by=site.reviewer))).rows)
        except Exception as error:  # noqa: BLE001 - whoever asks for the page is told
            _LOG.info("%s was not made before it was asked for: %s", page.name, error)
        else:
            made.append(page.name)
    return made


def _catch_up(site: Site) -> None:
    try:
        with Ledger.open(site.where, create=False, wait=BUSY_SECONDS) as ledger:
            catch_up(ledger)
    except LedgerError as error:
        _LOG.info("the tables of views were not brought up to date: %s", error)
