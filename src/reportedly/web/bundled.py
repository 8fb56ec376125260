"""A signed bundle of evidence as a download: the claims that a query string asks for, with what proves them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from typing import IO

from starlette.responses import Response, StreamingResponse

from reportedly.errors import FormError
from reportedly.query.bundle import bundle
from reportedly.query.exports import Wanted
from reportedly.signed import own_key
from reportedly.web.ask import Ask

NAME, MEDIA = "bundle", "application/zip"
_PIECE = 1 << 16
_NOT_NAMED = "not named"


def signed_bundle(ask: Ask) -> Response:
    """Return the bundle, signed with the key that signs what the forms record, under the name that the browser writes under.

    Raises:
        FormError: this server signs nothing. And what :func:`bundle` raises.
    """
    if not ask.site.writes or ask.site.key is None:
        what = "this server only reads the ledger, so it signs no bundle"
        raise FormError(what, remedy="start it without --read-only, or use `reportedly export bundle`")
    packed = tempfile.TemporaryFile()  # noqa: SIM115 - closed once it is sent
    try:
        bundle(ask.ledger, ask.where, Wanted(), (ask.visit.by or _NOT_NAMED, own_key(ask.site.key)), packed)
    except BaseException:
        packed.close()
        raise
    headers = {"content-disposition": 'attachment; filename="reportedly-evidence.zip"'}
    return StreamingResponse(_sent(packed), media_type=MEDIA, headers=headers)


def _sent(packed: IO[bytes]) -> Iterator[bytes]:
    with packed:
        packed.seek(0)
        while piece := packed.read(_PIECE):
            yield piece
