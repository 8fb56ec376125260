"""Which addresses may be fetched: those of the open web, whatever they are written as.

A name is resolved once, and what it stands for is what is connected to: one that stands for another machine a moment later gains nothing.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import NoReturn
from urllib.parse import SplitResult, quote, urlsplit

from reportedly.errors import FetchError
from reportedly.text import excerpt

IP = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], list[str]]
"""Host and port -> the numbers that it stands for."""

_PORTS = {"http": 80, "https": 443}
_LOWEST = 1_024
_LONGEST = 2_000
_BAD = re.compile(r"[\x00-\x20\x7f\\]")
_SAFE = "%/:=&?~+!$,;'@()*[]"
_ASSIGNED_4 = ipaddress.IPv4Network("192.0.0.0/24")
_OPEN_6 = ipaddress.IPv6Network("2000::/3")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_REFUSED = "name a public page; what lies inside a network is not fetched"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page lies: how to connect to it, and what to ask for there.

    Attributes:
        url: in full. secure: by TLS. host: its name, as the server is told it. numbers: what the name stands for. target: path and query.
    """

    url: str
    secure: bool
    host: str
    port: int
    numbers: tuple[str, ...]
    target: str

    @property
    def named(self) -> str:
        """The host as the request names it, its port with it where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS["https" if self.secure else "http"] else f"{host}:{self.port}"


def place_of(url: str, resolve: Resolve, allowed: Collection[str] = ()) -> Place:
    """Return where ``url`` lies.

    Args:
        url: as it was given, or as a server told it.
        resolve: from a name to numbers.
        allowed: numbers that are not looked at further; for tests alone, no option and no setting reaches it.

    Raises:
        FetchError: it is no address of the open web.
    """
    parts, host, port = _parts(url)
    try:
        numbers = tuple(dict.fromkeys(resolve(host, port)))
    except (OSError, UnicodeError) as problem:
        what = f"the host {excerpt(host, 60)!r} is not known: {problem}"
        raise FetchError(what, remedy="check the address, and whether there is a network") from problem
    inside = [number for number in numbers if number not in allowed and not is_open(number)]
    if inside or not numbers:
        _refuse(f"{excerpt(host, 60)!r} lies inside a network ({', '.join(inside[:3]) or 'nowhere'})")
    target = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
    return Place(parts._replace(fragment="").geturl(), parts.scheme == "https", host, port, numbers, target)


def _parts(url: str) -> tuple[SplitResult, str, int]:
    """Return the parts of an address, its host as the wire has it, and its port. Raises FetchError where it is none that is fetched."""
    if len(url) > _LONGEST or _BAD.search(url):
        _refuse("the address is too long, or holds signs that none has")
    try:
        parts = urlsplit(url)
        port, named = parts.port, parts.hostname or ""
        host = named if ":" in named else named.rstrip(".").encode("idna").decode()
    except (ValueError, UnicodeError) as problem:
        _refuse(f"this is no address: {problem}")
    if parts.scheme not in _PORTS or not host:
        _refuse(f"only http and https are fetched, not {excerpt(parts.scheme, 20)!r}")
    if parts.username is not None or parts.password is not None or "%" in host:
        _refuse("an address with a user's name, a password or a zone is not fetched")
    port = _PORTS[parts.scheme] if port is None else port
    if port not in _PORTS.values() and port < _LOWEST:
        _refuse(f"port {port} is none of a web server")
    return parts, host, port


def _refuse(what: str) -> NoReturn:
    raise FetchError(what, remedy=_REFUSED)


def is_open(number: str) -> bool:
    """Say whether a number is one of the open web: not private, local, reserved, of many, or a way round to one that is."""
    try:
        address: IP = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv4Address):
        return address.is_global and not address.is_multicast and address not in _ASSIGNED_4
    inner = address.ipv4_mapped or address.sixtofour
    if address in _NAT64:
        inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if inner is not None:
        return is_open(str(inner))
    return address in _OPEN_6 and address.is_global and not address.is_multicast and address.teredo is None


def resolve_by_system(host: str, port: int) -> list[str]:
    """Return the numbers that a name stands for, by the system's own look-up."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]
