"""Which parts of a letter are its text, which are attached, and which are not read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from email.message import Message

from reportedly.model import LeftOut
from reportedly.read.names import shown_name

_WORDLESS = frozenset({"image", "audio", "video", "font"})
_SIGNED = frozenset({"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature", "text/calendar"})
_CUT = frozenset({"StartBoundaryNotFoundDefect", "CloseBoundaryNotFoundDefect", "MultipartInvariantViolationDefect"})
_BEST = ("text/html", "multipart/related", "text/plain")
_DEEP = 30


@dataclass(slots=True)
class Parts:
    """The parts of a letter: its texts, what is attached, and what is not read."""

    texts: list[Message] = field(default_factory=list)
    attached: list[Message] = field(default_factory=list)
    left: list[LeftOut] = field(default_factory=list)

    def sort(self, part: Message, *, page: bool, depth: int = 0) -> None:
        """Put a part, and those in it, where they belong.

        Args:
            part: of the letter, or all of it.
            page: it is a saved page, of which the first text is read.
            depth: how many parts it lies in.
        """
        if any(type(defect).__name__ in _CUT for defect in part.defects):
            self.left.append(LeftOut("cut-short", "the letter ends before its last part does; what follows is not there"))
        kind, inner = part.get_content_type(), _inner(part)
        if inner and kind != "message/rfc822":
            self._several(inner, kind, page=page, depth=depth)
        elif part.get_content_maintype() in _WORDLESS or kind in _SIGNED:
            self.left.append(_told(part, "attachment"))
        elif (kind in {"text/plain", "text/html"} and not _filed(part)) or part.get_content_maintype() == "multipart":
            self.texts.append(part)
        else:
            self.attached.append(part)

    def _several(self, parts: Sequence[Message], kind: str, *, page: bool, depth: int) -> None:
        chosen = _chosen(parts, kind, page=page) if depth < _DEEP else []
        for each in parts:
            if any(each is one for one in chosen):
                self.sort(each, page=page, depth=depth + 1)
            else:
                why = "alternative" if kind == "multipart/alternative" else "part-of-page" if page else "nested-too-deep"
                self.left.append(_told(each, why))


def _inner(part: Message) -> list[Message]:
    held = part.get_payload()
    return [each for each in held if isinstance(each, Message)] if isinstance(held, list) else []


def _chosen(parts: Sequence[Message], kind: str, *, page: bool) -> Sequence[Message]:
    """Return which of several parts are read: of alternatives the page, else the plain text; of a saved page its first text."""
    if kind == "multipart/alternative":
        best = [[part for part in parts if part.get_content_type() == wanted][-1:] for wanted in _BEST]
        return next((found for found in best if found), parts[-1:])
    return parts[:1] if page else parts


def _filed(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part_name(part, ""))


def _told(part: Message, why: str) -> LeftOut:
    held = part.get_payload(decode=True)
    size = f", {len(held):,} bytes" if isinstance(held, bytes) else ""
    return LeftOut(why, f"{part_name(part, '')} {part.get_content_type()}{size}".strip())


def part_name(part: Message, otherwise: str) -> str:
    """Return the name of a part, of one line and without folders; ``otherwise`` where it has none that can be read."""
    try:
        told = part.get_filename()
    except (ValueError, LookupError, TypeError):  # names that claim encodings there are not
        return otherwise
    return shown_name(" ".join((told or "").split())).replace("/", "_").replace("\\", "_") or otherwise
