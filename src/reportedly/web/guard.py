"""Who may ask: the Host header, the site a request comes from, and the launch token, before any page is made."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any
from urllib.parse import parse_qs

from reportedly.web.faults import Fault, fault_response
from reportedly.web.site import Site
from reportedly.web.visit import cookie_name, cookie_of, same, seal

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

ENTER = "/enter"
_OPEN = "/static/"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "cache-control": "no-store",
}
"""Headers of every answer; an answer may say otherwise of its cache."""

_NO_HOST = Fault(400, "This server is not called by that name", "host", "open the link that `reportedly serve` printed")
_NO_TOKEN = Fault(
    401, "This server is open to whoever has its launch link", "token", "open the link that `reportedly serve` printed, on this machine"
)
_BAD_TOKEN = Fault(
    401, "This launch link is of another run", "token", "open the link that the `reportedly serve` that is running now printed"
)
_ELSEWHERE = Fault(
    403,
    "A page of another site led here, and such requests are not answered",
    None,
    "follow the link below, or type the address",
    again=True,
)


class Guard:
    """Lets through what may be asked, and puts the headers on every answer.

    Args:
        app: the application behind it.
        site: whose names and token count.
    """

    def __init__(self, app: App, site: Site) -> None:
        self._app, self._site = app, site
        self.cookie, self._seal = cookie_name(site.token), seal(site.token, "cookie")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sealed(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                own = {name for name, _ in message["headers"]}
                more = [(name.encode(), value.encode()) for name, value in HEADERS.items() if name.encode() not in own]
                message["headers"] = [*message["headers"], *more]
            await send(message)

        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        fault = self._fault(scope, headers)
        if fault is not None:
            await fault_response(fault, scope)(scope, receive, sealed)
        elif scope["path"] == ENTER:
            await self._enter(scope, receive, sealed)
        else:
            await self._app(scope, receive, sealed)

    def _fault(self, scope: Scope, headers: dict[str, str]) -> Fault | None:
        if host_of(headers.get("host", "")) not in self._site.hosts:
            return _NO_HOST
        if headers.get("sec-fetch-site") in {"cross-site", "same-site"} and scope["path"] != ENTER:
            return _ELSEWHERE
        if scope["method"] not in {"GET", "HEAD"} and not _of_own_page(headers):
            return _ELSEWHERE
        if scope["path"].startswith(_OPEN) or scope["path"] == ENTER or self._known(headers):
            return None
        return _NO_TOKEN

    def _known(self, headers: dict[str, str]) -> bool:
        bearer = bearer_of(headers)
        if bearer is not None:
            return same(bearer, self._site.token)
        found = cookie_of(headers.get("cookie", ""), self.cookie)
        return found is not None and same(found, self._seal)

    async def _enter(self, scope: Scope, receive: Receive, send: Send) -> None:
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if not same(given, self._site.token):
            await fault_response(_BAD_TOKEN, scope)(scope, receive, send)
            return
        cookie = f"{self.cookie}={self._seal}; HttpOnly; SameSite=Strict; Path=/"
        headers = [(b"location", b"/"), (b"set-cookie", cookie.encode()), (b"content-length", b"0")]
        await send({"type": "http.response.start", "status": 303, "headers": headers})
        await send({"type": "http.response.body", "body": b""})


def host_of(header: str) -> str:
    """Return the name or address of a Host header, without its port, in lower case."""
    name, colon, port = header.rpartition(":")
    return (name if colon and port.isdecimal() and (name.endswith("]") or ":" not in name) else header).lower()


def bearer_of(headers: Mapping[str, str]) -> str | None:
    """Return the token that a program sends in a header; None where it sends none."""
    kind, _, token = headers.get("authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else None


def _of_own_page(headers: Mapping[str, str]) -> bool:
    """Say whether a page of this server sends a form, or a program that no page can make do it: none can set that header elsewhere."""
    origin = headers.get("origin")
    if origin is None:
        return bearer_of(headers) is not None
    return origin.partition("://")[2] == headers.get("host")
