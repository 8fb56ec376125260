from __future__ import annotations

import gzip
import http.server
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.errors import FetchError, ReadError
from reportedly.limits import limits
from reportedly.model import Document, Failure
from reportedly.read import read_paths
from reportedly.read.fetch import Fetcher
from tests.unit.read.build import OPTIONS, put, rows

PAGE = b"<!DOCTYPE html><html><body><article><p>The river rose in the night and the old mill at Tarn was cut off.</p></body></html>"
LOOPBACK = "127.0.0.1"


class _Pages(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        getattr(self, f"say_{self.path.partition('?')[0].strip('/')}", self.say_gone)()

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the base's word
        pass

    def _say(self, status: int, data: bytes = b"", **heads: str) -> None:
        self.send_response(status)
        for name, value in {"Content_Length": str(len(data)), **heads}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def say_gone(self) -> None:
        self._say(404)

    def say_page(self) -> None:
        self._say(200, PAGE, Content_Type="text/html; charset=utf-8")

    def say_packed(self) -> None:
        self._say(200, gzip.compress(PAGE), Content_Type="text/html", Content_Encoding="gzip")

    def say_moved(self) -> None:
        self._say(302, Location="page?a=1#part")

    def say_round(self) -> None:
        self._say(302, Location="/round")

    def say_inside(self) -> None:
        self._say(302, Location=f"http://{LOOPBACK}.nip.example:{self.server.server_port}/page")  # type: ignore[attr-defined]  # of the kind used here

    def say_file(self) -> None:
        self._say(302, Location="file:///etc/passwd")

    def say_bomb(self) -> None:
        self._say(200, gzip.compress(b"a" * 900_000), Content_Encoding="gzip")

    def say_odd(self) -> None:
        self._say(200, b"x", Content_Encoding="br")

    def say_short(self) -> None:
        self._say(200, b"x", Content_Length="99")

    def say_slow(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(40):
            self.wfile.write(b"a")
            self.wfile.flush()
            time.sleep(0.1)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with http.server.ThreadingHTTPServer((LOOPBACK, 0), _Pages) as held:
        held.handle_error = lambda *_: None  # type: ignore[method-assign]  # who hangs up early is no news
        thread = threading.Thread(target=held.serve_forever, args=(0.02,))
        thread.start()
        yield f"http://{LOOPBACK}:{held.server_port}"
        held.shutdown()
        thread.join()


FETCH = Fetcher(lambda host, _: [LOOPBACK] if host == LOOPBACK else ["10.0.0.1"], frozenset({LOOPBACK}))


def one(url: str) -> Document | Failure:
    [found] = read_paths([url], OPTIONS, FETCH)
    return found


@pytest.mark.parametrize(("path", "leads"), [("/page", ()), ("/packed", ()), ("/moved", ("/moved",))])
def test_a_page_is_fetched_with_what_led_to_it(path: str, leads: tuple[str, ...], server: str) -> None:
    found = one(server + path)
    assert isinstance(found, Document), found
    assert (found.data, found.format, found.path) == (PAGE, "html", server + path)
    assert found.metadata.url == server + ("/page?a=1" if leads else path)
    told = found.obtained
    assert told is not None
    assert (told.how, told.url, told.via) == ("fetch", server + path, tuple(server + each for each in leads))
    assert told.when is not None


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/none", "status 404"),
        ("/round", "more than 5 times"),
        ("/inside", "inside a network"),
        ("/file", "only http and https"),
        ("/odd", "packed"),
        ("/short", "No page|no page"),
    ],
)
def test_what_is_no_page_is_named(path: str, words: str, server: str) -> None:
    found = one(server + path)
    assert isinstance(found, Failure)
    assert (found.code, found.path) == ("R213", server + path)
    assert any(word in found.message for word in words.split("|"))


