"""A server with the example's ledger, and Debian's chromium, which reaches nothing but it."""

from __future__ import annotations

import json
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest
import uvicorn

from reportedly import example
from reportedly.adding import add
from reportedly.packs import DEFAULT_PACKS
from reportedly.pipeline import Settings
from reportedly.store import Ledger
from reportedly.web.app import make_app
from reportedly.web.serving import prepare

FLAGS = [
    *"--no-sandbox --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split(),
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
]
FILE = 'Content-Disposition: form-data; name="files"; filename="sent.txt"'
PATIENCE = 120_000  # milliseconds, of a machine that has other work
WEBGL = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NAMES = ("chromium", "chromium-browser", "google-chrome")
Open = Callable[..., Any]


@pytest.fixture(scope="session", name="link")
def _link(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a copy of the ledger that REPORTEDLY_BROWSER_LEDGER names (with REPORTEDLY_BROWSER_PACKS), else the example's."""
    place = tmp_path_factory.mktemp("browser") / "ledger.db"
    given = os.environ.get("REPORTEDLY_BROWSER_LEDGER")
    packs = tuple(filter(None, os.environ.get("REPORTEDLY_BROWSER_PACKS", "").split(os.pathsep))) or DEFAULT_PACKS
    if given:
        shutil.copy(given, place)
    else:
        packs = (str(example.pack()),)
        with Ledger.open(place) as held:
            add(example.documents(), held, Settings(packs, workers=1))
    yield from served(place, packs)


def served(place: Path, pack: tuple[str, ...]) -> Iterator[str]:
    """Serve a ledger while the caller has the link."""
    ready = prepare(str(place), pack, "127.0.0.1", 0, token=None, key=place.with_name("key.pem"))
    ready.site.patience = None  # pages are judged by what they show
    server = uvicorn.Server(uvicorn.Config(make_app(ready.site), log_level="warning", lifespan="off"))
    running = threading.Thread(target=server.run, kwargs={"sockets": [ready.socket]})
    running.start()
    yield ready.link
    server.should_exit = True
    running.join()
    ready.socket.close()
    ready.site.lost()


@pytest.fixture(scope="session", name="axe")
def _axe() -> str:
    held = pytest.importorskip("axe_playwright_python", reason="axe is not installed: `make browser` installs it")
    return (files(held) / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session", name="chromium")
def _chromium() -> Iterator[Open]:
    """A function that opens a context of its own in the one browser of all tests, or in the one that draws with WebGL."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: `make browser` installs it")
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.skip("there is no chromium: on Debian, apt-get install chromium")
    with api.sync_playwright() as driver:

        @cache
        def browser(flags: tuple[str, ...]) -> Any:  # noqa: ANN401 - of a package that only these tests need
            return driver.chromium.launch(executable_path=found, headless=True, args=[*FLAGS, *flags])

        def start(*, webgl: bool = False, **settings: Any) -> Any:  # noqa: ANN401
            context = browser(tuple(WEBGL) if webgl else ("--disable-gpu",)).new_context(**settings)
            context.set_default_timeout(PATIENCE)
            return context

        yield start


class Visit:
    """A page of the browser with what went wrong on it."""

    def __init__(self, page: Any, home: str) -> None:  # noqa: ANN401
        self.page, self.home = page, home
        self.faults: list[str] = []
        page.on("console", lambda told: self.faults.append(told.text) if told.type in {"error", "warning"} else None)
        page.on("pageerror", lambda told: self.faults.append(str(told)))
        page.on("request", lambda asked: self.faults.append(asked.url) if not asked.url.startswith(home) else None)

    def go(self, path: str) -> Any:  # noqa: ANN401
        """Open a path of the server, once it no longer says that it is still being counted."""
        end = time.monotonic() + PATIENCE / 1000
        while " data-again " in self.page.request.get(self.home + path).text() and time.monotonic() < end:
            self.page.wait_for_timeout(500)
        return self.page.goto(self.home + path)

    def rows(self, address: str) -> list[dict[str, Any]]:
        """Return the rows of a JSON twin, as the browser gets them."""
        found: list[dict[str, Any]] = json.loads(self.page.request.get(self.home + address).text())["rows"]
        return found

    def judge(self, axe: str) -> list[str]:
        """Return what axe holds against the page as it is now."""
        self.page.evaluate(axe)
        told = self.page.evaluate("rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", RULES)
        return [f"{fault['id']}: {node['html'][:160]}" for fault in told["violations"] for node in fault["nodes"][:3]]

    def unexpected(self, *statuses: int) -> list[str]:
        """Return what went wrong, but for the answers with a status that the caller asked for."""
        return [fault for fault in self.faults if not any(f"status of {status}" in fault for status in statuses)]


@pytest.fixture(scope="session", name="lived")
def _lived(link: str) -> dict[str, str]:
    """Ids of what a ledger in use has more: an upload and a claim that was judged; it is watched and looked at, too."""
    home, _, token = link.partition("/enter?token=")

    def call(path: str, body: bytes | None = None, kind: str = "application/x-www-form-urlencoded") -> Any:  # noqa: ANN401
        asked = Request(home + path, body, {"Authorization": f"Bearer {token}", "Content-Type": kind})  # noqa: S310 - of this server
        with urlopen(asked) as answer:  # noqa: S310
            return json.load(answer)

    def send(path: str, **fields: str) -> None:
        call(path, urlencode({"by": "Ada", **fields}).encode())

    claim = call("/review.json")["rows"][0]["id"]
    send("/watches.json", act="add", name="Held", where="type=control")
    send("/review.json", act="accept", claim=claim, reason="as it reads")
    text = "Sent to be read\n\nThe ministry said on 3 May 2031 that the mill at Osk was open."
    sent = f'--x\r\nContent-Disposition: form-data; name="by"\r\n\r\nAda\r\n--x\r\n{FILE}\r\n\r\n{text}\r\n--x--\r\n'
    job = call("/upload.json", sent.encode(), "multipart/form-data; boundary=x")["id"]
    while not call(f"/upload/{job}.json")["over"]:
        time.sleep(0.5)
    return {"job": job, "judged": claim}


@pytest.fixture(name="visit")
def _visit(chromium: Open, link: str) -> Iterator[Callable[..., Visit]]:
    contexts: list[Any] = []

    def opened(**settings: Any) -> Visit:  # noqa: ANN401
        contexts.append(chromium(viewport={"width": 1360, "height": 900}, **settings))
        visit = Visit(contexts[-1].new_page(), link.partition("/enter")[0])
        visit.page.goto(link)
        return visit

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session", name="shots")
def _shots() -> Path:
    folder = Path(__file__).resolve().parents[2] / "build" / "screens"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
