"""The application: every page of the registry under its address, with its twins, behind the guard."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Awaitable, Callable, Iterable, Iterator
from itertools import chain, islice
from typing import Any

from fastapi import FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.staticfiles import StaticFiles

from reportedly import __version__
from reportedly.errors import LedgerUnavailableError
from reportedly.export.cells import neutral
from reportedly.web.ask import Ask, given_of
from reportedly.web.draw import template
from reportedly.web.faults import fault_of, fault_response
from reportedly.web.guard import Guard
from reportedly.web.openapi import describe
from reportedly.web.page import Answer, Page
from reportedly.web.pages import PAGES
from reportedly.web.site import Site

FORMS = ("json", "csv")


class _Static(StaticFiles):
    """Static files, which browsers may keep: their address changes with them."""

    def file_response(self, *given: Any, **named: Any) -> Response:  # noqa: ANN401 - as the library has it
        response = super().file_response(*given, **named)
        response.headers["cache-control"] = "public, max-age=31536000, immutable"
        return response


def make_app(site: Site) -> Guard:
    """Return the application, which answers from one ledger."""
    app = FastAPI(title="Reportedly", version=__version__, docs_url=None, redoc_url=None, openapi_url="/openapi.json")
    for page in sorted(PAGES, key=lambda page: page.path.count("{")):
        plain = "/overview" if page.path == "/" else page.path
        for form in FORMS:
            app.add_api_route(f"{plain}.{form}", _route(site, page, form), methods=["GET"], **describe(page, form))
            app.add_api_route(f"{plain}.{form}", _route(site, page, form), methods=["HEAD"], include_in_schema=False)
        for path in {page.path, plain}:
            app.add_api_route(path, _route(site, page, "html"), methods=["GET", "HEAD"], include_in_schema=False)
    app.mount("/static", _Static(packages=[("reportedly.web", "static")]))
    for kind in (HTTPException, Exception):
        app.add_exception_handler(kind, _failed)
    return Guard(app, site)


async def _failed(request: Request, error: Exception) -> Response:
    return fault_response(fault_of(error), request.scope)


def _route(site: Site, page: Page, form: str) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        try:
            given = given_of(request.query_params.multi_items(), page)
            ask = Ask(site, page, form, site.ledger(), given, request.path_params)
            return _FORMS[form](ask, page.build(ask))
        except LedgerUnavailableError as error:
            site.lost()
            return fault_response(fault_of(error), request.scope)
        except Exception as error:  # noqa: BLE001 - every fault becomes a page that tells it
            return fault_response(fault_of(error), request.scope)

    answer.__name__ = f"{page.name}_{form}"
    return answer


def _html(ask: Ask, found: Answer) -> Response:
    shown = {"ask": ask, "page": ask.page, "pages": PAGES, "title": found.title or ask.page.title, "next": found.next}
    text = template(ask.page.name).render({**found.shown, **shown, "rows": list(found.rows)})
    return HTMLResponse(text.encode("utf-8", "replace"))


def _json(ask: Ask, found: Answer) -> Response:
    following = None if found.next is None else f"{ask.twin('json').partition('?')[0]}{_query(ask, found.next)}"
    loose = {"loose": ask.page.loose} if ask.page.loose else {}
    whole = {"page": ask.page.name, "query": dict(ask.given), **loose, **found.told, "rows": list(found.rows), "next": following}
    return Response(json.dumps(whole, ensure_ascii=False).encode("utf-8", "backslashreplace"), media_type="application/json")


def _query(ask: Ask, after: int) -> str:
    _, _, query = ask.link(after=after).partition("?")
    return f"?{query}"


def _csv(ask: Ask, found: Answer) -> Response:
    rows = iter(found.rows)
    first = list(islice(rows, 1))  # so that what is wrong is told before anything is sent
    lines = _lines(ask.page, chain(first, rows))
    name = f"reportedly-{ask.page.name}.csv"
    return StreamingResponse(lines, media_type="text/csv; charset=utf-8", headers={"content-disposition": f'attachment; filename="{name}"'})


def _lines(page: Page, rows: Iterable[Any]) -> Iterator[bytes]:
    for cells in chain([page.columns], map(page.flat, rows)):
        line = io.StringIO()
        csv.writer(line).writerow([neutral(cell) for cell in cells])
        yield line.getvalue().encode("utf-8", "backslashreplace")


_FORMS: dict[str, Callable[[Ask, Answer], Response]] = {"html": _html, "json": _json, "csv": _csv}
Handler = Callable[[Request, Exception], Awaitable[Response]]
