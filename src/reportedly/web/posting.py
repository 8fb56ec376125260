"""Taking what a form sends: checked, handed to its page, and answered with another page, or the same one with what is wrong."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from http import HTTPStatus

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from reportedly.errors import FormError, LedgerUnavailableError
from reportedly.web.ask import Ask, given_of
from reportedly.web.faults import Fault, FaultError, fault_of, fault_response, for_a_program
from reportedly.web.form import Form, form_of
from reportedly.web.page import Done, Page
from reportedly.web.render import html, written
from reportedly.web.site import Site
from reportedly.web.visit import Visit, form_token, name_of, named_cookie

_READ_ONLY = Fault(
    403, "this server only reads the ledger", None, "start it without --read-only, where the ledger may be written", FormError.code
)


def visit_of(site: Site, request: Request) -> Visit:
    """Return who asks."""
    cookies = request.headers.get("cookie", "")
    by = site.reviewer or name_of(site.token, cookies)
    return Visit(site.writes, by, bool(site.reviewer), form_token(site.token, cookies))


def post_route(site: Site, page: Page) -> Callable[[Request], Awaitable[Response]]:
    """Return what takes the form of a page; it is shown again, with what is wrong, where it is refused."""
    return _Posting(site, page).answer


@dataclass(frozen=True, slots=True)
class _Posting:
    site: Site
    page: Page

    async def answer(self, request: Request) -> Response:
        try:
            form = await self._form(request)
        except Exception as error:  # noqa: BLE001 - every fault becomes a page that tells it
            return fault_response(fault_of(error), request.scope)
        try:
            return await run_in_threadpool(self._taken, request, form)
        finally:
            for file in form.files:
                await file.close()

    async def _form(self, request: Request) -> Form:
        if not self.site.writes:
            raise FaultError(_READ_ONLY)
        visit = visit_of(self.site, request)
        return await form_of(request, self.page, visit.token, visit.by, fixed=visit.fixed)

    def _taken(self, request: Request, form: Form) -> Response:
        try:
            response = self._answered(request, form)
        except LedgerUnavailableError as error:
            self.site.lost()
            return fault_response(fault_of(error), request.scope)
        except Exception as error:  # noqa: BLE001 - as above
            return fault_response(fault_of(error), request.scope)
        if form.by and not self.site.reviewer:
            response.headers["set-cookie"] = named_cookie(self.site.token, form.by)
        return response

    def _answered(self, request: Request, form: Form) -> Response:
        given = given_of(request.query_params.multi_items(), self.page)
        visit = replace(visit_of(self.site, request), by=form.by, sent=form.fields)
        ask = Ask(self.site, self.page, "html", self.site.ledger(), given, request.path_params, visit)
        program = for_a_program(request.scope)
        try:
            done = self.page.post(ask, form) if self.page.post else Done(ask.here)
        except Exception as error:
            fault = fault_of(error)
            if program or fault.status == HTTPStatus.NOT_FOUND:  # what it is about is not there to be shown
                raise
            again = replace(ask, visit=replace(visit, refused=fault))
            response = html(again, self.page.build(again), fault.status)
            response.headers.update(fault.headers)
            return response
        return written({"page": self.page.name, **done.told, "to": done.to}) if program else RedirectResponse(done.to, 303)