@pytest.mark.parametrize(("setting", "path", "code"), [("BYTES=1000", "/bomb", "R203"), ("SECONDS=1", "/slow", "R213")])
def test_size_and_time_are_bounded(setting: str, path: str, code: str, server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    name, _, value = f"REPORTEDLY_FETCH_{setting}".partition("=")
    monkeypatch.setenv(name, value)
    limits.cache_clear()
    try:
        found = one(server + path)
    finally:
        monkeypatch.undo()
        limits.cache_clear()
    assert isinstance(found, Failure)
    assert (found.code, name in found.message) == (code, True)


INSIDE = """http://127.0.0.1/ http://127.1/ http://2130706433/ http://0x7f000001/ http://0177.0.0.1/ http://0x7f.1/ http://localhost/ http://localhost./
http://LOCALHOST/ http://0.0.0.0/ http://0/ http://10.0.0.1/ http://172.16.0.1/ http://172.31.255.255/ http://192.168.1.1/ http://169.254.169.254/
http://100.64.0.1/ http://192.0.0.8/ http://192.0.2.1/ http://198.18.0.1/ http://224.0.0.1/ http://240.0.0.1/ http://255.255.255.255/ http://[::1]/
http://[::]/ http://[::ffff:127.0.0.1]/ http://[::ffff:7f00:1]/ http://[::127.0.0.1]/ http://[fe80::1]/ http://[fe80::1%25eth0]/ http://[fc00::1]/
http://[fd12::1]/ http://[fec0::1]/ http://[ff02::1]/ http://[2002:7f00:1::]/ http://[64:ff9b::7f00:1]/ http://[64:ff9b:1::1]/ http://[2001:db8::1]/
http://[2001:0:53aa:64c::1]/ http://[100::1]/ http://①②⑦.⓪.⓪.①/ http://127。0。0。1/ http://user@1.1.1.1/ http://u:p@1.1.1.1/ http://1.1.1.1:22/
http://1.1.1.1:0/ http://1.1.1.1:99999/ http://1.1.1.1\\@127.0.0.1/ http:///etc/passwd http://[1.1.1.1]/ https://127.0.0.1:8443/ http://%31%32%37.0.0.1/
ftp://1.1.1.1/ file:///etc/passwd gopher://1.1.1.1/ data:text/html,a javascript:a //1.1.1.1/ http:1.1.1.1 http://a\tb/ http://.../""".split()


@pytest.mark.parametrize("url", INSIDE)
def test_nothing_inside_is_reached(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> socket.socket:
        raise AssertionError(url)

    monkeypatch.setattr(socket, "create_connection", never)
    with pytest.raises(FetchError) as caught:
        Fetcher()(url)
    assert caught.value.remedy


def test_a_name_is_resolved_once_and_all_that_it_stands_for_must_lie_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    reached: list[object] = []

    def resolve(host: str, _: int) -> list[str]:
        asked.append(host)
        return ["1.1.1.1"] if len(asked) == 1 else [LOOPBACK]

    def connect(address: object, timeout: float) -> socket.socket:  # noqa: ARG001 - the function's own
        reached.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(ReadError, match="no page came back"):
        Fetcher(resolve)("http://rebind.example/")
    assert (asked, reached) == (["rebind.example"], [("1.1.1.1", 80)])
    with pytest.raises(FetchError, match="inside a network"):
        Fetcher(lambda *_: ["1.1.1.1", "::1"])("http://mixed.example/")


def test_a_list_is_fetched_where_it_is_asked_for(server: str, tmp_path: Path) -> None:
    listed = put(tmp_path, "pages.txt", f"# two pages\n{server}/page\n\n{server}/none\nno address\n")
    kept = put(tmp_path, "some.urls", f"{server}/page\nno address")
    off = list(read_paths([str(kept)], OPTIONS))
    assert [(one.code, one.ref) for one in off if isinstance(one, Failure)] == [("R213", f"{server}/page"), ("R213", "no address")]
    assert "--fetch" in off[0].message  # type: ignore[union-attr]
    found = list(read_paths([str(kept), str(listed)], OPTIONS, FETCH))
    assert [type(each).__name__ for each in found] == ["Document", "Failure", "Document"]
    assert isinstance(found[0], Document)
    assert found[0].path == f"{kept}#1"


def test_text_with_addresses_in_it_is_no_list() -> None:
    [found] = rows(b"https://tarn.example/ says\nthe mill fell", "a.txt")
    assert isinstance(found, Document)
    [off] = read_paths(["https://tarn.example/"], OPTIONS)
    assert isinstance(off, Failure)
