from __future__ import annotations

import socket
import subprocess
import sys
import threading
import time
import urllib.request
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.errors import LedgerUnavailableError, OptionError
from reportedly.packs import DEFAULT_PACKS
from reportedly.web.app import make_app
from reportedly.web.pages import PAGES
from reportedly.web.serving import prepare
from reportedly.web.site import Site
from reportedly.web.warming import warm


def test_a_server_takes_a_free_port_and_answers_its_link(place: Path) -> None:
    import uvicorn  # noqa: PLC0415

    ready = prepare(str(place), DEFAULT_PACKS, "127.0.0.1", 0, token=None)
    server = uvicorn.Server(uvicorn.Config(make_app(ready.site), log_level="warning", lifespan="off"))
    running = threading.Thread(target=server.run, kwargs={"sockets": [ready.socket]})
    running.start()
    try:
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        with opener.open(ready.link, timeout=60) as answer:
            assert answer.status == 200
            assert b"Overview" in answer.read()
    finally:
        server.should_exit = True
        running.join()
        ready.socket.close()
        ready.site.lost()


def test_an_address_that_cannot_be_had_and_a_ledger_that_is_not_there(place: Path, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(OptionError, match="cannot be had"):
            prepare(str(place), DEFAULT_PACKS, "127.0.0.1", taken.getsockname()[1], token=None)
    with pytest.raises(LedgerUnavailableError):
        prepare(str(tmp_path / "none.db"), DEFAULT_PACKS, "127.0.0.1", 0, token=None)


def test_other_commands_do_not_wait_for_the_pages() -> None:
    heavy = ("fastapi", "starlette", "uvicorn", "reportedly.web")
    told = f"import reportedly.cli, sys; print([name for name in {heavy} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)  # noqa: S603 - our own program
    assert found.stdout.strip() == "[]"


def test_what_an_earlier_server_left_is_taken_up_when_the_server_starts(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    woken: list[Path] = []
    monkeypatch.setattr("uvicorn.Server.run", lambda *_, **__: None)
    monkeypatch.setattr("reportedly.web.serving.keep_going", lambda *_: None)
    monkeypatch.setattr("reportedly.web.uploads.Uploads.wake", lambda self: woken.append(self.ledger))
    ready = prepare(str(place), DEFAULT_PACKS, "127.0.0.1", 0, token=None, key=tmp_path / "key.pem")
    ready.run()
    ready.socket.close()
    assert woken == [place]


def test_pages_are_made_before_they_are_asked_for_until_time_is_up(site: Site) -> None:
    pages = [page for page in PAGES if page.name in {"figures", "sources", "document"}]
    assert warm(site, pages, seconds=0) == []
    assert set(warm(site, pages)) == {"figures", "sources"}
    assert set(warm(replace(site, where=Path("none.db")), pages)) == set()


def test_what_one_makes_another_waits_for(site: Site) -> None:
    begun, made = threading.Event(), list[int]()

    def make() -> int:
        made.append(1)
        begun.set()
        time.sleep(0.05)
        return len(made)

    ledger, found = site.ledger(), list[int]()
    asking = [threading.Thread(target=lambda: found.append(site.remembered(ledger, "one", make))) for _ in range(2)]
    asking[0].start()
    assert begun.wait(10)
    asking[1].start()
    for each in asking:
        each.join()
    assert (found, made) == ([1, 1], [1])
