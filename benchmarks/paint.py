"""When a browser first shows something of a page: first contentful paint, in milliseconds of the clock from when the page was asked for.

usage: python -m benchmarks.paint LINK [PATH ...]      (LINK is what ``reportedly serve`` printed; without paths, all that need no key)

Debian's chromium asks each path twice, with a cache of its own as browsers have: what a page says while it is being made is the first
time, the page as it is the last. ``answered`` is when its first byte came: the rest is the browser's own.
"""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Sequence
from typing import Any

from reportedly.web.pages import PAGES

_PATIENCE = 120
_TOLD = """() => { const [page] = performance.getEntriesByType('navigation');
const paint = performance.getEntriesByName('first-contentful-paint')[0];
return [page.responseStart, paint ? paint.startTime : -1, page.decodedBodySize]; }"""


def main(words: Sequence[str]) -> int:
    """Open the pages and print when each was painted."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - which `make browser` installs

    link, paths = words[0], list(words[1:]) or [page.path for page in PAGES if page.listed and "{" not in page.path]
    home = link.partition("/enter")[0]
    print(f"{'page':40}{'answered':>10}{'painted':>10}{'bytes':>10}   then: answered, painted")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), headless=True, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1360, "height": 900})
        page.goto(link)
        for path in paths:
            first = _painted(page, home + path)
            _settled(page, home + path)
            then = _painted(page, home + path)
            print(f"{path:40.40}{first[0]:10.0f}{first[1]:10.0f}{first[2]:10.0f}   {then[0]:.0f}, {then[1]:.0f}", flush=True)
        browser.close()
    return 0


def _painted(page: Any, address: str) -> list[float]:  # noqa: ANN401 - of a package that is installed for it
    page.goto(address, wait_until="load")
    page.wait_for_timeout(200)
    found: list[float] = page.evaluate(_TOLD)
    return found


def _settled(page: Any, address: str) -> None:  # noqa: ANN401
    """Wait until a page no longer says that it is being made."""
    end = time.monotonic() + _PATIENCE
    while " data-again " in page.request.get(address).text() and time.monotonic() < end:
        time.sleep(1)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
