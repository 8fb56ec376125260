"""Whoever asks: whether they may write, under which name, and the seals that show that a form is one of ours."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie

from reportedly.web.faults import Fault

_TAG = 12


@dataclass(frozen=True, slots=True)
class Visit:
    """Whoever asks.

    Attributes:
        writes: forms are shown and taken.
        by: under which name; empty where none was given yet.
        fixed: the name is the server's, and cannot be another.
        token: what a form carries to show that a page of this server made it.
        sent: what a refused form held. refused: why it was refused.
    """

    writes: bool = False
    by: str = ""
    fixed: bool = False
    token: str = ""
    sent: Mapping[str, str] = field(default_factory=dict)
    refused: Fault | None = None


def seal(token: str, purpose: str, value: str = "") -> str:
    """Return what only this run of the server can make for a purpose and a value (HMAC-SHA256)."""
    return hmac.new(token.encode(), f"reportedly {purpose}\n{value}".encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def cookie_name(token: str, kind: str = "") -> str:
    """Return the name of a cookie of this run of the server."""
    return f"reportedly{kind}_{hashlib.sha256(token.encode()).hexdigest()[:_TAG]}"


def cookie_of(header: str, name: str) -> str | None:
    """Return the value of a cookie; None where there is none, or the header is no list of cookies."""
    try:
        found = SimpleCookie(header).get(name)
    except CookieError:
        return None
    return None if found is None else found.value


def same(given: str, wanted: str) -> bool:
    """Say whether two words are the same, in a time that does not tell where they differ."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), wanted.encode())


def named_cookie(token: str, name: str) -> str:
    """Return the cookie that keeps under which name a browser writes; the page's own scripts cannot read it."""
    value = base64.urlsafe_b64encode(name.encode()).decode().rstrip("=")
    return f"{cookie_name(token, '_by')}={value}.{seal(token, 'name', name)}; HttpOnly; SameSite=Strict; Path=/"


def name_of(token: str, header: str) -> str:
    """Return the name that the cookie keeps; empty where there is none, or it is not ours."""
    value, _, sealed = (cookie_of(header, cookie_name(token, "_by")) or "").partition(".")
    try:
        name = base64.urlsafe_b64decode(value + "=" * (-len(value) % 4)).decode()
    except (binascii.Error, ValueError):
        return ""
    return name if same(sealed, seal(token, "name", name)) else ""


def form_token(token: str, header: str) -> str:
    """Return what a form of the browser that sends these cookies must carry."""
    return seal(token, "form", cookie_of(header, cookie_name(token)) or "")
