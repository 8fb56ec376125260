"""One request to one machine, within bounds of time and size."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from reportedly.errors import FetchError, TooLargeError
from reportedly.limits import limits
from reportedly.read.fetch.address import Place

_CHUNK = 1 << 16
_HEADS = {"Accept-Encoding": "identity", "Accept": "text/html,application/xhtml+xml,application/pdf,*/*;q=0.5", "Connection": "close"}
_FAULTS = (OSError, http.client.HTTPException, ssl.SSLError, zlib.error, ValueError)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: status, type of the content, where it leads, and the content."""

    status: int
    type: str
    leads: str | None
    data: bytes


def ask(place: Place, agent: str, ends: float) -> Answer:
    """Return what the server at ``place`` answers.

    Args:
        place: where the page lies.
        agent: who asks.
        ends: when to give up, by the monotonic clock, in seconds.

    Raises:
        FetchError: no answer came, or none in time.
        TooLargeError: more came than is kept.
    """
    try:
        with _connected(place, ends) as connection:
            connection.putrequest("GET", place.target, skip_host=True, skip_accept_encoding=True)
            for name, value in {"Host": place.named, "User-Agent": agent, **_HEADS}.items():
                connection.putheader(name, value)
            connection.endheaders()
            answer = connection.getresponse()
            kind = (answer.getheader("Content-Type") or "").partition(";")[0].strip().lower()
            kept = answer.status == http.client.OK
            return Answer(answer.status, kind, answer.getheader("Location"), _content(answer, ends) if kept else b"")
    except _FAULTS as problem:
        late = time.monotonic() >= ends
        what = f"no answer within {limits().fetch_seconds} seconds" if late else f"no page came back: {problem or type(problem).__name__}"
        raise FetchError(what, remedy="try again later, or raise REPORTEDLY_FETCH_SECONDS") from problem


@contextmanager
def _connected(place: Place, ends: float) -> Iterator[http.client.HTTPConnection]:
    """Give a connection that is shut when its time is over, however slowly the other side drips."""
    sock = _socket(place, ends)
    timer = threading.Timer(max(ends - time.monotonic(), 0.01), _shut, (sock,))
    timer.daemon = True
    timer.start()
    connection = http.client.HTTPConnection(place.host, place.port)
    connection.sock = sock
    try:
        yield connection
    finally:
        timer.cancel()
        connection.close()
        sock.close()


def _socket(place: Place, ends: float) -> socket.socket:
    problem: OSError = OSError("no address")
    for number in place.numbers:
        try:
            sock = socket.create_connection((number, place.port), timeout=max(ends - time.monotonic(), 0.01))
        except OSError as found:
            problem = found
            continue
        if not place.secure:
            return sock
        try:
            return ssl.create_default_context().wrap_socket(sock, server_hostname=place.host)
        except BaseException:
            sock.close()
            raise
    raise problem


def _shut(sock: socket.socket) -> None:
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


def _content(answer: http.client.HTTPResponse, ends: float) -> bytes:
    """Return the content, unpacked where the server packed it unasked. Raises TooLargeError where it is too much."""
    packed = (answer.getheader("Content-Encoding") or "").strip().lower()
    if packed not in {"", "identity", "gzip", "deflate"}:
        message = f"it is packed in a way that was not asked for ({packed[:20]})"
        raise ValueError(message)
    unpack = zlib.decompressobj(47) if packed in {"gzip", "deflate"} else None
    out, most = bytearray(), limits().fetch_bytes
    while chunk := answer.read(_CHUNK):
        if time.monotonic() >= ends:
            raise TimeoutError
        out += unpack.decompress(chunk, most + 1 - len(out)) if unpack else chunk
        if len(out) > most:
            what = f"more than {most:,} bytes came back"
            raise TooLargeError(what, remedy="raise REPORTEDLY_FETCH_BYTES")
    if answer.length:  # the server said that there is more
        message = f"the answer was cut short: {answer.length:,} bytes are missing"
        raise ValueError(message)
    return bytes(out)
