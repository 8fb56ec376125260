"""Reading e-mail and saved web pages of its form (MHTML): the letter, and each attachment by the reader of its own format."""

from __future__ import annotations

import email
import email.policy
import io
from collections.abc import Iterator
from email.message import Message

from reportedly.errors import BrokenFileError
from reportedly.ids import document_id
from reportedly.model import Dated, Failure, Metadata, Obtained
from reportedly.ports import Allowance, Member, ReadOptions
from reportedly.read.encoding import decode
from reportedly.read.flowed import unflow
from reportedly.read.given import said_by
from reportedly.read.mailheads import header, is_mail, names, sent, subject
from reportedly.read.mailparts import Parts, part_name
from reportedly.read.sniff import ARCHIVE, check_size

_PAGE = "Snapshot-Content-Location"


class MailContainer:
    """Takes letters apart."""

    name = "mail"
    suffixes = frozenset({".eml", ".mht", ".mhtml"})
    ceiling = ARCHIVE

    def open(self, data: bytes, path: str, options: ReadOptions, allowance: Allowance) -> Iterator[Member | Failure]:
        """Yield the letter's text, with what its head says of it, then its attachments. Raises BrokenFileError where it is no letter."""
        error = check_size(len(data), ARCHIVE)
        if error is not None:
            raise error
        letter = email.message_from_bytes(data, policy=email.policy.compat32)
        if not is_mail(letter):
            what = "this is no e-mail: it has none of the heads of one"
            raise BrokenFileError(what, remedy="check what the file is; its name says that it is an e-mail")
        parts = Parts()
        parts.sort(letter, page=header(letter, _PAGE) is not None)
        told, given = _obtained(letter, data), _given(letter)
        left = tuple(parts.left)
        for number, part in enumerate(parts.texts, 1):
            allowance.entry()
            at = path if number == 1 else f"{path}/{number}"
            kind = "html" if part.get_content_type() == "text/html" else "plain"
            yield Member(_text(part, options, allowance), at, at, kind, given, told.record, told, left)
            left = ()
        for number, part in enumerate(parts.attached, 1):
            allowance.entry()
            name = part_name(part, f"attachment {number}")
            found, kind_of = _attachment(part, allowance)
            held = Obtained("mail", holder=told.holder, record=name)
            yield Member(found, f"{path}/{name}", name, kind_of, obtained=held, left_out=left)
            left = ()


def _obtained(letter: Message, data: bytes) -> Obtained:
    """Return how the text was come by; the date of a saved page is when it was saved."""
    saved, date = header(letter, _PAGE), sent(letter)
    stamp = date.isoformat() if saved and date else None
    return Obtained("mail", stamp, saved, (), document_id(data), header(letter, "Message-ID"))


def _given(letter: Message) -> Metadata:
    saved, date = header(letter, _PAGE), sent(letter)
    if saved:
        return said_by(_PAGE, Metadata(url=saved))
    published = Dated(date.date(), "meta", weak=True) if date else Dated()  # an article that is passed on is older, and says so
    return said_by(
        "mail", Metadata(subject(letter), (), published, None, ", ".join(names(letter)) or None, url=header(letter, "Archived-At"))
    )


def _text(part: Message, options: ReadOptions, allowance: Allowance) -> bytes:
    """Return the words of a part as UTF-8, lines that were broken for the way joined again."""
    text = decode(_payload(part, allowance), options.encoding, part.get_content_charset()).text
    if part.get_content_type() == "text/plain" and str(part.get_param("format", "")).lower() == "flowed":
        text = unflow(text, delete=str(part.get_param("delsp", "")).lower() == "yes")
    return text.encode("utf-8", "replace")


def _payload(part: Message, allowance: Allowance) -> bytes:
    held = part.get_payload(decode=True)
    return allowance.drain(io.BytesIO(held if isinstance(held, bytes) else b""))


def _attachment(part: Message, allowance: Allowance) -> tuple[bytes, str | None]:
    """Return the bytes of an attachment and, where its type tells it, its format."""
    held = part.get_payload()
    inner = held[0] if isinstance(held, list) and held else None
    if part.get_content_type() == "message/rfc822" and isinstance(inner, Message):
        return allowance.drain(io.BytesIO(inner.as_bytes())), "mail"
    return _payload(part, allowance), "html" if part.get_content_type() == "text/html" else None
