"""Pages that say what is wrong: for a person and for a program alike."""

from __future__ import annotations

import logging
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, JSONResponse, Response

from reportedly.errors import LaterError, LedgerError, ReportedlyError, StaleError, UnknownIdError, UsageError
from reportedly.web.draw import template

Scope = MutableMapping[str, Any]
_LOG = logging.getLogger(__name__)
_CLOCKS = ("known_by", "recorded_by")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a request: status, what, where, and what to do about it; ``code`` as the command line tells it.

    ``again``: the page offers the same address as a link, without the names of ``less`` in its query string.
    """

    status: int
    what: str
    where: str | None = None
    remedy: str | None = None
    code: str = "R100"
    again: bool = False
    less: tuple[str, ...] = ()

    @property
    def headers(self) -> dict[str, str]:
        """The headers that go with its status."""
        if self.status == HTTPStatus.UNAUTHORIZED:
            return {"www-authenticate": "Bearer"}
        return {"retry-after": "5"} if self.status == HTTPStatus.SERVICE_UNAVAILABLE else {}


class FaultError(Exception):
    """Raised where a fault is known as such."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.what)
        self.fault = fault


def fault_of(error: Exception) -> Fault:
    """Return what is wrong where an error was raised."""
    if isinstance(error, FaultError):
        return error.fault
    if isinstance(error, HTTPException):
        told = {404: "there is no such page", 405: "this page takes no forms: ask with GET"}
        return Fault(error.status_code, told.get(error.status_code, str(error.detail)), None, "the pages are in the navigation", "R100")
    if isinstance(error, ReportedlyError):
        kinds = ((UnknownIdError, 404), (StaleError, 409), (UsageError, 400))
        status = next((status for kind, status in kinds if isinstance(error, kind)), 500)
        if isinstance(error, LedgerError) and status == 500:  # noqa: PLR2004 - none of the above
            status = 503
        later = isinstance(error, LaterError)
        return Fault(status, error.what, error.where, error.remedy, error.code, again=later, less=_CLOCKS if later else ())
    _LOG.error("a page could not be made", exc_info=error)
    return Fault(
        500, "the program broke on this page", None, "this is a fault of the program: what it wrote to the terminal tells where", "R000"
    )


def fault_response(fault: Fault, scope: Mapping[str, Any]) -> Response:
    """Return the answer to a request that something is wrong with, in the form that it asks for."""
    told = {"status": fault.status, "code": fault.code, "what": fault.what, "where": fault.where, "remedy": fault.remedy}
    if for_a_program(scope):
        return JSONResponse({"error": told}, fault.status, fault.headers)
    again = _again(scope, fault.less) if fault.again else None
    shown = {"fault": told, "name": HTTPStatus(fault.status).phrase, "again": again, "less": bool(fault.less), "page": None, "ask": None}
    return HTMLResponse(template("fault").render(shown), fault.status, fault.headers)


def _again(scope: Mapping[str, Any], less: tuple[str, ...]) -> str | None:
    path, query = quote(str(scope["path"]), safe="/:"), scope.get("query_string", b"").decode("latin-1")
    if less:
        query = urlencode([(name, value) for name, value in parse_qsl(query) if name.replace("-", "_") not in less])
    same = path + (f"?{query}" if query else "")
    return same if same.startswith("/") and not same.startswith("//") else None


def for_a_program(scope: Mapping[str, Any]) -> bool:
    """Say whether a request asks for JSON or CSV, not for a page."""
    accept = next((value for name, value in scope["headers"] if name == b"accept"), b"").decode("latin-1")
    return str(scope["path"]).endswith((".json", ".csv")) or ("application/json" in accept and "text/html" not in accept)
