"""The heads of a letter: whatever they hold, they give text, a date or nothing."""

from __future__ import annotations

import datetime as dt
import email.errors
import email.header
import email.utils
import re
from email.message import Message

from reportedly.text import fold

_HEADS = ("From", "To", "Subject", "Date", "Message-ID", "Received", "MIME-Version", "Content-Type", "Return-Path")
_FAULTS = (ValueError, LookupError, TypeError, OverflowError, AttributeError, email.errors.MessageError)
_LINE = re.compile(rb"[A-Za-z][\w-]{0,60}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n")
_PASSED_ON = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr)\s*(?:\[\d+\])?\s*(?::\s*|$))+", re.IGNORECASE)
_MOST = 300


def looks_like_mail(data: bytes) -> bool:
    """Say whether ``data`` begins with the heads of a letter: its sender, and its date or number."""
    at = 0
    seen: set[bytes] = set()
    while at < 65_536 and len(seen) < _MOST and (match := _LINE.match(data, at)):  # noqa: PLR2004 - heads are short
        seen.add(match.group().split(b":", 1)[0].lower())
        at = match.end()
    return b"from" in seen and bool(seen & {b"message-id", b"mime-version", b"received"}) and b"date" in seen


def is_mail(letter: Message) -> bool:
    """Say whether a letter has any of the heads of one."""
    return any(name in letter for name in _HEADS)


def header(letter: Message, name: str) -> str | None:
    """Return a head as text on one line, None where it is absent, blank or beyond reading."""
    value = letter.get(name)
    if value is None:
        return None
    try:
        told = str(email.header.make_header(email.header.decode_header(str(value))))
    except _FAULTS:
        told = str(value)
    return fold(told.encode("utf-8", "replace").decode().replace("\0", "\ufffd")) or None


def subject(letter: Message) -> str | None:
    """Return what a letter is about, without the marks of answers and of passing it on."""
    return _PASSED_ON.sub("", header(letter, "Subject") or "") or None


def names(letter: Message) -> tuple[str, ...]:
    """Return who wrote a letter: names, else the address."""
    told = header(letter, "From")
    if told is None:
        return ()
    try:
        found = email.utils.getaddresses([told])
    except _FAULTS:
        return ()
    return tuple(name for each in found if (name := fold(each[0]) or each[1]))


def sent(letter: Message) -> dt.datetime | None:
    """Return when a letter was sent, by its sender's clock."""
    told = header(letter, "Date")
    try:
        return email.utils.parsedate_to_datetime(told) if told else None
    except _FAULTS:
        return None
