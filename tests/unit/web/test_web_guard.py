from __future__ import annotations

import pytest

from reportedly.web.guard import host_of
from reportedly.web.site import Site
from tests.unit.web.conftest import TOKEN, browser


def test_the_launch_link_sets_a_cookie_that_opens_every_page(site: Site) -> None:
    with browser(site) as client:
        assert client.get("/claims").status_code == 401
        answer = client.get(f"/enter?token={TOKEN}")
        assert (answer.status_code, answer.headers["location"]) == (303, "/")
        cookie = answer.headers["set-cookie"]
        assert TOKEN not in cookie
        assert {"HttpOnly", "SameSite=Strict"} <= set(cookie.split("; "))
        assert client.get("/claims").status_code == 200


@pytest.mark.parametrize(
    ("address", "headers", "status"),
    [
        ("/enter?token=another", {}, 401),
        ("/enter", {}, 401),
        ("/claims", {"authorization": "Bearer another"}, 401),
        ("/claims", {"cookie": "reportedly=1; ;;=\x01"}, 401),
        ("/claims.json", {}, 401),
        ("/claims", {"authorization": f"Bearer {TOKEN}", "host": "elsewhere.invalid"}, 400),
        ("/claims", {"authorization": f"Bearer {TOKEN}", "host": "127.0.0.1.elsewhere.invalid:8642"}, 400),
        ("/claims", {"authorization": f"Bearer {TOKEN}", "sec-fetch-site": "cross-site"}, 403),
        ("/claims", {"authorization": f"Bearer {TOKEN}", "sec-fetch-site": "same-site"}, 403),
        ("/claims", {"authorization": f"Bearer {TOKEN}", "sec-fetch-site": "same-origin"}, 200),
        ("/static/style.css", {}, 200),
        ("/static/../app.py", {}, 401),
        ("/static/%2e%2e/app.py", {}, 401),
    ],
)
def test_who_may_ask(site: Site, address: str, headers: dict[str, str], status: int) -> None:
    with browser(site) as client:
        answer = client.get(address, headers=headers)
    assert answer.status_code in {status, 404} if ".." in address or "%2e" in address else answer.status_code == status
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_what_another_site_sends_changes_nothing(site: Site) -> None:
    with browser(site, authorization=f"Bearer {TOKEN}") as client:
        assert client.post("/claims").status_code == 405  # a program's own, which no page of another site can send
        assert client.post("/claims", headers={"origin": "http://elsewhere.invalid"}).status_code == 403
        assert client.post("/claims", headers={"sec-fetch-site": "cross-site"}).status_code == 403
        assert client.post("/claims", headers={"origin": "http://127.0.0.1:8642"}).status_code == 405
        text = client.get("/claims?type=attack", headers={"sec-fetch-site": "cross-site"}).text
    assert 'href="/claims?type=attack"' in text


@pytest.mark.parametrize(
    ("header", "name"),
    [("127.0.0.1:80", "127.0.0.1"), ("[::1]:80", "[::1]"), ("[::1]", "[::1]"), ("LOCALHOST", "localhost"), ("a:b:1", "a:b:1"), ("", "")],
)
def test_host_headers(header: str, name: str) -> None:
    assert host_of(header) == name
