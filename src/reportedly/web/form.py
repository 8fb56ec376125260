"""What a form sends, checked before a page sees it: its size, its names, and that a page of this server made it."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from reportedly.errors import FormError
from reportedly.limits import limits
from reportedly.text import clean
from reportedly.web.faults import Fault, FaultError
from reportedly.web.guard import bearer_of
from reportedly.web.visit import same

if TYPE_CHECKING:
    from reportedly.web.page import Page

TOKEN, BY = "token", "by"
"""Fields that any form may send: that it is one of ours, and under which name it is sent."""

_KINDS = ("application/x-www-form-urlencoded", "multipart/form-data")
_NAME = 100
_FIELDS, _FILES = 200, 1_000
_AGAIN = "go back, load the page anew and send it again"


@dataclass(frozen=True, slots=True)
class Form:
    """What a form sent.

    Attributes:
        fields: its values by name, without empty ones. files: those it carries; read with ``file``, closed after the answer.
        by: under which name it is sent; empty where none was given.
    """

    fields: Mapping[str, str]
    files: tuple[UploadFile, ...] = ()
    by: str = ""

    @property
    def signer(self) -> str:
        """The name that what is recorded bears. Raises FormError where none was given."""
        if not self.by:
            what = "nobody is named who does this"
            raise FormError(what, where=BY, remedy="give the name that it shall bear")
        return self.by

    def need(self, name: str) -> str:
        """Return a field's value. Raises FormError where it is empty."""
        if name not in self.fields:
            what = f"{name} is empty"
            raise FormError(what, where=name, remedy="fill it in and send the form again")
        return self.fields[name]


async def form_of(request: Request, page: Page, token: str, by: str, *, fixed: bool) -> Form:
    """Return what a form sent.

    Args:
        request: not yet read.
        page: that has the form.
        token: what a form of this browser must carry.
        by: the name that is known.
        fixed: it cannot be another.

    Raises:
        FaultError: it is too large, of another kind, cut short, or not of this server.
        FormError: a field is not one of the page's, or the name cannot be one.
    """
    sent = await _sent(request, page)
    try:
        return _form(sent, request, page, token, by, fixed=fixed)
    except Exception:
        await sent.close()  # what it carried is not kept
        raise


def _form(sent: FormData, request: Request, page: Page, token: str, by: str, *, fixed: bool) -> Form:
    fields: dict[str, str] = {}
    for name, value in sent.multi_items():
        if isinstance(value, str) and value.strip():
            fields[name] = value.replace("\r\n", "\n").strip()
    if bearer_of(request.headers) is None and not same(fields.pop(TOKEN, ""), token):
        what = "this form was not made by this run of the server"
        raise FaultError(Fault(403, what, TOKEN, _AGAIN, FormError.code))
    given = fields.pop(BY, "")
    odd = next((name for name in fields if name not in page.fields and name != TOKEN), None)
    if odd is not None:
        what = f"this page has no field {odd!r:.60}"
        raise FormError(what, where=f"{odd:.60}", remedy=f"it takes {', '.join(page.fields) or 'none'}")
    files = tuple(value for value in sent.getlist("files") if isinstance(value, UploadFile)) if page.files else ()
    return Form(fields, files, by if fixed else _name(given) or by)


def _name(given: str) -> str:
    name = " ".join(clean(given).split())
    if len(name) > _NAME:
        what = f"a name of {len(name)} characters is too long"
        raise FormError(what, where=BY, remedy=f"give one of {_NAME} or fewer")
    return name


async def _sent(request: Request, page: Page) -> FormData:
    most: int = getattr(limits(), page.most)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in (_KINDS if page.files else _KINDS[:1]):
        raise FaultError(Fault(415, "forms are sent as forms, and this is something else", "Content-Type", _kinds(page), FormError.code))
    declared = request.headers.get("content-length", "0")
    if declared.isdecimal() and int(declared[:18]) > most:
        raise _too_large(most)
    received = 0

    async def receive() -> MutableMapping[str, Any]:
        nonlocal received
        message = await request.receive()
        received += len(message.get("body", b""))
        if received > most:
            raise _too_large(most)
        return message

    try:
        return await Request(request.scope, receive).form(max_fields=_FIELDS, max_files=_FILES, max_part_size=most)
    except HTTPException as error:
        raise FaultError(Fault(400, f"the form cannot be read: {error.detail}", None, _AGAIN, FormError.code)) from error


def _kinds(page: Page) -> str:
    return f"send it as {' or '.join(_KINDS if page.files else _KINDS[:1])}"


def _too_large(most: int) -> FaultError:
    return FaultError(Fault(413, f"this is more than {most:,} bytes", None, "send less", FormError.code))
