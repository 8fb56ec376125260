"""The application: every page of the registry under its address, with its twins, behind the guard."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import cache, partial
from typing import Any

from fastapi import FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from reportedly.errors import LedgerUnavailableError
from reportedly.web.ask import Ask, given_of
from reportedly.web.downloads import add_downloads
from reportedly.web.draw import environment
from reportedly.web.faults import fault_of, fault_response
from reportedly.web.guard import Guard
from reportedly.web.openapi import openapi
from reportedly.web.page import Answer, Page
from reportedly.web.pages import GROUPS, PAGES
from reportedly.web.pages.export import PAGE as EXPORT
from reportedly.web.posting import post_route, visit_of
from reportedly.web.render import as_csv, as_json, as_text, html, late, written
from reportedly.web.site import Site
from reportedly.web.soon import LateError

FORMS = ("json", "csv")
_DRAWN: dict[str, Callable[[Ask, Answer], Response]] = {"html": html, "json": as_json, "csv": as_csv}
Handler = Callable[[Request, Exception], Awaitable[Response]]


class _Static(StaticFiles):
    """Static files, which browsers may keep: their address changes with them."""

    def file_response(self, *given: Any, **named: Any) -> Response:  # noqa: ANN401 - as the library has it
        response = super().file_response(*given, **named)
        response.headers["cache-control"] = "public, max-age=31536000, immutable"
        return response


def make_app(site: Site) -> Guard:
    """Return the application, which answers from one ledger."""
    app = FastAPI(openapi_url=None)
    environment().globals |= {"navigation": GROUPS, "pages": PAGES}
    app.add_api_route("/openapi.json", _described(PAGES), methods=["GET", "HEAD"])
    for page in sorted(PAGES, key=lambda page: page.path.count("{")):
        plain = "/overview" if page.path == "/" else page.path
        for form in (*FORMS, *page.more):
            app.add_api_route(f"{plain}.{form}", _route(site, page, form), methods=["GET", "HEAD"])
        for path in {page.path, plain}:
            app.add_api_route(path, _route(site, page, "html"), methods=["GET", "HEAD"])
        if page.post is not None:
            answer = post_route(site, page)
            for path in (f"{plain}.json", plain):
                app.add_api_route(path, answer, methods=["POST"])
    add_downloads(app, site, EXPORT)
    app.mount("/static", _Static(packages=[("reportedly.web", "static")]))
    for kind in (HTTPException, Exception):
        app.add_exception_handler(kind, _failed)
    return Guard(app, site)


def _described(pages: tuple[Page, ...]) -> Callable[[], Response]:
    """Return what answers with the description of the interface, which is made when it is first asked for."""
    description = cache(partial(openapi, pages, EXPORT))

    def described() -> Response:
        return written(description())

    return described


async def _failed(request: Request, error: Exception) -> Response:
    return fault_response(fault_of(error), request.scope)


def _route(site: Site, page: Page, form: str) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        try:
            given = given_of(request.query_params.multi_items(), page)
            ask = Ask(site, page, form, site.ledger(), given, request.path_params, visit_of(site, request), hurried=form == "html")
            ask.where, ask.after  # noqa: B018 - what is not understood is told, also where the page does not look at it
            try:
                return _DRAWN.get(form, as_text)(ask, page.build(ask))
            except LateError:
                return late(ask)
        except LedgerUnavailableError as error:
            site.lost()
            return fault_response(fault_of(error), request.scope)
        except Exception as error:  # noqa: BLE001 - every fault becomes a page that tells it
            return fault_response(fault_of(error), request.scope)

    answer.__name__ = f"{page.name}_{form}"
    return answer
