"""Downloads: the claims that a query string asks for, in the formats of the field, and what is to be said of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain, islice

from fastapi import FastAPI, Request
from starlette.responses import Response, StreamingResponse

from reportedly.errors import LedgerUnavailableError, UnknownIdError
from reportedly.export.formats import FORMATS, Format
from reportedly.export.tally import Tally
from reportedly.query.exports import Wanted, exported
from reportedly.web import bundled
from reportedly.web.ask import Ask, given_of
from reportedly.web.faults import fault_of, fault_response
from reportedly.web.page import Page
from reportedly.web.posting import visit_of
from reportedly.web.site import Site

MANIFEST = "manifest"


def add_downloads(app: FastAPI, site: Site, page: Page) -> None:
    """Let an application answer ``/export/FORMAT``, its ``/manifest``, and ``/export/bundle``, with the query string of that page."""
    for path, part in (("{format}", ""), (f"{{format}}/{MANIFEST}", MANIFEST)):
        app.add_api_route(f"{page.path}/{path}", _route(site, page, part), methods=["GET", "HEAD"])


def _route(site: Site, page: Page, part: str) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        try:
            ask = Ask(site, page, "html", site.ledger(), given_of(request.query_params.multi_items(), page), request.path_params)
            if not part and request.path_params["format"] == bundled.NAME:
                return bundled.signed_bundle(replace(ask, visit=visit_of(site, request)))
            return _download(ask, _format(request.path_params["format"]), part)
        except LedgerUnavailableError as error:
            site.lost()
            return fault_response(fault_of(error), request.scope)
        except Exception as error:  # noqa: BLE001 - every fault becomes a page that tells it
            return fault_response(fault_of(error), request.scope)

    return answer


def _format(name: str) -> Format:
    if name not in FORMATS:
        what = f"there is no format {name!r:.40}"
        raise UnknownIdError(what, where="format", remedy=f"the formats are {', '.join(FORMATS)}")
    return FORMATS[name]


def _download(ask: Ask, form: Format, part: str) -> Response:
    pieces = _pieces(ask, form, part)
    first = list(islice(pieces, 1))  # so that what is wrong is told before anything is sent
    suffix, media = ("manifest.json", "application/json") if part else (form.suffix, form.media)
    headers = {"content-disposition": f'attachment; filename="reportedly-claims.{suffix}"'}
    if not part:
        headers["link"] = f'<{_at(ask, form.name, MANIFEST)}>; rel="describedby"; type="application/json"'
    return StreamingResponse(chain(first, pieces), media_type=media, headers=headers)


def _pieces(ask: Ask, form: Format, part: str) -> Iterator[bytes]:
    with exported(ask.ledger, ask.where, Wanted()) as found:
        tally = Tally({"format": form.name, **found.asked})
        written = form.write(found.rows, tally)
        if not part:
            yield from written
            return
        for _ in written:
            pass
        yield from tally.manifest()


def _at(ask: Ask, *parts: str) -> str:
    return "/".join((ask.page.path, *parts)) + ask.link().removeprefix(ask.here)
