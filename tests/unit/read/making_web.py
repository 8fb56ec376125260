"""Small web archives and feeds."""

from __future__ import annotations

import base64
import gzip
import hashlib
from collections.abc import Mapping, Sequence
from html import escape

Answer = tuple[str, str, Mapping[str, str], bytes]
"""An address, the status of its answer, its heads and its content."""

WHEN = "2031-05-02T10:00:00Z"


def warc(answers: Sequence[Answer], *, packed: bool = False) -> bytes:
    """Return a web archive of answers, each with the checksum of its bytes."""
    made = [_record(0, "warcinfo", "", b"software: by hand\r\n")]
    for number, (url, status, heads, content) in enumerate(answers, 1):
        http = "".join(f"{name}: {value}\r\n" for name, value in heads.items())
        made.append(_record(number, "response", f"WARC-Target-URI: {url}\r\n", f"HTTP/1.1 {status}\r\n{http}\r\n".encode() + content))
    return b"".join(gzip.compress(record, mtime=0) if packed else record for record in made)


def _record(number: int, kind: str, more: str, block: bytes) -> bytes:
    checksum = base64.b32encode(hashlib.sha1(block, usedforsecurity=False).digest()).decode()
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:number:{number}>\r\nWARC-Date: {WHEN}\r\n{more}"
    ends = f"WARC-Block-Digest: sha1:{checksum}\r\nContent-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    return (head + ends).encode() + block + b"\r\n\r\n"


def page(url: str, words: str, *, kind: str = "text/html; charset=utf-8") -> Answer:
    """Return an answer with a page."""
    return url, "200 OK", {"Content-Type": kind}, f"<!DOCTYPE html><html><body><article><p>{words}</p></article></body></html>".encode()


def rss(items: Sequence[Mapping[str, str]], *, title: str = "The Tarn Count", head: str = "") -> bytes:
    """Return an RSS feed; the names of an item's fields are its tags."""
    made = "".join(f"<item>{''.join(f'<{tag}>{escape(words)}</{tag}>' for tag, words in item.items())}</item>" for item in items)
    names = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    channel = f"<title>{title}</title><link>https://tarn.example/</link><language>en-GB</language>"
    return f'<?xml version="1.0"?>{head}<rss version="2.0" {names}><channel>{channel}{made}</channel></rss>'.encode()
