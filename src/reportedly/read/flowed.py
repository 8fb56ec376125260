"""Text that was broken into lines for the way (RFC 3676, ``format=flowed``), made whole again."""

from __future__ import annotations


def unflow(text: str, *, delete: bool) -> str:
    """Return ``text`` with its soft line ends taken out.

    Args:
        text: lines, of which one that ends with a space goes on in the next of the same depth of quotation.
        delete: that space is no part of the text.
    """
    made: list[str] = []
    open_depth: int | None = None
    for raw in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        words = raw.lstrip(">")
        depth = len(raw) - len(words)
        words = words.removeprefix(" ")
        soft = words.endswith(" ") and words != "-- "
        kept = words[:-1] if soft and delete else words
        if open_depth == depth:
            made[-1] += kept
        else:
            made.append(f"{'>' * depth}{' ' if depth else ''}{kept}")
        open_depth = depth if soft else None
    return "\n".join(made)
